import type { Generated, JSONColumnType } from 'kysely'
import type { Instant } from '../store/column-types.ts'

interface OutboxEventTable {
  id: string
  sequence: Generated<string>
  kind: string
  aggregate: string
  payload: JSONColumnType<Record<string, unknown>>
  created_at: Instant
  done_at: Instant | null
  attempts: Generated<number>
  last_error: string | null
}

/** Tables of this capability. */
export interface OutboxTables {
  outbox_event: OutboxEventTable
}
