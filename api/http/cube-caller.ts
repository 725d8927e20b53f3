import { readContextToken } from '../../semantic-layer/index.ts'
import { actorOfCookie, actorOfToken, type CallerOptions, hasSessionCookie } from './caller.ts'
import type { CubeCaller } from './environment.ts'
import { PUBLIC_CONTEXT, securityContextOf } from './security-context.ts'

const ANYBODY: CubeCaller = { context: PUBLIC_CONTEXT, expiresAt: null, csrfToken: null }

/**
 * By Cube's token (a JWT with a security context), by one of our API tokens, by the session's cookie; nobody in
 * particular without any of them. Null when a token was brought that is not good.
 */
export async function cubeCaller(headers: Headers, options: CallerOptions): Promise<CubeCaller | null> {
  const token = cubeToken(headers)
  if (token !== null) return callerOfCubeToken(token, options)
  if (!hasSessionCookie(headers)) return ANYBODY
  const session = await actorOfCookie(headers, options)
  if (!session) return ANYBODY
  // Pages that are open to all draw their charts with the cookie: without the factor they show what everybody sees.
  const context = session.lacksFactor ? PUBLIC_CONTEXT : securityContextOf(session.actor)
  return { context, expiresAt: null, csrfToken: session.csrfToken }
}

export async function callerOfCubeToken(token: string, options: CallerOptions): Promise<CubeCaller | null> {
  if (token.startsWith('oct_')) {
    const found = await actorOfToken(token, options)
    if (!found?.scopes.includes('read') || found.lacksFactor) return null
    return { context: securityContextOf(found.actor), expiresAt: null, csrfToken: null }
  }
  const read = await readContextToken(options.secret, token, options.now().getTime())
  return read && { context: read.context, expiresAt: read.expiresAt * 1000, asOf: read.asOf, csrfToken: null }
}

/** As Cube reads it: the token alone, or after a scheme. Cube's client without a token sends the word "undefined". */
function cubeToken(headers: Headers): string | null {
  const header = headers.get('x-cube-authorization') ?? headers.get('authorization')
  const [first = '', second] = (header ?? '').trim().split(' ', 2)
  return givenToken(second ?? first)
}

export const givenToken = (token: string): string | null =>
  token === '' || token === 'undefined' || token === 'null' ? null : token
