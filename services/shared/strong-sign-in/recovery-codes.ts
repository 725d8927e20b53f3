import crypto from 'node:crypto'
import type { Store } from '../store/database.ts'
import type { Keyring } from '../vault/keyring.ts'

const CODES = 10
const LETTERS = 10
/** Crockford's base32: nothing in it is taken for something else when it is read from paper. 10 letters are 50 bits. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

const newCode = (): string => Array.from(crypto.randomBytes(LETTERS), byte => ALPHABET[byte & 31]).join('')

const plain = (typed: string): string =>
  typed.toLowerCase().replaceAll(/[\s-]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1')

const macOf = (keyring: Keyring, userId: string, typed: string): string =>
  keyring.mac('recovery-code', `${userId}:${plain(typed)}`)

/** Whether a text can be a recovery code at all; codes of authenticator apps are shorter. */
export const looksLikeRecoveryCode = (typed: string): boolean => plain(typed).length === LETTERS

/** Ten new codes in place of all older ones. Only their keyed hashes are kept: the caller shows them once. */
export async function replaceRecoveryCodes(
  store: Store,
  keyring: Keyring,
  userId: string,
): Promise<string[]> {
  const codes = Array.from({ length: CODES }, newCode)
  await store.deleteFrom('recovery_code').where('user_id', '=', userId).execute()
  await store
    .insertInto('recovery_code')
    .values(codes.map(code => ({ user_id: userId, code_mac: macOf(keyring, userId, code), used_at: null })))
    .execute()
  return codes.map(code => `${code.slice(0, 5)}-${code.slice(5)}`)
}

/** Takes a recovery code, once. */
export async function spendRecoveryCode(
  store: Store,
  keyring: Keyring,
  userId: string,
  typed: string,
  now: Date,
): Promise<boolean> {
  const row = await store
    .updateTable('recovery_code')
    .set({ used_at: now })
    .where('user_id', '=', userId)
    .where('code_mac', '=', macOf(keyring, userId, typed))
    .where('used_at', 'is', null)
    .returning('user_id')
    .executeTakeFirst()
  return row !== undefined
}

export async function countRecoveryCodes(store: Store, userId: string): Promise<number> {
  const { left } = await store
    .selectFrom('recovery_code')
    .select(eb => eb.fn.countAll<string>().as('left'))
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(left)
}
