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

/** Whether nobody would be left to administer the installation. */
export async function isLastAdministrator(store: Store, userId: string, at: Date): Promise<boolean> {
  const rows = await store
    .selectFrom('membership')
    .innerJoin('auth_user', 'auth_user.id', 'membership.user_id')
    .select('user_id')
    .distinct()
    .where('role', '=', 'admin')
    .where('valid_from', '<=', at)
    .where(({ eb, or }) => or([eb('valid_until', 'is', null), eb('valid_until', '>', at)]))
    .where(({ eb, or }) => or([eb('deletion_due', 'is', null), eb('user_id', '=', userId)]))
    .execute()
  return rows.length === 1 && rows[0]?.user_id === userId
}

/** Accounts whose time to be erased has come. */
export async function listDueDeletions(store: Store, at: Date): Promise<string[]> {
  const due = await store.selectFrom('auth_user').select('id').where('deletion_due', '<=', at).execute()
  return due.map(({ id }) => id)
}
