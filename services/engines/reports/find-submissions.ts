import { ISSUE_CODES, type Issue, type IssueCode, type SubmissionState } from '../../../domain/index.ts'
import type { Store } from '../../shared/store/database.ts'
import { type Submission, selectSubmissions, toSubmission } from './submission.ts'

/** Which submissions a reader sees: all, or those of some organisations and those that they uploaded. */
export type SubmissionScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'own'; readonly organisations: readonly string[]; readonly uploadedBy: string }

export const ALL_SUBMISSIONS: SubmissionScope = { kind: 'all' }

function scoped(store: Store, scope: SubmissionScope) {
  const query = selectSubmissions(store)
  if (scope.kind === 'all') return query
  return query.where(({ eb, or, and }) =>
    or([
      ...(scope.organisations.length > 0
        ? [eb('submission.organisation_id', 'in', [...scope.organisations])]
        : []),
      and([
        eb('submission.uploaded_by', '=', scope.uploadedBy),
        eb('submission.organisation_id', 'is', null),
      ]),
    ]),
  )
}

export async function findSubmission(
  store: Store,
  id: string,
  scope: SubmissionScope,
): Promise<Submission | null> {
  const row = await scoped(store, scope).where('submission.id', '=', id).executeTakeFirst()
  return row ? toSubmission(row) : null
}

export interface SubmissionFilter {
  readonly cui?: string | undefined
  readonly status?: SubmissionState | undefined
  readonly periodEnd?: string | undefined
  /** Sequence of the last submission of the page before. */
  readonly before?: string | undefined
  readonly limit: number
}

/** Newest first. */
export async function listSubmissions(
  store: Store,
  scope: SubmissionScope,
  filter: SubmissionFilter,
): Promise<Submission[]> {
  let query = scoped(store, scope)
  if (filter.cui) query = query.where('organisation.cui', '=', filter.cui)
  if (filter.status) query = query.where('submission.status', '=', filter.status)
  if (filter.periodEnd) query = query.where('submission.period_end', '=', filter.periodEnd)
  if (filter.before) query = query.where('submission.sequence', '<', filter.before)
  const rows = await query.orderBy('submission.sequence', 'desc').limit(filter.limit).execute()
  return rows.map(toSubmission)
}

/** The submission that already stands for a file: not one that was given up, refused or replaced. */
export async function findSameFile(
  store: Store,
  sha256: string,
  scope: SubmissionScope,
): Promise<Submission | null> {
  const row = await scoped(store, scope)
    .where('submission.sha256', '=', sha256)
    .where('submission.status', 'in', [
      'received',
      'reading',
      'awaiting_confirmation',
      'submitted',
      'approved',
      'accepted',
      'published',
    ])
    .orderBy('submission.sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? toSubmission(row) : null
}

/** Submissions whose reading was cut off by a stop of the program. */
export async function listUnread(store: Store): Promise<Submission[]> {
  const rows = await selectSubmissions(store)
    .where('submission.status', 'in', ['received', 'reading'])
    .orderBy('submission.sequence')
    .execute()
  return rows.map(toSubmission)
}

const isIssueCode = (code: string): code is IssueCode => (ISSUE_CODES as readonly string[]).includes(code)

export async function listIssues(store: Store, id: string, limit: number | null): Promise<Issue[]> {
  let query = store
    .selectFrom('submission_issue')
    .select(['code', 'severity', 'sheet', 'cell', 'value', 'params'])
    .where('submission_id', '=', id)
    .orderBy('ordinal')
  if (limit !== null) query = query.limit(limit)
  return (await query.execute()).flatMap(row => (isIssueCode(row.code) ? [{ ...row, code: row.code }] : []))
}

export async function countIssues(
  store: Store,
  ids: readonly string[],
): Promise<Map<string, Record<Issue['severity'], number>>> {
  const counts = new Map(ids.map(id => [id, { error: 0, warning: 0, information: 0 }]))
  if (ids.length === 0) return counts
  const rows = await store
    .selectFrom('submission_issue')
    .select(({ fn }) => ['submission_id', 'severity', fn.countAll<string>().as('count')])
    .where('submission_id', 'in', [...ids])
    .groupBy(['submission_id', 'severity'])
    .execute()
  for (const row of rows) {
    const count = counts.get(row.submission_id)
    if (count) count[row.severity] = Number(row.count)
  }
  return counts
}
