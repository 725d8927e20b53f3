import crypto from 'node:crypto'
import {
  createRemoteJWKSet,
  customFetch,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose'
import { z } from 'zod'
import {
  askProvider,
  discovery,
  type Fetch,
  type Metadata,
  type OidcProvider,
  OidcUnavailable,
} from './provider.ts'

/** What a sign-in at a provider has to bring back. */
export interface Authorization {
  readonly url: string
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Who came, as the provider vouches for it. */
export interface OidcClaims {
  readonly issuer: string
  readonly subject: string
  /** Only when the provider says that it has verified it; lower case. */
  readonly verifiedEmail: string | null
  readonly name: string | null
  /** The provider has asked for two factors, as far as the settings take its word for it. */
  readonly strong: boolean
}

/** cancelled: the person or the provider ended it; issuer_wrong, token_wrong: somebody else's answer, or a broken one. */
export type OidcRefusal = 'cancelled' | 'issuer_wrong' | 'token_wrong'

export type Finished =
  | { readonly ok: true; readonly claims: OidcClaims }
  | { readonly ok: false; readonly reason: OidcRefusal }

export interface OidcClient {
  readonly provider: OidcProvider
  /** Where the browser goes. Throws OidcUnavailable. */
  begin(redirectUri: string): Promise<Authorization>
  /** What came back, checked. Throws OidcUnavailable. */
  finish(
    parameters: URLSearchParams,
    expected: { redirectUri: string; nonce: string; verifier: string },
  ): Promise<Finished>
}

/** Asymmetric ones only: a symmetric one would make the client's secret a key for identities. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA']
const CLOCK_SECONDS = 30

const Tokens = z.object({ id_token: z.string(), access_token: z.string().min(1) })
const Subject = z.string().min(1).max(255)
const Person = z.object({
  email: z.email().max(254).optional().catch(undefined),
  email_verified: z.literal(true).optional().catch(undefined),
  name: z.string().trim().min(1).max(200).optional().catch(undefined),
})

const random = (): string => crypto.randomBytes(32).toString('base64url')
const refused = (reason: OidcRefusal): Finished => ({ ok: false, reason })

/** By the signed token alone: what the provider's other answers say of it is not signed. */
function isStrong({ strongAcr, strongAmr }: OidcProvider, { acr, amr }: JWTPayload): boolean {
  const methods: readonly unknown[] = Array.isArray(amr) ? amr : []
  return (
    (typeof acr === 'string' && strongAcr.includes(acr)) || strongAmr.some(method => methods.includes(method))
  )
}

/**
 * The relying party's side of the authorization code flow with PKCE (OpenID Connect Core 3.1, RFC 7636, RFC 9207).
 * jose verifies the signatures; better-auth's own OAuth is left out since it brings addresses, cookies and rules of linking
 * that we would have to switch off one by one.
 */
export function createOidcClient(
  provider: OidcProvider,
  { fetch, now }: { fetch: Fetch; now: () => Date },
): OidcClient {
  const discover = discovery(provider.issuer, fetch, now)
  let keys: { uri: string; get: JWTVerifyGetKey } | null = null
  const keysOf = ({ jwks_uri: uri }: Metadata): JWTVerifyGetKey => {
    if (keys?.uri !== uri)
      keys = { uri, get: createRemoteJWKSet(new URL(uri), { [customFetch]: fetch, timeoutDuration: 10_000 }) }
    return keys.get
  }

  return {
    provider,
    begin: async redirectUri => {
      const metadata = await discover()
      const [state, nonce, verifier] = [random(), random(), random()]
      const url = new URL(metadata.authorization_endpoint)
      for (const [name, value] of Object.entries({
        response_type: 'code',
        client_id: provider.clientId,
        redirect_uri: redirectUri,
        scope: provider.scope,
        state,
        nonce,
        code_challenge: crypto.createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
        ...(provider.strongAcr.length > 0 ? { acr_values: provider.strongAcr.join(' ') } : {}),
      }))
        url.searchParams.set(name, value)
      return { url: url.toString(), state, nonce, verifier }
    },
    finish: async (parameters, expected) => {
      const metadata = await discover()
      // RFC 9207: an answer of another provider, mixed in by whoever runs it, names that one.
      const named = parameters.get('iss')
      if (
        named === null ? metadata.authorization_response_iss_parameter_supported : named !== provider.issuer
      )
        return refused('issuer_wrong')
      const code = parameters.get('code')
      if (parameters.has('error') || code === null || code === '') return refused('cancelled')
      const tokens = await exchange(provider, metadata, fetch, { ...expected, code })
      if (!tokens) return refused('token_wrong')
      const identity = await verify(tokens.id_token, expected.nonce, keysOf(metadata))
      if (!identity) return refused('token_wrong')
      const told = await personOf(identity, tokens.access_token, metadata)
      if (!told) return refused('token_wrong')
      const { email, email_verified, name } = Person.parse(told)
      return {
        ok: true,
        claims: {
          issuer: provider.issuer,
          subject: identity.sub,
          verifiedEmail: email !== undefined && email_verified === true ? email.toLowerCase() : null,
          name: name ?? null,
          strong: isStrong(provider, identity),
        },
      }
    },
  }

  async function verify(token: string, nonce: string, key: JWTVerifyGetKey) {
    try {
      const { payload } = await jwtVerify(token, key, {
        issuer: provider.issuer,
        audience: provider.clientId,
        algorithms: ALGORITHMS,
        requiredClaims: ['sub', 'iat', 'exp', 'nonce'],
        clockTolerance: CLOCK_SECONDS,
        currentDate: now(),
      })
      const parties = Array.isArray(payload.aud) ? payload.aud.length : 1
      if (payload.azp === undefined ? parties > 1 : payload.azp !== provider.clientId) return null
      const sub = Subject.safeParse(payload.sub)
      return payload.nonce === nonce && sub.success ? { ...payload, sub: sub.data } : null
    } catch (cause) {
      if (cause instanceof errors.JOSEError && !(cause instanceof errors.JWKSTimeout)) return null
      throw new OidcUnavailable('the keys of the provider cannot be read', { cause })
    }
  }

  /** The claims of the token; where it has no address, those of the provider's own answer about the same person. */
  async function personOf(
    identity: { readonly sub: string; readonly email?: unknown },
    accessToken: string,
    { userinfo_endpoint: address }: Metadata,
  ): Promise<object | null> {
    if (identity.email !== undefined || address === undefined) return identity
    const { status, body } = await askProvider(fetch, address, {
      headers: { authorization: `Bearer ${accessToken}` },
    })
    if (status !== 200 || typeof body !== 'object' || body === null) return null
    return 'sub' in body && body.sub === identity.sub ? { ...identity, ...body } : null
  }
}

async function exchange(
  provider: OidcProvider,
  metadata: Metadata,
  fetch: Fetch,
  given: { code: string; redirectUri: string; verifier: string },
): Promise<z.infer<typeof Tokens> | null> {
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    code: given.code,
    redirect_uri: given.redirectUri,
    code_verifier: given.verifier,
  })
  const headers: Record<string, string> = { 'content-type': 'application/x-www-form-urlencoded' }
  const methods = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
  if (provider.clientSecret !== null && methods.includes('client_secret_basic')) {
    // RFC 6749, 2.3.1: both are form-encoded first.
    const encoded = [provider.clientId, provider.clientSecret].map(part =>
      new URLSearchParams({ '': part }).toString().slice(1),
    )
    headers.authorization = `Basic ${Buffer.from(encoded.join(':')).toString('base64')}`
  } else {
    form.set('client_id', provider.clientId)
    if (provider.clientSecret !== null) form.set('client_secret', provider.clientSecret)
  }
  const { status, body } = await askProvider(fetch, metadata.token_endpoint, {
    method: 'POST',
    headers,
    body: form.toString(),
  })
  if (status >= 500) throw new OidcUnavailable(`${provider.issuer} answered ${status}`)
  const tokens = Tokens.safeParse(body)
  return status === 200 && tokens.success ? tokens.data : null
}
