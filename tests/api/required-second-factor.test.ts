import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { declaredRoutes, isOpenWithoutFactor } from '../../api/contract/policy.ts'
import { addAccount, issueAccountToken } from '../../api/instance/administration.ts'
import { type Doors, openDoors } from '../../api/instance/doors.ts'
import { asItself, findActor, grantRole } from '../../services/index.ts'
import { DEMO_PASSWORD } from '../support/instance.ts'
import { startOidcProvider, type TestProvider } from '../support/oidc-provider.ts'
import { type Client, openTestSystem, signedIn, type TestSystem } from '../support/test-system.ts'

/** Roles of the county are of use only after a second factor, whatever way the person or their program comes. */
let running: TestSystem
let doors: Doors
let provider: TestProvider
let ahead = 0
const ORIGIN = 'https://cereri.exemplu.ro'

beforeAll(async () => {
  provider = await startOidcProvider({
    redirectUris: [`${ORIGIN}/api/session/oidc/county/callback`],
    people: {
      strong: { email: 'official@county.demo', email_verified: true, amr: ['pwd', 'otp'] },
      weak: { email: 'moderator@county.demo', email_verified: true, amr: ['pwd'] },
    },
  })
  running = await openTestSystem([{ cui: '4245747', name: 'Municipiul Miercurea Ciuc' }], {
    environment: {
      PUBLIC_URL: ORIGIN,
      REQUIRE_SECOND_FACTOR: 'on',
      ...provider.settings('county', { FOR: 'official', STRONG_AMR: 'otp hwk' }),
    },
    now: () => new Date(Date.now() + ahead * 1000),
  })
  doors = await openDoors(running.system)
})
afterAll(async () => {
  await running.close()
  await provider.close()
})

const REQUIRED = [403, 'second_factor_required']
const said = async (response: Response) => {
  const code = response.headers.get('content-type')?.startsWith('application/problem+json')
    ? ((await response.json()) as { code: string }).code
    : null
  return [response.status, code]
}
const post = (client: Client, path: string, body: unknown = {}) =>
  client.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const idOf = async (email: string) =>
  (await findActor(running.system.db, { email }, running.system.now()))?.id ?? ''

async function setUpFactor(client: Client): Promise<TOTP> {
  const { secret } = (await (await post(client, '/api/account/totp')).json()) as { secret: string }
  const totp = new TOTP({ secret: Secret.fromBase32(secret) })
  const code = totp.generate({ timestamp: running.system.now().getTime() })
  expect((await post(client, '/api/account/totp/confirm', { code })).status).toBe(200)
  return totp
}

test('with the password alone every route of an account is shut, but those that set up a factor', async () => {
  const analyst = await signedIn(running.app, 'analyst@county.demo')
  const shut = declaredRoutes().filter(
    ({ policy, method, path }) =>
      (policy.kind === 'signed-in' || policy.kind === 'roles') && !isOpenWithoutFactor(method, path),
  )
  expect(shut.length).toBeGreaterThan(40)
  for (const { method, path } of shut) {
    const filled = path.replaceAll(/:\w+/g, '00000000-0000-4000-8000-000000000000')
    expect([method, path, ...(await said(await analyst.request(filled, { method })))]).toEqual([
      method,
      path,
      ...REQUIRED,
    ])
  }
  const refused = await analyst.json<{ link: string }>('/api/reporting/submissions')
  expect(refused.link).toBe('/ro/account/security')
  expect(await analyst.json('/api/session')).toMatchObject({ lacksFactor: true })
  for (const path of ['/api/account', '/api/account/totp', '/api/account/passkeys', '/api/account/sessions'])
    expect((await analyst.request(path)).status).toBe(200)
})

test('every route that stays open is a declared one', () => {
  const known = declaredRoutes().filter(({ method, path }) => isOpenWithoutFactor(method, path))
  expect(known).toHaveLength(18)
})

test('setting up a factor opens the rest at once, and the next sign-in asks for it', async () => {
  const analyst = await signedIn(running.app, 'analyst@county.demo')
  await setUpFactor(analyst)
  expect((await analyst.request('/api/reporting/submissions')).status).toBe(200)
  expect(await analyst.json('/api/session')).toMatchObject({ lacksFactor: false })
  const again = await running.app.request('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'analyst@county.demo', password: DEMO_PASSWORD }),
  })
  expect(await said(again)).toEqual([401, 'second_factor_needed'])
})

test('institutions and citizens are not asked', async () => {
  for (const email of ['reporter@4245747.demo', 'citizen@demo']) {
    const person = await signedIn(running.app, email)
    expect(await person.json('/api/session')).toMatchObject({ lacksFactor: false })
    expect((await person.request('/api/notifications')).status).toBe(200)
  }
})

test('a role of the county that is given meanwhile, at a department too, shuts what the session had open', async () => {
  const reporter = await signedIn(running.app, 'approver@4245747.demo')
  expect((await reporter.request('/api/notifications')).status).toBe(200)
  await grantRole(
    running.system.db,
    {
      ...{ person: await idOf('approver@4245747.demo'), role: 'clerk', organisationId: null, from: null },
      until: new Date(running.system.now().getTime() + 60_000),
    },
    asItself('tests'),
    running.system.now(),
  )
  expect(await said(await reporter.request('/api/notifications'))).toEqual(REQUIRED)
  ahead += 61
  expect((await reporter.request('/api/notifications')).status).toBe(200)
})

describe('tokens of the API', () => {
  const withToken = (token: string, path: string) =>
    running.app.request(path, { headers: { authorization: `Bearer ${token}` } })

  test('are as good as the session that made them', async () => {
    await addAccount(running.system, { email: 'fresh@county.ro', password: DEMO_PASSWORD, role: 'citizen' })
    const citizen = await signedIn(running.app, 'fresh@county.ro')
    const order = { name: 'x', scopes: ['read'], days: 1 }
    const make = async () =>
      ((await (await post(citizen, '/api/account/tokens', order)).json()) as { token: string }).token
    const weak = await make()
    await addAccount(running.system, { email: 'fresh@county.ro', role: 'analyst' })
    expect(await said(await withToken(weak, '/api/reporting/submissions'))).toEqual(REQUIRED)
    expect((await withToken(weak, '/cubejs-api/v1/meta')).status).toBe(403)
    expect(await said(await post(citizen, '/api/account/tokens', order))).toEqual(REQUIRED)
    await setUpFactor(citizen)
    const strong = await make()
    expect((await withToken(strong, '/api/reporting/submissions')).status).toBe(200)
    expect((await withToken(strong, '/cubejs-api/v1/meta')).status).toBe(200)
    expect((await withToken(weak, '/api/reporting/submissions')).status).toBe(403)
  })

  test('of the command line are made by whoever owns the machine', async () => {
    const { token } = await issueAccountToken(running.system, 'auditor@county.demo', 1)
    expect((await withToken(token, '/api/audit')).status).toBe(200)
  })
})

describe('the semantic layer', () => {
  /** Only the county reads lines that nobody has grouped. */
  const query = { dimensions: ['budget_execution.cell'], ungrouped: true }

  test('shows a session without the factor what everybody sees, and makes it no token', async () => {
    const publisher = await signedIn(running.app, 'publisher@county.demo')
    expect(await said(await post(publisher, '/api/session/cube-token'))).toEqual(REQUIRED)
    const load = `/cubejs-api/v1/load?query=${encodeURIComponent(JSON.stringify(query))}`
    const admin = await signedIn(running.app, 'admin@county.demo')
    const anybody = await running.app.request(load)
    const weak = await admin.request(load)
    expect([weak.status, await weak.json()]).toEqual([anybody.status, await anybody.json()])
    expect((await post(admin, '/cubejs-api/v1/pre-aggregations/jobs', { action: 'post' })).status).toBe(403)
    await setUpFactor(admin)
    expect((await admin.request(load)).status).toBe(200)
    expect((await post(admin, '/api/session/cube-token')).status).toBe(200)
  })

  test('does the same over the WebSocket', async () => {
    const answer = async (cookie: string) => {
      const socket = new WebSocket(`ws://127.0.0.1:${doors.port}/cubejs-api/v1`, { headers: { cookie } })
      await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
      socket.send('{}')
      socket.send(JSON.stringify({ method: 'load', messageId: 1, params: { query } }))
      try {
        return await new Promise<number>(resolve =>
          socket.on('message', data => {
            const { status } = JSON.parse(String(data)) as { status?: number }
            if (status !== undefined) resolve(status)
          }),
        )
      } finally {
        socket.terminate()
      }
    }
    const auditor = await signedIn(running.app, 'auditor@county.demo')
    const before = await answer(auditor.cookie)
    expect(before).toBe(await answer(''))
    expect(before).not.toBe(200)
    await setUpFactor(auditor)
    expect(await answer(auditor.cookie)).toBe(200)
  })
})

describe('a provider of OpenID Connect', () => {
  async function enter(login: string): Promise<Record<string, unknown>> {
    const { app } = running
    const begun = await app.request('/api/session/oidc/county?next=/ro')
    const cookies = (response: Response) =>
      response.headers.getSetCookie().map(text => text.split(';')[0] ?? '')
    const back = await provider.authorize(begun.headers.get('location') ?? '', login)
    const { pathname, search } = new URL(back)
    const arrived = await app.request(`${pathname}${search}`, {
      headers: { cookie: cookies(begun).join('; ') },
    })
    expect(arrived.status).toBe(303)
    const session = await app.request('/api/session', { headers: { cookie: cookies(arrived).join('; ') } })
    return (await session.json()) as Record<string, unknown>
  }
  beforeAll(() =>
    running.system.db
      .updateTable('auth_user')
      .set({ emailVerified: true })
      .where('email', 'in', ['official@county.demo', 'moderator@county.demo'])
      .execute(),
  )

  test('counts when its token names what the settings take for two factors', async () => {
    expect(await enter('strong')).toMatchObject({ lacksFactor: false })
  })

  test('does not count when its token names less', async () => {
    expect(await enter('weak')).toMatchObject({ lacksFactor: true })
  })
})
