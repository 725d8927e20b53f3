import { sql } from 'kysely'
import type { Store } from '../store/database.ts'

export interface OutboxEvent {
  readonly id: string
  readonly kind: string
  /** Events of one aggregate are relayed in order. */
  readonly aggregate: string
  readonly payload: Record<string, unknown>
}

/** Writes an event in the transaction of the state that it tells of. */
export async function emitEvent(store: Store, event: OutboxEvent, at: Date): Promise<void> {
  await store
    .insertInto('outbox_event')
    .values({
      ...event,
      payload: JSON.stringify(event.payload),
      created_at: at,
      done_at: null,
      last_error: null,
    })
    .execute()
}

/** The oldest event that is not done yet, or null. */
export async function nextEvent(store: Store): Promise<(OutboxEvent & { attempts: number }) | null> {
  const row = await store
    .selectFrom('outbox_event')
    .select(['id', 'kind', 'aggregate', 'payload', 'attempts'])
    .where('done_at', 'is', null)
    .orderBy('sequence')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

export async function markEventDone(store: Store, id: string, at: Date): Promise<void> {
  await store
    .updateTable('outbox_event')
    .set({ done_at: at, last_error: null })
    .where('id', '=', id)
    .execute()
}

export async function recordEventFailure(store: Store, id: string, error: string): Promise<void> {
  await store
    .updateTable('outbox_event')
    .set({ attempts: sql`attempts + 1`, last_error: error.slice(0, 2000) })
    .where('id', '=', id)
    .execute()
}

/** Every event of a kind from the start, in order: what the warehouse is rebuilt from. */
export async function replayEvents(store: Store, kind: string): Promise<OutboxEvent[]> {
  return store
    .selectFrom('outbox_event')
    .select(['id', 'kind', 'aggregate', 'payload'])
    .where('kind', '=', kind)
    .where('done_at', 'is not', null)
    .orderBy('sequence')
    .execute()
}

export async function countOpenEvents(store: Store): Promise<number> {
  const row = await store
    .selectFrom('outbox_event')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('done_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}
