import type { Database, Store } from '../store/database.ts'
import type { OutboxEvent } from './outbox.ts'
import { markTaskDone, nextAttempt, nextTask, type OutboxTask, recordTaskFailure } from './tasks.ts'

/** Carries the events of one consumer, each once. */
export interface RunningConsumer {
  /** Says that an event may be waiting. */
  wake(): void
  /** Resolves when nothing can be done now: nothing is open, or what is waits for its next attempt. */
  idle(): Promise<void>
  /** Does other work while no event is carried. */
  pausedFor<T>(work: () => Promise<T>): Promise<T>
  stop(): Promise<void>
}

interface ConsumerOptions {
  readonly db: Database
  readonly consumer: string
  readonly now: () => Date
  readonly log: (line: string) => void
  /** Milliseconds until the next attempt of an event that failed, by the attempts before. */
  readonly pauses?: readonly number[]
}

const PAUSES = [200, 1000, 5000, 30_000]

class Failed extends Error {
  readonly task: OutboxTask
  constructor(task: OutboxTask, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
    this.task = task
  }
}

/**
 * For effects in PostgreSQL: `apply` and the mark that the event is done stand in one transaction, so that each event
 * counts once whatever happens. Several of the same consumer may run.
 */
export function runConsumer(
  options: ConsumerOptions & { readonly apply: (event: OutboxEvent, store: Store) => Promise<void> },
): RunningConsumer {
  const { db, consumer, now } = options
  return run(options, () =>
    db.transaction().execute(async store => {
      const task = await nextTask(store, consumer, now(), true)
      if (!task) return false
      await options.apply(task, store).catch(error => {
        throw new Failed(task, error)
      })
      await markTaskDone(store, consumer, task.id, now())
      return true
    }),
  )
}

/**
 * For effects elsewhere: `carry` has the effect, which a second time must be harmless, and marks the event itself. One only
 * of each consumer may run.
 */
export function runOutsideConsumer(
  options: ConsumerOptions & { readonly carry: (task: OutboxTask) => Promise<void> },
): RunningConsumer {
  const { db, consumer, now } = options
  return run(options, async () => {
    const task = await nextTask(db, consumer, now(), false)
    if (!task) return false
    await options.carry(task).catch(error => {
      throw new Failed(task, error)
    })
    return true
  })
}

function run(options: ConsumerOptions, step: () => Promise<boolean>): RunningConsumer {
  const { db, consumer, now, log, pauses = PAUSES } = options
  let stopped = false
  let running: Promise<void> | null = null
  let again = false
  let paused = false
  let timer: NodeJS.Timeout | undefined
  const wakeIn = (milliseconds: number) => {
    clearTimeout(timer)
    timer = setTimeout(wake, milliseconds)
    timer.unref()
  }

  async function drain(): Promise<void> {
    while (!stopped && !paused) {
      again = false
      try {
        if (await step()) continue
      } catch (error) {
        if (!(error instanceof Failed)) throw error
        const { id, kind, attempts } = error.task
        log(`${consumer}: event ${id} (${kind}) will be tried again: ${error.message}`)
        const pause = pauses[Math.min(attempts, pauses.length - 1)] ?? 0
        await recordTaskFailure(db, consumer, id, error.message, new Date(now().getTime() + pause))
        continue
      }
      if (again) continue
      const next = await nextAttempt(db, consumer)
      if (next) wakeIn(Math.max(next.getTime() - now().getTime(), 10))
      if (!again) return
    }
  }

  function wake(): void {
    again = true
    if (stopped || paused || running) return
    running = drain()
      .catch(error => {
        log(`${consumer}: ${error instanceof Error ? error.message : String(error)}`)
        wakeIn(1000)
      })
      .finally(() => {
        running = null
      })
  }

  return {
    wake,
    idle: async () => {
      while (running) await running
    },
    pausedFor: async work => {
      paused = true
      try {
        await running
        return await work()
      } finally {
        paused = false
        wake()
      }
    },
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
