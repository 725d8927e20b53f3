import crypto from 'node:crypto'
import type { Store } from '../store/database.ts'
import { createKeyring, KEY_BYTES, type Keyring } from './keyring.ts'

/** Thrown when something is to be sealed for a person whose key was destroyed. */
export class PersonErased extends Error {
  override readonly name = 'PersonErased'
}

const wrapping = (person: string): string => `person-key:${person}`

/** The person's own keyring; null once destroyed, undefined where none was ever made. */
export async function readKey(
  store: Store,
  keyring: Keyring,
  person: string,
): Promise<Keyring | null | undefined> {
  const row = await store
    .selectFrom('person_key')
    .select('sealed_key')
    .where('person', '=', person)
    .executeTakeFirst()
  if (!row?.sealed_key) return row && null
  return createKeyring(keyring.unseal(wrapping(person), row.sealed_key).toString('base64'))
}

/** The person's own keyring, made at its first use. Nothing is kept in memory, so that a destroyed key is gone everywhere. */
async function keyOf(store: Store, keyring: Keyring, person: string): Promise<Keyring> {
  const known = await readKey(store, keyring, person)
  if (known) return known
  if (known === undefined)
    await store
      .insertInto('person_key')
      .values({ person, sealed_key: keyring.seal(wrapping(person), crypto.randomBytes(KEY_BYTES)) })
      .onConflict(conflict => conflict.doNothing())
      .execute()
  const made = await readKey(store, keyring, person)
  if (!made) throw new PersonErased(`the key of person ${person} was destroyed`)
  return made
}

/** Seals a text under the person's key: `erasePersonKey` makes it unreadable wherever it stands, backups of it included. */
export async function sealFor(
  store: Store,
  keyring: Keyring,
  person: string,
  purpose: string,
  text: string,
): Promise<Buffer> {
  return (await keyOf(store, keyring, person)).seal(purpose, Buffer.from(text))
}

/** What `sealFor` sealed, or null once the person's key is destroyed. Throws SealBroken when it was changed. */
export async function openFor(
  store: Store,
  keyring: Keyring,
  person: string,
  purpose: string,
  sealed: Buffer,
): Promise<string | null> {
  const key = await readKey(store, keyring, person)
  return key ? key.unseal(purpose, sealed).toString() : null
}

/** Keyed hash under the person's key, as hex: once the key is destroyed nobody can link it to its value. */
export async function macFor(
  store: Store,
  keyring: Keyring,
  person: string,
  purpose: string,
  value: string,
): Promise<string> {
  return (await keyOf(store, keyring, person)).mac(purpose, value)
}

/** Destroys the person's key, and keeps the mark that it was: no new one is ever made for them. */
export async function erasePersonKey(store: Store, person: string, at: Date): Promise<void> {
  await store
    .insertInto('person_key')
    .values({ person, sealed_key: null, erased_at: at })
    .onConflict(conflict => conflict.column('person').doUpdateSet({ sealed_key: null, erased_at: at }))
    .execute()
}
