import crypto from 'node:crypto'
import type { Selectable } from 'kysely'
import type {
  AttachmentProblem,
  AttachmentPurpose,
  AttachmentState,
  ContentKind,
  ScanResult,
} from '../../../domain/index.ts'
import type { Store } from '../store/database.ts'
import type { Keyring } from '../vault/keyring.ts'
import type { AttachmentTables } from './tables.ts'

/** What attachments are bound to: a case, a mandate, and so on. */
export interface AttachmentSubject {
  readonly kind: string
  readonly id: string
}

export interface Attachment {
  readonly id: string
  /** The person; null when the account is gone. */
  readonly uploadedBy: string | null
  readonly purpose: AttachmentPurpose
  /** null once it is deleted. */
  readonly fileName: string | null
  readonly state: AttachmentState
  readonly scan: ScanResult
  readonly problem: AttachmentProblem | null
  readonly kind: ContentKind | null
  /** As announced until it is ready, then as stored: an image that was made anew has another size. */
  readonly size: number
  readonly sha256: string | null
  readonly storageKey: string
  readonly subject: AttachmentSubject | null
  readonly createdAt: Date
  /** Key of the content. Throws when it is deleted. */
  contentKey(): Buffer
}

/** A name on the disk that says nothing. */
export const newStorageKey = (): string => crypto.randomBytes(16).toString('hex')

/** Bound to the row, so that nothing sealed can be moved to another one. */
export const sealedFor = (what: 'key' | 'name', id: string): string => `attachment ${what} ${id}`

export function attachmentOf(row: Selectable<AttachmentTables['attachment']>, keyring: Keyring): Attachment {
  const { id, file_name: name, sealed_key: sealedKey } = row
  return {
    id,
    uploadedBy: row.uploaded_by,
    purpose: row.purpose as AttachmentPurpose,
    fileName: name && keyring.unseal(sealedFor('name', id), name).toString(),
    state: row.state as AttachmentState,
    scan: row.scan as ScanResult,
    problem: row.problem as AttachmentProblem | null,
    kind: row.kind as ContentKind | null,
    size: Number(row.size),
    sha256: row.sha256,
    storageKey: row.storage_key,
    subject:
      row.subject_kind !== null && row.subject_id !== null
        ? { kind: row.subject_kind, id: row.subject_id }
        : null,
    createdAt: row.created_at,
    contentKey: () => {
      if (!sealedKey) throw new Error('the content is deleted')
      return keyring.unseal(sealedFor('key', id), sealedKey)
    },
  }
}

/** Whoever asks must still ask whether the caller may see it. */
export async function findAttachment(store: Store, keyring: Keyring, id: string): Promise<Attachment | null> {
  const row = await store.selectFrom('attachment').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? attachmentOf(row, keyring) : null
}

/** Attachments of a subject, in the order in which they were sent. */
export async function listAttachments(
  store: Store,
  keyring: Keyring,
  subject: AttachmentSubject,
): Promise<Attachment[]> {
  const rows = await store
    .selectFrom('attachment')
    .selectAll()
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(row => attachmentOf(row, keyring))
}

/** Content that has arrived and is not judged yet: after a start, and when the scanner may be back. */
export async function listUnchecked(store: Store, states: readonly AttachmentState[]): Promise<string[]> {
  const rows = await store
    .selectFrom('attachment')
    .select('id')
    .where('state', 'in', states)
    .orderBy('created_at')
    .execute()
  return rows.map(({ id }) => id)
}
