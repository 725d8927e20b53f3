import type { RevocationReason } from '../../../domain/index.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { Store } from '../store/database.ts'
import { inTransaction } from '../store/in-transaction.ts'

/** Takes a document out of force, a superseded one too. It stays so: a second revocation changes nothing. Returns whether
 * anything changed. */
export async function revokeDocument(
  store: Store,
  id: string,
  { reason, actor, at }: { reason: RevocationReason; actor: string; at: Date },
): Promise<boolean> {
  return inTransaction(store, async transaction => {
    const changed = await transaction
      .updateTable('document')
      .set({ revoked_at: at, revocation_reason: reason })
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!changed) return false
    await recordEvent(transaction, {
      at,
      actor,
      action: 'document.revoked',
      subjectKind: 'document',
      subjectId: id,
      detail: { reason },
    })
    return true
  })
}
