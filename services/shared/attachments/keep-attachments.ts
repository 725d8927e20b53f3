import type { Store } from '../store/database.ts'
import type { AttachmentSubject } from './attachment.ts'

/** Says how long what belongs to a subject is kept, once that is known. */
export async function keepAttachmentsUntil(
  store: Store,
  subject: AttachmentSubject,
  until: Date,
): Promise<void> {
  await store
    .updateTable('attachment')
    .set({ delete_after: until })
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('state', '<>', 'deleted')
    .execute()
}
