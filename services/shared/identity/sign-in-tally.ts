import { sql } from 'kysely'
import { SIGN_IN_LOCK, SIGN_IN_MEMORY_HOURS, SIGN_IN_WAITS } from '../../../domain/index.ts'
import type { Store } from '../store/database.ts'

export type Attempt =
  | { readonly allowed: true; readonly failures: number }
  | { readonly allowed: false; readonly until: Date; readonly locked: boolean }

/**
 * Counts an attempt as failed before its password is looked at, unless the subject has to wait: of a thousand that come at once
 * only those pass that would have passed one after the other. Who succeeds clears the tally.
 */
export async function takeAttempt(store: Store, subject: string, at: Date): Promise<Attempt> {
  const waits = sql`${sql.val([...SIGN_IN_WAITS])}::integer[]`
  const stale = new Date(at.getTime() - SIGN_IN_MEMORY_HOURS * 3_600_000)
  const failures = sql<number>`case when sign_in_tally.last_failure < ${stale} then 1 else sign_in_tally.failures + 1 end`
  const wait = (count: ReturnType<typeof sql<number>>) =>
    sql<Date>`${at}::timestamptz + make_interval(secs => (${waits})[least(${count}, ${SIGN_IN_LOCK}::integer)])`
  const counted = await store
    .insertInto('sign_in_tally')
    .values({ subject, failures: 1, last_failure: at, next_attempt: at })
    .onConflict(conflict =>
      conflict
        .column('subject')
        .doUpdateSet({
          failures,
          last_failure: at,
          next_attempt: wait(failures),
          locked: sql<boolean>`${failures} >= ${SIGN_IN_LOCK}`,
        })
        .where(({ eb, or }) =>
          or([eb('sign_in_tally.next_attempt', '<=', at), eb('sign_in_tally.last_failure', '<', stale)]),
        ),
    )
    .returning('failures')
    .executeTakeFirst()
  if (counted) return { allowed: true, failures: counted.failures }
  const row = await store
    .selectFrom('sign_in_tally')
    .select(['next_attempt', 'locked'])
    .where('subject', '=', subject)
    .executeTakeFirst()
  // Cleared between the two questions: whoever asks again is let in.
  return { allowed: false, until: row?.next_attempt ?? at, locked: row?.locked ?? false }
}

/** Forgets the failures of a subject. */
export async function clearAttempts(store: Store, subject: string): Promise<void> {
  await store.deleteFrom('sign_in_tally').where('subject', '=', subject).execute()
}

/** Removes tallies that count no longer. */
export async function sweepAttempts(store: Store, at: Date): Promise<void> {
  await store
    .deleteFrom('sign_in_tally')
    .where('last_failure', '<', new Date(at.getTime() - SIGN_IN_MEMORY_HOURS * 3_600_000))
    .execute()
}
