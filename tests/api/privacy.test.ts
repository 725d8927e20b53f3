import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { settleErasures } from '../../api/instance/erasures.ts'
import { LANGUAGES } from '../../domain/index.ts'
import { findActor, putAccount, recordEvent, searchEvents, verifyChain } from '../../services/index.ts'
import { DEMO_PASSWORD } from '../support/instance.ts'
import {
  anonymous,
  openTestSystem,
  SAMPLE_JUNE,
  signedIn,
  type TestSystem,
  uploadSample,
} from '../support/test-system.ts'

let running: TestSystem
const now = new Date()
beforeAll(async () => {
  running = await openTestSystem([{ cui: '4245747', name: 'Miercurea Ciuc' }])
})
afterAll(() => running.close())

async function newPerson(email: string): Promise<string> {
  const { db, authentication } = running.system
  const { password } = await authentication.$context
  return putAccount(
    db,
    {
      ...{ email, name: 'Nagy Ilona', demo: false, passwordHash: await password.hash(DEMO_PASSWORD) },
      memberships: [{ role: 'citizen', organisationId: null }],
      grantedBy: 'tests',
    },
    now,
  )
}

const post = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code

test('anyone reads the register of processing, in three languages', async () => {
  const { items } = await anonymous(running.app).json<{
    items: { code: string; name: Record<string, string>; fields: { what: Record<string, string> }[] }[]
  }>('/api/privacy/register')
  expect(items.map(({ code }) => code)).toEqual(expect.arrayContaining(['accounts', 'audit', 'reports']))
  for (const item of items)
    for (const text of [item.name, ...item.fields.map(({ what }) => what)])
      expect(Object.keys(text).sort()).toEqual([...LANGUAGES].sort())
})

interface Export {
  person: string
  entries: { code: string; data: Record<string, unknown[]> }[]
}

test('a person gets everything that is held about them, and only that', async () => {
  const email = 'ilona@x.ro'
  const id = await newPerson(email)
  await recordEvent(running.system.db, {
    ...{ at: now, actor: id, action: 'account.changed', subjectKind: 'user', subjectId: id, detail: {} },
    personal: { person: id, detail: { phone: '0740<b>111' } },
  })
  const person = await signedIn(running.app, email)
  const response = await person.request('/api/me/data-export')
  expect(response.headers.get('content-disposition')).toMatch(
    /^attachment; filename="data-\d{4}-\d\d-\d\d\.json"$/,
  )
  const told = (await response.json()) as Export
  const data = Object.fromEntries(told.entries.map(entry => [entry.code, entry.data]))
  expect(told.person).toBe(id)
  expect(data.accounts?.account).toMatchObject([{ email, name: 'Nagy Ilona' }])
  expect(data.audit?.personalDetails).toMatchObject([{ personal: { phone: '0740<b>111' } }])
  expect(JSON.stringify(told)).not.toContain('.demo')
  const { password } = await running.system.db
    .selectFrom('auth_account')
    .select('password')
    .where('userId', '=', id)
    .executeTakeFirstOrThrow()
  expect(JSON.stringify(told)).not.toContain(password)
  const page = await person.request('/api/me/data-export?format=html&lang=hu')
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  const html = await page.text()
  expect(html).toContain('Az Ön adatai')
  expect(html).toContain('0740&#60;b&#62;111')
  expect((await anonymous(running.app).request('/api/me/data-export')).status).toBe(401)
})

test('a person erases themselves with their own address, soon after the sign-in', async () => {
  const { db, keyring, config } = running.system
  const email = 'goes@x.ro'
  const id = await newPerson(email)
  const person = await signedIn(running.app, email)
  expect(await codeOf(await person.request('/api/me/erasure', post({ email: 'other@x.ro' })))).toBe(
    'address_differs',
  )
  await db
    .updateTable('auth_session')
    .set({ createdAt: new Date(Date.now() - 11 * 60_000) })
    .where('userId', '=', id)
    .execute()
  expect(await codeOf(await person.request('/api/me/erasure', post({ email })))).toBe('confirmation_needed')
  const fresh = await signedIn(running.app, email)
  const answer = await fresh.request('/api/me/erasure', post({ email: ' GOES@x.ro ' }))
  expect(answer.status).toBe(200)
  const { kept } = (await answer.json()) as { kept: { onErasure: string; retention: { law: string } }[] }
  expect(kept.length).toBeGreaterThan(0)
  for (const one of kept) expect([one.onErasure, one.retention.law !== '']).toEqual(['pseudonymised', true])
  for (const client of [person, fresh]) expect((await client.request('/api/session')).status).toBe(401)
  expect(await findActor(db, { email }, now)).toBeNull()
  expect((await verifyChain(db, keyring, [])).broken).toBeNull()
  expect(fs.readFileSync(path.join(config.dataFolder, 'erasures.log'), 'utf8')).toContain(id)
})

test('an administrator erases whoever asked in writing; nobody else does', async () => {
  const email = 'written@x.ro'
  const id = await newPerson(email)
  const auditor = await signedIn(running.app, 'auditor@county.demo')
  const asked = { email, reason: 'consent-withdrawn', reference: '12/02.03.2026' }
  expect((await auditor.request('/api/erasures', post(asked))).status).toBe(403)
  const admin = await signedIn(running.app, 'admin@county.demo')
  expect(await codeOf(await admin.request('/api/erasures', post({ ...asked, email: 'nobody@x.ro' })))).toBe(
    'person_unknown',
  )
  for (const wrong of [
    { email },
    { ...asked, reason: 'because' },
    { ...asked, reference: 'Nagy Ilona' },
    { ...asked, reference: '1/31.02.2026' },
  ])
    expect((await admin.request('/api/erasures', post(wrong))).status).toBe(400)
  expect(await codeOf(await admin.request('/api/me/erasure', post({ email: 'admin@county.demo' })))).toBe(
    'last_admin',
  )
  expect((await admin.request('/api/erasures', post(asked))).status).toBe(200)
  const [event] = await searchEvents(running.system.db, { action: 'person.erased', subjectId: id, limit: 1 })
  expect(event?.actor.email).toBe('admin@county.demo')
  expect(event?.detail).toMatchObject({ reason: 'consent-withdrawn', reference: '12/02.03.2026' })
})

test('reports of an erased sender stay, without an address', async () => {
  const reporter = await signedIn(running.app, 'reporter@4245747.demo')
  const { id } = await uploadSample(reporter, SAMPLE_JUNE)
  expect((await reporter.request('/api/me/erasure', post({ email: 'reporter@4245747.demo' }))).status).toBe(
    200,
  )
  const approver = await signedIn(running.app, 'approver@4245747.demo')
  expect(await approver.json(`/api/reporting/submissions/${id}`)).toMatchObject({ id, uploadedBy: null })
})

test('whom a restored backup brought back is erased at the next start, by a line that the installation wrote itself', async () => {
  const { db, config } = running.system
  const options = { db, ledger: config.erasuresLog, now: () => now }
  const id = await newPerson('stays@x.ro')
  const file = path.join(config.dataFolder, 'erasures.log')
  fs.appendFileSync(
    file,
    `11111111-1111-4111-8111-111111111111 ${id} ${now.toISOString()} ${'0'.repeat(64)}\n`,
  )
  expect(await settleErasures(options)).toBe(0)
  expect(await findActor(db, { id }, now)).not.toBeNull()
})
