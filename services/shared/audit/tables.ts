import type { Generated, JSONColumnType } from 'kysely'
import type { Instant } from '../store/column-types.ts'

interface AuditEventTable {
  id: Generated<string>
  at: Instant
  actor: string
  action: string
  subject_kind: string
  subject_id: string
  detail: JSONColumnType<Record<string, unknown>>
}

/** Tables of this capability. */
export interface AuditTables {
  audit_event: AuditEventTable
}
