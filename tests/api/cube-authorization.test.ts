// Who is who over Cube's protocol: tokens with a security context, API tokens, cookies, nobody.
import crypto from 'node:crypto'
import { SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { issueAccountToken } from '../../api/instance/administration.ts'
import { anonymous, type Client, openTestSystem, signedIn, type TestSystem } from '../support/test-system.ts'

let running: TestSystem
let nobody: Client
beforeAll(async () => {
  running = await openTestSystem([{ cui: '4245747', name: 'Municipiul Miercurea Ciuc' }])
  nobody = anonymous(running.app)
})
afterAll(() => running.close())

const QUERY = encodeURIComponent(JSON.stringify({ measures: ['budget_execution.reports'] }))
const load = (headers: Record<string, string>, client = nobody) =>
  client.request(`/cubejs-api/v1/load?query=${QUERY}`, { headers })
/** Status, and whether the answer is everybody's. */
const outcome = async (headers: Record<string, string>, client = nobody) => {
  const response = await load(headers, client)
  const body = (await response.json()) as { error?: string }
  return [response.status, body.error ?? response.headers.get('cache-control')]
}
const PUBLIC = [200, 'public, no-cache']
const PRIVATE = [200, 'private, no-cache']
const INVALID = [403, 'Invalid token']

const seconds = () => Math.floor(running.system.now().getTime() / 1000)
const sign = (claims: Record<string, unknown>, secret = running.system.secret, alg = 'HS256') =>
  new SignJWT(claims).setProtectedHeader({ alg, typ: 'JWT' }).sign(new TextEncoder().encode(secret))
const county = (more: Record<string, unknown> = {}) => ({ groups: ['county'], exp: seconds() + 60, ...more })

describe("a token with a security context, as Cube's", () => {
  test.each([
    ['alone, as the client sends it', (token: string) => ({ authorization: token })],
    ['after Bearer', (token: string) => ({ authorization: `Bearer ${token}` })],
    [
      'in the header of its own',
      (token: string) => ({ 'x-cube-authorization': token, authorization: 'Basic eA==' }),
    ],
  ])('%s', async (_, headers) => {
    expect(await outcome(headers(await sign(county())))).toEqual(PRIVATE)
  })

  test('its claims may lie under u, and name institutions or a publication', async () => {
    const { groups, exp } = county()
    expect(await outcome({ authorization: await sign({ u: { groups }, exp }) })).toEqual(PRIVATE)
    const institution = { groups: ['institution'], cuis: ['4245747'], exp }
    expect(await outcome({ authorization: await sign(institution) })).toEqual(PRIVATE)
    expect(await outcome({ authorization: await sign({ groups: ['public'], exp }) })).toEqual(PUBLIC)
    expect(await outcome({ authorization: await sign(county({ publication: 0 })) })).toEqual(PRIVATE)
    expect(await outcome({ authorization: await sign(county({ publication: 5 })) })).toEqual([
      400,
      'There is no publication 5; the last one is 0',
    ])
    expect(await outcome({ authorization: await sign({ groups: ['citizen'], exp }) })).toEqual([
      403,
      'You have no access to any data',
    ])
  })

  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  test.each<[string, () => string | Promise<string>]>([
    ['another secret', () => sign(county(), 'x'.repeat(48))],
    [
      'a changed payload',
      async () => {
        const [head, , signature] = (await sign({ groups: ['public'], exp: seconds() + 60 })).split('.')
        return `${head}.${part(county())}.${signature}`
      },
    ],
    ['no algorithm', () => `${part({ alg: 'none' })}.${part(county())}.`],
    ['another algorithm', () => sign(county(), running.system.secret, 'HS512')],
    ['no expiry', () => sign({ groups: ['county'] })],
    ['an expiry that is past', () => sign(county({ exp: seconds() - 1 }))],
    ['an expiry too far off', () => sign(county({ exp: seconds() + 7200 }))],
    ['a time to begin', () => sign(county({ nbf: seconds() + 30 }))],
    ['an unknown claim', () => sign(county({ tenant: 'HR' }))],
    ['groups that are no list', () => sign(county({ groups: 'county' }))],
    ['no groups', () => sign({ exp: seconds() + 60 })],
    ['groups in both places', () => sign(county({ u: { groups: ['county'] } }))],
    ['something else', () => 'token'],
    ['nothing after Bearer', () => 'Bearer x'],
    ['ten thousand dots', () => '.'.repeat(10_000)],
    ['an unknown API token', () => `oct_${crypto.randomBytes(32).toString('base64url')}`],
  ])('is refused with %s', async (_, token) => {
    expect(await outcome({ authorization: await token() })).toEqual(INVALID)
  })
})

describe('others', () => {
  test('an API token, alone or after Bearer', async () => {
    const { token } = await issueAccountToken(running.system, 'analyst@county.demo', 1)
    expect(await outcome({ authorization: token })).toEqual(PRIVATE)
    expect(await outcome({ authorization: `Bearer ${token}` })).toEqual(PRIVATE)
  })

  test("a cookie; nothing at all; the word that Cube's client sends without a token", async () => {
    expect(await outcome({}, await signedIn(running.app, 'analyst@county.demo'))).toEqual(PRIVATE)
    expect(await outcome({})).toEqual(PUBLIC)
    expect(await outcome({ authorization: 'undefined' })).toEqual(PUBLIC)
    expect(await outcome({ cookie: 'open_county.session_token=made-up' })).toEqual(PUBLIC)
  })
})

describe('POST /api/session/cube-token', () => {
  const mint = (client: Client, headers: Record<string, string> = {}) =>
    client.request('/api/session/cube-token', { method: 'POST', headers })

  test('gives the signed-in person a token for a minute', async () => {
    const person = await signedIn(running.app, 'reporter@4245747.demo')
    const response = await mint(person)
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store'])
    const { token, expiresAt } = (await response.json()) as { token: string; expiresAt: string }
    const left = Date.parse(expiresAt) - running.system.now().getTime()
    expect(left).toBeGreaterThan(45_000)
    expect(left).toBeLessThanOrEqual(60_000)
    expect(JSON.parse(String(Buffer.from(token.split('.')[1] ?? '', 'base64url')))).toEqual({
      groups: ['public', 'institution'],
      cuis: ['4245747'],
      iat: Date.parse(expiresAt) / 1000 - 60,
      exp: Date.parse(expiresAt) / 1000,
    })
    expect(await outcome({ authorization: token })).toEqual(PRIVATE)
  })

  test('follows the roles of the moment', async () => {
    const person = await signedIn(running.app, 'official@county.demo')
    const groups = async () => {
      const { token } = (await (await mint(person)).json()) as { token: string }
      return (JSON.parse(String(Buffer.from(token.split('.')[1] ?? '', 'base64url'))) as { groups: string[] })
        .groups
    }
    expect(await groups()).toEqual(['public', 'county'])
    const { db } = running.system
    const owner = db.selectFrom('auth_user').select('id').where('email', '=', 'official@county.demo')
    await db.deleteFrom('membership').where('user_id', '=', owner).execute()
    expect(await groups()).toEqual(['public'])
  })

  test('not without signing in, the CSRF token, or with such a token itself', async () => {
    expect((await mint(nobody)).status).toBe(401)
    const person = await signedIn(running.app, 'analyst@county.demo')
    expect((await mint(person, { 'x-csrf-token': 'x' })).status).toBe(403)
    expect((await mint(nobody, { authorization: `Bearer ${await sign(county())}` })).status).toBe(401)
  })
})

describe('requests that are no queries', () => {
  test('a large body, a body that is no JSON, another method', async () => {
    const post = (body: string) =>
      nobody.request('/cubejs-api/v1/load', {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json' },
      })
    const large = await post(JSON.stringify({ query: 'x'.repeat(1024 * 1024) }))
    expect([large.status, await large.json()]).toEqual([413, { error: 'request entity too large' }])
    for (const body of ['', '{', '[]', 'null', '"x"', '{}']) {
      const response = await post(body)
      expect([response.status, await response.json()]).toEqual([400, { error: 'Query param is required' }])
    }
    expect((await nobody.request('/cubejs-api/v1/load', { method: 'PUT', body: '{}' })).status).toBe(404)
  })
})
