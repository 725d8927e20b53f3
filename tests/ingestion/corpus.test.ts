import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import Papa from 'papaparse'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Issue, issueMessage, LANGUAGES } from '../../domain/index.ts'
import {
  type CellRecord,
  createReportReader,
  type Inspection,
  type ReportReader,
} from '../../ingestion/index.ts'

interface Row {
  readonly path: string
  readonly sha256: string
  readonly features: string
  readonly expect_class: string
  readonly correct_importer: string
}

const folder = fileURLToPath(new URL('../corpus/', import.meta.url))
const manifest = Papa.parse<Row>(fs.readFileSync(path.join(folder, 'MANIFEST.csv'), 'utf8'), {
  header: true,
  skipEmptyLines: true,
}).data

let reader: ReportReader
beforeAll(() => {
  reader = createReportReader({
    workerFile: fileURLToPath(new URL('../../dist/server/ingestion/read-report.worker.js', import.meta.url)),
    warm: false,
    timeLimit: 10_000,
  })
})
afterAll(() => reader.close())

interface Outcome {
  readonly cells: readonly CellRecord[]
  /** The issue that ended the reading. */
  readonly failure: Issue | null
  readonly inspection: Inspection
}

async function readAll(row: Row): Promise<Outcome> {
  const file = { path: path.join(folder, row.path), fileName: path.basename(row.path) }
  const cells: CellRecord[] = []
  let failure: Issue | null = null
  for await (const record of reader.cells(file)) {
    if (!('issue' in record)) cells.push(record)
    else if (record.issue.severity === 'error') failure = record.issue
  }
  return { cells, failure, inspection: await reader.inspect(file) }
}

test('the manifest and the folder hold the same files, unchanged', () => {
  expect(manifest).toHaveLength(147)
  const found = fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .filter(name => name.includes('/'))
  expect(found.sort()).toEqual(manifest.map(row => row.path).sort())
  for (const row of manifest) {
    const bytes = fs.readFileSync(path.join(folder, row.path))
    expect(createHash('sha256').update(bytes).digest('hex'), row.path).toBe(row.sha256)
  }
})

test.each(manifest)('$path: $expect_class', async row => {
  const outcome = await readAll(row)
  meets(row, outcome)
})

function meets(row: Row, outcome: Outcome): void {
  const { cells, failure, inspection } = outcome
  const isCsv = row.path.startsWith('csv/')
  if (!hasReplacements(row)) for (const { value } of cells) expect(value).not.toMatch(/\0|\ufffd/)
  if (failure) isExplained(failure)
  switch (row.expect_class) {
    case 'accept':
    case 'accept-1':
      if (row.path.endsWith('.xls')) isRefusedAs(outcome, { kind: 'xls' })
      else {
        expect(failure).toBeNull()
        if (isCsv) hasRecords(row, outcome)
        else hasSheets(row, outcome)
      }
      break
    case 'row-errors':
      namesRows(row, outcome)
      break
    case 'error':
      expect(failure).not.toBeNull()
      if (row.correct_importer.includes('password-protected')) expect(failure?.code).toBe('file_protected')
      break
    case 'hostile':
      isHarmless(row, outcome)
      break
    case 'either':
    case 'error-or-flag':
      if (failure) break
      if (!isCsv) hasSheets(row, outcome)
      else {
        hasRecordCount(Number(/(\d+) records/.exec(row.correct_importer)?.[1]), outcome)
        // Read in an encoding that had to be guessed: the sender is told which.
        expect(inspection.issues.map(issue => issue.code).join()).toMatch(/encoding/)
      }
      break
    default:
      throw new Error(`what is ${row.expect_class}?`)
  }
}

/** Whether the file itself holds the replacement character: somebody else lost a letter long ago. */
const hasReplacements = (row: Row): boolean => fs.readFileSync(path.join(folder, row.path)).includes('\ufffd')

function isExplained(issue: Issue): void {
  for (const language of LANGUAGES) {
    const { message, fix } = issueMessage(issue, language)
    expect(message.length).toBeGreaterThan(10)
    expect(fix.length).toBeGreaterThan(10)
  }
}

function isRefusedAs({ failure, cells }: Outcome, params: Record<string, string>): void {
  expect(failure).toMatchObject({ code: 'file_type_unknown', params })
  expect(failure && issueMessage(failure, 'en').fix).toContain('.xlsx')
  expect(cells).toEqual([])
}

/** "…non-empty rows per sheet Report:33; data:8546(hidden) (SheetJS…" and "sheets=3 hidden=2 merges=0 formulas=200 errcells=0". */
function hasSheets({ path: name, features, correct_importer }: Row, { cells, inspection }: Outcome): void {
  const listed =
    /non-empty rows(?: per sheet)? (.+?) \((?:SheetJS|openpyxl)/.exec(correct_importer)?.[1] ?? ''
  const expected = listed.replace(/ …$/, '').split('; ')
  const rows = new Map(inspection.sheets.map(sheet => [sheet.name, new Set<string>()]))
  for (const { sheet, cell, value } of cells) if (value !== '') rows.get(sheet)?.add(cell.replace(/\D/g, ''))
  const isOds = name.startsWith('ods/')
  const found = inspection.sheets.map(
    // The readers that the manifest asked did not see which sheets of an ODS are hidden.
    sheet => `${sheet.name}:${rows.get(sheet.name)?.size}${sheet.hidden && !isOds ? '(hidden)' : ''}`,
  )
  expect(found.sort()).toEqual(expect.arrayContaining(expected))
  if (!listed.endsWith('…')) expect(found).toHaveLength(expected.length)
  const counts = Object.fromEntries(
    [...features.matchAll(/(\w+)=(\d+)/g)].map(([, key = '', count]) => [key, Number(count)]),
  )
  if (Object.keys(counts).length === 0) return
  const sum = (of: 'merges' | 'formulas' | 'errors'): number =>
    inspection.sheets.reduce((total, sheet) => total + sheet[of], 0)
  expect({
    sheets: inspection.sheets.length,
    hidden: isOds ? 0 : inspection.sheets.filter(sheet => sheet.hidden).length,
    merges: sum('merges'),
    formulas: sum('formulas'),
    errcells: sum('errors'),
  }).toEqual(counts)
  expect(cells.filter(cell => cell.formula)).toHaveLength(counts.formulas ?? 0)
  expect(cells.filter(cell => cell.type === 'error')).toHaveLength(counts.errcells ?? 0)
  const codes = inspection.issues.map(issue => issue.code)
  if (features.includes('vba')) expect(codes).toContain('macros_ignored')
  for (const sheet of inspection.sheets.filter(({ hidden }) => hidden))
    expect(cells.filter(cell => cell.sheet === sheet.name).every(cell => cell.hidden)).toBe(true)
}

/** "accept: 190 records incl. first line x 8 cols"; a blank line counts as a record of the tools that were asked. */
function hasRecords({ path: name, correct_importer }: Row, outcome: Outcome): void {
  const [, records, columns] = /(\d+) records incl\. first line x (\d+) cols/.exec(correct_importer) ?? []
  if (records === undefined) {
    // Stored as it stands: the fields, put together again, are the lines of the file.
    const lines = fs.readFileSync(path.join(folder, name), 'utf8').trim().split(/\r?\n/)
    const rows = new Map<string, string[]>()
    for (const { cell, value } of outcome.cells) {
      const row = cell.replace(/\D/g, '')
      rows.set(row, [...(rows.get(row) ?? []), value])
    }
    const together = [';', ',', '\t', '|'].map(one => [...rows.values()].map(values => values.join(one)))
    expect(together).toContainEqual(lines)
    return
  }
  hasRecordCount(Number(records), outcome)
  const { sheets } = outcome.inspection
  expect(sheets.map(sheet => sheet.columns)).toEqual([Number(columns)])
}

function hasRecordCount(records: number, { cells }: Outcome): void {
  expect(new Set(cells.map(cell => cell.cell.replace(/\D/g, ''))).size).toBe(records)
}

/** "ragged: 86 records, 24 not 11 cols wide": the rows are named, and nothing has moved to another column. */
function namesRows({ path: name, correct_importer }: Row, { inspection }: Outcome): void {
  const ragged = Number(/(\d+) not \d+ cols wide/.exec(correct_importer)?.[1])
  // A line of one empty field in quotation marks is blank for us.
  const quoted = fs
    .readFileSync(path.join(folder, name), 'utf8')
    .split(/\r?\n/)
    .filter(line => line === '""')
  const widths = inspection.issues.filter(({ code }) => code === 'row_width_differs')
  const named = widths.reduce((sum, { params }) => sum + Number(params.rows), 0)
  expect(named).toBe(ragged - quoted.length)
  expect(widths.flatMap(({ params }) => rowsOf(params.lines ?? ''))).toHaveLength(named)
}

/** "3, 7–9" as 3, 7, 8, 9. */
const rowsOf = (lines: string): number[] =>
  lines.split(', ').flatMap(range => {
    const [from = 0, to = from] = range.split('–').map(Number)
    return Array.from({ length: to - from + 1 }, (_, at) => from + at)
  })

function isHarmless({ path: name }: Row, { cells, failure }: Outcome): void {
  if (failure) return
  // An entity in a part that no cell comes from; values that are whole; text that a fuzzer made.
  expect(name).toMatch(/sec-(?:p66w|q229)\.xlsx$/)
  expect(cells.map(cell => cell.value).join()).not.toMatch(/root:|<!ENTITY/)
}
