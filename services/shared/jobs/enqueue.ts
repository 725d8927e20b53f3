import { CompiledQuery } from 'kysely'
import PgBoss from 'pg-boss'
import type { Store } from '../store/database.ts'
import type { Queue } from './queues.ts'

/** Never started: it only writes jobs, each with the store of its caller. */
const writer = new PgBoss({
  db: { executeSql: () => Promise.reject(new Error('a job is written with the store of its caller')) },
})

/** Adds a job in the caller's transaction: it exists when the transaction does. It may start after so many seconds. */
export async function enqueue(
  store: Store,
  queue: Queue,
  data: Record<string, unknown>,
  afterSeconds: number | null = null,
): Promise<void> {
  await writer.send(queue, data, {
    ...(afterSeconds === null ? {} : { startAfter: afterSeconds }),
    db: {
      executeSql: async (text, values) => {
        const { rows } = await store.executeQuery(CompiledQuery.raw(text, values))
        return { rows }
      },
    },
  })
}
