import crypto from 'node:crypto'
import type { Context } from 'hono'
import { needsSecondFactor, type TokenScope } from '../../domain/index.ts'
import {
  type Actor,
  type Authentication,
  allRoles,
  type Database,
  findActor,
  findToken,
  touchSession,
} from '../../services/index.ts'
import { SAFE_METHODS } from '../contract/policy.ts'
import { SYSTEM_ACTOR } from '../instance/system-actor.ts'
import type { AppEnv, Caller, CallerSession } from './environment.ts'
import { ProblemError } from './problem.ts'

export interface CallerOptions {
  readonly db: Database
  readonly authentication: Authentication
  readonly secret: string
  readonly now: () => Date
  /** Roles of the county are of use only after a second factor. */
  readonly requireSecondFactor: boolean
}

export const csrfTokenOf = (secret: string, sessionId: string): string =>
  crypto.createHmac('sha256', secret).update(`csrf:${sessionId}`).digest('base64url')

export const hasSessionCookie = (headers: Headers): boolean =>
  (headers.get('cookie') ?? '').includes('open_county.session_token=')

/** Who calls: by bearer token, by session cookie, or over the local socket. Roles are read anew each time. */
export async function identify(c: Context<AppEnv>, options: CallerOptions): Promise<Caller | null> {
  if (c.env?.local)
    return {
      ...{ actor: SYSTEM_ACTOR, via: 'local', csrfToken: null, session: null, scopes: null },
      lacksFactor: false,
    }
  const authorization = c.req.header('authorization')
  if (authorization) {
    const token = /^Bearer (\S{1,200})$/i.exec(authorization)?.[1]
    const found = token ? await actorOfToken(token, options) : null
    if (!found) throw new ProblemError('token_invalid')
    return { ...found, via: 'bearer', csrfToken: null, session: null }
  }
  const session = await actorOfCookie(c.req.raw.headers, options)
  return session && { ...session, via: 'cookie', scopes: null }
}

export async function actorOfToken(
  token: string,
  { db, now, requireSecondFactor }: CallerOptions,
): Promise<{ actor: Actor; scopes: readonly TokenScope[]; lacksFactor: boolean } | null> {
  const found = await findToken(db, token, now())
  const actor = found && (await findActor(db, { id: found.userId }, now()))
  if (!found || !actor) return null
  const lacksFactor = requireSecondFactor && !found.strong && needsSecondFactor(allRoles(actor))
  return { actor, scopes: found.scopes, lacksFactor }
}

/** How often it is written down that a session is in use. */
const SEEN_EVERY_MS = 60_000

export async function actorOfCookie(
  headers: Headers,
  { authentication, db, secret, now, requireSecondFactor }: CallerOptions,
): Promise<{ actor: Actor; csrfToken: string; session: CallerSession; lacksFactor: boolean } | null> {
  if (!hasSessionCookie(headers)) return null
  // Read from the database each time: a session that was revoked has ended.
  const session = await authentication.api.getSession({ headers })
  const actor = session ? await findActor(db, { id: session.user.id }, now()) : null
  if (!session || !actor) return null
  const { id, createdAt, confirmedAt, strong, last_seen } = session.session
  if (!last_seen || now().getTime() - last_seen.getTime() > SEEN_EVERY_MS)
    await touchSession(db, id, now(), SEEN_EVERY_MS)
  return {
    actor,
    csrfToken: csrfTokenOf(secret, id),
    session: { id, openedAt: createdAt, confirmedAt: confirmedAt ?? null, strong: strong ?? false },
    lacksFactor: requireSecondFactor && !strong && needsSecondFactor(allRoles(actor)),
  }
}

/** Another site can make a browser send the cookie, but it can't read the token. */
export function checkCsrf(c: Context<AppEnv>, caller: Caller): void {
  if (caller.via !== 'cookie' || SAFE_METHODS.has(c.req.method)) return
  if (!isCsrfToken(c, caller.csrfToken)) throw new ProblemError('csrf_token_missing')
}

export function isCsrfToken(c: Context<AppEnv>, csrfToken: string | null): boolean {
  const given = Buffer.from(c.req.header('x-csrf-token') ?? '')
  const expected = Buffer.from(csrfToken ?? '')
  return given.length === expected.length && crypto.timingSafeEqual(given, expected)
}
