import { jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import type { SecurityContext } from './types.ts'

/** What a token says: who reads, until when, and which publication, when it names one. */
export interface ContextToken {
  readonly context: SecurityContext
  /** Seconds since 1970. */
  readonly expiresAt: number
  readonly asOf?: number | undefined
}

/** A token can't be called back, so none is taken that would be good for longer. */
const LONGEST_LIFE_SECONDS = 3600
const MAX_LENGTH = 65_536

const context = {
  groups: z.array(z.string().max(100)).max(20),
  cuis: z.array(z.string().max(20)).max(1000).optional(),
  publication: z.int().min(0).optional(),
}
const times = { exp: z.number(), iat: z.number().optional(), nbf: z.number().optional() }
/** A claim that is not known may mean a limit that we would not keep: such a token is refused. */
const Claims = z.union([
  z.strictObject({ ...context, ...times }),
  // As older clients of Cube put it.
  z.strictObject({ ...times, u: z.strictObject(context) }),
])

const keyOf = (secret: string): Uint8Array => new TextEncoder().encode(secret)

/** A JWT as Cube's API takes it, HS256 with the shared secret. */
export function signContextToken(
  secret: string,
  { context, expiresAt, asOf }: ContextToken,
  issuedAt: number,
) {
  const { groups, cuis } = context
  return new SignJWT({
    groups: [...groups],
    cuis: [...cuis],
    ...(asOf === undefined ? {} : { publication: asOf }),
  })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuedAt(issuedAt)
    .setExpirationTime(expiresAt)
    .sign(keyOf(secret))
}

/** Null for whatever is not a token of ours, in time, with claims that we know. `now` in milliseconds. */
export async function readContextToken(
  secret: string,
  token: string,
  now: number,
): Promise<ContextToken | null> {
  if (token.length > MAX_LENGTH) return null
  const verified = await jwtVerify(token, keyOf(secret), {
    algorithms: ['HS256'],
    requiredClaims: ['exp'],
    currentDate: new Date(now),
  }).catch(() => null)
  const claims = Claims.safeParse(verified?.payload)
  if (!claims.success) return null
  const { data } = claims
  const { groups, cuis = [], publication } = 'u' in data ? data.u : data
  if (data.exp > now / 1000 + LONGEST_LIFE_SECONDS) return null
  return { context: { groups, cuis }, expiresAt: data.exp, asOf: publication }
}
