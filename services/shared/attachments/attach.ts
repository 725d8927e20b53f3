import { type AttachmentPurpose, purposeRule } from '../../../domain/index.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { Store } from '../store/database.ts'
import type { AttachmentSubject } from './attachment.ts'

export type AttachOutcome =
  | 'attached'
  | 'unknown'
  | 'not_arrived'
  | 'refused'
  | 'infected'
  | 'already_attached'

const DAY_MS = 86_400_000

/**
 * Binds an upload to its subject, in the transaction of the command that needs it. Only whoever sent it can; while it is being checked it
 * can be attached, and is not handed out before it is found clean.
 */
export async function attach(
  store: Store,
  request: {
    readonly upload: string
    readonly subject: AttachmentSubject
    readonly purpose: AttachmentPurpose
    /** The person. */
    readonly by: string
    readonly at: Date
    /** End of its keeping, where the subject sets another than its purpose; null: until the subject says so. */
    readonly keepUntil?: Date | null
  },
): Promise<AttachOutcome> {
  const { upload, subject, purpose, by, at } = request
  const row = await store
    .selectFrom('attachment')
    .select(['state', 'subject_kind'])
    .where('id', '=', upload)
    .where('uploaded_by', '=', by)
    .where('purpose', '=', purpose)
    .forUpdate()
    .executeTakeFirst()
  if (!row || row.state === 'deleted') return 'unknown'
  if (row.subject_kind !== null) return 'already_attached'
  if (row.state === 'uploading') return 'not_arrived'
  if (row.state === 'refused' || row.state === 'infected') return row.state
  await store
    .updateTable('attachment')
    .set({
      subject_kind: subject.kind,
      subject_id: subject.id,
      attached_at: at,
      delete_after:
        request.keepUntil === undefined
          ? new Date(at.getTime() + purposeRule(purpose).keepDays * DAY_MS)
          : request.keepUntil,
    })
    .where('id', '=', upload)
    .execute()
  await recordEvent(store, {
    at,
    actor: by,
    action: 'attachment.attached',
    subjectKind: 'attachment',
    subjectId: upload,
    detail: { to: subject.kind, id: subject.id, purpose },
  })
  return 'attached'
}
