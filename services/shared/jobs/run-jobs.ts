import { setTimeout as delay } from 'node:timers/promises'
import type pg from 'pg'
import PgBoss from 'pg-boss'
import type { Queue, Schedule } from './queues.ts'

/** Jobs of this installation, kept in its own PostgreSQL. */
export interface Jobs {
  /** Runs the handler for each job of a queue, several at a time. A handler that throws is tried again later. */
  work(queue: Queue, handle: (data: Record<string, unknown>) => Promise<void>): Promise<void>
  /** Runs a task by a timetable (cron, Europe/Bucharest), and once after each start, since a machine that was off missed
   * its times: the task does what is due, and may run more often than its times. */
  schedule(name: Schedule, cron: string, run: () => Promise<void>): Promise<void>
  /** Asks a queue now for jobs, instead of at its next turn. */
  wake(queue: Queue): void
  /** Lets running jobs end, up to a few seconds; the rest is done after the next start. */
  stop(): Promise<void>
}

const TIME_ZONE = 'Europe/Bucharest'
const AT_ONCE = 5
const POLL_SECONDS = 1
const TIMETABLE_POLL_SECONDS = 10
/** Missed tasks wait until the start is over. */
const CATCH_UP_SECONDS = 5
const STOP_MS = 10_000

export async function startJobs(options: { pool: pg.Pool; log: (line: string) => void }): Promise<Jobs> {
  const { pool, log } = options
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    migrate: false,
    cronWorkerIntervalSeconds: 5,
  })
  boss.on('error', error => log(`jobs: ${error.message}`))
  // This process is the only one that works on jobs: what is still "active" was cut off by its end.
  await pool.query(
    `update pgboss.job set state = 'retry', start_after = now(), retry_limit = retry_limit + 1 where state = 'active'`,
  )
  await boss.start()
  const workers = new Map<Queue, string>()
  const names = new Set<Queue>()
  const running = new Set<Promise<unknown>>()
  const track = async (work: Promise<unknown>) => {
    running.add(work)
    try {
      await work
    } finally {
      running.delete(work)
    }
  }

  return {
    work: async (queue, handle) => {
      names.add(queue)
      const id = await boss.work<Record<string, unknown>>(
        queue,
        { batchSize: AT_ONCE, pollingIntervalSeconds: POLL_SECONDS },
        jobs => track(Promise.all(jobs.map(job => handle(job.data)))),
      )
      workers.set(queue, id)
    },
    schedule: async (name, cron, run) => {
      names.add(name)
      await boss.work(name, { pollingIntervalSeconds: TIMETABLE_POLL_SECONDS }, () => track(run()))
      await boss.schedule(name, cron, undefined, { tz: TIME_ZONE })
      await boss.send(name, {}, { startAfter: CATCH_UP_SECONDS, singletonSeconds: 60, singletonKey: 'start' })
    },
    wake: queue => {
      const id = workers.get(queue)
      if (id) boss.notifyWorker(id)
    },
    stop: async () => {
      // Not pg-boss's graceful stop, which looks every half second: no more jobs are taken, and those at hand end.
      for (const name of names) await boss.offWork(name)
      await Promise.race([Promise.allSettled(running), delay(STOP_MS, undefined, { ref: false })])
      await boss.stop({ graceful: false })
    },
  }
}
