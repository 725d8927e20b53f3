import type { AttachmentPurpose } from '../../../domain/index.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { Store } from '../store/database.ts'
import type { AttachmentSubject } from './attachment.ts'

/** How long an upload may stay unfinished, or belong to nothing. */
export const UNATTACHED_DAYS = 1
export const UNATTACHED_MS = UNATTACHED_DAYS * 24 * 60 * 60 * 1000

/** The first two are for what belongs to no subject only. */
export type DeletionReason =
  | 'withdrawn'
  | 'never_attached'
  | 'kept_long_enough'
  | 'erased'
  /** With what it belonged to. */
  | 'subject_withdrawn'
const OF_NO_SUBJECT: ReadonlySet<DeletionReason> = new Set(['withdrawn', 'never_attached'])

/**
 * Deletes content with its key and its name. What belongs to a subject leaves a row that says so; the rest leaves nothing. The file itself goes
 * when the stores are swept: without its key it is noise.
 */
export async function deleteAttachment(
  store: Store,
  id: string,
  { by, reason, at }: { readonly by: string; readonly reason: DeletionReason; readonly at: Date },
): Promise<boolean> {
  const emptied = await store
    .updateTable('attachment')
    .set({ state: 'deleted', sealed_key: null, file_name: null, sha256: null })
    .where('id', '=', id)
    .where('state', '<>', 'deleted')
    .$if(OF_NO_SUBJECT.has(reason), query => query.where('subject_kind', 'is', null))
    .returning('subject_kind')
    .executeTakeFirst()
  if (!emptied) return false
  if (emptied.subject_kind === null) await store.deleteFrom('attachment').where('id', '=', id).execute()
  await recordEvent(store, {
    at,
    actor: by,
    action: 'attachment.deleted',
    subjectKind: 'attachment',
    subjectId: id,
    detail: { reason },
  })
  return true
}

/** Deletes what is past its keeping, of one purpose or all. Returns the names on the disk. */
export async function deletePastKeeping(
  store: Store,
  at: Date,
  purpose: AttachmentPurpose | null = null,
): Promise<string[]> {
  const due = await store
    .selectFrom('attachment')
    .select(['id', 'storage_key'])
    .where('state', '<>', 'deleted')
    .where('delete_after', '<', at)
    .$if(purpose !== null, query => query.where('purpose', '=', purpose ?? ''))
    .execute()
  return deleteAll(store, due, 'kept_long_enough', at)
}

/** Deletes what was sent before the moment and belongs to nothing. Returns the names on the disk. */
export async function deleteNeverAttached(store: Store, before: Date, at: Date): Promise<string[]> {
  const due = await store
    .selectFrom('attachment')
    .select(['id', 'storage_key'])
    .where('state', '<>', 'deleted')
    .where('subject_kind', 'is', null)
    .where('created_at', '<', before)
    .execute()
  return deleteAll(store, due, 'never_attached', at)
}

async function deleteAll(
  store: Store,
  due: readonly { readonly id: string; readonly storage_key: string }[],
  reason: DeletionReason,
  at: Date,
): Promise<string[]> {
  const deleted: string[] = []
  for (const { id, storage_key } of due)
    if (await deleteAttachment(store, id, { by: 'attachment retention', reason, at }))
      deleted.push(storage_key)
  return deleted
}

/** Deletes the content of what belongs to a subject, for its erasure or because it was withdrawn. */
export async function eraseAttachmentsOf(
  store: Store,
  subject: AttachmentSubject,
  {
    by,
    at,
    reason = 'erased',
  }: { readonly by: string; readonly at: Date; readonly reason?: 'erased' | 'subject_withdrawn' },
): Promise<number> {
  const rows = await store
    .selectFrom('attachment')
    .select('id')
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('state', '<>', 'deleted')
    .execute()
  for (const { id } of rows) await deleteAttachment(store, id, { by, reason, at })
  return rows.length
}

/** Which of these names on the disk still belong to content. */
export async function storageKeysInUse(store: Store, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set()
  const rows = await store
    .selectFrom('attachment')
    .select('storage_key')
    .where('storage_key', 'in', keys)
    .where('state', '<>', 'deleted')
    .execute()
  return new Set(rows.map(row => row.storage_key))
}
