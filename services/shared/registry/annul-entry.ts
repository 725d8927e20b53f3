import { recordEvent } from '../audit/record-event.ts'
import type { Database } from '../store/database.ts'

/** Marks a line as wrong, with the reason; the line and its number stay. False when it was annulled before. */
export async function annulEntry(
  db: Database,
  id: string,
  reason: string,
  by: string,
  at: Date,
): Promise<boolean> {
  return db.transaction().execute(async store => {
    const added = await store
      .insertInto('register_annulment')
      .values({ entry: id, reason, annulled_by: by, at })
      .onConflict(conflict => conflict.doNothing())
      .returning('entry')
      .executeTakeFirst()
    if (!added) return false
    await recordEvent(store, {
      at,
      actor: by,
      action: 'register.entry_annulled',
      subjectKind: 'register_entry',
      subjectId: id,
      detail: {},
    })
    return true
  })
}
