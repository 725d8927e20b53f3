import { type BudgetKind, type ExecutionReport, type Issue, makeIssue } from '../../domain/index.ts'
import type { FileNameFacts } from '../forexebug/file-name.ts'
import type { SheetStatement } from '../forexebug/read-sheet.ts'
import { judgeFacts } from '../forexebug/report-facts.ts'
import type { ReadResult, Recognised } from '../read-result.ts'
import { controlTotals } from './control-totals.ts'
import type { LineFindings } from './line-findings.ts'
import { judgeLines } from './line-rules.ts'

const KINDS: readonly BudgetKind[] = ['revenue', 'expenditure']

/** Judges what was read from one sheet: its facts, its lines, its totals. All that is wrong is listed. */
export function judgeReport<Lines extends { readonly length: number }>(
  reading: SheetStatement,
  { lines, findings }: { readonly lines: Lines; readonly findings: LineFindings },
  named: FileNameFacts,
): Omit<ReadResult<Omit<ExecutionReport, 'lines'> & { readonly lines: Lines }>, 'sheets'> {
  const { facts, issues: factIssues } = judgeFacts(reading, named)
  const issues = [
    ...reading.issues,
    ...factIssues,
    // Without a whole header no row was read: the rest would only complain about that again.
    ...(reading.hasWholeHeader
      ? [
          ...noLines(reading, lines),
          ...controlTotals(reading, findings),
          ...judgeLines(reading.sheet, findings),
        ]
      : []),
  ]
  const { revenue, expenditure } = reading.controlTotals
  const controls = {
    revenue: revenue === 'unreadable' ? null : revenue,
    expenditure: expenditure === 'unreadable' ? null : expenditure,
  }
  const recognised: Recognised = {
    ...facts,
    sheet: reading.sheet,
    lines: lines.length,
    sums: findings.sums,
    controlTotals: controls,
  }
  const { type, periodEnd, sector, cui, entityName } = facts
  const report =
    type && periodEnd && sector && cui
      ? {
          type,
          periodEnd,
          sector,
          cui,
          entityName,
          lines,
          totals: findings.totals,
          controlTotals: controls,
        }
      : null
  return { report, recognised, issues }
}

function noLines(reading: SheetStatement, lines: { readonly length: number }): Issue[] {
  const isEmpty = lines.length === 0 && KINDS.every(kind => reading.unreadable[kind] === 0)
  const hasErrors = reading.issues.some(issue => issue.severity === 'error')
  return isEmpty && !hasErrors
    ? [makeIssue('no_lines', { sheet: reading.sheet, cell: null, value: null }, {})]
    : []
}
