import type { Generated, JSONColumnType } from 'kysely'
import type { Instant } from '../store/column-types.ts'

interface OutboxEventTable {
  id: string
  sequence: Generated<string>
  kind: string
  aggregate: string
  payload: JSONColumnType<Record<string, unknown>>
  created_at: Instant
}

/** all: one event after the other; aggregate: those of one aggregate, while others go on. */
export type Order = 'all' | 'aggregate'

interface OutboxConsumerTable {
  name: string
  kinds: string[]
  in_order: Order
}

interface OutboxTaskTable {
  consumer: string
  event_id: string
  sequence: string
  /** What is kept in order: the aggregate, or nothing when all are. */
  stream: string
  done_at: Instant | null
  attempts: Generated<number>
  last_error: string | null
  next_attempt_at: Instant | null
}

/** Tables of this capability. */
export interface OutboxTables {
  outbox_event: OutboxEventTable
  outbox_consumer: OutboxConsumerTable
  outbox_task: OutboxTaskTable
}
