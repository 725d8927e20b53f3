import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Bani, bani, cuiCheckDigit, formatAmount, formatBani, parseCui } from '../../domain/index.ts'
import { readContent } from '../fixtures/read-content.ts'
import { COLUMN_NAMES, type ColumnName } from './header-row.ts'
import { makeExecutionCsv } from './make-execution-csv.ts'
import { makeExecutionWorkbook } from './make-execution-workbook.ts'
import type { ExecutionContent, ExecutionLayout, GridCell, WrittenLine } from './write-grid.ts'

const RUNS = Number(process.env.FUZZ_RUNS ?? 60)

const cui = fc.integer({ min: 1, max: 99_999_999 }).map(body => {
  const code = parseCui(`${body}${cuiCheckDigit(String(body))}`)
  if (!code) throw new Error(String(body))
  return code
})
const code = (min: number): fc.Arbitrary<string> =>
  fc.integer({ min, max: 989_999 }).map(value => String(value).padStart(6, '0'))
const amount: fc.Arbitrary<Bani> = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 14n }).map(bani)
const words = fc
  .string({ unit: fc.constantFrom(...'aăâîșțşţoőuű ,;"|xB-1'), maxLength: 30 })
  .map(text => text.trim())

const writtenLine: fc.Arbitrary<WrittenLine> = fc
  .record({
    isRevenue: fc.boolean(),
    functional: code(10_100),
    functionalName: words,
    economic: code(100_101),
    economicName: words,
    source: fc.constantFrom(...'ABCDEFG'),
    section: fc.constantFrom('F' as const, 'D' as const, null),
    amount,
  })
  .map(({ isRevenue, economic, economicName, functionalName, ...line }) => ({
    ...line,
    functionalName: functionalName.replace(/\s+/g, ' '),
    sourceName: 'Integral de la buget',
    kind: isRevenue ? ('revenue' as const) : ('expenditure' as const),
    economic: isRevenue ? null : economic,
    economicName: isRevenue ? null : economicName.replace(/\s+/g, ' '),
  }))

const content: fc.Arbitrary<ExecutionContent> = fc.record({
  type: fc.constantFrom('FXB-EXB-900' as const, 'FXB-EXB-901' as const),
  periodEnd: fc
    .tuple(fc.integer({ min: 2016, max: 2035 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, month]) => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)),
  sector: fc.constantFrom('01', '02'),
  cui,
  entityName: fc.constantFrom(
    'MUNICIPIUL MIERCUREA CIUC',
    'Oraşul Băile Tuşnad',
    'Comuna „Ciucsângeorgiu”, HR',
  ),
  lines: fc.uniqueArray(writtenLine, {
    minLength: 1,
    maxLength: 25,
    selector: line => [line.kind, line.functional, line.economic, line.source, line.section].join('|'),
  }),
})

const DIACRITICS: Readonly<Record<string, readonly string[]>> = {
  A: ['Ă', 'Â'],
  I: ['Î'],
  S: ['Ș', 'Ş'],
  T: ['Ț', 'Ţ'],
}
/** Spells a word with other diacritics, case and spaces, decided by a number. */
const spell =
  (seed: number) =>
  (text: string): string => {
    const cased = seed % 3 === 0 ? text.toUpperCase() : seed % 3 === 1 ? text.toLowerCase() : text
    const spelled = [...cased].map((char, at) => {
      const choices = DIACRITICS[char.toUpperCase()] ?? []
      const chosen = choices[(seed + at) % (choices.length + 2)]
      return chosen ? (char === char.toUpperCase() ? chosen : chosen.toLowerCase()) : char
    })
    const space = ['\u00a0', ' ', '  ', '\u202f'][seed % 4] ?? ' '
    return `${seed % 2 === 0 ? space : ''}${spelled.join('').replaceAll(' ', space)}${seed % 5 === 0 ? ' ' : ''}`
  }
const labels =
  (seed: number) =>
  (text: string): string =>
    // The labels of the preamble are plain words in every export seen; titles and kinds are what people retype.
    /^(?:LA DATA|Sector bugetar)$/.test(text) ? text : spell(seed)(text)

const ENGLISH = (value: Bani): GridCell => formatAmount(formatBani(value), 'en').replace('−', '-')
const AMOUNTS: readonly ((value: Bani) => GridCell)[] = [
  value => ({ decimal: formatBani(value) }),
  value => formatBani(value),
  value => formatAmount(formatBani(value), 'ro'),
  ENGLISH,
  value => formatAmount(formatBani(value), 'hu'),
  value =>
    value < 0n
      ? `(${formatAmount(formatBani(-value), 'ro')})`
      : ` ${formatAmount(formatBani(value), 'ro')} lei`,
  value => (value < 0n ? `${formatBani(-value)}-` : `+${formatBani(value)}`),
]
const DATES: readonly ((iso: string) => string)[] = [
  iso => iso,
  iso => iso.split('-').reverse().join('.'),
  iso => iso.split('-').reverse().join('/'),
]

const layout: fc.Arbitrary<ExecutionLayout> = fc
  .record({
    order: fc.shuffledSubarray([...COLUMN_NAMES], { minLength: 8, maxLength: 8 }),
    spacers: fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 3 }),
    preamble: fc.array(
      fc.array(fc.constantFrom('', 'Notă internă', 'pagina 1', 'Sursa: Forexebug', '1.234,5'), {
        maxLength: 3,
      }),
      {
        maxLength: 6,
      },
    ),
    headerEvery: fc.constantFrom(0, 0, 1, 7),
    spelling: fc.integer({ min: 0, max: 500 }),
    amount: fc.constantFrom(...AMOUNTS),
    date: fc.option(fc.constantFrom(...DATES), { nil: undefined }),
  })
  .map(({ order, spacers, headerEvery, spelling, date, ...rest }) => {
    const columns: (ColumnName | null)[] = [...order]
    for (const at of spacers) columns.splice(at, 0, null)
    return {
      ...rest,
      columns,
      word: labels(spelling),
      ...(headerEvery ? { headerEvery } : {}),
      ...(date ? { date } : {}),
    }
  })

/** What was written, as it must be read: names with single spaces. */
const expected = (written: ExecutionContent) => ({
  ...written,
  lines: written.lines.map(line => ({ ...line })),
})
const errors = (issues: readonly { severity: string; code: string }[]) =>
  issues.filter(issue => issue.severity === 'error').map(issue => issue.code)

async function check(
  file: string | Uint8Array,
  written: ExecutionContent,
  columns: ExecutionLayout['columns'],
) {
  const { report, issues } = await readContent(file)
  expect(errors(issues)).toEqual([])
  if (!report) throw new Error('no report')
  const { totals: _, controlTotals, lines, ...facts } = report
  expect({
    ...facts,
    lines: lines.map(({ sheet, cell, row, rawValue, ...line }) => line),
  }).toEqual(expected(written))
  const letter = String.fromCharCode(65 + (columns?.indexOf('amount') ?? 7))
  for (const line of lines) expect(line.cell).toBe(`${letter}${line.row}`)
  expect(controlTotals.revenue?.cell).toMatch(new RegExp(`^${letter}\\d+$`))
}

test('a report reads back exactly from any workbook that holds it', async () => {
  await fc.assert(
    fc.asyncProperty(content, layout, async (written, varied) => {
      await check(await makeExecutionWorkbook(written, varied), written, varied.columns)
    }),
    { numRuns: RUNS },
  )
})

test('a report reads back exactly from any CSV that holds it', async () => {
  await fc.assert(
    fc.asyncProperty(
      content,
      layout,
      fc.constantFrom(';' as const, ',' as const, '\t' as const),
      async (written, varied, delimiter) => {
        await check(makeExecutionCsv(written, varied, delimiter), written, varied.columns)
      },
    ),
    { numRuns: RUNS },
  )
})

test('the same report in two sheets is read once, from the first', async () => {
  await fc.assert(
    fc.asyncProperty(content, layout, layout, async (written, first, second) => {
      const file = await makeExecutionWorkbook(written, first, { ...second, sheet: 'Copie' })
      const { report, issues } = await readContent(file)
      expect(errors(issues)).toEqual([])
      expect(issues.map(issue => issue.code)).toContain('report_in_two_sheets')
      expect(report?.lines).toHaveLength(written.lines.length)
      expect(new Set(report?.lines.map(line => line.sheet))).toEqual(new Set(['Sheet1']))
    }),
    { numRuns: Math.ceil(RUNS / 3) },
  )
})
