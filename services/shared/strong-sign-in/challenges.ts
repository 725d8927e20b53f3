import crypto from 'node:crypto'
import type { Store } from '../store/database.ts'

export type ChallengeKind = 'second_factor' | 'passkey_registration' | 'passkey_sign_in' | 'oidc'

/** What has to come back of a sign-in that is under way, and when it is too late. */
export interface Challenge {
  readonly kind: ChallengeKind
  /** Secret of the caller's browser or session; only its hash is kept. */
  readonly token: string
  readonly userId: string | null
  readonly payload: Record<string, unknown>
  readonly seconds: number
}

type Taken = Pick<Challenge, 'userId' | 'payload'>

/** Codes that one challenge of the second factor takes. */
const TRIES = 5

const hashOf = (kind: ChallengeKind, token: string): string =>
  crypto.createHash('sha256').update(`${kind}:${token}`).digest('hex')

export const newToken = (): string => crypto.randomBytes(32).toString('base64url')

/** Keeps a challenge, in place of an earlier one with the same token, and drops those that are over. */
export async function putChallenge(store: Store, challenge: Challenge, now: Date): Promise<void> {
  await store.deleteFrom('sign_in_challenge').where('expires_at', '<=', now).execute()
  const values = {
    user_id: challenge.userId,
    payload: JSON.stringify(challenge.payload),
    tries: 0,
    expires_at: new Date(now.getTime() + challenge.seconds * 1000),
  }
  await store
    .insertInto('sign_in_challenge')
    .values({ token_hash: hashOf(challenge.kind, challenge.token), kind: challenge.kind, ...values })
    .onConflict(conflict => conflict.column('token_hash').doUpdateSet(values))
    .execute()
}

/** The challenge, which nobody gets a second time; null when there is none or it is too late. */
export async function takeChallenge(
  store: Store,
  kind: ChallengeKind,
  token: string,
  now: Date,
): Promise<Taken | null> {
  const row = await store
    .deleteFrom('sign_in_challenge')
    .where('token_hash', '=', hashOf(kind, token))
    .where('expires_at', '>', now)
    .returning(['user_id', 'payload'])
    .executeTakeFirst()
  return row ? { userId: row.user_id, payload: row.payload } : null
}

/** Counts one try at a challenge; null when it has no more, is over, or was never given. */
export async function tryChallenge(
  store: Store,
  kind: ChallengeKind,
  token: string,
  now: Date,
): Promise<Taken | null> {
  const row = await store
    .updateTable('sign_in_challenge')
    .set(eb => ({ tries: eb('tries', '+', 1) }))
    .where('token_hash', '=', hashOf(kind, token))
    .where('expires_at', '>', now)
    .where('tries', '<', TRIES)
    .returning(['user_id', 'payload'])
    .executeTakeFirst()
  return row ? { userId: row.user_id, payload: row.payload } : null
}
