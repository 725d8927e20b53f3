import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair } from 'jose'
import Provider from 'oidc-provider'

/** What the provider says of a person; the key is what they type as their login. */
export interface ProviderPerson {
  readonly email?: string
  readonly email_verified?: boolean
  readonly name?: string
  /** How the provider says that it has recognised them. */
  readonly amr?: readonly string[]
}

export interface TestProvider {
  readonly issuer: string
  /** The environment that makes an installation use it under this name. */
  settings(name: string, more?: Record<string, string>): Record<string, string>
  /** Signs in with the provider's own forms, as a browser does, and gives the address that it sends the browser back to. */
  authorize(url: string, login: string): Promise<string>
  close(): Promise<void>
}

const CLIENT_ID = 'county'
const CLIENT_SECRET = 'the secret of the county + its : signs'
/** Short, so that a clock that is moved past it still finds our own part of the sign-in valid. */
const ID_TOKEN_SECONDS = 60

/** A real provider of OpenID Connect on this machine. */
export async function startOidcProvider(options: {
  redirectUris: readonly string[]
  people: Readonly<Record<string, ProviderPerson>>
}): Promise<TestProvider> {
  const server = http.createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: CLIENT_SECRET,
        redirect_uris: [...options.redirectUris],
        grant_types: ['authorization_code'],
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256', kid: 'test' }] },
    cookies: { keys: ['a key of the test provider'] },
    claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'], profile: ['name'] },
    pkce: { required: () => true },
    ttl: {
      IdToken: ID_TOKEN_SECONDS,
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 600,
      Interaction: 600,
      Session: 600,
    },
    findAccount: (_, login) => {
      const person = options.people[login]
      return person && { accountId: login, claims: async () => ({ ...person, sub: login }) }
    },
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    // The provider's own form can't say how it has recognised somebody.
    const login = new URL(request.url ?? '/', issuer).searchParams.get('as')
    const amr = login === null ? undefined : options.people[login]?.amr
    if (login === null || !amr) void answer(request, response)
    else void provider.interactionFinished(request, response, { login: { accountId: login, amr: [...amr] } })
  })

  return {
    issuer,
    settings: (name, more = {}) => {
      const given = {
        ISSUER: issuer,
        CLIENT_ID,
        CLIENT_SECRET,
        LABEL: `Provider ${name}`,
        ...more,
      }
      return Object.fromEntries(
        Object.entries(given).map(([field, value]) => [`OIDC_${name.toUpperCase()}_${field}`, value]),
      )
    },
    authorize: (url, login) => authorize(issuer, url, login),
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function authorize(issuer: string, url: string, login: string): Promise<string> {
  const jar = new Map<string, string>()
  let next = url
  for (let step = 0; step < 20 && next.startsWith(issuer); step++) {
    const visit = async (address: string, init: RequestInit = {}) => {
      const response = await fetch(address, {
        ...init,
        redirect: 'manual',
        headers: { ...init.headers, cookie: [...jar].map(pair => pair.join('=')).join('; ') },
      })
      for (const cookie of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
        jar.set(name, value)
      }
      return response
    }
    let response = await visit(next)
    if (response.status === 200) {
      const html = await response.text()
      let action = /<form[^>]* action="([^"]+)"/.exec(html)?.[1]
      if (!action) throw new Error(`the provider shows no form: ${html.slice(0, 500)}`)
      const isLogin = html.includes('name="login"')
      const fields = isLogin ? { prompt: 'login', login, password: 'anything' } : { prompt: 'consent' }
      if (isLogin) action = `${action}?${new URLSearchParams({ as: login })}`
      response = await visit(new URL(action, issuer).toString(), {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(fields).toString(),
      })
    }
    const location = response.headers.get('location')
    if (!location) throw new Error(`the provider answered ${response.status}: ${await response.text()}`)
    next = new URL(location, issuer).toString()
  }
  return next
}
