import { sql } from 'kysely'
import type { Store } from '../store/database.ts'

/**
 * Whether nobody would administer the installation without this person: no other administrator of the county whose role has no
 * end and whose account stays. Whoever asks is about to take one away: until the end of the transaction nobody else can, so that
 * two who end each other at the same moment don't both go.
 */
export async function isLastAdministrator(store: Store, person: string, at: Date): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended('administrators', 0))`.execute(store)
  const own = await administrators(store, at)
    .select('membership.id')
    .where('user_id', '=', person)
    .where(({ eb, or }) => or([eb('valid_until', 'is', null), eb('valid_until', '>', at)]))
    .limit(1)
    .executeTakeFirst()
  if (!own) return false
  return !(await lastingAdministrators(store, at)).some(other => other !== person)
}

/** People who administer the county without an end, and whose account stays. */
export async function lastingAdministrators(store: Store, at: Date): Promise<string[]> {
  const rows = await administrators(store, at)
    .select('user_id')
    .where('valid_until', 'is', null)
    .where('deletion_due', 'is', null)
    .execute()
  return rows.map(row => row.user_id)
}

const administrators = (store: Store, at: Date) =>
  store
    .selectFrom('membership')
    .innerJoin('auth_user', 'auth_user.id', 'membership.user_id')
    .where('role', '=', 'admin')
    .where('organisation_id', 'is', null)
    .where('valid_from', '<=', at)
