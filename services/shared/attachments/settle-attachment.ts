import type { AttachmentProblem, ContentKind, ScanResult } from '../../../domain/index.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { Database, Store } from '../store/database.ts'
import type { Keyring } from '../vault/keyring.ts'
import { sealedFor } from './attachment.ts'

/** The whole content is here; false when that was known. */
export async function markArrived(store: Store, id: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await store
    .updateTable('attachment')
    .set({ state: 'checking', arrived_at: at })
    .where('id', '=', id)
    .where('state', '=', 'uploading')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** What came of looking at the content. */
export type Verdict =
  | { readonly outcome: 'refused'; readonly problem: AttachmentProblem; readonly scan: ScanResult }
  | { readonly outcome: 'infected'; readonly signature: string }
  | { readonly outcome: 'waiting' }
  | {
      readonly outcome: 'ready'
      readonly kind: ContentKind
      readonly scan: ScanResult
      readonly fileName: string
      readonly size: number
      readonly sha256: string
      /** Where the content is now: of its own when it was made anew. */
      readonly storageKey: string
      readonly key: Buffer
    }

const PROGRAM = 'attachment check'

/** Records a verdict, unless the attachment was deleted meanwhile: then it is false. */
export async function settleAttachment(
  db: Database,
  keyring: Keyring,
  id: string,
  verdict: Verdict,
  at: Date,
): Promise<boolean> {
  return db.transaction().execute(async store => {
    const { numUpdatedRows } = await store
      .updateTable('attachment')
      .set({ state: verdict.outcome, ...columnsOf(verdict, keyring, id) })
      .where('id', '=', id)
      .where('state', 'in', ['checking', 'waiting'])
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return false
    if (verdict.outcome !== 'waiting')
      await recordEvent(store, {
        at,
        actor: PROGRAM,
        action: `attachment.${verdict.outcome}`,
        subjectKind: 'attachment',
        subjectId: id,
        detail: detailOf(verdict),
      })
    return true
  })
}

function columnsOf(verdict: Verdict, keyring: Keyring, id: string) {
  switch (verdict.outcome) {
    case 'waiting':
      return {}
    case 'refused':
      return { problem: verdict.problem, scan: verdict.scan }
    case 'infected':
      return { scan: 'infected', signature: verdict.signature.slice(0, 200) }
    case 'ready':
      return {
        kind: verdict.kind,
        scan: verdict.scan,
        file_name: keyring.seal(sealedFor('name', id), Buffer.from(verdict.fileName)),
        size: String(verdict.size),
        sha256: verdict.sha256,
        storage_key: verdict.storageKey,
        sealed_key: keyring.seal(sealedFor('key', id), verdict.key),
      }
  }
}

function detailOf(verdict: Exclude<Verdict, { outcome: 'waiting' }>): Record<string, unknown> {
  switch (verdict.outcome) {
    case 'refused':
      return { problem: verdict.problem }
    case 'infected':
      return { signature: verdict.signature.slice(0, 200) }
    case 'ready':
      return { kind: verdict.kind, scan: verdict.scan, size: verdict.size }
  }
}
