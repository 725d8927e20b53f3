import { recordEvent } from '../audit/record-event.ts'
import type { Store } from '../store/database.ts'

/** Says that another document has taken the place of this one. A revoked or superseded one stays what it is. Returns whether
 * anything changed. */
export async function supersedeDocument(
  store: Store,
  id: string,
  by: string,
  { actor, at }: { actor: string; at: Date },
): Promise<boolean> {
  const changed = await store
    .updateTable('document')
    .set({ superseded_by: by, superseded_at: at })
    .where('id', '=', id)
    .where('id', '!=', by)
    .where('superseded_by', 'is', null)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!changed) return false
  await recordEvent(store, {
    at,
    actor,
    action: 'document.superseded',
    subjectKind: 'document',
    subjectId: id,
    detail: { by },
  })
  return true
}
