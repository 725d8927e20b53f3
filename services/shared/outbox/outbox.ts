import { sql } from 'kysely'
import type { Database, Store } from '../store/database.ts'
import type { Order } from './tables.ts'

export interface OutboxEvent {
  readonly id: string
  readonly kind: string
  /** Events of one aggregate are relayed in order. */
  readonly aggregate: string
  readonly payload: Record<string, unknown>
}

export interface Consumer {
  readonly name: string
  readonly kinds: readonly string[]
  readonly inOrder: Order
}

const CONSUMERS = 'outbox consumers'

/** Held to the end of the transaction. */
const lock = (store: Store, name: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(store)

/**
 * Writes an event, and a task for every consumer of its kind, in the transaction of the state that it tells of. Emitters of
 * one aggregate wait for each other's end here, so that the sequence of its events is that of their commits.
 */
export async function emitEvent(store: Store, event: OutboxEvent, at: Date): Promise<void> {
  // Whoever registers a consumer waits until the events under way are there to be seen.
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${CONSUMERS}, 0))`.execute(store)
  const consumers = await store
    .selectFrom('outbox_consumer')
    .select(['name', 'in_order'])
    .where(sql<boolean>`${event.kind} = any (kinds)`)
    .orderBy('name')
    .execute()
  for (const { name, in_order } of consumers) if (in_order === 'all') await lock(store, `outbox ${name}`)
  await lock(store, `outbox of ${event.aggregate}`)
  const { sequence } = await store
    .insertInto('outbox_event')
    .values({ ...event, payload: JSON.stringify(event.payload), created_at: at })
    .returning('sequence')
    .executeTakeFirstOrThrow()
  if (consumers.length === 0) return
  await store
    .insertInto('outbox_task')
    .values(
      consumers.map(({ name, in_order }) => ({
        consumer: name,
        event_id: event.id,
        sequence,
        stream: in_order === 'all' ? '' : event.aggregate,
        done_at: null,
        last_error: null,
        next_attempt_at: null,
      })),
    )
    .execute()
}

/** Makes a consumer known. One that is new, or takes more kinds than before, gets every event of them from the start. */
export async function registerConsumer(db: Database, consumer: Consumer): Promise<void> {
  const { name, inOrder } = consumer
  const kinds = [...consumer.kinds]
  await db.transaction().execute(async store => {
    await lock(store, CONSUMERS)
    await store
      .insertInto('outbox_consumer')
      .values({ name, kinds, in_order: inOrder })
      .onConflict(conflict => conflict.column('name').doUpdateSet({ kinds, in_order: inOrder }))
      .execute()
    await store
      .insertInto('outbox_task')
      .columns(['consumer', 'event_id', 'sequence', 'stream'])
      .expression(query =>
        query
          .selectFrom('outbox_event')
          .select(({ val, ref }) => [
            val(name).as('consumer'),
            'id',
            'sequence',
            (inOrder === 'all' ? val('') : ref('aggregate')).as('stream'),
          ])
          .where('kind', 'in', kinds),
      )
      .onConflict(conflict => conflict.doNothing())
      .execute()
  })
}

/** Every event that a consumer has done, from the start and in order: what its work is rebuilt from. */
export async function doneEvents(store: Store, consumer: string): Promise<OutboxEvent[]> {
  return store
    .selectFrom('outbox_task as task')
    .innerJoin('outbox_event as event', 'event.id', 'task.event_id')
    .select(['event.id', 'event.kind', 'event.aggregate', 'event.payload'])
    .where('task.consumer', '=', consumer)
    .where('task.done_at', 'is not', null)
    .orderBy('task.sequence')
    .execute()
}

/** Gives a consumer all its events again, from the first on. Its effects must have been taken back in the same transaction. */
export async function replayAll(store: Store, consumer: string): Promise<void> {
  await store
    .updateTable('outbox_task')
    .set({ done_at: null, attempts: 0, last_error: null, next_attempt_at: null })
    .where('consumer', '=', consumer)
    .execute()
}
