import crypto from 'node:crypto'
import { sql } from 'kysely'
import { recordEvent } from '../../shared/audit/record-event.ts'
import { type ActedBy, inPlaceOf } from '../../shared/identity/actor.ts'
import { emitEvent } from '../../shared/outbox/outbox.ts'
import type { Database } from '../../shared/store/database.ts'

export type Confirmation =
  | { readonly outcome: 'confirmed' | 'already_confirmed' }
  | { readonly outcome: 'not_ready'; readonly status: string }
  /** The reading that was looked at is not the last one any more. */
  | { readonly outcome: 'read_again' }

export const REPORT_ACCEPTED = 'report.accepted'

/**
 * Confirms what was read, or that very reading, when it is named. Without approval levels the report is accepted at once: state, version, publication number,
 * audit and the outbox event that publishes it stand in one transaction.
 */
export async function confirmSubmission(
  db: Database,
  id: string,
  by: ActedBy,
  at: Date,
  reading: number | null = null,
): Promise<Confirmation> {
  return db.transaction().execute(async store => {
    const row = await store
      .selectFrom('submission')
      .select(['status', 'organisation_id', 'report_type', 'period_end', 'reading'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirstOrThrow()
    if (row.status === 'accepted' || row.status === 'published') return { outcome: 'already_confirmed' }
    if (row.status !== 'awaiting_confirmation' || !row.organisation_id || !row.report_type || !row.period_end)
      return { outcome: 'not_ready', status: row.status }
    if (reading !== null && reading !== row.reading) return { outcome: 'read_again' }
    // The counter's row lock puts acceptances in one order: publication numbers ascend without gaps as they commit.
    const counter = await store
      .updateTable('counter')
      .set({ value: sql<string>`value + 1` })
      .where('name', '=', 'publication')
      .returning('value')
      .executeTakeFirstOrThrow()
    const latest = await store
      .selectFrom('submission')
      .select(({ fn }) => fn.max('version').as('version'))
      .where('organisation_id', '=', row.organisation_id)
      .where('report_type', '=', row.report_type)
      .where('period_end', '=', row.period_end)
      .executeTakeFirst()
    const version = (latest?.version ?? 0) + 1
    await store
      .updateTable('submission')
      .set({ status: 'accepted', version, publication: counter.value, confirmed_at: at })
      .where('id', '=', id)
      .execute()
    await emitEvent(
      store,
      {
        id: crypto.randomUUID(),
        kind: REPORT_ACCEPTED,
        aggregate: `${row.organisation_id}:${row.report_type}`,
        payload: { submission: id, publication: Number(counter.value), version },
      },
      at,
    )
    await recordEvent(store, {
      at,
      actor: by.person,
      action: 'submission.confirmed',
      subjectKind: 'submission',
      subjectId: id,
      detail: { version, publication: Number(counter.value), ...inPlaceOf(by) },
    })
    return { outcome: 'confirmed' }
  })
}
