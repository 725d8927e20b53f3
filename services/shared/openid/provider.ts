import { z } from 'zod'

/** A provider of OpenID Connect as the installation's settings name it. */
export interface OidcProvider {
  /** Part of our addresses, such as "roeid". */
  readonly name: string
  /** What people read on the button. */
  readonly label: string
  readonly issuer: string
  readonly clientId: string
  /** Null for a public client, which PKCE alone protects. */
  readonly clientSecret: string | null
  /** official: leads only to accounts that exist; citizen: makes one for whoever comes first. */
  readonly for: 'citizen' | 'official'
  readonly scope: string
  /** Values of the token's acr and amr that say that the provider has asked for two factors; none: it is never taken to. */
  readonly strongAcr: readonly string[]
  readonly strongAmr: readonly string[]
}

/** The provider does not answer, or not as OpenID Connect says: nothing that the person did wrong. */
export class OidcUnavailable extends Error {
  override readonly name = 'OidcUnavailable'
}

/** What we ask of a provider's discovery document. */
const Metadata = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  userinfo_endpoint: z.url().optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).optional(),
  authorization_response_iss_parameter_supported: z.boolean().default(false),
})
export type Metadata = z.infer<typeof Metadata>

export type Fetch = (url: string, init?: RequestInit) => Promise<Response>

const TIMEOUT_MS = 10_000
const MAX_ANSWER = 256 * 1024
const KEEP_MS = 3_600_000

/** One answer of a provider as JSON, with its status; redirects are never followed. */
export async function askProvider(
  fetch: Fetch,
  url: string,
  init: RequestInit = {},
): Promise<{ status: number; body: unknown }> {
  try {
    const response = await fetch(url, {
      ...init,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { accept: 'application/json', ...init.headers },
    })
    const text = await response.text()
    if (text.length > MAX_ANSWER) throw new Error('the answer is too long')
    return { status: response.status, body: JSON.parse(text) }
  } catch (cause) {
    throw new OidcUnavailable(`${new URL(url).origin} does not answer`, { cause })
  }
}

const isSafe = (url: string): boolean => {
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}

/** Reads the discovery document and keeps it for an hour. A document of another issuer is refused. */
export function discovery(issuer: string, fetch: Fetch, now: () => Date): () => Promise<Metadata> {
  let kept: { until: number; metadata: Metadata } | null = null
  return async () => {
    if (kept && kept.until > now().getTime()) return kept.metadata
    const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
    const { status, body } = await askProvider(fetch, address)
    const parsed = Metadata.safeParse(body)
    if (status !== 200 || !parsed.success) throw new OidcUnavailable(`${address} is no discovery document`)
    const metadata = parsed.data
    if (metadata.issuer !== issuer)
      throw new OidcUnavailable(`${address} speaks for ${metadata.issuer}, not for ${issuer}`)
    const { authorization_endpoint, token_endpoint, jwks_uri, userinfo_endpoint } = metadata
    for (const url of [authorization_endpoint, token_endpoint, jwks_uri, userinfo_endpoint ?? issuer])
      if (!isSafe(url)) throw new OidcUnavailable(`${url} is not encrypted`)
    kept = { until: now().getTime() + KEEP_MS, metadata }
    return metadata
  }
}
