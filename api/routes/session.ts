import type { OpenAPIHono } from '@hono/zod-openapi'
import { APIError } from 'better-auth/api'
import { signContextToken } from '../../semantic-layer/index.ts'
import { type Actor, type Authentication, allRoles, recordEvent } from '../../services/index.ts'
import { currentSession, mintCubeToken, signIn, signOut } from '../contract/session.ts'
import { csrfTokenOf, hasSessionCookie } from '../http/caller.ts'
import type { AppEnv } from '../http/environment.ts'
import { ProblemError } from '../http/problem.ts'
import type { RateLimits } from '../http/rate-limits.ts'
import { securityContextOf } from '../http/security-context.ts'
import type { System } from '../instance/system.ts'

export const sessionUser = (actor: Actor) => ({
  email: actor.email,
  name: actor.name,
  demo: actor.demo,
  roles: allRoles(actor),
  organisations: actor.organisations.flatMap(({ cui, names, roles }) =>
    cui ? [{ cui, names, roles: [...roles] }] : [],
  ),
})

export function sessionRoutes(app: OpenAPIHono<AppEnv>, system: System, limits: RateLimits): void {
  app.openapi(signIn, async c => {
    const { email, password } = c.req.valid('json')
    if (!(await limits.allowSignIn(c, email))) throw new ProblemError('too_many_requests')
    const signed = await signInWith(system.authentication, c.req.raw.headers, email, password)
    if (!signed) throw new ProblemError('credentials_wrong')
    for (const cookie of signed.cookies) c.header('set-cookie', cookie, { append: true })
    const actor = await system.findActor(signed.userId)
    if (!actor) throw new ProblemError('credentials_wrong')
    await recordEvent(system.db, {
      at: system.now(),
      actor: actor.email,
      action: 'session.opened',
      subjectKind: 'user',
      subjectId: actor.id,
      detail: {},
    })
    c.header('cache-control', 'no-store')
    return c.json({ user: sessionUser(actor), csrfToken: csrfTokenOf(system.secret, signed.sessionId) }, 200)
  })

  app.openapi(currentSession, async c => {
    const caller = await c.var.caller()
    if (!caller) throw new ProblemError('not_signed_in')
    c.header('cache-control', 'no-store')
    return c.json({ user: sessionUser(caller.actor), csrfToken: caller.csrfToken ?? '' }, 200)
  })

  app.openapi(signOut, async c => {
    if (hasSessionCookie(c.req.raw.headers)) {
      const response = await system.authentication.api.signOut({
        headers: c.req.raw.headers,
        asResponse: true,
      })
      for (const cookie of response.headers.getSetCookie()) c.header('set-cookie', cookie, { append: true })
    }
    return c.body(null, 204)
  })

  app.openapi(mintCubeToken, async c => {
    const caller = await c.var.caller()
    if (!caller) throw new ProblemError('not_signed_in')
    // The same token for some seconds: Cube's WebSocket transport connects anew at each other token that it is given.
    const issuedAt = Math.floor(system.now().getTime() / 1000 / TOKEN_STEP_SECONDS) * TOKEN_STEP_SECONDS
    const expiresAt = issuedAt + TOKEN_SECONDS
    const token = { context: securityContextOf(caller.actor), expiresAt }
    c.header('cache-control', 'no-store')
    return c.json(
      {
        token: await signContextToken(system.secret, token, issuedAt),
        expiresAt: new Date(expiresAt * 1000).toISOString(),
      },
      200,
    )
  })
}

/** A role that is taken away ends with the tokens that carry it. */
const TOKEN_SECONDS = 60
const TOKEN_STEP_SECONDS = 10

async function signInWith(authentication: Authentication, headers: Headers, email: string, password: string) {
  // Only the browser's name is handed on: an old cookie or an Origin must not change the outcome.
  const passed = new Headers({ 'user-agent': headers.get('user-agent')?.slice(0, 200) ?? '' })
  try {
    const answer = await authentication.api.signInAccount({
      body: { email, password },
      headers: passed,
      returnHeaders: true,
    })
    return { cookies: answer.headers.getSetCookie(), ...answer.response }
  } catch (error) {
    if (error instanceof APIError && error.status === 'UNAUTHORIZED') return null
    throw error
  }
}
