import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '../support/instance.ts'
import { type Client, clientOf, openTestSystem, signedIn, type TestSystem } from '../support/test-system.ts'
import { toldOfFactors } from '../support/told-of-factors.ts'

/** Codes of an authenticator app, made by an independent library on a clock that the test moves. */
let running: TestSystem
let now = new Date('2026-11-02T08:00:00Z')
beforeAll(async () => {
  running = await openTestSystem([], { now: () => now })
})
afterAll(() => running.close())

const EMAIL = 'citizen@demo'
const json = { 'content-type': 'application/json' }
const post = (as: Pick<Client, 'request'>, path: string, body: unknown = null) =>
  as.request(path, {
    method: 'POST',
    ...(body === null ? {} : { headers: json, body: JSON.stringify(body) }),
  })
const anybody = { request: async (path: string, init?: RequestInit) => running.app.request(path, init) }
const codeOf = async (response: Response) => [
  response.status,
  ((await response.json()) as { code: string }).code,
]

const appOf = (secret: string) => {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) })
  return {
    now: () => totp.generate({ timestamp: now.getTime() }),
    wrong: () =>
      String((Number(totp.generate({ timestamp: now.getTime() })) + 500_000) % 1_000_000).padStart(6, '0'),
  }
}
const wait = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000)
}

const firstFactor = async () => {
  const response = await post(anybody, '/api/session', { email: EMAIL, password: DEMO_PASSWORD })
  const body = (await response.json()) as { code?: string; challenge?: string }
  return { status: response.status, ...body, cookies: response.headers.getSetCookie() }
}
const challenge = async () => (await firstFactor()).challenge ?? ''

describe('with a second factor', () => {
  let owner: Client
  let app: ReturnType<typeof appOf>
  let recoveryCodes: string[]

  beforeEach(async () => {
    await running.system.db.deleteFrom('second_factor').execute()
    await running.system.db.deleteFrom('recovery_code').execute()
    // The sessions' own clock is the machine's: this one starts where that is.
    now = new Date()
    owner = await signedIn(running.app, EMAIL)
    const enrolled = await (await post(owner, '/api/account/totp')).json()
    app = appOf(enrolled.secret)
    expect(enrolled.address).toContain(`secret=${enrolled.secret}`)
    expect(enrolled.qr).toMatch(/^<svg /)
    expect((await firstFactor()).status).toBe(200)
    const confirmed = await post(owner, '/api/account/totp/confirm', { code: app.now() })
    expect(confirmed.status).toBe(200)
    recoveryCodes = (await confirmed.json()).recoveryCodes
    wait(30)
  })

  test('the password alone opens nothing', async () => {
    const answer = await firstFactor()
    expect(answer).toMatchObject({ status: 401, code: 'second_factor_needed', cookies: [] })
    expect(answer.challenge).toMatch(/^[\w-]{43}$/)
  })

  test('password and code open a session; neither code nor challenge counts again', async () => {
    const first = await challenge()
    const second = await challenge()
    const code = app.now()
    const signed = await post(anybody, '/api/session/challenge', { challenge: first, code })
    expect(signed.status).toBe(200)
    const session = clientOf(running.app, signed, (await signed.json()).csrfToken)
    expect(await session.json('/api/session')).toMatchObject({ user: { email: EMAIL } })
    expect(await codeOf(await post(anybody, '/api/session/challenge', { challenge: second, code }))).toEqual([
      401,
      'code_wrong',
    ])
    wait(30)
    expect(
      await codeOf(await post(anybody, '/api/session/challenge', { challenge: first, code: app.now() })),
    ).toEqual([401, 'challenge_over'])
  })

  test('of many requests with the same code at the same time one is taken', async () => {
    const challenges = await Promise.all([challenge(), challenge(), challenge(), challenge()])
    const code = app.now()
    const answers = await Promise.all(
      challenges.map(each => post(anybody, '/api/session/challenge', { challenge: each, code })),
    )
    expect(answers.map(answer => answer.status).sort()).toEqual([200, 401, 401, 401])
  })

  test('a challenge ends after five minutes', async () => {
    const token = await challenge()
    wait(301)
    expect(
      await codeOf(await post(anybody, '/api/session/challenge', { challenge: token, code: app.now() })),
    ).toEqual([401, 'challenge_over'])
  })

  test('a challenge takes five tries, and wrong codes in a row have to wait ever longer', async () => {
    const token = await challenge()
    for (let attempt = 0; attempt < 5; attempt++)
      expect(
        await codeOf(await post(anybody, '/api/session/challenge', { challenge: token, code: app.wrong() })),
      ).toEqual([401, 'code_wrong'])
    expect(
      await codeOf(await post(anybody, '/api/session/challenge', { challenge: token, code: app.now() })),
    ).toEqual([401, 'challenge_over'])
    const another = await challenge()
    expect(
      await codeOf(await post(anybody, '/api/session/challenge', { challenge: another, code: app.now() })),
    ).toEqual([429, 'too_many_requests'])
    // A recovery code can't be guessed: it still leads in.
    const recovered = await post(anybody, '/api/session/challenge', {
      challenge: await challenge(),
      code: recoveryCodes[0],
    })
    expect(recovered.status).toBe(200)
    wait(61)
    expect(
      (await post(anybody, '/api/session/challenge', { challenge: another, code: app.now() })).status,
    ).toBe(200)
  })

  test('each recovery code opens once, however it is typed; new ones end the old', async () => {
    const [first = '', second = ''] = recoveryCodes
    expect(new Set(recoveryCodes).size).toBe(10)
    const spend = async (code: string) =>
      (await post(anybody, '/api/session/challenge', { challenge: await challenge(), code })).status
    expect(await spend(` ${first.toUpperCase().replace('-', ' ')}`)).toBe(200)
    expect(await spend(first)).toBe(401)
    expect(await owner.json('/api/account/totp')).toEqual({ enabled: true, recoveryCodesLeft: 9 })
    const renewed = await (await post(owner, '/api/account/recovery-codes')).json()
    expect(renewed.recoveryCodes).toHaveLength(10)
    expect(await spend(second)).toBe(401)
    expect(await spend(renewed.recoveryCodes[3])).toBe(200)
    expect((await toldOfFactors(running.system.db, EMAIL)).slice(0, 2)).toEqual(['codes_renewed', 'totp_on'])
  })

  test('turning it off takes the password and a code', async () => {
    const disable = (body: object) => post(owner, '/api/account/totp/disable', body)
    expect(await codeOf(await disable({ code: app.now() }))).toEqual([422, 'password_wrong'])
    expect(await codeOf(await disable({ password: 'something else', code: app.now() }))).toEqual([
      422,
      'password_wrong',
    ])
    expect(await codeOf(await disable({ password: DEMO_PASSWORD, code: app.wrong() }))).toEqual([
      422,
      'code_refused',
    ])
    expect((await disable({ password: DEMO_PASSWORD, code: app.now() })).status).toBe(204)
    expect((await firstFactor()).status).toBe(200)
    expect(await owner.json('/api/account/totp')).toEqual({ enabled: false, recoveryCodesLeft: 0 })
    // Once: what was refused changed nothing.
    expect((await toldOfFactors(running.system.db, EMAIL)).slice(0, 2)).toEqual(['totp_off', 'totp_on'])
    expect(await codeOf(await disable({ password: DEMO_PASSWORD, code: app.now() }))).toEqual([
      409,
      'second_factor_off',
    ])
  })

  test('it can’t be replaced while it is on, nor changed with an old session', async () => {
    expect(await codeOf(await post(owner, '/api/account/totp'))).toEqual([409, 'second_factor_on'])
    wait(601)
    expect(await codeOf(await post(owner, '/api/account/recovery-codes'))).toEqual([
      403,
      'confirmation_needed',
    ])
    expect(await codeOf(await post(owner, '/api/account/confirmation', { password: 'x' }))).toEqual([
      422,
      'password_wrong',
    ])
    expect((await post(owner, '/api/account/confirmation', { password: DEMO_PASSWORD })).status).toBe(204)
    expect((await post(owner, '/api/account/recovery-codes')).status).toBe(200)
  })

  test('the audit tells of each change, the database holds neither secret nor code', async () => {
    const events = await running.system.db
      .selectFrom('audit_event')
      .select(['action', 'detail'])
      .innerJoin('audit_link', 'audit_link.event', 'audit_event.id')
      .where('action', 'like', 'second_factor.%')
      .orderBy('audit_link.number', 'desc')
      .limit(1)
      .execute()
    expect(events[0]?.action).toBe('second_factor.turned_on')
    const kept = JSON.stringify([
      await running.system.db.selectFrom('second_factor').selectAll().execute(),
      await running.system.db.selectFrom('recovery_code').selectAll().execute(),
    ])
    for (const code of recoveryCodes) expect(kept).not.toContain(code.replace('-', ''))
  })
})

describe('what is malformed', () => {
  test.each([
    ['/api/session/challenge', {}],
    ['/api/session/challenge', { challenge: '', code: '123456' }],
    ['/api/session/challenge', { challenge: 'x', code: '1' }],
    ['/api/session/challenge', { challenge: 'x'.repeat(2000), code: '123456' }],
    ['/api/session/challenge', []],
  ])('%s %j', async (path, body) => {
    const response = await post(anybody, path, body)
    expect([response.status, response.headers.get('content-type')]).toEqual([
      400,
      expect.stringContaining('application/problem+json'),
    ])
  })

  test('a challenge that nobody gave', async () => {
    expect(
      await codeOf(await post(anybody, '/api/session/challenge', { challenge: 'x', code: '123456' })),
    ).toEqual([401, 'challenge_over'])
  })

  test('an API token changes no way to sign in', async () => {
    const { issueToken } = await import('../../services/index.ts')
    const { db } = running.system
    const { id } = await db
      .selectFrom('auth_user')
      .select('id')
      .where('email', '=', EMAIL)
      .executeTakeFirstOrThrow()
    const { secret } = await issueToken(db, {
      userId: id,
      name: 'x',
      scopes: ['read', 'report', 'office', 'personal'],
      expiresAt: new Date(Date.now() + 60_000),
      strong: true,
    })
    const response = await running.app.request('/api/account/totp', {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}` },
    })
    expect(await codeOf(response)).toEqual([403, 'session_needed'])
  })
})
