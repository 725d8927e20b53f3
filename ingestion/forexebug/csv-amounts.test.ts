import { expect, test } from 'vitest'
import { bani, formatAmount, formatBani } from '../../domain/index.ts'
import { readContent, smallReport } from '../fixtures/read-content.ts'
import { makeExecutionCsv } from './make-execution-csv.ts'
import type { GridCell } from './write-grid.ts'

const LINES = [
  'revenue 070101 A F 1234.00',
  'revenue 370300 A F -2345.00',
  'expenditure 650301/100101 A F 3456.00',
  'expenditure 650301/200130 A F 1000.00',
]
const csv = (amount: (decimal: string) => GridCell, lines: readonly string[] = LINES): string =>
  makeExecutionCsv(smallReport(lines), { amount: value => amount(formatBani(bani(value))) })
/** "1.234", without decimals. */
const grouped = (separator: string) => (decimal: string) =>
  formatAmount(decimal, 'en').replace('−', '-').replace(/\.00$/, '').replaceAll(',', separator)

async function read(text: string, decimal: 'comma' | 'point' | null = null) {
  const { report, issues } = await readContent(text, '', null, decimal ? { decimal } : {})
  return {
    sums: report && [formatBani(report.totals.revenue), formatBani(report.totals.expenditure)],
    errors: issues.filter(({ severity }) => severity === 'error'),
    readAs: issues.find(({ code }) => code === 'csv_read_as')?.params.decimal,
  }
}
const RIGHT = { sums: ['-1111.00', '4456.00'], errors: [] }

test('one clear amount decides for all that may be read in two ways', async () => {
  const point = [...LINES, 'expenditure 650301/200200 A F 1234567.00']
  expect(await read(csv(grouped('.'), point))).toEqual({
    sums: ['-1111.00', '1239023.00'],
    errors: [],
    readAs: 'comma',
  })
  expect(await read(csv(grouped(','), point))).toMatchObject({ errors: [], readAs: 'point' })
  const half = [...LINES, 'revenue 390101 A F 0.50']
  const comma = csv(decimal => (decimal === '0.50' ? '0,5' : grouped('.')(decimal)), half)
  // The total is 1.110,50 below zero, which shows the mark as well.
  expect(comma).toContain(';0,5\r\n')
  expect(await read(comma.replace('-1,110.50', '-1.110,50').replace('-1.110.50', '-1.110,50'))).toEqual({
    sums: ['-1110.50', '4456.00'],
    errors: [],
    readAs: 'comma',
  })
})

test('where every amount may be read in two ways the file is asked about once', async () => {
  const { errors, readAs } = await read(csv(grouped('.')))
  expect(readAs).toBe('open')
  expect(errors).toMatchObject([
    {
      code: 'decimal_uncertain',
      cell: 'H8',
      value: '1.234',
      params: { rows: '6', first: '1234', second: '1.234' },
    },
  ])
  expect(await read(csv(grouped('.')), 'comma')).toEqual({ ...RIGHT, readAs: 'comma' })
  const wrong = await read(csv(grouped('.')), 'point')
  expect(new Set(wrong.errors.map(({ code }) => code))).toEqual(new Set(['amount_decimals']))
  expect(await read(csv(grouped(',')), 'point')).toEqual({ ...RIGHT, readAs: 'point' })
})

test('amounts without any mark ask nothing', async () => {
  expect(await read(csv(decimal => decimal.replace('.00', '')))).toEqual({ ...RIGHT, readAs: '' })
  expect(await read(csv(grouped(' ')))).toEqual({ ...RIGHT, readAs: '' })
})

test('an amount against the file’s mark is an error at its cell, whatever is before it', async () => {
  const mixed = csv(decimal => (decimal === '1234.00' ? '1,234.00' : formatAmount(decimal, 'ro')))
  const { errors } = await read(mixed)
  expect(errors[0]).toMatchObject({ code: 'amount_contradicts', cell: 'H8', params: { decimal: 'comma' } })
  const given = await read(
    csv(decimal => formatAmount(decimal, 'ro')),
    'point',
  )
  expect(given.errors.filter(({ code }) => code === 'amount_contradicts')).toHaveLength(6)
})

test('codes, and numbers outside the table, decide nothing about its amounts', async () => {
  const text = csv(grouped('.')).replace('MINISTERUL FINANTELOR', '10.01;65.02;1,5')
  expect((await read(text)).errors.map(({ code }) => code)).toEqual(['decimal_uncertain'])
})

test('titles and totals may be narrow; a line that goes on behind its table is an error', async () => {
  const wide = csv(decimal => decimal).replace('Functional 070101', 'Functional; 070101')
  const { errors } = await read(wide)
  expect(errors).toContainEqual(
    expect.objectContaining({
      code: 'row_width_differs',
      cell: 'A8',
      params: { lines: '8', rows: '1', width: '9', expected: '8' },
    }),
  )
  // A decimal comma that also parts the fields leaves half an amount, which no total need show.
  const cut = makeExecutionCsv(smallReport(LINES), {}, ',').replaceAll(/,(-?\d{4})\r/g, ',$1,50\r')
  expect((await read(cut)).errors.map(({ code }) => code)).toContain('row_width_differs')
})
