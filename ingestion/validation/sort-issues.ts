import { type Issue, makeIssue, WHOLE_FILE } from '../../domain/index.ts'
import { parseAddress } from '../readers/address.ts'

const RANK: Readonly<Record<Issue['severity'], number>> = { error: 0, warning: 1, information: 2 }

/** A file in which everything is wrong would fill the store; people need the first thousand at most. */
export const KEPT = 20_000

/** Errors first, then by place in the file; what concerns the whole file comes before its cells. */
export function sortIssues(issues: readonly Issue[]): Issue[] {
  const sorted = inOrder(issues)
  return sorted.length <= KEPT ? sorted : cut(sorted)
}

/** Issues of a file of any size, of which no more are held than are shown. */
export class IssueList {
  #issues: Issue[] = []
  #isCut = false

  add(issues: readonly Issue[]): void {
    for (const issue of issues) this.#issues.push(issue)
    if (this.#issues.length < 4 * KEPT) return
    this.#issues = inOrder(this.#issues).slice(0, KEPT)
    this.#isCut = true
  }

  /** In no order, and only those that can still be shown. */
  get held(): readonly Issue[] {
    return this.#issues
  }

  /** `all`: those held, with what followed from them. */
  sortedWith(all: readonly Issue[]): Issue[] {
    const sorted = inOrder(all)
    return this.#isCut || sorted.length > KEPT ? cut(sorted) : sorted
  }
}

const cut = (sorted: readonly Issue[]): Issue[] => [
  ...sorted.slice(0, KEPT),
  makeIssue('issues_cut', WHOLE_FILE, { shown: String(KEPT) }),
]

function inOrder(issues: readonly Issue[]): Issue[] {
  const placed = issues.map(issue => ({ issue, at: issue.cell === null ? null : parseAddress(issue.cell) }))
  placed.sort(
    (left, right) =>
      RANK[left.issue.severity] - RANK[right.issue.severity] ||
      compare(left.issue.sheet ?? '', right.issue.sheet ?? '') ||
      (left.at?.row ?? 0) - (right.at?.row ?? 0) ||
      (left.at?.column ?? 0) - (right.at?.column ?? 0) ||
      // Two ways of reading may find what is wrong with a cell one after the other.
      compare(left.issue.code, right.issue.code),
  )
  return placed.map(({ issue }) => issue)
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)
