import { recordEvent } from '../../shared/audit/record-event.ts'
import { markTaskDone } from '../../shared/outbox/tasks.ts'
import type { Database } from '../../shared/store/database.ts'
import { tellSender } from './tell-sender.ts'

/** After the warehouse has the publication: the event is done, the submission published, the version before it superseded. */
export async function settlePublication(
  db: Database,
  task: { readonly consumer: string; readonly eventId: string },
  submissionId: string,
  at: Date,
): Promise<void> {
  await db.transaction().execute(async store => {
    const row = await store
      .updateTable('submission')
      .set({ status: 'published', published_at: at })
      .where('id', '=', submissionId)
      .returning(['organisation_id', 'report_type', 'period_end', 'publication', 'version'])
      .executeTakeFirstOrThrow()
    await store
      .updateTable('submission')
      .set({ status: 'superseded' })
      .where('organisation_id', '=', row.organisation_id)
      .where('report_type', '=', row.report_type)
      .where('period_end', '=', row.period_end)
      .where('status', '=', 'published')
      .where('id', '!=', submissionId)
      .execute()
    await markTaskDone(store, task.consumer, task.eventId, at)
    await recordEvent(store, {
      at,
      actor: 'relay',
      action: 'submission.published',
      subjectKind: 'submission',
      subjectId: submissionId,
      detail: { publication: Number(row.publication) },
    })
    await tellSender(store, submissionId, { kind: 'report.published', version: row.version ?? 1 }, at)
  })
}

/** A report that can't be published, whatever is tried: its event is done and the submission says so. */
export async function failPublication(
  db: Database,
  task: { readonly consumer: string; readonly eventId: string },
  submissionId: string,
  reason: string,
  at: Date,
): Promise<void> {
  await db.transaction().execute(async store => {
    await store.updateTable('submission').set({ status: 'failed' }).where('id', '=', submissionId).execute()
    await markTaskDone(store, task.consumer, task.eventId, at)
    await recordEvent(store, {
      at,
      actor: 'relay',
      action: 'submission.failed',
      subjectKind: 'submission',
      subjectId: submissionId,
      detail: { reason },
    })
    await tellSender(store, submissionId, { kind: 'report.failed' }, at)
  })
}
