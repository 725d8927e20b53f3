// What goes by mail: sign-up, a new password, another address, unlocking, the end of an account.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addAccount } from '../../api/instance/administration.ts'
import { eraseDueAccounts } from '../../api/instance/erasures.ts'
import { applyRetention, findSignIn } from '../../services/index.ts'
import { type MailServer, startMailServer } from '../support/mail-server.ts'
import { anonymous, type Client, openTestSystem, signedIn, type TestSystem } from '../support/test-system.ts'

const PASSWORD = 'trei vrăbii pe gard'
const OTHER = 'patru pisici la soare'
let mail: MailServer
let running: TestSystem
let nobody: Client
// The clock stands still but for what the tests wait: a wait of a second must not end while a slow machine counts.
const start = Date.now()
let ahead = 0
const wait = (seconds: number) => {
  ahead += seconds * 1000
}
beforeAll(async () => {
  mail = await startMailServer()
  running = await openTestSystem([], {
    environment: { SMTP_URL: mail.url },
    now: () => new Date(start + ahead),
  })
  nobody = anonymous(running.app)
})
afterAll(async () => {
  await running.close()
  await mail.stop()
})

const post = (as: Client, path: string, body: object, method = 'POST') =>
  as.request(path, {
    method,
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  })
const codeOf = async (response: Response) => [
  response.status,
  ((await response.json()) as { code: string }).code,
]
const enter = (email: string, password: string) => post(nobody, '/api/session', { email, password })
const person = async (name: string) => {
  const email = `${name}@example.ro`
  await addAccount(running.system, { email, name, password: PASSWORD, role: 'citizen' })
  return email
}
/** The token in the newest mail to the address whose subject fits. */
async function tokenFor(address: string, subject: RegExp): Promise<string> {
  const { text } = await mail.waitFor(address, ({ subject: found }) => subject.test(found ?? ''))
  const token = /\/link\?token=([\w-]{43})/.exec(text ?? '')?.[1]
  if (!token) throw new Error(`no link in: ${text}`)
  return token
}

describe('sign-up', () => {
  test('by the link of a mail, once, with a password that will do', async () => {
    const email = 'ilona@example.ro'
    expect(
      (await post(nobody, '/api/account/sign-up', { email: 'Ilona@example.ro', language: 'hu' })).status,
    ).toBe(202)
    expect(await findSignIn(running.system.db, email)).toBeNull()
    const token = await tokenFor(email, /fiók/)
    expect(await nobody.json(`/api/account/link?token=${token}`)).toMatchObject({ purpose: 'sign_up', email })
    const complete = (password: string) =>
      post(nobody, '/api/account/sign-up/complete', { token, name: 'Nagy Ilona', password })
    expect(await codeOf(await complete('ilona12345'))).toEqual([422, 'password_unfit'])
    const opened = await complete(PASSWORD)
    expect(opened.status).toBe(201)
    expect(opened.headers.getSetCookie().join()).toContain('session_token')
    expect(await opened.json()).toMatchObject({
      user: { name: 'Nagy Ilona', language: 'hu', roles: ['citizen'] },
    })
    expect(await codeOf(await complete(PASSWORD))).toEqual([404, 'link_over'])
    expect((await enter(email, PASSWORD)).status).toBe(200)
  })

  test('an address with an account gets the same answer, and a mail that says so', async () => {
    const email = await person('zoltan')
    const fresh = await post(nobody, '/api/account/sign-up', { email: 'nimeni@example.ro' })
    const taken = await post(nobody, '/api/account/sign-up', { email })
    expect([taken.status, await taken.text()]).toEqual([fresh.status, await fresh.text()])
    const { text } = await mail.waitFor(email)
    expect(text).toContain('Există deja unul')
    expect(text).not.toContain('token=')
  })
})

test('a new password by the link of a mail ends every session; an unknown address is answered alike', async () => {
  const email = await person('maria')
  const before = await signedIn(running.app, email, PASSWORD)
  const ask = async (address: string) => {
    const response = await post(nobody, '/api/account/password-reset', { email: address })
    return [response.status, await response.text()]
  }
  expect(await ask(email)).toEqual(await ask('necunoscut@example.ro'))
  const token = await tokenFor(email, /parolă nouă/)
  const complete = (password: string) =>
    post(nobody, '/api/account/password-reset/complete', { token, password })
  expect(await codeOf(await complete('maria-maria'))).toEqual([422, 'password_unfit'])
  expect((await complete(OTHER)).status).toBe(204)
  expect((await before.request('/api/account')).status).toBe(401)
  expect((await enter(email, PASSWORD)).status).toBe(401)
  expect((await enter(email, OTHER)).status).toBe(200)
  expect(await codeOf(await complete(OTHER))).toEqual([404, 'link_over'])
  await mail.waitFor(email, ({ subject }) => /s-a schimbat/.test(subject ?? ''))
  expect(mail.mails.filter(({ envelope }) => envelope.to.includes('necunoscut@example.ro'))).toEqual([])
})

test('another address counts once it is confirmed, and the old one is told', async () => {
  const email = await person('petru')
  const next = 'petru.nou@example.ro'
  const petru = await signedIn(running.app, email, PASSWORD)
  const ask = (password: string) => post(petru, '/api/account/email', { email: next, password })
  expect(await codeOf(await ask('not the password'))).toEqual([422, 'password_wrong'])
  expect((await ask(PASSWORD)).status).toBe(202)
  const token = await tokenFor(next, /adresa nouă/)
  expect((await enter(next, PASSWORD)).status).toBe(401)
  expect((await post(nobody, '/api/account/email/complete', { token })).status).toBe(204)
  expect((await enter(next, PASSWORD)).status).toBe(200)
  expect((await enter(email, PASSWORD)).status).toBe(401)
  expect((await mail.waitFor(email, ({ subject }) => /s-a schimbat/.test(subject ?? ''))).text).toContain(
    next,
  )
  // An address that is somebody else's changes nothing.
  await post(petru, '/api/account/email', { email: 'zoltan@example.ro', password: PASSWORD })
  expect(await petru.json('/api/account')).toMatchObject({ email: next })
})

test('links that were mailed before the password or the address changed let nobody in afterwards', async () => {
  const email = await person('urmarit')
  const thief = await signedIn(running.app, email, PASSWORD)
  await post(thief, '/api/account/email', { email: 'hot@example.ro', password: PASSWORD })
  const moves = await tokenFor('hot@example.ro', /adresa nouă/)
  await post(nobody, '/api/account/password-reset', { email })
  const resets = await tokenFor(email, /parolă nouă/)
  await post(nobody, '/api/account/password-reset/complete', { token: resets, password: OTHER })
  expect(await codeOf(await post(nobody, '/api/account/email/complete', { token: moves }))).toEqual([
    404,
    'link_over',
  ])

  const owner = await signedIn(running.app, email, OTHER)
  await post(owner, '/api/account/email', { email: 'urmarit.nou@example.ro', password: OTHER })
  const moved = await tokenFor('urmarit.nou@example.ro', /adresa nouă/)
  const before = mail.mails.length
  await post(nobody, '/api/account/password-reset', { email })
  await expect.poll(() => mail.mails.length).toBeGreaterThan(before)
  const links = () =>
    running.system.db.selectFrom('account_link').select('purpose').where('email', '=', email).execute()
  expect(await links()).toEqual([{ purpose: 'password_reset' }])
  expect((await post(nobody, '/api/account/email/complete', { token: moved })).status).toBe(204)
  expect(await links()).toEqual([])

  await post(owner, '/api/account/email', { email: 'hot2@example.ro', password: OTHER })
  const late = await tokenFor('hot2@example.ro', /adresa nouă/)
  const changed = { current: OTHER, password: PASSWORD }
  expect((await post(owner, '/api/account/password', changed)).status).toBe(204)
  expect((await nobody.request(`/api/account/link?token=${late}`)).status).toBe(404)
})

describe('wrong passwords', () => {
  test('a thousand on one account are slowed, while its owner and others sign in', async () => {
    const [email, other] = [await person('tinta'), await person('vecina')]
    const owner = await enter(email, PASSWORD)
    const device = owner.headers
      .getSetCookie()
      .find(cookie => cookie.startsWith('open_county.device='))
      ?.split(';')[0]
    const statuses: number[] = []
    const attacker = async () => {
      while (begun < 1000) {
        begun++
        statuses.push((await enter(email, 'wrong password')).status)
        // As a socket would let others in between.
        await new Promise(resolve => setImmediate(resolve))
      }
    }
    let begun = 0
    const flood = Promise.all(Array.from({ length: 20 }, attacker))
    while (statuses.length < 20) await new Promise(resolve => setImmediate(resolve))
    expect((await enter(other, PASSWORD)).status).toBe(200)
    const ownerAgain = await running.app.request('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: device ?? '' },
      body: JSON.stringify({ email, password: PASSWORD }),
    })
    expect(ownerAgain.status).toBe(200)
    // Both were in while the flood went on.
    expect(statuses.length).toBeLessThan(1000)
    await flood
    // Five were looked at; the others were refused without touching a hash or a connection.
    expect(statuses.filter(status => status === 401)).toHaveLength(5)
    expect(statuses.filter(status => status === 429)).toHaveLength(995)
    expect((await enter(email, PASSWORD)).status).toBe(429)
    const refused = await enter(email, PASSWORD)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await codeOf(refused)).toEqual([429, 'sign_in_slowed'])
  })

  test('lock an account for strangers, until the link of a mail opens it', async () => {
    const email = await person('asediat')
    for (let time = 0; time < 20; time++) {
      expect((await enter(email, 'wrong password')).status).toBe(401)
      wait(301)
    }
    const locked = await enter(email, PASSWORD)
    expect(await codeOf(locked)).toEqual([429, 'sign_in_locked'])
    const token = await tokenFor(email, /blocat/)
    const opened = await post(nobody, '/api/account/unlock', { token })
    expect([opened.status, opened.headers.getSetCookie().join()]).toEqual([
      204,
      expect.stringContaining('open_county.device='),
    ])
    expect((await enter(email, PASSWORD)).status).toBe(200)
    // An address without an account is counted and answered alike, and no mail goes out.
    for (let time = 0; time < 20; time++) {
      expect((await enter('fantoma@example.ro', 'wrong password')).status).toBe(401)
      wait(301)
    }
    expect(await codeOf(await enter('fantoma@example.ro', PASSWORD))).toEqual([429, 'sign_in_locked'])
    expect(mail.mails.some(({ envelope }) => envelope.to.includes('fantoma@example.ro'))).toBe(false)
  })
})

describe('the end of an account', () => {
  test('is refused to the last administrator', async () => {
    const admin = await signedIn(running.app, 'admin@county.demo')
    expect(await codeOf(await post(admin, '/api/account/deletion', { password: 'a-demo-password' }))).toEqual(
      [409, 'last_admin'],
    )
  })

  test('takes the password, ends what lets in, can be called off, and erases after a week', async () => {
    const email = await person('plecat')
    const [here, there] = [
      await signedIn(running.app, email, PASSWORD),
      await signedIn(running.app, email, PASSWORD),
    ]
    await post(here, '/api/account/tokens', { name: 'x', scopes: ['read'], days: 1 })
    const ask = (password: string) => post(here, '/api/account/deletion', { password })
    expect(await codeOf(await ask('not the password'))).toEqual([422, 'password_wrong'])
    expect((await (await ask(PASSWORD)).json()).deletionDue).not.toBeNull()
    expect((await there.request('/api/account')).status).toBe(401)
    expect((await here.json<{ items: [] }>('/api/account/tokens')).items).toEqual([])
    expect(await here.json('/api/account/deletion', { method: 'DELETE' })).toMatchObject({
      deletionDue: null,
    })
    await ask(PASSWORD)
    const { db, config, now } = running.system
    const erasing = { db, ledger: config.erasuresLog, now }
    const id = (await findSignIn(db, email))?.userId
    expect(await eraseDueAccounts(erasing)).toEqual([])
    wait(7 * 24 * 3600 + 1)
    expect(await eraseDueAccounts(erasing)).toEqual([id])
    expect(await findSignIn(db, email)).toBeNull()
    expect((await enter(email, PASSWORD)).status).toBe(401)
    expect((await here.request('/api/account')).status).toBe(401)
  })
})

test('malformed requests are refused', async () => {
  for (const [path, body] of [
    ['/api/account/sign-up', { email: 'x' }],
    ['/api/account/sign-up', { email: 'a@b.ro', language: 'de' }],
    ['/api/account/sign-up/complete', { token: 'x', name: 'x', password: 'x' }],
    ['/api/account/password-reset', { email: `${'x'.repeat(300)}@b.ro` }],
    ['/api/account/unlock', {}],
  ] as const)
    expect((await post(nobody, path, body)).status).toBe(400)
  expect((await nobody.request('/api/account/link?token=x')).status).toBe(400)
})

// Days pass after everything that needs a session: at any moment the daily job may take those that are over.
test('a link ends after a day; an address is not flooded', async () => {
  const email = 'graba@example.ro'
  const ask = () => post(nobody, '/api/account/sign-up', { email })
  await ask()
  const token = await tokenFor(email, /deschideți/)
  wait(24 * 3600 + 1)
  expect(
    await codeOf(
      await post(nobody, '/api/account/sign-up/complete', { token, name: 'x', password: PASSWORD }),
    ),
  ).toEqual([404, 'link_over'])
  expect((await nobody.request(`/api/account/link?token=${token}`)).status).toBe(404)
  wait(24 * 3600)
  await applyRetention(running.system.db, running.system.now())
  for (let time = 0; time < 5; time++) expect((await ask()).status).toBe(202)
  const links = await running.system.db
    .selectFrom('account_link')
    .select('email')
    .where('email', '=', email)
    .execute()
  expect(links).toHaveLength(3)
})
