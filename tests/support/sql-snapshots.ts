import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../services/index.ts'
import { createTestDatabase } from './test-database.ts'

/** What is run for a snapshot; `forget` leaves out the queries so far, those that only prepare. */
type Run = (db: Database, forget: () => void) => Promise<unknown>

const readable = (sql: string): string =>
  `${sql.replace(/ (from|left join|inner join|where|group by|order by|limit|values|set|returning|on conflict|for update) /g, '\n$1 ')};\n`

/** The SQL of each repository function is checked in under `<folder>/sql/`, so that a change of a query shows in its diff.
 * The functions build on one another's rows: they run in the order given, on one database. */
export function sqlSnapshots(folder: string, runs: Record<string, Run>): void {
  let queries: string[] = []
  let database: Awaited<ReturnType<typeof createTestDatabase>>
  beforeAll(async () => {
    database = await createTestDatabase(sql => queries.push(sql))
  })
  afterAll(() => database.close())
  const forget = () => {
    queries = []
  }
  for (const [name, run] of Object.entries(runs))
    test(`SQL of ${name}`, async () => {
      forget()
      await run(database.db, forget)
      const text = queries
        .filter(sql => !/^(begin|commit|rollback)$/i.test(sql))
        .map(readable)
        .join('\n')
      expect(text).not.toBe('')
      await expect(text).toMatchFileSnapshot(path.join(folder, 'sql', `${name}.sql`))
    })
}
