import crypto from 'node:crypto'
import { sql } from 'kysely'
import type { Language, Role } from '../../../domain/index.ts'
import type { Database, Store } from '../store/database.ts'
import { setPasswordHash } from './profile.ts'

export interface NewAccount {
  readonly email: string
  readonly name: string
  /** As hashPassword makes it; null for an account that can't sign in with a password. */
  readonly passwordHash: string | null
  readonly demo: boolean
  /** In which the person is written to; Romanian where it is not known. */
  readonly language?: Language
  readonly memberships: readonly { readonly role: Role; readonly organisationId: string | null }[]
  /** Id of a person, or the name of a program. */
  readonly grantedBy: string
}

/** Adds an account, or gives an existing one the password and the roles named. */
export async function putAccount(db: Database, account: NewAccount, now: Date): Promise<string> {
  const email = account.email.toLowerCase()
  return db.transaction().execute(async store => {
    const existing = await store
      .selectFrom('auth_user')
      .select('id')
      .where('email', '=', email)
      .executeTakeFirst()
    const id = existing?.id ?? (await insertPerson(store, account, now))
    if (account.passwordHash) await setPasswordHash(store, id, account.passwordHash, now)
    for (const membership of account.memberships)
      await store
        .insertInto('membership')
        .values({
          user_id: id,
          role: membership.role,
          organisation_id: membership.organisationId,
          valid_from: now,
          valid_until: null,
          granted_by: account.grantedBy,
          ended_by: null,
        })
        .onConflict(conflict => conflict.doNothing())
        .execute()
    return id
  })
}

/** Adds somebody whose e-mail address is proven. Null when the address has an account. */
export async function addPerson(
  store: Store,
  person: Omit<NewAccount, 'memberships' | 'grantedBy'>,
  now: Date,
): Promise<string | null> {
  const email = person.email.toLowerCase()
  // Two at the same moment wait for each other here.
  await sql`select pg_advisory_xact_lock(hashtextextended(${email}, 0))`.execute(store)
  const existing = await store
    .selectFrom('auth_user')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirst()
  if (existing) return null
  const id = await insertPerson(store, person, now)
  if (person.passwordHash) await setPasswordHash(store, id, person.passwordHash, now)
  return id
}

async function insertPerson(
  store: Store,
  { email, name, demo, language }: Pick<NewAccount, 'email' | 'name' | 'demo' | 'language'>,
  now: Date,
): Promise<string> {
  const id = crypto.randomUUID()
  await store
    .insertInto('auth_user')
    .values({
      id,
      name,
      email: email.toLowerCase(),
      emailVerified: true,
      image: null,
      demo,
      ...(language ? { language } : {}),
      createdAt: now,
      updatedAt: now,
      deletion_due: null,
    })
    .execute()
  return id
}

/** E-mail addresses of the demo accounts, in the order in which people look for them. */
export async function listDemoAccounts(store: Store): Promise<string[]> {
  const rows = await store
    .selectFrom('auth_user')
    .select('email')
    .where('demo', '=', true)
    .orderBy('email')
    .execute()
  return rows.map(row => row.email)
}

export async function setDemoPasswords(store: Store, passwordHash: string): Promise<void> {
  await store
    .updateTable('auth_account')
    .set({ password: passwordHash })
    .where('providerId', '=', 'credential')
    .where('userId', 'in', store.selectFrom('auth_user').select('id').where('demo', '=', true))
    .execute()
}

/** What a sign-in needs to know of the account of an address. */
export async function findSignIn(
  store: Store,
  email: string,
): Promise<{ userId: string; email: string; language: Language; passwordHash: string | null } | null> {
  const row = await store
    .selectFrom('auth_user')
    .leftJoin('auth_account', join =>
      join.onRef('auth_account.userId', '=', 'auth_user.id').on('auth_account.providerId', '=', 'credential'),
    )
    .select(['auth_user.id', 'auth_user.email', 'language', 'password'])
    .where('auth_user.email', '=', email.toLowerCase())
    .executeTakeFirst()
  return row ? { userId: row.id, email: row.email, language: row.language, passwordHash: row.password } : null
}

export async function findPasswordHash(store: Store, email: string): Promise<string | null> {
  const row = await store
    .selectFrom('auth_account')
    .innerJoin('auth_user', 'auth_user.id', 'auth_account.userId')
    .select('password')
    .where('auth_user.email', '=', email)
    .where('providerId', '=', 'credential')
    .executeTakeFirst()
  return row?.password ?? null
}
