import crypto from 'node:crypto'
import type { Store } from '../store/database.ts'

/** A passkey as its owner sees it. */
export interface Passkey {
  readonly id: string
  readonly name: string
  /** Whether the authenticator keeps a copy elsewhere. */
  readonly backedUp: boolean
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
}

/** What verifies a sign-in with it. */
export interface StoredPasskey {
  readonly id: string
  readonly userId: string
  readonly credentialId: string
  readonly publicKey: Uint8Array<ArrayBuffer>
  readonly counter: number
  readonly transports: string[]
}

export interface NewPasskey extends Omit<StoredPasskey, 'id'> {
  readonly name: string
  readonly backedUp: boolean
}

/** More than anyone's devices, fewer than a script could fill a table with. */
const PER_PERSON = 20

export async function listPasskeys(store: Store, userId: string): Promise<Passkey[]> {
  const rows = await store
    .selectFrom('passkey')
    .select(['id', 'name', 'backed_up', 'created_at', 'last_used_at'])
    .where('user_id', '=', userId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    name: row.name,
    backedUp: row.backed_up,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  }))
}

/** Credentials that the person has already, which no authenticator shall hold twice. */
export const listCredentials = async (store: Store, userId: string) =>
  (
    await store
      .selectFrom('passkey')
      .select(['credential_id', 'transports'])
      .where('user_id', '=', userId)
      .orderBy('created_at')
      .execute()
  ).map(({ credential_id, transports }) => ({ id: credential_id, transports }))

/** The id of the new passkey; null when the credential is known already or the person has too many. */
export async function addPasskey(store: Store, passkey: NewPasskey, now: Date): Promise<string | null> {
  if ((await listCredentials(store, passkey.userId)).length >= PER_PERSON) return null
  const row = await store
    .insertInto('passkey')
    .values({
      id: crypto.randomUUID(),
      user_id: passkey.userId,
      credential_id: passkey.credentialId,
      public_key: Buffer.from(passkey.publicKey),
      counter: String(passkey.counter),
      transports: passkey.transports,
      backed_up: passkey.backedUp,
      name: passkey.name,
      created_at: now,
      last_used_at: null,
    })
    .onConflict(conflict => conflict.column('credential_id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export async function findPasskey(store: Store, credentialId: string): Promise<StoredPasskey | null> {
  const row = await store
    .selectFrom('passkey')
    .select(['id', 'user_id', 'public_key', 'counter', 'transports'])
    .where('credential_id', '=', credentialId)
    .executeTakeFirst()
  return row
    ? {
        id: row.id,
        userId: row.user_id,
        credentialId,
        publicKey: new Uint8Array(row.public_key),
        counter: Number(row.counter),
        transports: row.transports,
      }
    : null
}

/**
 * Notes the use of a passkey. False when its counter did not go up since: another copy of the key was used meanwhile. Synced
 * passkeys always say 0.
 */
export async function recordPasskeyUse(
  store: Store,
  id: string,
  counter: number,
  now: Date,
): Promise<boolean> {
  const row = await store
    .updateTable('passkey')
    .set({ counter: String(counter), last_used_at: now })
    .where('id', '=', id)
    .where('counter', counter === 0 ? '=' : '<', String(counter))
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** False when the person has no such passkey. */
export async function renamePasskey(
  store: Store,
  userId: string,
  id: string,
  name: string,
): Promise<boolean> {
  const row = await store
    .updateTable('passkey')
    .set({ name })
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** False when the person has no such passkey. */
export async function removePasskey(store: Store, userId: string, id: string): Promise<boolean> {
  const row = await store
    .deleteFrom('passkey')
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
