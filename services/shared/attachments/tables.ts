import type { Instant } from '../store/column-types.ts'

interface AttachmentTable {
  id: string
  uploaded_by: string | null
  purpose: string
  /** Sealed: a name tells of the person as much as the content does. */
  file_name: Buffer | null
  state: string
  scan: string
  signature: string | null
  problem: string | null
  kind: string | null
  size: string
  sha256: string | null
  /** Name of the file on the disk, at random. */
  storage_key: string
  /** The file's own key, sealed by the installation's: without it the content is gone, in every copy. */
  sealed_key: Buffer | null
  subject_kind: string | null
  subject_id: string | null
  created_at: Instant
  arrived_at: Instant | null
  attached_at: Instant | null
  delete_after: Instant | null
}

/** Tables of this capability. */
export interface AttachmentTables {
  attachment: AttachmentTable
}
