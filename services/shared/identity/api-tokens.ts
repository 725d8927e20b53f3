import crypto from 'node:crypto'
import type { Store } from '../store/database.ts'

const PREFIX = 'oct_'
const hash = (token: string): string => crypto.createHash('sha256').update(token).digest('hex')

/** Makes a token for scripts. Only its hash is kept: the caller shows it once. */
export async function issueToken(store: Store, userId: string, expiresAt: Date): Promise<string> {
  const token = PREFIX + crypto.randomBytes(32).toString('base64url')
  await store
    .insertInto('api_token')
    .values({ token_hash: hash(token), user_id: userId, expires_at: expiresAt })
    .execute()
  return token
}

/** The user of a valid token, or null. */
export async function userOfToken(store: Store, token: string, now: Date): Promise<string | null> {
  if (!token.startsWith(PREFIX)) return null
  const row = await store
    .selectFrom('api_token')
    .select('user_id')
    .where('token_hash', '=', hash(token))
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row?.user_id ?? null
}
