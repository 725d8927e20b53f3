import { sql } from 'kysely'
import type { Store } from '../store/database.ts'
import type { OutboxEvent } from './outbox.ts'

export type OutboxTask = OutboxEvent & { readonly attempts: number }

/** The oldest event that is a consumer's turn: nothing before it in its stream is open, and it waits for no other attempt. */
export async function nextTask(
  store: Store,
  consumer: string,
  at: Date,
  /** Keeps other workers of the same consumer away from it until the transaction ends. */
  isLocked: boolean,
): Promise<OutboxTask | null> {
  let query = store
    .selectFrom('outbox_task as task')
    .innerJoin('outbox_event as event', 'event.id', 'task.event_id')
    .select(['event.id', 'event.kind', 'event.aggregate', 'event.payload', 'task.attempts'])
    .where('task.consumer', '=', consumer)
    .where('task.done_at', 'is', null)
    .where(({ eb, or }) => or([eb('task.next_attempt_at', 'is', null), eb('task.next_attempt_at', '<=', at)]))
    .where(({ not, exists, selectFrom, ref }) =>
      not(
        exists(
          selectFrom('outbox_task as earlier')
            .select('earlier.event_id')
            .where('earlier.consumer', '=', consumer)
            .where('earlier.stream', '=', ref('task.stream'))
            .where('earlier.sequence', '<', ref('task.sequence'))
            .where('earlier.done_at', 'is', null),
        ),
      ),
    )
    .orderBy('task.sequence')
    .limit(1)
  if (isLocked) query = query.forUpdate('task').skipLocked()
  return (await query.executeTakeFirst()) ?? null
}

/** When the next attempt of a consumer is due; null when nothing waits for one. */
export async function nextAttempt(store: Store, consumer: string): Promise<Date | null> {
  const row = await store
    .selectFrom('outbox_task')
    .select(({ fn }) => fn.min('next_attempt_at').as('at'))
    .where('consumer', '=', consumer)
    .where('done_at', 'is', null)
    .executeTakeFirst()
  return row?.at ?? null
}

export async function markTaskDone(store: Store, consumer: string, eventId: string, at: Date): Promise<void> {
  await store
    .updateTable('outbox_task')
    .set({ done_at: at, last_error: null, next_attempt_at: null })
    .where('consumer', '=', consumer)
    .where('event_id', '=', eventId)
    .execute()
}

export async function recordTaskFailure(
  store: Store,
  consumer: string,
  eventId: string,
  error: string,
  nextAttemptAt: Date,
): Promise<void> {
  await store
    .updateTable('outbox_task')
    .set({ attempts: sql`attempts + 1`, last_error: error.slice(0, 2000), next_attempt_at: nextAttemptAt })
    .where('consumer', '=', consumer)
    .where('event_id', '=', eventId)
    .where('done_at', 'is', null)
    .execute()
}

/** Events that some consumer still has to do. */
export async function countOpenTasks(store: Store): Promise<number> {
  const row = await store
    .selectFrom('outbox_task')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('done_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}
