import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Authenticator, createAuthenticator } from '../support/authenticator.ts'
import { type Client, clientOf, openTestSystem, signedIn, type TestSystem } from '../support/test-system.ts'
import { toldOfFactors } from '../support/told-of-factors.ts'

/** Passkeys through the API, with an authenticator that does what a device does and what a bad one might. */
const ORIGIN = 'https://cereri.exemplu.ro'
let running: TestSystem
let owner: Client
let now: Date | null = null
const device = createAuthenticator(ORIGIN)

beforeAll(async () => {
  running = await openTestSystem([], {
    environment: { PUBLIC_URL: ORIGIN },
    now: () => now ?? new Date(),
  })
  owner = await signedIn(running.app, 'official@county.demo')
})
afterAll(() => running.close())

const post = (as: Pick<Client, 'request'>, path: string, body: unknown = null, cookie = '') =>
  as.request(path, {
    method: 'POST',
    headers: {
      ...(body === null ? {} : { 'content-type': 'application/json' }),
      ...(cookie ? { cookie } : {}),
    },
    ...(body === null ? {} : { body: JSON.stringify(body) }),
  })
const anybody = { request: async (path: string, init?: RequestInit) => running.app.request(path, init) }
const codeOf = async (response: Response) => [
  response.status,
  ((await response.json()) as { code: string }).code,
]

async function register(with_: Authenticator, name: string, changes = {}): Promise<Response> {
  const options = await (await post(owner, '/api/account/passkeys/options')).json()
  return post(owner, '/api/account/passkeys', { name, credential: with_.create(options, changes) })
}

async function ask() {
  const response = await post(anybody, '/api/session/passkey/options')
  return {
    options: await response.json(),
    set: response.headers.getSetCookie()[0] ?? '',
    cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '',
  }
}

async function signIn(with_: Authenticator, changes = {}): Promise<Response> {
  const { options, cookie } = await ask()
  return post(anybody, '/api/session/passkey', with_.get(options, changes), cookie)
}

test('the options ask for a passkey that can be found and verifies its user', async () => {
  const options = await (await post(owner, '/api/account/passkeys/options')).json()
  expect(options).toMatchObject({
    rp: { id: 'cereri.exemplu.ro' },
    user: { name: 'official@county.demo' },
    attestation: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  const { options: asked, set } = await ask()
  expect(asked).toMatchObject({ rpId: 'cereri.exemplu.ro', userVerification: 'required' })
  expect(asked.allowCredentials ?? []).toEqual([])
  expect(set).toMatch(/HttpOnly; Secure; SameSite=Strict/)
})

test.each([
  ['of another site', { origin: 'https://cereri.exemplu.ro.evil.example' }],
  ['for another site', { rpId: 'evil.example' }],
  ['without user verification', { userVerified: false }],
  ['for another challenge', { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
])('a passkey %s is not kept', async (_, changes) => {
  expect(await codeOf(await register(createAuthenticator(ORIGIN), 'x', changes))).toEqual([
    422,
    'passkey_refused',
  ])
})

describe('with a passkey', () => {
  beforeAll(async () => {
    const added = await register(device, '  Telefon ')
    expect(added.status).toBe(201)
    expect(await added.json()).toMatchObject({ name: 'Telefon', backedUp: false, lastUsedAt: null })
  })

  test('a registration’s answer counts once and for its session alone', async () => {
    const another = createAuthenticator(ORIGIN)
    const options = await (await post(owner, '/api/account/passkeys/options')).json()
    const body = { name: 'x', credential: another.create(options) }
    const stranger = await signedIn(running.app, 'citizen@demo')
    expect(await codeOf(await post(stranger, '/api/account/passkeys', body))).toEqual([
      422,
      'passkey_refused',
    ])
    expect((await post(owner, '/api/account/passkeys', body)).status).toBe(201)
    expect(await codeOf(await post(owner, '/api/account/passkeys', body))).toEqual([422, 'passkey_refused'])
  })

  test('it opens a session without a password, even where a second factor is on', async () => {
    const answer = await signIn(device)
    expect(answer.status).toBe(200)
    const body = await answer.json()
    expect(body.user.email).toBe('official@county.demo')
    const session = clientOf(running.app, answer, body.csrfToken)
    expect(
      (await session.json<{ items: { name: string; lastUsedAt: string | null }[] }>('/api/account/passkeys'))
        .items,
    ).toContainEqual(expect.objectContaining({ name: 'Telefon', lastUsedAt: expect.any(String) }))
    expect((await post(session, '/api/account/totp')).status).toBe(200)
  })

  test('an answer counts once', async () => {
    const { options, cookie } = await ask()
    const answer = device.get(options)
    expect((await post(anybody, '/api/session/passkey', answer, cookie)).status).toBe(200)
    expect(await codeOf(await post(anybody, '/api/session/passkey', answer, cookie))).toEqual([
      401,
      'challenge_over',
    ])
  })

  test('an answer without the browser’s cookie, or after five minutes, opens nothing', async () => {
    const { options, cookie } = await ask()
    expect(await codeOf(await post(anybody, '/api/session/passkey', device.get(options)))).toEqual([
      401,
      'challenge_over',
    ])
    now = new Date(Date.now() + 301_000)
    expect(await codeOf(await post(anybody, '/api/session/passkey', device.get(options), cookie))).toEqual([
      401,
      'challenge_over',
    ])
    now = null
  })

  test.each([
    ['of another site', { origin: 'https://evil.example' }],
    ['for another site', { rpId: 'evil.example' }],
    ['without user verification', { userVerified: false }],
    ['for another challenge', { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
    ['in another person’s name', { userHandle: 'c29tZWJvZHk' }],
    ['with a counter that went back: a copied key', { counter: 1 }],
  ])('an answer %s opens nothing', async (_, changes) => {
    const good = await signIn(device, { counter: 1000 + Math.floor(performance.now()) })
    expect(good.status).toBe(200)
    expect(await codeOf(await signIn(device, changes))).toEqual([401, 'passkey_wrong'])
    const last = await running.system.db
      .selectFrom('audit_event')
      .innerJoin('audit_link', 'audit_link.event', 'audit_event.id')
      .select('action')
      .orderBy('audit_link.number', 'desc')
      .executeTakeFirst()
    expect(last?.action).toBe('passkey.refused')
  })

  test('a passkey that nobody registered opens nothing', async () => {
    expect(await codeOf(await signIn(createAuthenticator(ORIGIN)))).toEqual([401, 'passkey_wrong'])
  })

  test('with the password alone no other factor is added or removed', async () => {
    const weak = await signedIn(running.app, 'official@county.demo')
    const { items } = await owner.json<{ items: { id: string }[] }>('/api/account/passkeys')
    for (const answer of [
      await post(weak, '/api/account/totp'),
      await post(weak, '/api/account/passkeys/options'),
      await weak.request(`/api/account/passkeys/${items[0]?.id}`, { method: 'DELETE' }),
    ])
      expect(await codeOf(answer)).toEqual([403, 'strong_session_needed'])
  })

  test('its owner renames and removes it, nobody else', async () => {
    const { items } = await owner.json<{ items: { id: string; name: string }[] }>('/api/account/passkeys')
    const path = `/api/account/passkeys/${items.find(item => item.name === 'Telefon')?.id}`
    const rename = (as: Client) =>
      as.request(path, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name: 'Cheie' }),
      })
    const stranger = await signedIn(running.app, 'citizen@demo')
    expect([
      (await rename(stranger)).status,
      (await stranger.request(path, { method: 'DELETE' })).status,
    ]).toEqual([404, 404])
    expect((await rename(owner)).status).toBe(204)
    expect((await owner.json<{ items: { name: string }[] }>('/api/account/passkeys')).items[0]?.name).toBe(
      'Cheie',
    )
    expect((await owner.request(path, { method: 'DELETE' })).status).toBe(204)
    expect(await codeOf(await signIn(device))).toEqual([401, 'passkey_wrong'])
    expect(await toldOfFactors(running.system.db, 'official@county.demo')).toEqual(
      expect.arrayContaining(['passkey_removed Cheie', 'passkey_added Telefon']),
    )
  })
})

test.each([
  {},
  { id: '', rawId: '', type: 'public-key', response: {}, clientExtensionResults: {} },
  {
    id: 'a b',
    rawId: 'a',
    type: 'public-key',
    response: { clientDataJSON: 'x' },
    clientExtensionResults: {},
  },
])('a malformed answer %j', async body => {
  expect((await post(anybody, '/api/session/passkey', body, 'open_county.passkey=x')).status).toBe(400)
})

test.each(['AAAA', '', 'e30'])('an answer of the right form and no sense (%s) opens nothing', async text => {
  const { cookie } = await ask()
  const body = {
    id: 'AAAA',
    rawId: 'AAAA',
    type: 'public-key',
    response: { clientDataJSON: text, authenticatorData: text, signature: text, userHandle: text },
    clientExtensionResults: {},
  }
  expect((await post(anybody, '/api/session/passkey', body, cookie)).status).toBe(401)
  expect(
    (
      await post(owner, '/api/account/passkeys', {
        name: 'x',
        credential: { ...body, response: { clientDataJSON: text, attestationObject: text } },
      })
    ).status,
  ).toBe(422)
})
