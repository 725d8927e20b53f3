import { type Issue, makeIssue, WHOLE_FILE } from '../../domain/index.ts'
import { parseAddress } from '../readers/address.ts'

const RANK: Readonly<Record<Issue['severity'], number>> = { error: 0, warning: 1, information: 2 }

/** A file in which everything is wrong would fill the store; people need the first thousand at most. */
const KEPT = 20_000

/** Errors first, then by place in the file; what concerns the whole file comes before its cells. */
export function sortIssues(issues: readonly Issue[]): Issue[] {
  const placed = issues.map(issue => ({ issue, at: issue.cell === null ? null : parseAddress(issue.cell) }))
  placed.sort(
    (left, right) =>
      RANK[left.issue.severity] - RANK[right.issue.severity] ||
      compare(left.issue.sheet ?? '', right.issue.sheet ?? '') ||
      (left.at?.row ?? 0) - (right.at?.row ?? 0) ||
      (left.at?.column ?? 0) - (right.at?.column ?? 0),
  )
  const sorted = placed.map(({ issue }) => issue)
  if (sorted.length <= KEPT) return sorted
  return [...sorted.slice(0, KEPT), makeIssue('issues_cut', WHOLE_FILE, { shown: String(KEPT) })]
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)
