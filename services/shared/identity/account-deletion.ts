import type { Store } from '../store/database.ts'

/**
 * Days between asking for the deletion of an account and its erasure. Everything that lets in ends at once; in this time the owner
 * can still sign in and keep the account, should somebody else have asked for it.
 */
export const DELETION_DAYS = 7
const DAY_MS = 86_400_000

/** Sets the day on which the account will be erased, or null to keep it; returns it. */
export async function scheduleDeletion(
  store: Store,
  userId: string,
  from: Date | null,
): Promise<Date | null> {
  const due = from && new Date(from.getTime() + DELETION_DAYS * DAY_MS)
  await store.updateTable('auth_user').set({ deletion_due: due }).where('id', '=', userId).execute()
  return due
}

/** Accounts whose time to be erased has come. */
export async function listDueDeletions(store: Store, at: Date): Promise<string[]> {
  const due = await store.selectFrom('auth_user').select('id').where('deletion_due', '<=', at).execute()
  return due.map(({ id }) => id)
}
