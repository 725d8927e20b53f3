import type { Store } from '../store/database.ts'

export interface SessionEntry {
  readonly id: string
  readonly createdAt: Date
  readonly lastSeen: Date
  /** Address that it was opened from; null where that is not known. */
  readonly address: string | null
  readonly userAgent: string | null
}

/** Sessions that are open, the last used first. */
export async function listSessions(store: Store, userId: string, now: Date): Promise<SessionEntry[]> {
  const rows = await store
    .selectFrom('auth_session')
    .select(['id', 'createdAt', 'last_seen', 'ipAddress', 'userAgent'])
    .where('userId', '=', userId)
    .where('expiresAt', '>', now)
    .orderBy('last_seen', 'desc')
    .execute()
  return rows.map(row => ({
    id: row.id,
    createdAt: row.createdAt,
    lastSeen: row.last_seen,
    address: row.ipAddress || null,
    userAgent: row.userAgent || null,
  }))
}

/** Ends one session of the person; false when they have no such session. */
export async function revokeSession(store: Store, userId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await store
    .deleteFrom('auth_session')
    .where('userId', '=', userId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Ends the person's sessions but the one named; returns how many. */
export async function revokeSessions(store: Store, userId: string, except: string | null): Promise<number> {
  const { numDeletedRows } = await store
    .deleteFrom('auth_session')
    .where('userId', '=', userId)
    .$if(except !== null, query => query.where('id', '!=', except ?? ''))
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Notes that a session is in use. Nothing is written when that was noted less than `everyMs` before. */
export async function touchSession(store: Store, id: string, now: Date, everyMs: number): Promise<void> {
  await store
    .updateTable('auth_session')
    .set({ last_seen: now })
    .where('id', '=', id)
    .where('last_seen', '<', new Date(now.getTime() - everyMs))
    .execute()
}
