// The own account over the API: details, password, sessions, tokens.
import { hashPassword as hashScrypt } from 'better-auth/crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addAccount, issueAccountToken } from '../../api/instance/administration.ts'
import { findSignIn, setPasswordHash } from '../../services/index.ts'
import { type Client, openTestSystem, signedIn, type TestSystem } from '../support/test-system.ts'

const PASSWORD = 'trei vrăbii pe gard'
let running: TestSystem
beforeAll(async () => {
  running = await openTestSystem([{ cui: '4245747', name: 'Municipiul Miercurea Ciuc' }])
})
afterAll(() => running.close())

const person = async (name: string): Promise<string> => {
  const email = `${name}@example.ro`
  await addAccount(running.system, { email, name, password: PASSWORD, role: 'citizen' })
  return email
}
const post = (body: unknown, method = 'POST'): RequestInit => ({
  method,
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
})
const enter = (email: string, password: string, headers: Record<string, string> = {}) =>
  running.app.request('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ email, password }),
  })
const codeOf = async (response: Response) => [
  response.status,
  ((await response.json()) as { code: string }).code,
]
const items = async <T>(client: Client, path: string) => (await client.json<{ items: T[] }>(path)).items

test('name and language are the person’s own; nothing else can be changed with them', async () => {
  const ana = await signedIn(running.app, await person('ana'), PASSWORD)
  expect(await ana.json('/api/account')).toMatchObject({ name: 'ana', language: 'ro', hasPassword: true })
  expect(
    await ana.json('/api/account', post({ name: '  Ana Pop ', language: 'hu', email: 'x@y.ro' }, 'PATCH')),
  ).toMatchObject({ name: 'Ana Pop', language: 'hu', email: 'ana@example.ro' })
  expect((await ana.json<{ user: object }>('/api/session')).user).toMatchObject({ language: 'hu' })
  for (const wrong of [{ name: '' }, { name: 'x'.repeat(201) }, { language: 'de' }, [], 'x'])
    expect((await ana.request('/api/account', post(wrong, 'PATCH'))).status).toBe(400)
})

describe('a password', () => {
  test('is changed by whoever knows it, and the other sessions end', async () => {
    const email = await person('bela')
    const [here, there] = [
      await signedIn(running.app, email, PASSWORD),
      await signedIn(running.app, email, PASSWORD),
    ]
    const change = (current: string, password: string) =>
      here.request('/api/account/password', post({ current, password }))
    expect(await codeOf(await change('not the password', 'egy egészen új jelszó'))).toEqual([
      422,
      'password_wrong',
    ])
    expect(await codeOf(await change(PASSWORD, 'short'))).toEqual([422, 'password_unfit'])
    expect((await there.request('/api/account')).status).toBe(200)
    expect((await change(PASSWORD, 'egy egészen új jelszó')).status).toBe(204)
    expect((await here.request('/api/account')).status).toBe(200)
    expect((await there.request('/api/account')).status).toBe(401)
    expect((await enter(email, PASSWORD)).status).toBe(401)
    expect((await enter(email, 'egy egészen új jelszó')).status).toBe(200)
  })

  test('from before argon2id still counts, and is hashed anew at the sign-in', async () => {
    const email = await person('carol')
    const { db } = running.system
    const before = await findSignIn(db, email)
    await setPasswordHash(db, before?.userId ?? '', await hashScrypt('o parolă veche'), new Date())
    expect((await enter(email, 'altă parolă')).status).toBe(401)
    expect((await findSignIn(db, email))?.passwordHash).not.toMatch(/^\$argon2id/)
    expect((await enter(email, 'o parolă veche')).status).toBe(200)
    expect((await findSignIn(db, email))?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect((await enter(email, 'o parolă veche')).status).toBe(200)
  })
})

interface Session {
  id: string
  current: boolean
  userAgent: string | null
}

test('sessions are listed with their device and end at once; those of others can’t be touched', async () => {
  const email = await person('dora')
  const dora = await signedIn(running.app, email, PASSWORD)
  const opened = await enter(email, PASSWORD, { 'user-agent': 'Firefox of the office' })
  const cookie = opened.headers
    .getSetCookie()
    .map(text => text.split(';')[0])
    .join('; ')
  const office = () => running.app.request('/api/account', { headers: { cookie } })
  const sessions = await items<Session>(dora, '/api/account/sessions')
  expect(sessions.map(({ current }) => current).sort()).toEqual([false, true])
  const other = sessions.find(({ current }) => !current)
  expect(other?.userAgent).toBe('Firefox of the office')

  const stranger = await signedIn(running.app, await person('erik'), PASSWORD)
  const end = (client: Client) => client.request(`/api/account/sessions/${other?.id}`, { method: 'DELETE' })
  expect(await codeOf(await end(stranger))).toEqual([404, 'session_unknown'])
  expect((await office()).status).toBe(200)
  expect((await end(dora)).status).toBe(204)
  expect((await office()).status).toBe(401)
  expect(await codeOf(await end(dora))).toEqual([404, 'session_unknown'])

  await enter(email, PASSWORD)
  await enter(email, PASSWORD)
  expect(await dora.json('/api/account/sessions', { method: 'DELETE' })).toEqual({ ended: 2 })
  expect(await items<Session>(dora, '/api/account/sessions')).toHaveLength(1)
})

interface Token {
  id: string
  name: string
  lastUsedAt: string | null
  token: string
}

describe('tokens', () => {
  const bearer = (token: string, path: string, method = 'GET') =>
    running.app.request(path, { method, headers: { authorization: `Bearer ${token}` } })

  test('do what they were made for, no more than the account, until they are revoked', async () => {
    const reporter = await signedIn(running.app, 'reporter@4245747.demo')
    const make = (body: object) => reporter.request('/api/account/tokens', post(body))
    const made = await make({ name: 'Încărcare', scopes: ['read'], days: 1 })
    expect(made.status).toBe(201)
    const { token, id } = (await made.json()) as Token
    expect((await bearer(token, '/api/reporting/submissions')).status).toBe(200)
    const unknown = '/api/reporting/submissions/00000000-0000-4000-8000-000000000000'
    expect(await codeOf(await bearer(token, unknown, 'DELETE'))).toEqual([403, 'scope_missing'])
    const { token: filing } = (await (await make({ name: 'x', scopes: ['report'], days: 1 })).json()) as Token
    expect(await codeOf(await bearer(filing, unknown, 'DELETE'))).toEqual([404, 'submission_unknown'])
    expect(await codeOf(await bearer(filing, '/api/reporting/submissions'))).toEqual([403, 'scope_missing'])
    expect((await bearer(filing, '/cubejs-api/v1/meta')).status).toBe(403)
    expect((await bearer(token, '/cubejs-api/v1/meta')).status).toBe(200)

    const listed = await items<Token>(reporter, '/api/account/tokens')
    const entry = listed.find(each => each.id === id)
    expect(entry).toMatchObject({ name: 'Încărcare', scopes: ['read'], expired: false })
    expect(entry?.lastUsedAt).not.toBeNull()
    expect(JSON.stringify(listed)).not.toContain(token)
    expect((await reporter.request(`/api/account/tokens/${id}`, { method: 'DELETE' })).status).toBe(204)
    expect((await bearer(token, '/api/reporting/submissions')).status).toBe(401)
  })

  test('reach nothing that guards the account, whatever their scopes', async () => {
    const { token } = await issueAccountToken(running.system, 'analyst@county.demo', 1)
    for (const [method, path] of [
      ['GET', '/api/account'],
      ['PATCH', '/api/account'],
      ['POST', '/api/account/password'],
      ['GET', '/api/account/sessions'],
      ['DELETE', '/api/account/sessions'],
      ['GET', '/api/account/tokens'],
      ['POST', '/api/account/tokens'],
    ] as const)
      expect(await codeOf(await bearer(token, path, method))).toEqual([403, 'session_needed'])
    expect((await bearer(token, '/api/session')).status).toBe(200)
    expect((await bearer(token, '/api/session/cube-token', 'POST')).status).toBe(200)
  })

  test('are refused when they are made wrongly', async () => {
    const ana = await signedIn(running.app, 'citizen@demo')
    for (const wrong of [
      {},
      { name: '', scopes: ['read'], days: 1 },
      { name: 'x', scopes: [], days: 1 },
      { name: 'x', scopes: ['everything'], days: 1 },
      { name: 'x', scopes: ['read'], days: 0 },
      { name: 'x', scopes: ['read'], days: 367 },
    ])
      expect((await ana.request('/api/account/tokens', post(wrong))).status).toBe(400)
  })
})
