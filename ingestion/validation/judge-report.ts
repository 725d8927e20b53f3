import {
  type BudgetKind,
  type ExecutionLine,
  type ExecutionReport,
  type Issue,
  makeIssue,
  sumBani,
} from '../../domain/index.ts'
import type { FileNameFacts } from '../forexebug/file-name.ts'
import type { ReadLine } from '../forexebug/read-line.ts'
import type { SheetReading } from '../forexebug/read-sheet.ts'
import { judgeFacts } from '../forexebug/report-facts.ts'
import { dropTitleRows } from '../forexebug/subtotal-rows.ts'
import type { ReadResult, Recognised } from '../read-result.ts'
import { controlTotals } from './control-totals.ts'
import type { KnownCodes } from './known-codes.ts'
import { duplicateLines, missingSections, sectionTransfers, unknownCodes } from './line-rules.ts'
import { listCells } from './list-cells.ts'

const KINDS: readonly BudgetKind[] = ['revenue', 'expenditure']

/** Judges what was read from one sheet: its facts, its lines, its totals. All that is wrong is listed. */
export function judgeReport(
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
  const issues = [
    ...reading.issues,
    ...factIssues,
    // Without a whole header no row was read: the rest would only complain about that again.
    ...(reading.hasWholeHeader
      ? [
          ...noLines(reading, lines),
          ...duplicateLines(lines),
          ...controlTotals(reading, sums),
          ...sectionTransfers(lines),
          ...(known ? unknownCodes(readLines, known) : []),
          ...missingSections(readLines),
          ...skippedRows(reading, dropped),
          ...hiddenRows(reading.sheet, readLines),
          ...strayEconomics(reading),
        ]
      : []),
  ]
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

function noLines(reading: SheetReading, lines: readonly ExecutionLine[]): Issue[] {
  const isEmpty = lines.length === 0 && KINDS.every(kind => reading.unreadable[kind] === 0)
  const hasErrors = reading.issues.some(issue => issue.severity === 'error')
  return isEmpty && !hasErrors
    ? [makeIssue('no_lines', { sheet: reading.sheet, cell: null, value: null }, {})]
    : []
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
  const rows = [...dropped.map(({ line }) => line), ...reading.labelledSubtotals]
  const cells = rows.sort((one, other) => one.row - other.row).map(({ cell }) => cell)
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
