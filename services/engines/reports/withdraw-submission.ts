import { recordEvent } from '../../shared/audit/record-event.ts'
import { type ActedBy, inPlaceOf } from '../../shared/identity/actor.ts'
import type { Database } from '../../shared/store/database.ts'

/** Gives up a submission that was not confirmed; reading it is cancelled. False when it is too late for that. */
export async function withdrawSubmission(db: Database, id: string, by: ActedBy, at: Date): Promise<boolean> {
  return db.transaction().execute(async store => {
    const result = await store
      .updateTable('submission')
      .set({ status: 'withdrawn' })
      .where('id', '=', id)
      .where('status', 'in', ['received', 'reading', 'invalid', 'awaiting_confirmation'])
      .executeTakeFirst()
    if (result.numUpdatedRows === 0n) return false
    await recordEvent(store, {
      at,
      actor: by.person,
      action: 'submission.withdrawn',
      subjectKind: 'submission',
      subjectId: id,
      detail: inPlaceOf(by),
    })
    return true
  })
}
