import {
  type ExecutionLine,
  executionLineKey,
  formatBani,
  type Issue,
  makeIssue,
  type PreviousLine,
  WHOLE_FILE,
} from '../../domain/index.ts'
import type { FallenLine } from '../../warehouse/index.ts'
import type { AnyReport } from '../read-result.ts'
import { sortIssues } from './sort-issues.ts'

/** What is known outside the file. */
export interface ReportContext {
  readonly entityKnown: boolean
  /** Whether the sender may report for the entity. */
  readonly permitted: boolean
  /** Fiscal code and report type that the sender chose; null when nothing was chosen. */
  readonly expectedCui: string | null
  readonly expectedType: string | null
  /** ISO date in Romania. */
  readonly today: string
  /** What is wrong with the file itself. */
  readonly ownIssues: readonly Issue[]
  /** The entity's report before this one; compared only within a year, since the amounts begin anew each January. */
  readonly previous:
    | { readonly periodEnd: string; readonly lines: readonly PreviousLine[] }
    /** For a report with staged lines: what was found to fall or disappear, by a database. */
    | { readonly periodEnd: string; readonly sheet: string; readonly fallen: readonly FallenLine[] }
    | null
}

/** The rules that need the outside. All that fail are listed. */
export function validateInContext(report: AnyReport, context: ReportContext): Issue[] {
  const { cui, entityName: name, type, periodEnd } = report
  const issues: Issue[] = []
  if (!context.entityKnown)
    issues.push(makeIssue('entity_unknown', { ...WHOLE_FILE, value: cui }, { cui, name }))
  else if (!context.permitted)
    issues.push(makeIssue('entity_not_permitted', { ...WHOLE_FILE, value: cui }, { cui, name }))
  if (context.expectedCui !== null && context.expectedCui !== cui)
    issues.push(
      makeIssue(
        'entity_differs_from_request',
        { ...WHOLE_FILE, value: cui },
        { cui, expected: context.expectedCui },
      ),
    )
  if (context.expectedType !== null && context.expectedType !== type)
    issues.push(
      makeIssue(
        'type_differs_from_request',
        { ...WHOLE_FILE, value: type },
        { type, expected: context.expectedType },
      ),
    )
  if (periodEnd > context.today)
    issues.push(
      makeIssue(
        'date_in_future',
        { ...WHOLE_FILE, value: periodEnd },
        { date: periodEnd, today: context.today },
      ),
    )
  return sortIssues([
    ...issues,
    ...comparedWithPrevious(report, context.previous).filter(
      // A line that could not be read has not disappeared: which ones the report lacks shows once it is corrected.
      ({ code }) => code !== 'line_disappears' || !context.ownIssues.some(losesLines),
    ),
  ])
}

/** A total that differs is the exception: the line that disappeared is what explains it. */
const losesLines = ({ severity, code }: Issue): boolean =>
  severity === 'error' && !code.startsWith('control_total_')

/** 85.01 (recoveries of earlier years' payments) and 37.03 are negative by nature and fall as the year goes on. */
const fallsByNature = (line: Pick<PreviousLine, 'functional' | 'economic' | 'kind'>): boolean =>
  line.kind === 'revenue' ? line.functional.startsWith('3703') : (line.economic?.startsWith('8501') ?? false)

function comparedWithPrevious(report: AnyReport, previous: ReportContext['previous']): Issue[] {
  if (!previous || previous.periodEnd >= report.periodEnd) return []
  const { periodEnd } = previous
  if (periodEnd.slice(0, 4) !== report.periodEnd.slice(0, 4)) return []
  if ('fallen' in previous)
    return previous.fallen.map(({ before, now }) =>
      fallenIssue(before, now && { ...now, sheet: previous.sheet }, periodEnd),
    )
  if ('file' in report.lines) throw new Error('staged lines are compared where they are')
  return comparedWith(report.lines, previous.lines, periodEnd)
}

function comparedWith(
  lines: readonly ExecutionLine[],
  earlier: readonly PreviousLine[],
  previousDate: string,
): Issue[] {
  const now = new Map(lines.map(line => [executionLineKey(line), line]))
  const before = new Map(earlier.map(line => [executionLineKey(line), line]))
  const issues: Issue[] = []
  for (const [key, line] of before) {
    if (fallsByNature(line)) continue
    const current = now.get(key) ?? null
    if (current ? current.amount < line.amount : line.amount !== 0n)
      issues.push(fallenIssue(line, current, previousDate))
  }
  return issues
}

function fallenIssue(
  before: PreviousLine,
  now: (Pick<ExecutionLine, 'sheet' | 'cell' | 'rawValue'> & { readonly amount: bigint }) | null,
  previousDate: string,
): Issue {
  const { functional, economic, amount } = before
  const named = { previous: formatBani(amount), previousDate, functional, economic: economic ?? '' }
  if (!now) return makeIssue('line_disappears', WHOLE_FILE, named)
  return makeIssue(
    'cumulative_falls',
    { sheet: now.sheet, cell: now.cell, value: now.rawValue },
    { ...named, current: formatBani(now.amount) },
  )
}
