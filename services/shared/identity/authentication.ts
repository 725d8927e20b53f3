import { betterAuth } from 'better-auth'
import type { Database } from '../store/database.ts'
import { openSession } from '../strong-sign-in/open-session.ts'

/** Sessions by better-auth on our own tables. Its HTTP routes are not mounted: the API calls it. */
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
    plugins: [{ id: 'open-session', endpoints: { openSession } }],
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
        last_seen: { type: 'date', input: false, required: false, defaultValue: () => new Date() },
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
