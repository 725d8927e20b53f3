import {
  type BudgetKind,
  type ExecutionReport,
  type Issue,
  makeIssue,
  sumBani,
  WHOLE_FILE,
} from '../../domain/index.ts'
import type { ReadResult, Recognised, SheetSummary } from '../read-result.ts'
import type { Book, SheetRow } from '../readers/cell.ts'
import { controlTotals } from '../validation/control-totals.ts'
import type { KnownCodes } from '../validation/known-codes.ts'
import { duplicateLines, missingSections, sectionTransfers, unknownCodes } from '../validation/line-rules.ts'
import { listCells } from '../validation/list-cells.ts'
import { sortIssues } from '../validation/sort-issues.ts'
import { chooseSheet } from './choose-sheet.ts'
import { type FileNameFacts, parseFileName } from './file-name.ts'
import { type ReadLine, SheetReader, type SheetReading } from './read-sheet.ts'
import { judgeFacts } from './report-facts.ts'
import { dropTitleRows } from './subtotal-rows.ts'

/** Reads an open spreadsheet to its end: recognises the report, judges what the file alone can tell. */
export async function readExecutionReport(
  book: Book,
  fileName: string,
  known: KnownCodes | null,
  onRead: (share: number) => void = () => {},
): Promise<ReadResult> {
  const sheets: SheetSummary[] = []
  const readers: SheetReader[] = []
  const readings: SheetReading[] = []
  for (const [index, { name, hidden }] of book.sheets.entries()) {
    const reader = new SheetReader(name, hidden)
    let [rows, columns] = [0, 0]
    for await (const batch of book.rows(index)) {
      for (const row of batch) {
        reader.feed(row)
        rows = Math.max(rows, row.row)
        columns = Math.max(columns, lastColumn(row))
      }
      onRead(book.progress())
    }
    sheets.push({ name, hidden, rows, columns })
    const reading = reader.finish()
    if (reading) {
      readers.push(reader)
      readings.push(reading)
    }
  }
  const visible = readings.filter(reading => !reading.hidden)
  // A sheet of one's own notes may borrow a few of the titles: it is no second report beside a whole one.
  const whole = visible.filter(reading => readers[readings.indexOf(reading)]?.hasUsableHeader)
  const chosen = chooseSheet(whole.length > 0 ? whole : visible.slice(0, 1))
  const hiddenReports = readings
    .filter(reading => reading.hidden && reading.lines.length > 0)
    .map(({ sheet }) => makeIssue('hidden_sheet_skipped', { sheet, cell: null, value: null }, { sheet }))
  if (!chosen) {
    const names = sheets.filter(sheet => !sheet.hidden).map(sheet => sheet.name)
    const nothing = sheets.every(sheet => sheet.rows === 0)
      ? makeIssue('file_empty', WHOLE_FILE, {})
      : makeIssue('report_not_recognised', WHOLE_FILE, { sheets: names.slice(0, 5).join(', ') })
    return { report: null, recognised: null, issues: [nothing, ...hiddenReports], sheets }
  }
  const judged = judgeReading(chosen.chosen, parseFileName(fileName), known)
  return { ...judged, issues: sortIssues([...judged.issues, ...chosen.issues, ...hiddenReports]), sheets }
}

const lastColumn = (row: SheetRow): number => row.cells.at(-1)?.column ?? 0

const KINDS: readonly BudgetKind[] = ['revenue', 'expenditure']

function judgeReading(
  reading: SheetReading,
  named: FileNameFacts,
  known: KnownCodes | null,
): Omit<ReadResult, 'sheets'> {
  const { facts, issues: factIssues } = judgeFacts(reading, named)
  const { lines: readLines, sums, dropped } = withoutTitleRows(reading)
  const lines = readLines.map(({ line }) => line)
  const control = {
    revenue: reading.controlTotals.revenue,
    expenditure: reading.controlTotals.expenditure,
  }
  const issues: Issue[] = [
    ...reading.issues,
    ...factIssues,
    ...duplicateLines(lines),
    ...controlTotals(reading, sums),
    ...sectionTransfers(lines),
    ...(known ? unknownCodes(lines, known) : []),
    ...missingSections(lines),
    ...skippedRows(reading, dropped),
    ...hiddenRows(reading.sheet, readLines),
    ...strayEconomics(reading),
  ]
  const isUnread = KINDS.some(kind => reading.unreadable[kind] > 0)
  if (lines.length === 0 && !isUnread && issues.every(issue => issue.code !== 'header_missing'))
    issues.push(makeIssue('no_lines', { sheet: reading.sheet, cell: null, value: null }, {}))

  const readable = {
    revenue: control.revenue === 'unreadable' ? null : control.revenue,
    expenditure: control.expenditure === 'unreadable' ? null : control.expenditure,
  }
  const recognised: Recognised = {
    ...facts,
    sheet: reading.sheet,
    lines: lines.length,
    sums,
    controlTotals: readable,
  }
  const { type, periodEnd, sector, cui, entityName } = facts
  const total = (kind: BudgetKind) =>
    sumBani(lines.filter(line => line.kind === kind).map(line => line.amount))
  const report: ExecutionReport | null =
    type && periodEnd && sector && cui
      ? {
          type,
          periodEnd,
          sector,
          cui,
          entityName,
          lines,
          totals: { revenue: total('revenue'), expenditure: total('expenditure') },
          controlTotals: readable,
        }
      : null
  return { report, recognised, issues }
}

function withoutTitleRows(reading: SheetReading): {
  lines: readonly ReadLine[]
  sums: Record<BudgetKind, bigint>
  dropped: readonly ReadLine[]
} {
  let lines = reading.lines
  const sums = { ...reading.sums }
  const dropped: ReadLine[] = []
  for (const kind of KINDS) {
    const control = reading.controlTotals[kind]
    if (control === null || control === 'unreadable') continue
    const result = dropTitleRows(lines, kind, sums[kind], control.amount)
    lines = result.kept
    sums[kind] = result.sum
    dropped.push(...result.dropped)
  }
  return { lines, sums, dropped }
}

function skippedRows(reading: SheetReading, dropped: readonly ReadLine[]): Issue[] {
  const cells = [
    ...dropped.map(({ line }) => line.cell),
    ...reading.labelledSubtotals.map(({ cell }) => cell),
  ]
  const [first] = cells
  if (first === undefined) return []
  return [
    makeIssue(
      'subtotal_rows_skipped',
      { sheet: reading.sheet, cell: first, value: null },
      { rows: String(cells.length), cells: listCells(cells) },
    ),
  ]
}

function hiddenRows(sheet: string, lines: readonly ReadLine[]): Issue[] {
  const cells = lines.filter(({ hidden }) => hidden).map(({ line }) => line.cell)
  const [first] = cells
  if (first === undefined) return []
  return [
    makeIssue(
      'hidden_rows_read',
      { sheet, cell: first, value: null },
      { rows: String(cells.length), cells: listCells(cells) },
    ),
  ]
}

function strayEconomics(reading: SheetReading): Issue[] {
  const byCode = new Map<string, string[]>()
  for (const { code, cell } of reading.strayEconomic) {
    const cells = byCode.get(code)
    if (cells) cells.push(cell)
    else byCode.set(code, [cell])
  }
  return [...byCode].map(([code, cells]) =>
    makeIssue(
      'economic_code_on_revenue',
      { sheet: reading.sheet, cell: cells[0] ?? null, value: code },
      { code, rows: String(cells.length), cells: listCells(cells) },
    ),
  )
}
