import type { Context } from 'hono'
import { setCookie } from 'hono/cookie'
import { needsSecondFactor } from '../../domain/index.ts'
import {
  type Actor,
  allRoles,
  hasSecondFactor,
  listRepresented,
  newToken,
  putChallenge,
  recordEvent,
} from '../../services/index.ts'
import { csrfTokenOf } from '../http/caller.ts'
import type { AppEnv } from '../http/environment.ts'
import { rememberDevice } from '../http/known-device.ts'
import { ProblemError } from '../http/problem.ts'
import { addressOf } from '../http/rate-limits.ts'
import type { System } from '../instance/system.ts'

/** Time to take the telephone and type a code. */
const CHALLENGE_SECONDS = 300

const sessionUser = (actor: Actor) => ({
  email: actor.email,
  name: actor.name,
  demo: actor.demo,
  language: actor.language,
  roles: allRoles(actor),
  organisations: actor.organisations.map(({ id, cui, names, roles }) => ({
    id,
    cui,
    names,
    roles: [...roles],
  })),
})

/** What a session says of itself: who it is, and whom they may act for at this moment. */
export const viewSession = async (
  system: System,
  { actor, csrfToken, lacksFactor }: { actor: Actor; csrfToken: string; lacksFactor: boolean },
) => ({
  user: sessionUser(actor),
  csrfToken,
  lacksFactor,
  mandates: await listRepresented(system.db, actor.id, system.now()),
})

/** The refusal that asks for a code, with a challenge that stands for the first factor for some minutes. */
export async function askSecondFactor(
  system: System,
  userId: string,
  payload: Record<string, unknown>,
): Promise<ProblemError> {
  const challenge = newToken()
  await putChallenge(
    system.db,
    { kind: 'second_factor', token: challenge, userId, payload, seconds: CHALLENGE_SECONDS },
    system.now(),
  )
  return new ProblemError('second_factor_needed', null, { challenge })
}

/** Opens a session for a person who is known by now, sets its cookie and says whose it is: the answer of every way to sign in. */
export async function openSession(
  c: Context<AppEnv>,
  system: System,
  { userId, strong, by }: { userId: string; strong: boolean; by: string },
) {
  const actor = await system.findActor(userId)
  if (!actor) throw new ProblemError('credentials_wrong')
  const opened = await system.authentication.api.openSession({
    body: {
      userId,
      strong,
      address: addressOf(c),
      userAgent: (c.req.header('user-agent') ?? '').slice(0, 400),
    },
    returnHeaders: true,
  })
  for (const cookie of opened.headers.getSetCookie()) c.header('set-cookie', cookie, { append: true })
  const secure = system.config.publicUrl.startsWith('https:')
  rememberDevice(c, { keyring: system.keyring, secure }, actor.email)
  await recordEvent(system.db, {
    at: system.now(),
    actor: actor.id,
    action: 'session.opened',
    subjectKind: 'user',
    subjectId: actor.id,
    detail: { by },
  })
  c.header('cache-control', 'no-store')
  return viewSession(system, {
    actor,
    csrfToken: csrfTokenOf(system.secret, opened.response.sessionId),
    lacksFactor: system.config.requireSecondFactor && !strong && needsSecondFactor(allRoles(actor)),
  })
}

/** A session, or the refusal that asks for a second factor which whoever vouches for the person has not asked for. */
export async function openOrAsk(
  c: Context<AppEnv>,
  system: System,
  opening: { userId: string; strong: boolean; by: string },
): Promise<void> {
  const { userId, strong, by } = opening
  if (!strong && (await hasSecondFactor(system.db, userId)))
    throw await askSecondFactor(system, userId, { by })
  await openSession(c, system, opening)
}

/** The challenge of a sign-in that has to go on at another page. */
export const CHALLENGE_COOKIE = 'open_county.challenge'

/** A cookie of a sign-in that is under way; it comes back from another site's page by a link. */
export function setSignInCookie(
  c: Context,
  system: System,
  cookie: { name: string; value: string; path: string; seconds: number },
): void {
  setCookie(c, cookie.name, cookie.value, {
    path: cookie.path,
    httpOnly: true,
    sameSite: 'Lax',
    secure: system.config.publicUrl.startsWith('https:'),
    maxAge: cookie.seconds,
  })
}
