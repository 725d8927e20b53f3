import type { Language } from '../../../domain/index.ts'
import type { Store } from '../store/database.ts'

export interface Profile {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly language: Language
  readonly demo: boolean
  readonly createdAt: Date
  /** When the account will be erased, unless its owner changes their mind; null for an account that stays. */
  readonly deletionDue: Date | null
  /** False for an account that signs in by other means only. */
  readonly hasPassword: boolean
}

export async function findProfile(store: Store, userId: string): Promise<Profile | null> {
  const row = await store
    .selectFrom('auth_user')
    .leftJoin('auth_account', join =>
      join.onRef('auth_account.userId', '=', 'auth_user.id').on('auth_account.providerId', '=', 'credential'),
    )
    .select([
      'auth_user.id',
      'email',
      'name',
      'language',
      'demo',
      'auth_user.createdAt',
      'deletion_due',
      'password',
    ])
    .where('auth_user.id', '=', userId)
    .executeTakeFirst()
  if (!row) return null
  const { deletion_due, password, ...rest } = row
  return { ...rest, deletionDue: deletion_due, hasPassword: password !== null }
}

export async function changeProfile(
  store: Store,
  userId: string,
  change: { readonly name?: string | undefined; readonly language?: Language | undefined },
  at: Date,
): Promise<void> {
  await store
    .updateTable('auth_user')
    .set({
      updatedAt: at,
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.language === undefined ? {} : { language: change.language }),
    })
    .where('id', '=', userId)
    .execute()
}

/** Gives the account a password, in place of the one that it may have. */
export async function setPasswordHash(
  store: Store,
  userId: string,
  passwordHash: string,
  at: Date,
): Promise<void> {
  const { numUpdatedRows } = await store
    .updateTable('auth_account')
    .set({ password: passwordHash, updatedAt: at })
    .where('userId', '=', userId)
    .where('providerId', '=', 'credential')
    .executeTakeFirst()
  if (numUpdatedRows > 0n) return
  await store
    .insertInto('auth_account')
    .values({
      id: `credential:${userId}`,
      accountId: userId,
      providerId: 'credential',
      userId,
      password: passwordHash,
      createdAt: at,
      updatedAt: at,
    })
    .execute()
}

/** Gives the account another address, which its owner has confirmed. */
export async function changeEmail(store: Store, userId: string, email: string, at: Date): Promise<void> {
  await store
    .updateTable('auth_user')
    .set({ email, emailVerified: true, updatedAt: at })
    .where('id', '=', userId)
    .execute()
}
