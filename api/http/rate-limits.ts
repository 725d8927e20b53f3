import type { Context, MiddlewareHandler } from 'hono'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { AppEnv } from './environment.ts'
import { problem } from './problem.ts'

/** Requests per minute of one address. Generous for people behind one office's address; stops a runaway script. */
const GENERAL = { points: 6000, duration: 60 }
const UPLOADS = { points: 300, duration: 60 }
/** Verifications of documents: a code can't be guessed, but nobody needs to try. */
const VERIFICATIONS = { points: 120, duration: 60 }
/** Failed sign-ins of one address, whatever the accounts; those of one account are counted in password-door.ts. */
const SIGN_IN = { points: 100, duration: 300 }
/** Files that one person begins to send. */
const ATTACHMENTS = { points: 120, duration: 600 }
/** Mails that one address has sent to people (sign-up, reset): each may go to somebody who did not ask for it. */
const MAILS = { points: 20, duration: 3600 }
/** Invitations that are mailed to one address, whoever sends them: sent again and again they would flood its owner. */
const INVITATIONS = { points: 10, duration: 3600 }

export interface RateLimits {
  readonly general: MiddlewareHandler<AppEnv>
  readonly uploads: MiddlewareHandler<AppEnv>
  readonly verifications: MiddlewareHandler<AppEnv>
  /** False when the person began too many uploads. */
  allowAttachment(c: Context<AppEnv>, person: string): Promise<boolean>
  /** Counts a sign-in as failed until it is forgiven; null when the address has failed too often. */
  takeSignIn(c: Context<AppEnv>): Promise<{ forgive(): Promise<unknown> } | null>
  readonly mails: MiddlewareHandler<AppEnv>
  /** False when the address was sent too many invitations. */
  allowInvitation(c: Context<AppEnv>, email: string): Promise<boolean>
}

/** Of whoever calls. A socket for both families writes an IPv4 address as "::ffff:192.0.2.1", which people would not know. */
export const addressOf = (c: Context<AppEnv>): string =>
  c.env?.incoming?.socket.remoteAddress?.replace(/^::ffff:(?=[\d.]+$)/, '') ?? 'local'

export function createRateLimits(enabled: boolean): RateLimits {
  const limit = (limiter: RateLimiterMemory): MiddlewareHandler<AppEnv> => {
    return async (c, next) => {
      if (!enabled || c.env?.local) return next()
      try {
        await limiter.consume(addressOf(c))
      } catch (reason) {
        c.header('retry-after', String(waitSeconds(reason)))
        return problem(c, 'too_many_requests')
      }
      return next()
    }
  }
  const signIn = new RateLimiterMemory(SIGN_IN)
  const attachments = new RateLimiterMemory(ATTACHMENTS)
  const invitations = new RateLimiterMemory(INVITATIONS)
  const allows = async (limiter: RateLimiterMemory, c: Context<AppEnv>, key: string): Promise<boolean> => {
    if (!enabled || c.env?.local) return true
    try {
      await limiter.consume(key)
      return true
    } catch (reason) {
      c.header('retry-after', String(waitSeconds(reason)))
      return false
    }
  }
  return {
    general: limit(new RateLimiterMemory(GENERAL)),
    uploads: limit(new RateLimiterMemory(UPLOADS)),
    verifications: limit(new RateLimiterMemory(VERIFICATIONS)),
    allowAttachment: (c, person) => allows(attachments, c, person),
    allowInvitation: (c, email) => allows(invitations, c, email.toLowerCase()),
    mails: limit(new RateLimiterMemory(MAILS)),
    takeSignIn: async c => {
      if (!enabled || c.env?.local) return { forgive: async () => {} }
      try {
        await signIn.consume(addressOf(c))
        return { forgive: () => signIn.reward(addressOf(c)) }
      } catch (reason) {
        c.header('retry-after', String(waitSeconds(reason)))
        return null
      }
    },
  }
}

function waitSeconds(reason: unknown): number {
  const ms =
    typeof reason === 'object' && reason && 'msBeforeNext' in reason ? Number(reason.msBeforeNext) : 1000
  return Math.max(1, Math.ceil(ms / 1000))
}
