import type { OpenAPIHono } from '@hono/zod-openapi'
import { signContextToken } from '../../semantic-layer/index.ts'
import { hasSecondFactor } from '../../services/index.ts'
import { currentSession, mintCubeToken, signIn, signOut } from '../contract/session.ts'
import { callerOf } from '../http/acting.ts'
import { hasSessionCookie } from '../http/caller.ts'
import type { AppEnv } from '../http/environment.ts'
import type { PasswordDoor } from '../http/password-door.ts'
import { securityContextOf } from '../http/security-context.ts'
import type { System } from '../instance/system.ts'
import { askSecondFactor, openSession, viewSession } from './open-session.ts'

export function sessionRoutes(app: OpenAPIHono<AppEnv>, system: System, passwords: PasswordDoor): void {
  app.openapi(signIn, async c => {
    const { email, password } = c.req.valid('json')
    const userId = await passwords.signIn(c, email, password)
    if (await hasSecondFactor(system.db, userId))
      throw await askSecondFactor(system, userId, { by: 'password' })
    return c.json(await openSession(c, system, { userId, strong: false, by: 'password' }), 200)
  })

  app.openapi(currentSession, async c => {
    const caller = await callerOf(c)
    c.header('cache-control', 'no-store')
    return c.json(await viewSession(system, { ...caller, csrfToken: caller.csrfToken ?? '' }), 200)
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
    const caller = await callerOf(c)
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
