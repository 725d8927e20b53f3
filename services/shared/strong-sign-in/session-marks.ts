import type { Store } from '../store/database.ts'

/** The session has shown both factors. */
export async function markStrong(store: Store, sessionId: string): Promise<void> {
  await store.updateTable('auth_session').set({ strong: true }).where('id', '=', sessionId).execute()
}

/** The person has shown again, in this session, that it is still them. */
export async function markConfirmed(store: Store, sessionId: string, now: Date): Promise<void> {
  await store.updateTable('auth_session').set({ confirmedAt: now }).where('id', '=', sessionId).execute()
}
