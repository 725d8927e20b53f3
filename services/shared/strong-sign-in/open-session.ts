import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'

/**
 * A session for a person whom something else than the password made known: a code after it, a passkey, a provider.
 * Called by the API alone; none of better-auth's own addresses are mounted.
 */
export const openSession = createAuthEndpoint(
  '/sign-in/open-session',
  { method: 'POST', body: z.object({ userId: z.string(), strong: z.boolean() }) },
  async ctx => {
    const { internalAdapter } = ctx.context
    const user = await internalAdapter.findUserById(ctx.body.userId)
    if (!user) throw new APIError('UNAUTHORIZED')
    const session = await internalAdapter.createSession(user.id, false, { strong: ctx.body.strong }, true)
    await setSessionCookie(ctx, { session, user })
    return ctx.json({ userId: user.id, sessionId: session.id })
  },
)
