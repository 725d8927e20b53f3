import { recordEvent } from '../audit/record-event.ts'
import type { Database, Store } from '../store/database.ts'
import type { Processing } from './processing.ts'
import { REGISTER } from './register.ts'

const DAY_MS = 86_400_000

/**
 * Removes whatever is past the term that the register of processing names, an entry in each transaction; the audit keeps how
 * many rows of which table. What the law keeps for years or for good is never touched.
 */
export async function applyRetention(
  db: Database,
  at: Date,
  register: readonly Processing[] = REGISTER,
): Promise<void> {
  const faults: unknown[] = []
  for (const entry of register)
    try {
      await db.transaction().execute(store => purge(store, entry, at))
    } catch (error) {
      // One capability that fails must not keep the others' data.
      faults.push(error)
    }
  if (faults.length > 0) throw new AggregateError(faults, 'retention was not applied everywhere')
}

async function purge(store: Store, { code, fields }: Processing, at: Date): Promise<void> {
  const removed: Record<string, number> = {}
  for (const { table, retention } of fields) {
    if (retention.kind !== 'days') continue
    const count = await retention.purge(store, new Date(at.getTime() - retention.days * DAY_MS), at)
    if (count > 0) removed[table] = (removed[table] ?? 0) + count
  }
  if (Object.keys(removed).length === 0) return
  await recordEvent(store, {
    at,
    actor: 'retention',
    action: 'retention.applied',
    subjectKind: 'processing',
    subjectId: code,
    detail: { removed },
  })
}
