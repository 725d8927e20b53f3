import { betterAuth } from 'better-auth'
import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'
import type { Database } from '../store/database.ts'
import { openSession } from '../strong-sign-in/open-session.ts'
import { hasSecondFactor } from '../strong-sign-in/second-factor.ts'

/**
 * Sign-in like better-auth's own, for any address that an account has: its own refuses those without a dot in the
 * domain, such as citizen@demo. An unknown address takes as long as a wrong password.
 * Where the account has a second factor no session is opened yet.
 */
const signInAccount = (needsSecondFactor: (userId: string) => Promise<boolean>) =>
  createAuthEndpoint(
    '/sign-in/account',
    { method: 'POST', body: z.object({ email: z.string(), password: z.string() }) },
    async ctx => {
      const { internalAdapter, password } = ctx.context
      const found = await internalAdapter.findUserByEmail(ctx.body.email.trim().toLowerCase(), {
        includeAccounts: true,
      })
      const hash = found?.accounts.find(account => account.providerId === 'credential')?.password
      if (!found || !hash) {
        await password.hash(ctx.body.password)
        throw new APIError('UNAUTHORIZED')
      }
      if (!(await password.verify({ hash, password: ctx.body.password }))) throw new APIError('UNAUTHORIZED')
      if (await needsSecondFactor(found.user.id)) return ctx.json({ userId: found.user.id, sessionId: null })
      const session = await internalAdapter.createSession(found.user.id)
      await setSessionCookie(ctx, { session, user: found.user })
      return ctx.json({ userId: found.user.id, sessionId: session.id })
    },
  )

/** Passwords and sessions by better-auth on our own tables. Its HTTP routes are not mounted: the API calls it. */
export function createAuthentication(options: {
  db: Database
  secret: string
  publicUrl: string
  secure: boolean
}) {
  return betterAuth({
    database: { db: options.db, type: 'postgres' },
    secret: options.secret,
    baseURL: options.publicUrl,
    trustedOrigins: [options.publicUrl],
    telemetry: { enabled: false },
    plugins: [
      {
        id: 'account-sign-in',
        endpoints: {
          openSession,
          signInAccount: signInAccount(userId => hasSecondFactor(options.db, userId)),
        },
      },
    ],
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 8, maxPasswordLength: 256 },
    user: {
      modelName: 'auth_user',
      additionalFields: { demo: { type: 'boolean', input: false, required: false } },
    },
    session: {
      modelName: 'auth_session',
      expiresIn: 12 * 3600,
      updateAge: 3600,
      additionalFields: {
        strong: { type: 'boolean', input: false, required: false, defaultValue: false },
        confirmedAt: { type: 'date', input: false, required: false },
      },
    },
    account: { modelName: 'auth_account' },
    verification: { modelName: 'auth_verification' },
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'open_county',
      useSecureCookies: options.secure,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure: options.secure, path: '/' },
    },
  })
}

export type Authentication = ReturnType<typeof createAuthentication>
