import crypto from 'node:crypto'
import type { Context } from 'hono'
import { type Authentication, type Database, findActor, userOfToken } from '../../services/index.ts'
import { SYSTEM_ACTOR } from '../instance/system-actor.ts'
import type { AppEnv, Caller } from './environment.ts'
import { ProblemError } from './problem.ts'

export interface CallerOptions {
  readonly db: Database
  readonly authentication: Authentication
  readonly secret: string
  readonly now: () => Date
}

export const csrfTokenOf = (secret: string, sessionId: string): string =>
  crypto.createHmac('sha256', secret).update(`csrf:${sessionId}`).digest('base64url')

export const hasSessionCookie = (c: Context<AppEnv>): boolean =>
  (c.req.header('cookie') ?? '').includes('open_county.session_token=')

/** Who calls: by bearer token, by session cookie, or over the local socket. Roles are read anew each time. */
export async function identify(c: Context<AppEnv>, options: CallerOptions): Promise<Caller | null> {
  if (c.env?.local) return { actor: SYSTEM_ACTOR, via: 'local', csrfToken: null }
  const authorization = c.req.header('authorization')
  if (authorization) {
    const token = /^Bearer (\S{1,200})$/i.exec(authorization)?.[1]
    const userId = token ? await userOfToken(options.db, token, options.now()) : null
    const actor = userId ? await findActor(options.db, { id: userId }) : null
    if (!actor) throw new ProblemError('token_invalid')
    return { actor, via: 'bearer', csrfToken: null }
  }
  if (!hasSessionCookie(c)) return null
  const session = await options.authentication.api.getSession({ headers: c.req.raw.headers })
  const actor = session ? await findActor(options.db, { id: session.user.id }) : null
  if (!session || !actor) return null
  return { actor, via: 'cookie', csrfToken: csrfTokenOf(options.secret, session.session.id) }
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Another site can make a browser send the cookie, but it can't read the token. */
export function checkCsrf(c: Context<AppEnv>, caller: Caller): void {
  if (caller.via !== 'cookie' || SAFE_METHODS.has(c.req.method)) return
  const given = Buffer.from(c.req.header('x-csrf-token') ?? '')
  const expected = Buffer.from(caller.csrfToken ?? '')
  if (given.length !== expected.length || !crypto.timingSafeEqual(given, expected))
    throw new ProblemError('csrf_token_missing')
}
