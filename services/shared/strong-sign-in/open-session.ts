import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'

/**
 * A session for a person who is known by now: by the password, a code after it, a passkey, a provider.
 * Called by the API alone; none of better-auth's own addresses are mounted.
 */
export const openSession = createAuthEndpoint(
  '/sign-in/open-session',
  {
    method: 'POST',
    body: z.object({
      userId: z.string(),
      strong: z.boolean(),
      address: z.string(),
      userAgent: z.string(),
    }),
  },
  async ctx => {
    const { internalAdapter } = ctx.context
    const user = await internalAdapter.findUserById(ctx.body.userId)
    if (!user) throw new APIError('UNAUTHORIZED')
    const { strong, address, userAgent } = ctx.body
    const marks = { strong, ipAddress: address, userAgent }
    const session = await internalAdapter.createSession(user.id, false, marks, true)
    await setSessionCookie(ctx, { session, user })
    return ctx.json({ userId: user.id, sessionId: session.id })
  },
)
