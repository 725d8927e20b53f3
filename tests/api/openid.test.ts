import crypto from 'node:crypto'
import { SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createOidcClient } from '../../services/index.ts'
import { startOidcProvider, type TestProvider } from '../support/oidc-provider.ts'
import { type Client, clientOf, openTestSystem, signedIn, type TestSystem } from '../support/test-system.ts'
import { toldOfFactors } from '../support/told-of-factors.ts'

/** Sign-in at two real providers of OpenID Connect that run on this machine: one for citizens, one for officials. */
const ORIGIN = 'https://cereri.exemplu.ro'
const callbackOf = (name: string) => `${ORIGIN}/api/session/oidc/${name}/callback`
let citizens: TestProvider
let others: TestProvider
let running: TestSystem
let ahead = 0

beforeAll(async () => {
  const redirectUris = ['roeid', 'other', 'county'].map(callbackOf)
  ;[citizens, others] = await Promise.all([
    startOidcProvider({
      redirectUris,
      people: {
        invited: { email: 'kata2@exemplu.ro', email_verified: true },
        kata: { email: 'Kata@Exemplu.RO', email_verified: true, name: 'Kovács Kata' },
        unverified: { email: 'ion@exemplu.ro', email_verified: false, name: 'Ion' },
        silent: { name: 'Fără adresă' },
        taker: { email: 'pending@exemplu.ro', email_verified: true },
        plain: { email: 'plain@exemplu.ro', email_verified: true },
        reporter: { email: 'official@county.demo', email_verified: true },
        linker: { email: 'unverified@exemplu.ro', email_verified: false },
        second: { email: 'guarded@exemplu.ro', email_verified: true },
      },
    }),
    startOidcProvider({
      redirectUris,
      people: {
        another: { email: 'kata@exemplu.ro', email_verified: true, name: 'Not Kata' },
        official: { email: 'analyst@county.demo', email_verified: true },
        nobody: { email: 'nobody@exemplu.ro', email_verified: true },
        invited: { email: 'Invited@exemplu.ro', email_verified: true, name: 'Szabó Imre' },
        unsure: { email: 'unsure@exemplu.ro', email_verified: false },
        late: { email: 'late@exemplu.ro', email_verified: true },
        taken: { email: 'taken-back@exemplu.ro', email_verified: true },
        orphan: { email: 'orphan@exemplu.ro', email_verified: true },
      },
    }),
  ])
  running = await openTestSystem([], {
    environment: {
      PUBLIC_URL: ORIGIN,
      ...citizens.settings('roeid'),
      ...others.settings('other'),
      ...others.settings('county', { FOR: 'official' }),
      ...others.settings('away', { ISSUER: 'http://127.0.0.1:9' }),
    },
    now: () => new Date(Date.now() + ahead * 1000),
  })
})
afterAll(async () => {
  await running.close()
  await Promise.all([citizens.close(), others.close()])
})

const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map(text => text.split(';')[0])
    .join('; ')

async function begin(name: string, next = '/hu/jelentesek') {
  const response = await running.app.request(`/api/session/oidc/${name}?${new URLSearchParams({ next })}`)
  expect(response.status).toBe(303)
  return { url: response.headers.get('location') ?? '', cookie: cookieOf(response) }
}

/** What the browser brings back to us. */
const arrive = (address: string, cookie: string, accept = 'application/json') => {
  const { pathname, search } = new URL(address)
  return running.app.request(`${pathname}${search}`, { headers: { cookie, accept } })
}

async function signIn(name: string, login: string, change = (url: URL) => url) {
  const provider = name === 'roeid' ? citizens : others
  const { url, cookie } = await begin(name)
  const back = await provider.authorize(change(new URL(url)).toString(), login)
  return { response: await arrive(back, cookie), back, cookie }
}

const codeOf = async (response: Response) => [
  response.status,
  ((await response.json()) as { code: string }).code,
]
const personOf = async (response: Response) => {
  const session = clientOf(running.app, response, '')
  return session.json<{ user: { email: string; name: string; roles: string[] } }>('/api/session')
}

test('the page learns which providers there are', async () => {
  const response = await running.app.request('/api/session/oidc')
  expect(await response.json()).toEqual({
    items: [
      { name: 'away', label: 'Provider away', for: 'citizen' },
      { name: 'county', label: 'Provider county', for: 'official' },
      { name: 'other', label: 'Provider other', for: 'citizen' },
      { name: 'roeid', label: 'Provider roeid', for: 'citizen' },
    ],
  })
})

test('a person is sent to the provider with PKCE, state and nonce, each time other ones', async () => {
  const [first, second] = [await begin('roeid'), await begin('roeid')].map(({ url }) => new URL(url))
  expect(Object.fromEntries(first?.searchParams ?? [])).toMatchObject({
    response_type: 'code',
    scope: 'openid email profile',
    redirect_uri: callbackOf('roeid'),
    code_challenge_method: 'S256',
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
  })
  for (const name of ['state', 'nonce', 'code_challenge'])
    expect(first?.searchParams.get(name)).not.toBe(second?.searchParams.get(name))
})

describe('a citizen who never came before', () => {
  test('gets an account of what the provider vouches for, and the same one each time', async () => {
    const { response } = await signIn('roeid', 'kata')
    expect([response.status, response.headers.get('location')]).toEqual([303, '/hu/jelentesek'])
    expect((await personOf(response)).user).toMatchObject({
      email: 'kata@exemplu.ro',
      name: 'Kovács Kata',
      roles: ['citizen'],
    })
    const again = await signIn('roeid', 'kata')
    expect((await personOf(again.response)).user.email).toBe('kata@exemplu.ro')
    const rows = await running.system.db.selectFrom('linked_identity').select(['issuer', 'subject']).execute()
    expect(rows).toEqual([{ issuer: citizens.issuer, subject: 'kata' }])
  })

  test('a second provider that claims the same address does not open that account', async () => {
    expect(await codeOf((await signIn('other', 'another')).response)).toEqual([409, 'oidc_link_first'])
  })

  test.each(['unverified', 'silent'])('without a verified address there is no account: %s', async login => {
    expect(await codeOf((await signIn('roeid', login)).response)).toEqual([403, 'oidc_email_unverified'])
    expect(
      await running.system.db
        .selectFrom('auth_user')
        .select('id')
        .where('email', '=', 'ion@exemplu.ro')
        .execute(),
    ).toEqual([])
  })

  test('a person with a browser gets the page that says what is wrong', async () => {
    const { url, cookie } = await begin('roeid')
    const response = await arrive(await citizens.authorize(url, 'unverified'), cookie, 'text/html')
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      '/hu/sign-in?problem=oidc_email_unverified&next=%2Fhu%2Fjelentesek',
    ])
  })
})

describe('accounts that exist', () => {
  const hash = async () => (await running.system.authentication.$context).password.hash('a long password')
  const account = async (email: string, emailVerified: boolean) => {
    const { db } = running.system
    const id = crypto.randomUUID()
    const at = new Date()
    await db
      .insertInto('auth_user')
      .values({
        id,
        email,
        emailVerified,
        name: email,
        image: null,
        demo: false,
        createdAt: at,
        updatedAt: at,
      })
      .execute()
    await db
      .insertInto('auth_account')
      .values({
        id: crypto.randomUUID(),
        accountId: id,
        providerId: 'credential',
        userId: id,
        password: await hash(),
        createdAt: at,
        updatedAt: at,
      })
      .execute()
    return id
  }

  test('one whose own address is not verified is never opened by the address', async () => {
    await account('pending@exemplu.ro', false)
    expect(await codeOf((await signIn('roeid', 'taker')).response)).toEqual([409, 'oidc_link_first'])
  })

  test('one whose own address is verified is', async () => {
    await account('plain@exemplu.ro', true)
    const { response } = await signIn('roeid', 'plain')
    expect((await personOf(response)).user.email).toBe('plain@exemplu.ro')
    expect(await toldOfFactors(running.system.db, 'plain@exemplu.ro')).toEqual([
      'identity_linked Provider roeid',
    ])
  })

  test('a provider for citizens opens no office; one for officials does, and makes no account', async () => {
    expect(await codeOf((await signIn('roeid', 'reporter')).response)).toEqual([409, 'oidc_link_first'])
    expect((await personOf((await signIn('county', 'official')).response)).user.roles).toEqual(['analyst'])
    expect(await codeOf((await signIn('county', 'nobody')).response)).toEqual([403, 'oidc_account_unknown'])
  })

  test('an official who was invited takes the role by the address that the provider has verified', async () => {
    const admin = await signedIn(running.app, 'admin@county.demo')
    const { db } = running.system
    const post = (client: Client, path: string, body: unknown) =>
      client.request(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    const invite = async (email: string, role = 'official', by = admin): Promise<string> => {
      const made = await post(by, '/api/invitations', { email, role, organisationId: null, language: 'hu' })
      expect(made.status).toBe(201)
      return ((await made.json()) as { id: string }).id
    }
    await invite('invited@exemplu.ro')
    await invite('invited@exemplu.ro', 'clerk')
    await invite('unsure@exemplu.ro')
    const late = await invite('late@exemplu.ro')
    await db
      .updateTable('invitation')
      .set({ expires_at: new Date(0) })
      .where('id', '=', late)
      .execute()
    const back = await invite('taken-back@exemplu.ro')
    expect((await admin.request(`/api/invitations/${back}`, { method: 'DELETE' })).status).toBe(204)
    // Of somebody who may give no role any more.
    const orphan = await invite('orphan@exemplu.ro')
    await db.updateTable('invitation').set({ invited_by: 'gone' }).where('id', '=', orphan).execute()

    const session = await personOf((await signIn('county', 'invited')).response)
    expect(session.user).toMatchObject({ email: 'invited@exemplu.ro', name: 'Szabó Imre' })
    expect([...session.user.roles].sort()).toEqual(['clerk', 'official'])
    const again = await personOf((await signIn('county', 'invited')).response)
    expect([...again.user.roles].sort()).toEqual(['clerk', 'official'])
    expect(await codeOf((await signIn('county', 'unsure')).response)).toEqual([403, 'oidc_email_unverified'])
    for (const login of ['late', 'taken', 'orphan'])
      expect(await codeOf((await signIn('county', login)).response)).toEqual([403, 'oidc_account_unknown'])
    // A provider for citizens makes a citizen: the role still waits for the link of the mail.
    await invite('kata2@exemplu.ro')
    expect((await personOf((await signIn('roeid', 'invited')).response)).user.roles).toEqual(['citizen'])
    const open = await db
      .selectFrom('invitation')
      .select('email')
      .where('accepted_at', 'is', null)
      .where('email', 'in', ['invited@exemplu.ro', 'kata2@exemplu.ro'])
      .execute()
    expect(open).toEqual([{ email: 'kata2@exemplu.ro' }])
  })

  test('a second factor is asked for here too', async () => {
    const id = await account('guarded@exemplu.ro', true)
    expect((await signIn('roeid', 'second')).response.status).toBe(303)
    await running.system.db
      .insertInto('second_factor')
      .values({ user_id: id, secret: Buffer.from('x'), confirmed_at: new Date(), failed_at: null })
      .execute()
    expect(await codeOf((await signIn('roeid', 'second')).response)).toEqual([401, 'second_factor_needed'])
    const { url, cookie } = await begin('roeid')
    const page = await arrive(await citizens.authorize(url, 'second'), cookie, 'text/html')
    expect(page.headers.get('location')).toMatch(/^\/hu\/sign-in\?problem=second_factor_needed/)
    expect(page.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^open_county\.challenge=[\w-]{43}; .*HttpOnly; Secure; SameSite=Lax/),
    ])
  })
})

describe('linking while signed in', () => {
  let owner: Client
  const links = async () =>
    (
      await owner.json<{ items: { id: string; provider: string; email: string | null }[] }>(
        '/api/account/links',
      )
    ).items

  test('any identity can be linked to one account, and opens it then', async () => {
    owner = await signedIn(running.app, 'official@county.demo')
    const asked = await owner.request('/api/account/links', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ provider: 'roeid', next: '/en/reports' }),
    })
    const { location } = (await asked.json()) as { location: string }
    const back = await citizens.authorize(location, 'linker')
    // Not in a browser that is signed in as nobody, or that began nothing.
    expect(await codeOf(await arrive(back, ''))).toEqual([401, 'oidc_state_wrong'])
    const { pathname, search } = new URL(back)
    const done = await owner.request(`${pathname}${search}`, {
      headers: { cookie: `${owner.cookie}; ${cookieOf(asked)}` },
    })
    expect([done.status, done.headers.get('location')]).toEqual([303, '/en/reports'])
    expect(await links()).toEqual([expect.objectContaining({ provider: 'roeid', email: null })])
    expect((await personOf((await signIn('roeid', 'linker')).response)).user.email).toBe(
      'official@county.demo',
    )
  })

  test('an identity that opens another account can’t be linked', async () => {
    const asked = await owner.request('/api/account/links', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ provider: 'roeid', next: '/en/reports' }),
    })
    const { location } = (await asked.json()) as { location: string }
    const { pathname, search } = new URL(await citizens.authorize(location, 'kata'))
    const done = await owner.request(`${pathname}${search}`, {
      headers: { cookie: `${owner.cookie}; ${cookieOf(asked)}` },
    })
    expect(await codeOf(done)).toEqual([409, 'oidc_link_taken'])
  })

  test('a link is made for nobody who is signed in no more', async () => {
    const asked = await owner.request('/api/account/links', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ provider: 'roeid', next: '/en/reports' }),
    })
    const { location } = (await asked.json()) as { location: string }
    expect(await codeOf(await arrive(await citizens.authorize(location, 'silent'), cookieOf(asked)))).toEqual(
      [401, 'oidc_state_wrong'],
    )
  })

  test('a link is removed by its owner, but never the last way in', async () => {
    const [link] = await links()
    const stranger = await signedIn(running.app, 'citizen@demo')
    expect((await stranger.request(`/api/account/links/${link?.id}`, { method: 'DELETE' })).status).toBe(404)
    expect((await owner.request(`/api/account/links/${link?.id}`, { method: 'DELETE' })).status).toBe(204)
    expect(await links()).toEqual([])
    expect(await toldOfFactors(running.system.db, 'official@county.demo')).toEqual([
      'identity_unlinked Provider roeid',
      'identity_linked Provider roeid',
    ])
    const { response } = await signIn('roeid', 'kata')
    const { csrfToken } = await clientOf(running.app, response, '').json<{ csrfToken: string }>(
      '/api/session',
    )
    const kata = clientOf(running.app, response, csrfToken)
    const [only] = (await kata.json<{ items: { id: string }[] }>('/api/account/links')).items
    expect(await codeOf(await kata.request(`/api/account/links/${only?.id}`, { method: 'DELETE' }))).toEqual([
      409,
      'last_way_in',
    ])
  })
})

describe('an answer that is not good opens nothing', () => {
  const changed = (back: string, change: (parameters: URLSearchParams) => void) => {
    const url = new URL(back)
    change(url.searchParams)
    return url.toString()
  }

  test('another state, another browser, another provider’s address', async () => {
    const { url, cookie } = await begin('roeid')
    const back = await citizens.authorize(url, 'kata')
    for (const [address, brought] of [
      [changed(back, parameters => parameters.set('state', 'x'.repeat(43))), cookie],
      [back, ''],
      [back, 'open_county.oidc=another'],
      [back.replace('/roeid/', '/other/'), cookie],
    ] as const)
      expect(await codeOf(await arrive(address, brought))).toEqual([401, 'oidc_state_wrong'])
  })

  test('a code that was used: the whole answer again, or the code in another sign-in', async () => {
    const { back, cookie, response } = await signIn('roeid', 'kata')
    expect(response.status).toBe(303)
    expect(await codeOf(await arrive(back, cookie))).toEqual([401, 'oidc_state_wrong'])
    const another = await begin('roeid')
    const fresh = await citizens.authorize(another.url, 'kata')
    const code = new URL(back).searchParams.get('code') ?? ''
    const mixed = changed(fresh, parameters => parameters.set('code', code))
    expect(await codeOf(await arrive(mixed, another.cookie))).toEqual([401, 'oidc_answer_wrong'])
  })

  test.each([
    ['another issuer', (parameters: URLSearchParams) => parameters.set('iss', 'https://evil.example')],
    [
      'no issuer, where the provider says that it names itself',
      (parameters: URLSearchParams) => parameters.delete('iss'),
    ],
  ])('%s', async (_, change) => {
    const { url, cookie } = await begin('roeid')
    expect(
      await codeOf(await arrive(changed(await citizens.authorize(url, 'kata'), change), cookie)),
    ).toEqual([401, 'oidc_answer_wrong'])
  })

  test('a token for another nonce', async () => {
    const { response } = await signIn('roeid', 'kata', url => {
      url.searchParams.set('nonce', 'of-another-sign-in')
      return url
    })
    expect(await codeOf(response)).toEqual([401, 'oidc_answer_wrong'])
  })

  test('a code for another verifier', async () => {
    const { response } = await signIn('roeid', 'kata', url => {
      url.searchParams.set('code_challenge', crypto.createHash('sha256').update('x').digest('base64url'))
      return url
    })
    expect(await codeOf(response)).toEqual([401, 'oidc_answer_wrong'])
  })

  test('a token that is over, and a sign-in that took too long', async () => {
    const { url, cookie } = await begin('roeid')
    const late = await begin('roeid')
    const [back, lateBack] = [
      await citizens.authorize(url, 'kata'),
      await citizens.authorize(late.url, 'kata'),
    ]
    ahead = 120
    expect(await codeOf(await arrive(back, cookie))).toEqual([401, 'oidc_answer_wrong'])
    ahead = 601
    expect(await codeOf(await arrive(lateBack, late.cookie))).toEqual([401, 'oidc_state_wrong'])
    ahead = 0
  })

  test('the person said no at the provider', async () => {
    const { url, cookie } = await begin('roeid')
    const state = new URL(url).searchParams.get('state') ?? ''
    const back = `${callbackOf('roeid')}?${new URLSearchParams({ state, error: 'access_denied', iss: citizens.issuer })}`
    expect(await codeOf(await arrive(back, cookie))).toEqual([401, 'oidc_cancelled'])
  })

  test.each([
    ['/api/session/oidc/roeid/callback', 400],
    ['/api/session/oidc/roeid/callback?state=', 400],
    [`/api/session/oidc/roeid/callback?state=x&code=${'x'.repeat(5000)}`, 400],
    ['/api/session/oidc/none', 404],
    ['/api/session/oidc/NONE', 400],
    ['/api/session/oidc/roeid?next=https://evil.example', 400],
    ['/api/session/oidc/roeid?next=//evil.example', 400],
  ])('%s: %i', async (path, status) => {
    const response = await running.app.request(path)
    expect([response.status, response.headers.get('content-type')]).toEqual([
      status,
      expect.stringContaining('application/problem+json'),
    ])
  })
})

describe('a provider’s answers that were changed on the way', () => {
  const provider = () => {
    const found = running.system.config.oidcProviders.find(({ name }) => name === 'roeid')
    if (!found) throw new Error('roeid')
    return found
  }
  const claims = () => ({ sub: 'kata', nonce: 'x', email: 'kata@exemplu.ro', email_verified: true })
  const unsigned = (payload: object) =>
    `${[{ alg: 'none' }, payload].map(part => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.`
  const signed = (key: Parameters<SignJWT['sign']>[0], alg: string) =>
    new SignJWT(claims())
      .setProtectedHeader({ alg, kid: 'test' })
      .setIssuer(citizens.issuer)
      .setAudience('county')
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(key)

  async function finishWith(
    change: (url: string, body: Record<string, unknown>) => Promise<object> | object,
  ) {
    const client = createOidcClient(provider(), {
      now: () => new Date(),
      fetch: async (url, init) => {
        const response = await fetch(url, init)
        return Response.json(await change(url, (await response.json()) as Record<string, unknown>), {
          status: response.status,
        })
      },
    })
    const { url, nonce, verifier } = await client.begin(callbackOf('roeid'))
    const back = await citizens.authorize(url, 'kata')
    return client.finish(new URL(back).searchParams, { redirectUri: callbackOf('roeid'), nonce, verifier })
  }
  const withToken = (token: string) =>
    finishWith((_, body) => ('id_token' in body ? { ...body, id_token: token } : body))

  test('unchanged they are taken', async () => {
    expect(await finishWith((_, body) => body)).toMatchObject({
      ok: true,
      claims: { subject: 'kata', verifiedEmail: 'kata@exemplu.ro' },
    })
  })

  test.each([
    ['without a signature', async () => unsigned(claims())],
    [
      'signed with another key',
      async () => signed(crypto.generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey, 'RS256'),
    ],
    [
      'signed with the client’s secret',
      async () => signed(Buffer.from(provider().clientSecret ?? ''), 'HS256'),
    ],
    ['that is no token', async () => 'x'],
  ])('an identity %s is refused', async (_, token) => {
    expect(await withToken(await token())).toEqual({ ok: false, reason: 'token_wrong' })
  })

  test('what is said about another person is not taken for this one', async () => {
    const answer = await finishWith((url, body) =>
      url.endsWith('/me') ? { ...body, sub: 'somebody' } : body,
    )
    expect(answer).toEqual({ ok: false, reason: 'token_wrong' })
  })

  test.each([
    ['true as a word', { email_verified: 'true' }],
    ['no word of it', { email_verified: undefined }],
    ['no address', { email: 'kata' }],
  ])('an address with %s is not verified', async (_, more) => {
    const answer = await finishWith((url, body) => (url.endsWith('/me') ? { ...body, ...more } : body))
    expect(answer).toMatchObject({ ok: true, claims: { verifiedEmail: null } })
  })

  test('a discovery document of another issuer, or that leads to an unencrypted address, is refused', async () => {
    for (const more of [
      { issuer: 'https://evil.example' },
      { token_endpoint: 'http://evil.example/token' },
      { jwks_uri: 7 },
    ])
      await expect(
        finishWith((url, body) => (url.includes('.well-known') ? { ...body, ...more } : body)),
      ).rejects.toThrow(/issuer|speaks for|encrypted|discovery/)
  })
})

test('a provider that does not answer is said to be away', async () => {
  expect(await codeOf(await running.app.request('/api/session/oidc/away'))).toEqual([503, 'oidc_unavailable'])
})
