import type pg from 'pg'
import PgBoss from 'pg-boss'
import { QUEUES, TIMETABLE_QUEUE } from './queues.ts'

/** As the owner: the job store's tables, one per queue, and the application's right to their rows. Cheap when all is there. */
export async function prepareJobs(pool: pg.Pool, role: string): Promise<void> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    supervise: false,
    schedule: false,
  })
  await boss.start()
  const known = new Set((await boss.getQueues()).map(queue => queue.name))
  const missing = [TIMETABLE_QUEUE, ...Object.keys(QUEUES)].filter(name => !known.has(name))
  for (const name of missing)
    await boss.createQueue(name, { name, ...(name in QUEUES ? QUEUES[name as keyof typeof QUEUES] : {}) })
  if (missing.length > 0)
    await pool.query(
      `grant usage on schema pgboss to ${role};
       grant select, insert, update, delete on all tables in schema pgboss to ${role}`,
    )
  await boss.stop({ graceful: false })
}
