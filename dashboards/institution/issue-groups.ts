import type { ReportedIssue } from '../api-types.ts'

export type Severity = ReportedIssue['severity']
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information']

export interface NumberedIssue extends ReportedIssue {
  /** Place in the submission's list: the anchor of its explanation. */
  readonly number: number
}

export interface IssueGroup {
  readonly code: string
  readonly first: NumberedIssue
  readonly others: readonly NumberedIssue[]
}

/** Issues of one severity, those of the same kind together, in the order in which they appear in the file. */
export function groupIssues(issues: readonly ReportedIssue[], severity: Severity): IssueGroup[] {
  const groups = new Map<string, { first: NumberedIssue; others: NumberedIssue[] }>()
  for (const [number, issue] of issues.entries()) {
    if (issue.severity !== severity) continue
    const numbered = { ...issue, number }
    const group = groups.get(issue.code)
    if (group) group.others.push(numbered)
    else groups.set(issue.code, { first: numbered, others: [] })
  }
  return [...groups].map(([code, group]) => ({ code, ...group }))
}

export const issueAnchor = (number: number): string => `i-${number}`

/** Row of an address in the file's own terms: H97 → 97. */
export function rowOf(cell: string | null): number | null {
  const match = cell === null ? null : /^[A-Z]{1,3}(\d{1,7})$/.exec(cell)
  return match ? Number(match[1]) : null
}
