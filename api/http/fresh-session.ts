import type { Context } from 'hono'
import { type Actor, hasSecondFactor, listCredentials } from '../../services/index.ts'
import type { System } from '../instance/system.ts'
import { callerOf } from './acting.ts'
import type { AppEnv, CallerSession } from './environment.ts'
import { ProblemError } from './problem.ts'

/** Minutes after a sign-in, or after the password was given again, in which the ways to sign in can be changed. */
const FRESH_MINUTES = 10

/** The caller's session; what changes the ways to sign in is never done with an API token. */
export async function sessionOf(c: Context<AppEnv>): Promise<{ actor: Actor; session: CallerSession }> {
  const caller = await callerOf(c)
  if (!caller.session) throw new ProblemError('session_needed')
  return { actor: caller.actor, session: caller.session }
}

/** The same, where the person showed a short while ago that it is them: an unlocked screen alone must not be enough. */
export async function freshSession(
  c: Context<AppEnv>,
  now: Date,
): Promise<{ actor: Actor; session: CallerSession }> {
  const known = await sessionOf(c)
  const { openedAt, confirmedAt } = known.session
  const last = Math.max(openedAt.getTime(), confirmedAt?.getTime() ?? 0)
  if (now.getTime() - last > FRESH_MINUTES * 60_000) throw new ProblemError('confirmation_needed')
  return known
}

/**
 * The same, to change the factors themselves: where the person has one it must have been shown in this session, or a stolen
 * password alone could add another.
 */
export async function factorSession(
  c: Context<AppEnv>,
  { db, now }: Pick<System, 'db' | 'now'>,
): Promise<{ actor: Actor; session: CallerSession }> {
  const known = await freshSession(c, now())
  const { actor, session } = known
  if (session.strong) return known
  if ((await hasSecondFactor(db, actor.id)) || (await listCredentials(db, actor.id)).length > 0)
    throw new ProblemError('strong_session_needed')
  return known
}
