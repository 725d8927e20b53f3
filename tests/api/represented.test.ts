import { afterAll, beforeAll, expect, test } from 'vitest'
import { cnpCheckDigit } from '../../domain/cnp.ts'
import { addDays, localDay } from '../../domain/index.ts'
import { hashPassword, issueToken, putAccount } from '../../services/index.ts'
import { DEMO_PASSWORD } from '../support/instance.ts'
import { type MailServer, startMailServer } from '../support/mail-server.ts'
import { anonymous, type Client, openTestSystem, signedIn, type TestSystem } from '../support/test-system.ts'

/** Who is represented here: told by mail of who acts for them, sees it, and ends it. */
const DAY_MS = 86_400_000
let now = new Date()
let mail: MailServer
let installation: TestSystem
let passwordHash = ''
let official: Client
let ilona: Client
let proxy: Client
beforeAll(async () => {
  mail = await startMailServer()
  installation = await openTestSystem([], { environment: { SMTP_URL: mail.url }, now: () => now })
  passwordHash = await hashPassword(DEMO_PASSWORD)
  official = await signedIn(installation.app, 'official@county.demo')
  ;[ilona, proxy] = await Promise.all([citizen('ilona'), citizen('proxy')])
})
afterAll(async () => {
  await installation.close()
  await mail.stop()
})

const address = (name: string) => `${name}@example.ro`
async function citizen(name: string): Promise<Client> {
  const account = { email: address(name), name, passwordHash, demo: false, grantedBy: 'test' }
  const memberships = [{ role: 'citizen', organisationId: null } as const]
  await putAccount(installation.system.db, { ...account, memberships }, now)
  return signedIn(installation.app, address(name))
}

interface MandateBody {
  id: string
  state: string
  next: string[]
  person: { name: string }
  principal: { id: string; cnp: string | null }
}
const post = (as: Client, path: string, body: unknown) =>
  as.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
async function confirmed(as: Client, wanted: object): Promise<MandateBody> {
  const asked = await post(as, '/api/mandates', { from: localDay(now), until: null, ...wanted })
  expect(asked.status, await asked.clone().text()).toBe(201)
  const { id } = (await asked.json()) as MandateBody
  const decided = await post(official, `/api/mandates/${id}/decision`, { decision: 'confirmed' })
  expect(decided.status).toBe(200)
  return (await decided.json()) as MandateBody
}
const overRepresented = async (as: Client) =>
  (await as.json<{ items: MandateBody[] }>('/api/mandates?of=represented')).items
const told = (name: string, subject: RegExp) =>
  mail.waitFor(address(name), found => subject.test(found.subject ?? ''))

const cnp = `280010122115${cnpCheckDigit('280010122115')}`
const person = { principal: { kind: 'person', cnp, name: 'Kovács Ilona' } }
const company = { principal: { kind: 'company', cui: '4245747', name: 'Fântâna S.R.L.' } }

test('a person who proved who they are is told of a power of attorney, sees it and revokes it', async () => {
  expect((await confirmed(ilona, { ...person, basis: 'self' })).state).toBe('confirmed')
  expect(await overRepresented(ilona)).toEqual([])
  const given = await confirmed(proxy, { ...person, basis: 'power_of_attorney' })
  const asked = await told('ilona', /^Se cere un mandat în numele dumneavoastră/)
  expect(asked.text).toContain(`/ro/mandates/${given.id}`)
  await told('ilona', /^Mandat confirmat în numele dumneavoastră/)
  // Names stay on the page, where they are sealed.
  for (const { text } of mail.mails) expect(text).not.toMatch(/Kovács|2800101/)

  expect(await overRepresented(ilona)).toMatchObject([
    {
      id: given.id,
      next: ['revoked'],
      person: { name: 'proxy' },
      principal: { cnp: `•••••••••${cnp.slice(-4)}` },
    },
  ])
  expect(await overRepresented(proxy)).toEqual([])
  const end = `/api/mandates/${given.id}/end`
  expect((await post(ilona, end, { step: 'revoked' })).status).toBe(400)
  expect((await post(ilona, end, { step: 'renounced' })).status).toBe(404)
  const revoked = await post(ilona, end, { step: 'revoked', reason: 'Am revocat procura.' })
  expect(await revoked.json()).toMatchObject({ state: 'ended', next: [] })
  expect((await proxy.json<{ mandates: unknown[] }>('/api/session')).mandates).toEqual([])
  await told('proxy', /^Mandat încheiat/)
  expect((await post(ilona, end, { step: 'revoked', reason: 'Încă o dată.' })).status).toBe(409)
})

test('of the people of a company, an administrator revokes a power of attorney, and no administrator another', async () => {
  const [first, second, third] = await Promise.all(['first', 'second', 'third'].map(citizen))
  if (!first || !second || !third) throw new Error('three citizens')
  await confirmed(first, { ...company, basis: 'administrator' })
  const other = await confirmed(second, { ...company, basis: 'administrator' })
  const given = await confirmed(third, { ...company, basis: 'power_of_attorney' })
  const revoke = { step: 'revoked', reason: 'Nu mai lucrează la noi.' }
  expect((await post(first, `/api/mandates/${other.id}/end`, revoke)).status).toBe(404)
  // Who was given a power of attorney reads, and takes nothing back.
  expect((await third.json<MandateBody>(`/api/mandates/${other.id}`)).next).toEqual([])
  expect((await post(third, `/api/mandates/${other.id}/end`, revoke)).status).toBe(404)
  expect((await post(first, `/api/mandates/${given.id}/end`, revoke)).status).toBe(200)
  await told('second', /^Mandat încheiat în numele dumneavoastră/)
  // Once no administrator any more, nothing is seen of the company.
  await post(official, `/api/mandates/${other.id}/end`, { step: 'ended_by_office', reason: 'Radiat.' })
  expect(await overRepresented(second)).toEqual([])
  expect((await second.request(`/api/mandates/${given.id}`)).status).toBe(404)
})

test('access ends with the last day of the mandate in a session and with a token that are in use', async () => {
  const agent = await citizen('agent')
  const { db } = installation.system
  const { id: userId } = await db
    .selectFrom('auth_user')
    .select('id')
    .where('email', '=', address('agent'))
    .executeTakeFirstOrThrow()
  const expiresAt = new Date(now.getTime() + 30 * DAY_MS)
  const { secret } = await issueToken(db, { userId, name: 'x', scopes: ['read'], expiresAt, strong: true })
  const bearer = { headers: { authorization: `Bearer ${secret}` } }
  const given = await confirmed(agent, {
    ...company,
    basis: 'power_of_attorney',
    until: addDays(localDay(now), 1),
  })
  const { items } = await agent.json<{ items: { files: { path: string }[] }[] }>('/api/documents?of=me')
  const file = items[0]?.files[0]?.path ?? ''
  const reaches = async () => [
    (await agent.request(file)).status,
    (await anonymous(installation.app).request(file, bearer)).status,
    (await agent.json<{ mandates: unknown[] }>('/api/session')).mandates.length,
  ]
  expect(await reaches()).toEqual([200, 200, 1])
  now = new Date(now.getTime() + 2 * DAY_MS)
  // Nothing ran in between: the day alone ends it.
  expect(await reaches()).toEqual([404, 404, 0])
  expect(await agent.json(`/api/mandates/${given.id}`)).toMatchObject({ active: false, document: null })
})
