import crypto from 'node:crypto'
import type { TokenScope } from '../../../domain/index.ts'
import type { Store } from '../store/database.ts'

const PREFIX = 'oct_'
/** How often the last use of a token is written down. */
const NOTED_EVERY_MS = 60_000
const hash = (token: string): string => crypto.createHash('sha256').update(token).digest('hex')

export interface NewToken {
  readonly userId: string
  readonly name: string
  readonly scopes: readonly TokenScope[]
  readonly expiresAt: Date
  /** Whoever makes it has shown both factors. */
  readonly strong: boolean
}

/** Makes a token for scripts. Only its hash is kept: the caller shows it once. */
export async function issueToken(store: Store, token: NewToken): Promise<{ id: string; secret: string }> {
  const secret = PREFIX + crypto.randomBytes(32).toString('base64url')
  const { id } = await store
    .insertInto('api_token')
    .values({
      token_hash: hash(secret),
      user_id: token.userId,
      name: token.name,
      scopes: [...token.scopes],
      expires_at: token.expiresAt,
      last_used_at: null,
      strong: token.strong,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, secret }
}

export interface TokenUse {
  readonly userId: string
  readonly scopes: readonly TokenScope[]
  readonly strong: boolean
}

/** Whose token it is and what it is for; null for one that is not, or no longer, good. */
export async function findToken(store: Store, token: string, now: Date): Promise<TokenUse | null> {
  if (!token.startsWith(PREFIX)) return null
  const row = await store
    .selectFrom('api_token')
    .select(['id', 'user_id', 'scopes', 'last_used_at', 'strong'])
    .where('token_hash', '=', hash(token))
    .where('expires_at', '>', now)
    .executeTakeFirst()
  if (!row) return null
  if (!row.last_used_at || now.getTime() - row.last_used_at.getTime() > NOTED_EVERY_MS)
    await store.updateTable('api_token').set({ last_used_at: now }).where('id', '=', row.id).execute()
  return { userId: row.user_id, scopes: row.scopes as TokenScope[], strong: row.strong }
}

export interface TokenEntry {
  readonly id: string
  readonly name: string
  readonly scopes: readonly TokenScope[]
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly lastUsedAt: Date | null
}

/** The person's tokens, the newest first; those that have expired too, so that their owner sees why a script stopped. */
export async function listTokens(store: Store, userId: string): Promise<TokenEntry[]> {
  const rows = await store
    .selectFrom('api_token')
    .select(['id', 'name', 'scopes', 'created_at', 'expires_at', 'last_used_at'])
    .where('user_id', '=', userId)
    .orderBy('created_at', 'desc')
    .execute()
  return rows.map(row => ({
    id: row.id,
    name: row.name,
    scopes: row.scopes as TokenScope[],
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
  }))
}

/** False when the person has no such token. */
export async function revokeToken(store: Store, userId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await store
    .deleteFrom('api_token')
    .where('user_id', '=', userId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
