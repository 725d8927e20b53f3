import { type Issue, type IssueParams, makeIssue, WHOLE_FILE } from '../../domain/index.ts'

type FailureCode =
  | 'file_empty'
  | 'file_unreadable'
  | 'file_too_large'
  | 'file_type_unknown'
  | 'file_protected'

/** Ends the reading of a file for a reason that its sender can understand and mend. */
export class ReadFailure extends Error {
  readonly issue: Issue

  constructor(issue: Issue, options?: ErrorOptions) {
    super(`${issue.code} ${JSON.stringify(issue.params)}`, options)
    this.name = 'ReadFailure'
    this.issue = issue
  }
}

export const fail = <Code extends FailureCode>(
  code: Code,
  params: IssueParams<Code>,
  cause?: unknown,
): ReadFailure => new ReadFailure(makeIssue(code, WHOLE_FILE, params), { cause })

/** A part of an archive that is not what it should be. */
export const damaged = (part: string, cause?: unknown): ReadFailure =>
  fail('file_unreadable', { reason: 'xml', detail: part }, cause)
