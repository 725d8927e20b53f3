import type { JSONColumnType } from 'kysely'
import type { Instant } from '../store/column-types.ts'

interface AuditEventTable {
  id: string
  at: Instant
  actor: string
  action: string
  subject_kind: string
  subject_id: string
  detail: JSONColumnType<Record<string, unknown>>
  /** Whose key the personal part is sealed under. */
  person: string | null
  personal: Buffer | null
  /** Hash of the personal part under the person's key. */
  personal_mac: string | null
  commitment: Buffer
}

/** The chain, one link for each event: the database writes it when a transaction with events commits. */
interface AuditLinkTable {
  number: string
  event: string
  hash: Buffer
}

/** One row: the last link. */
interface AuditHeadTable {
  number: string
  hash: Buffer
}

interface AuditCheckTable {
  id: string
  at: Instant
  links: string
  head: string
  broken_number: string | null
  fault: string | null
}

/** Tables of this capability. */
export interface AuditTables {
  audit_event: AuditEventTable
  audit_link: AuditLinkTable
  audit_head: AuditHeadTable
  audit_check: AuditCheckTable
}
