import type { Context } from 'hono'
import { LRUCache } from 'lru-cache'
import { type PasswordFault, passwordFault, SIGN_IN_LOCK } from '../../domain/index.ts'
import {
  type Actor,
  clearAttempts,
  findSignIn,
  hashPassword,
  isOutdatedHash,
  setPasswordHash,
  takeAttempt,
  verifyPassword,
} from '../../services/index.ts'
import type { System } from '../instance/system.ts'
import type { AppEnv } from './environment.ts'
import { knownDevice } from './known-device.ts'
import { passwordTurns } from './password-turns.ts'
import { ProblemError } from './problem.ts'
import { addressOf, type RateLimits } from './rate-limits.ts'

/**
 * Every check of a password goes through here.
 *
 * A lock is also a weapon: who knows an address could keep its owner out. So failures are counted apart for the account as seen
 * from anywhere, and for each browser in which its owner has signed in before (a signed cookie names it). A stranger's failures
 * slow and at last lock the first only: the owner goes on at a known device, and elsewhere opens the lock by a link in a mail, or
 * waits an hour. The tally of a known device grows in the same way, so that a stolen cookie is worth no more than a stranger.
 * An address that has no account is counted and answered like one that has.
 *
 * The tallies are rows in PostgreSQL: a restart must not hand out new attempts, and the link in a mail may be opened on any
 * process. What is refused again and again is answered from memory, one request of a subject at a time, so that a flood on one
 * account takes neither connections nor the hashing threads from others. Attempts per network address are in memory only
 * (rate-limits.ts): they are short-lived, and a proxy in front may count them instead.
 */
export interface PasswordDoor {
  /** The account's id. Throws what is to be answered when the pair is wrong or has to wait. */
  signIn(c: Context<AppEnv>, email: string, password: string): Promise<string>
  /** The signed-in person proves again who they are. */
  require(c: Context<AppEnv>, actor: Actor, password: string): Promise<void>
  /** Hash of a password that somebody chooses. */
  hashNew(
    c: Context<AppEnv>,
    password: string,
    account: { readonly email: string; readonly name: string },
  ): Promise<string>
  /** Lets strangers try the account again. */
  unlock(email: string): Promise<void>
}

const FAULTS: Record<PasswordFault, string> = {
  too_short: 'It needs at least 10 characters.',
  too_long: 'It may have at most 256 characters.',
  too_common: 'It is among those that are tried first.',
  like_account: 'It is made of the name or the e-mail address.',
}

export function createPasswordDoor(
  system: System,
  limits: RateLimits,
  /** Called once when strangers have locked the account. */
  onLocked: (email: string) => Promise<void>,
): PasswordDoor {
  const turns = passwordTurns()
  const refusedUntil = new LRUCache<string, { until: number; locked: boolean }>({ max: 20_000 })
  const lines = new Map<string, Promise<unknown>>()
  const { db, keyring } = system

  const subjectOf = (kind: string, text: string) =>
    keyring.mac('sign-in-tally', `${kind} ${text.toLowerCase()}`)
  const accountSubject = (email: string) => subjectOf('account', email)

  /** One after the other for a subject. */
  function inLine<T>(subject: string, work: () => Promise<T>): Promise<T> {
    const done = (lines.get(subject) ?? Promise.resolve()).then(work)
    const settled = done.catch(() => {})
    lines.set(subject, settled)
    void settled.then(() => {
      if (lines.get(subject) === settled) lines.delete(subject)
    })
    return done
  }

  function refuse(c: Context<AppEnv>, until: number, locked: boolean): never {
    c.header('retry-after', String(Math.max(1, Math.ceil((until - system.now().getTime()) / 1000))))
    throw new ProblemError(locked ? 'sign_in_locked' : 'sign_in_slowed')
  }

  /** Counts an attempt; the number of failures so far with this one. */
  function take(c: Context<AppEnv>, subject: string): Promise<number> {
    return inLine(subject, async () => {
      const at = system.now()
      const known = refusedUntil.get(subject)
      if (known && known.until > at.getTime()) refuse(c, known.until, known.locked)
      const attempt = await takeAttempt(db, subject, at)
      if (attempt.allowed) return attempt.failures
      refusedUntil.set(subject, { until: attempt.until.getTime(), locked: attempt.locked })
      return refuse(c, attempt.until.getTime(), attempt.locked)
    })
  }

  async function clear(subject: string): Promise<void> {
    await clearAttempts(db, subject)
    refusedUntil.delete(subject)
  }

  async function inTurn<T>(c: Context<AppEnv>, work: () => Promise<T>): Promise<T> {
    const done = await turns(addressOf(c), async () => ({ value: await work() }))
    if (!done) throw new ProblemError('too_many_requests')
    return done.value
  }

  return {
    signIn: async (c, email, password) => {
      const address = email.trim()
      const limited = await limits.takeSignIn(c)
      if (!limited) throw new ProblemError('too_many_requests')
      const device = knownDevice(c, keyring, address)
      const subject = device ? subjectOf('device', `${device} ${address}`) : accountSubject(address)
      const failures = await take(c, subject)
      const account = await findSignIn(db, address)
      const fits = await inTurn(c, async () => {
        if (account?.passwordHash) return verifyPassword(account.passwordHash, password)
        // An unknown address takes as long as a wrong password.
        await hashPassword(password)
        return false
      })
      if (!account?.passwordHash || !fits) {
        if (account && !device && failures === SIGN_IN_LOCK) await onLocked(account.email)
        throw new ProblemError('credentials_wrong')
      }
      await clear(subject)
      await limited.forgive()
      if (isOutdatedHash(account.passwordHash))
        await setPasswordHash(db, account.userId, await inTurn(c, () => hashPassword(password)), system.now())
      return account.userId
    },

    require: async (c, actor, password) => {
      const subject = subjectOf('own', actor.id)
      await take(c, subject)
      const account = await findSignIn(db, actor.email)
      const hash = account?.passwordHash
      if (!hash || !(await inTurn(c, () => verifyPassword(hash, password))))
        throw new ProblemError('password_wrong')
      await clear(subject)
    },

    hashNew: async (c, password, account) => {
      const fault = passwordFault(password, account)
      if (fault) throw new ProblemError('password_unfit', FAULTS[fault])
      return inTurn(c, () => hashPassword(password))
    },

    unlock: email => clear(accountSubject(email)),
  }
}
