import { notify } from '../../shared/notifications/notify.ts'
import type { Store } from '../../shared/store/database.ts'

type Outcome =
  | { readonly kind: 'report.invalid'; readonly errors: number }
  | { readonly kind: 'report.published'; readonly version: number }
  | { readonly kind: 'report.returned'; readonly reason: string }
  | { readonly kind: 'report.failed' }

/** Tells whoever sent a report what became of it. What the installation loaded itself has no sender to tell. */
export async function tellSender(
  store: Store,
  submissionId: string,
  outcome: Outcome,
  at: Date,
): Promise<void> {
  const row = await store
    .selectFrom('submission')
    .innerJoin('auth_user', join =>
      join.on(({ eb, or, ref }) =>
        or([
          eb('auth_user.id', '=', ref('submission.uploaded_by')),
          eb('auth_user.email', '=', ref('submission.uploaded_by')),
        ]),
      ),
    )
    .leftJoin('organisation', 'organisation.id', 'submission.organisation_id')
    .select(['auth_user.id as person', 'file_name', 'period_end', 'name_ro', 'name_hu', 'name_en'])
    .where('submission.id', '=', submissionId)
    .executeTakeFirst()
  if (!row) return
  const report = {
    file: row.file_name,
    institution:
      row.name_ro === null ? null : { ro: row.name_ro, hu: row.name_hu ?? '', en: row.name_en ?? '' },
    periodEnd: row.period_end,
  }
  const notice = { to: { person: row.person }, link: `/reports/${submissionId}` }
  switch (outcome.kind) {
    case 'report.invalid':
      return notify(
        store,
        { ...notice, kind: outcome.kind, params: { ...report, errors: outcome.errors } },
        at,
      )
    case 'report.published':
      return notify(
        store,
        { ...notice, kind: outcome.kind, params: { ...report, version: outcome.version } },
        at,
      )
    case 'report.returned':
      return notify(
        store,
        { ...notice, kind: outcome.kind, params: { ...report, reason: outcome.reason } },
        at,
      )
    case 'report.failed':
      return notify(store, { ...notice, kind: outcome.kind, params: report }, at)
  }
}
