import { sql } from 'kysely'
import type { Store } from '../store/database.ts'
import type { Keyring } from '../vault/keyring.ts'
import { newTotpSecret, stepOfCode } from './totp.ts'

const purpose = (userId: string): string => `totp:${userId}`

export const hasSecondFactor = async (store: Store, userId: string): Promise<boolean> =>
  (await store
    .selectFrom('second_factor')
    .select('user_id')
    .where('user_id', '=', userId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()) !== undefined

/** A new secret that counts once a code of it was shown; null when a second factor is on already. */
export async function beginSecondFactor(
  store: Store,
  keyring: Keyring,
  userId: string,
): Promise<Buffer | null> {
  const secret = newTotpSecret()
  const sealed = keyring.seal(purpose(userId), secret)
  const row = await store
    .insertInto('second_factor')
    .values({ user_id: userId, secret: sealed })
    .onConflict(conflict =>
      conflict
        .column('user_id')
        .doUpdateSet({ secret: sealed, failures: 0, failed_at: null, last_step: '0' })
        .where('second_factor.confirmed_at', 'is', null),
    )
    .returning('user_id')
    .executeTakeFirst()
  return row ? secret : null
}

/** blocked: too many wrong codes in a row, for now none is looked at; unknown: the person has no such factor. */
export type CodeOutcome = 'right' | 'wrong' | 'blocked' | 'unknown'

/** Wrong codes in a row that cost no waiting; after that each doubles it, up to an hour. */
const FREE_FAILURES = 5

/**
 * Takes a code of the person's authenticator app, once. Each attempt is counted before the code is looked at, so that
 * many at the same time get no more tries than one after the other. `confirms`: the first code, which turns the factor on.
 */
export async function spendCode(
  store: Store,
  keyring: Keyring,
  { userId, code, confirms }: { userId: string; code: string; confirms: boolean },
  now: Date,
): Promise<CodeOutcome> {
  const at = now.toISOString()
  const attempt = await store
    .updateTable('second_factor')
    .set(eb => ({ failures: eb('failures', '+', 1), failed_at: at }))
    .where('user_id', '=', userId)
    .where('confirmed_at', confirms ? 'is' : 'is not', null)
    .where(
      sql<boolean>`(failures < ${FREE_FAILURES} or failed_at + make_interval(mins => least(60, power(2, least(failures, 20) - ${FREE_FAILURES}))::int) <= ${at}::timestamptz)`,
    )
    .returning(['secret', 'last_step'])
    .executeTakeFirst()
  if (!attempt) {
    const known = await store
      .selectFrom('second_factor')
      .select('user_id')
      .where('user_id', '=', userId)
      .where('confirmed_at', confirms ? 'is' : 'is not', null)
      .executeTakeFirst()
    return known ? 'blocked' : 'unknown'
  }
  const step = stepOfCode(keyring.unseal(purpose(userId), attempt.secret), code, now)
  if (step === null) return 'wrong'
  const taken = await store
    .updateTable('second_factor')
    .set({ last_step: String(step), failures: 0, failed_at: null, ...(confirms ? { confirmed_at: at } : {}) })
    .where('user_id', '=', userId)
    .where('last_step', '<', String(step))
    // Another enrolment may have begun meanwhile, with another secret.
    .where('secret', '=', attempt.secret)
    .returning('user_id')
    .executeTakeFirst()
  return taken ? 'right' : 'wrong'
}

/** Turns the second factor off, with its recovery codes. False when there was none. */
export async function removeSecondFactor(store: Store, userId: string): Promise<boolean> {
  await store.deleteFrom('recovery_code').where('user_id', '=', userId).execute()
  const row = await store
    .deleteFrom('second_factor')
    .where('user_id', '=', userId)
    .returning('confirmed_at')
    .executeTakeFirst()
  return row !== undefined && row.confirmed_at !== null
}
