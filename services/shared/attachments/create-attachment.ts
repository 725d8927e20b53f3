import crypto from 'node:crypto'
import { sql } from 'kysely'
import { type AttachmentPurpose, cleanFileName } from '../../../domain/index.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { Database } from '../store/database.ts'
import { KEY_BYTES, type Keyring } from '../vault/keyring.ts'
import { type Attachment, attachmentOf, newStorageKey, sealedFor } from './attachment.ts'

/** What one person may have under way, so that nobody fills the disk: far above what a form asks for. */
const MOST_UPLOADING = 10
const MOST_UNATTACHED = 100
const MOST_UNATTACHED_BYTES = 2 * 1024 ** 3

export interface NewAttachment {
  /** A UUID. */
  readonly id: string
  readonly purpose: AttachmentPurpose
  readonly fileName: string
  readonly size: number
  /** The person. */
  readonly by: string
  readonly at: Date
}

/** Begins an upload, unless the person has too many of them that belong to nothing. */
export async function createAttachment(
  db: Database,
  keyring: Keyring,
  { id, purpose, fileName, size, by, at }: NewAttachment,
): Promise<Attachment | 'too_many'> {
  return db.transaction().execute(async store => {
    // One at a time for a person, so that the counts hold.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`attachment ${by}`}, 0))`.execute(store)
    const held = await store
      .selectFrom('attachment')
      .select(({ fn }) => [
        fn.countAll<string>().as('count'),
        fn.countAll<string>().filterWhere('state', '=', 'uploading').as('uploading'),
        fn.sum<string | null>('size').as('bytes'),
      ])
      .where('uploaded_by', '=', by)
      .where('subject_kind', 'is', null)
      .executeTakeFirstOrThrow()
    if (
      Number(held.count) >= MOST_UNATTACHED ||
      Number(held.uploading) >= MOST_UPLOADING ||
      Number(held.bytes ?? 0) + size > MOST_UNATTACHED_BYTES
    )
      return 'too_many'
    const row = await store
      .insertInto('attachment')
      .values({
        id,
        uploaded_by: by,
        purpose,
        file_name: keyring.seal(sealedFor('name', id), Buffer.from(cleanFileName(fileName))),
        state: 'uploading',
        scan: 'not_scanned',
        size: String(size),
        storage_key: newStorageKey(),
        sealed_key: keyring.seal(sealedFor('key', id), crypto.randomBytes(KEY_BYTES)),
        created_at: at,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    await recordEvent(store, {
      at,
      actor: by,
      action: 'attachment.begun',
      subjectKind: 'attachment',
      subjectId: id,
      detail: { purpose, size },
    })
    return attachmentOf(row, keyring)
  })
}
