import { sql } from 'kysely'
import type { Store } from '../store/database.ts'

/** How many ways in an account has: its password, each passkey, each linked identity. */
export async function countWaysIn(store: Store, userId: string): Promise<number> {
  const { rows } = await sql<{ ways: number }>`select (
    (select count(*) from auth_account where "userId" = ${userId} and "providerId" = 'credential' and password is not null) +
    (select count(*) from passkey where user_id = ${userId}) +
    (select count(*) from linked_identity where user_id = ${userId})
  )::int as ways`.execute(store)
  return rows[0]?.ways ?? 0
}
