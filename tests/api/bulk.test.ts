import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bani, formatBani, parseCui } from '../../domain/index.ts'
import { type ExecutionContent, makeExecutionCsv, type WrittenLine } from '../../ingestion/index.ts'
import {
  type Client,
  confirm,
  openTestSystem,
  signedIn,
  type TestSystem,
  upload,
} from '../support/test-system.ts'

/** Reports too large to be held as objects: from the upload to the facts through the API. */
const CITY = '4245747'
const LINES = Number(process.env.BULK_LINES ?? 120_000)
let running: TestSystem
let reporter: Client
beforeAll(async () => {
  running = await openTestSystem([{ cui: CITY, name: 'Municipiul Miercurea Ciuc' }])
  reporter = await signedIn(running.app, `reporter@${CITY}.demo`)
})
afterAll(() => running.close())

const SOURCES = 'ABCDEFG'
const line = (at: number): WrittenLine => ({
  kind: at % 10 === 0 ? 'revenue' : 'expenditure',
  functional: String(600_000 + Math.floor(at / 4_000)),
  functionalName: `Unități  ${Math.floor(at / 4_000)}`,
  economic: at % 10 === 0 ? null : String(200_000 + (at % 500)),
  economicName: at % 10 === 0 ? null : `Cheltuieli ${at % 500}`,
  source: SOURCES[Math.floor(at / 500) % 7] ?? 'A',
  sourceName: 'Integral de la buget',
  section: Math.floor(at / 3_500) % 2 ? 'F' : 'D',
  amount: bani(BigInt(at) * 101n + 7n),
})
/** No two with the same key. */
const LINES_WRITTEN = [
  ...new Map(
    Array.from({ length: LINES }, (_, at) => line(at)).map(written => {
      const { kind, functional, economic, source, section } = written
      return [[kind, functional, economic, source, section].join(), written]
    }),
  ).values(),
]

function content(periodEnd: string, lines: readonly WrittenLine[]): ExecutionContent {
  const cui = parseCui(CITY)
  if (!cui) throw new Error(CITY)
  return { type: 'FXB-EXB-901', periodEnd, sector: '02', cui, entityName: 'MUNICIPIUL', lines }
}
const send = (name: string, report: ExecutionContent) =>
  upload(reporter, name, Buffer.from(makeExecutionCsv(report)))
const staged = () => fs.readdirSync(path.join(running.system.config.dataFolder, 'staged'))

test('a large CSV is published line by line as it stands in the file', async () => {
  const read = await send('march.csv', content('2026-03-31', LINES_WRITTEN))
  expect(read.issues.filter(issue => issue.severity === 'error')).toEqual([])
  expect(read).toMatchObject({ status: 'awaiting_confirmation', lines: LINES_WRITTEN.length })
  expect(staged()).toEqual([expect.stringMatching(/\.parquet$/)])
  expect(await confirm(reporter, read.id)).toMatchObject({ status: 'published' })
  const facts: (string | null)[][] = []
  for await (const rows of running.system.warehouse.engine.stream(
    `select line_id - publication * 1000000, kind, functional, functional_name, economic, economic_name, source, source_name,
       section, amount, sheet, cell, row_number, raw_value, cui, sector, period_end from facts.execution order by line_id`,
  ))
    facts.push(...rows)
  const written = LINES_WRITTEN.map((one, at) => [
    ...[String(at + 1), one.kind, one.functional, one.functionalName.replace('  ', ' '), one.economic],
    ...[
      one.economicName,
      one.source,
      one.sourceName,
      one.section,
      formatBani(one.amount),
      'CSV',
      `H${at + 8}`,
    ],
    ...[String(at + 8), formatBani(one.amount).replace(/\.?0+$/, '') || '0', CITY, '02', '2026-03-31'],
  ])
  expect(facts.length).toBe(written.length)
  expect(facts.findIndex((row, at) => row.join('|') !== (written[at] ?? []).join('|'))).toBe(-1)
})

test('what falls and what disappears since is found', async () => {
  const [first, second, ...rest] = LINES_WRITTEN.map(one => ({ ...one, amount: bani(one.amount + 1n) }))
  if (!first || !second) throw new Error('no lines')
  const less = { ...second, amount: bani(1n) }
  const read = await send('june.csv', content('2026-06-30', [less, ...rest]))
  expect(read.status).toBe('awaiting_confirmation')
  const compared = read.issues.filter(issue => ['cumulative_falls', 'line_disappears'].includes(issue.code))
  expect(compared.map(({ code, cell }) => [code, cell])).toEqual([
    ['line_disappears', null],
    ['cumulative_falls', 'H8'],
  ])
})

test('a large file with errors is refused with their cells, and leaves nothing behind', async () => {
  const before = staged()
  const text = makeExecutionCsv(content('2026-09-30', LINES_WRITTEN))
  const lines = text.split('\r\n')
  lines[20] = (lines[20] ?? '').replace(/;[^;]*$/, ';12,345,6')
  const read = await upload(reporter, 'september.csv', Buffer.from(lines.join('\r\n')))
  expect(read.status).toBe('invalid')
  expect(read.issues.map(({ code, cell }) => [code, cell])).toContainEqual(['amount_not_number', 'H21'])
  expect(read.issues.map(({ code }) => code)).toContain('control_total_differs')
  expect(staged().filter(name => !name.endsWith('.parquet'))).toEqual([])
  expect(staged().length - before.length).toBeLessThanOrEqual(1)
})
