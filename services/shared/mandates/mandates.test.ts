import { afterAll, beforeAll, expect, test } from 'vitest'
import { cnpCheckDigit } from '../../../domain/cnp.ts'
import type { Cnp, Cui, MandateStep } from '../../../domain/index.ts'
import { createTestDatabase } from '../../../tests/support/test-database.ts'
import {
  advanceMandate,
  expireMandates,
  findMandate,
  listCalendarEvents,
  listRepresented,
  listSpokenFor,
  listUncertified,
  mayActFor,
  putAccount,
  requestMandate,
  settleOpenMandates,
  speaksFor,
} from '../../index.ts'
import { mandateProcessing } from './privacy.ts'

let database: Awaited<ReturnType<typeof createTestDatabase>>
let ana = ''
let bela = ''
let official = ''
const AT = new Date('2026-03-02T10:00:00Z')
const account = (name: string, role: 'citizen' | 'official') =>
  putAccount(
    database.db,
    {
      email: `${name.toLowerCase()}@example.ro`,
      name,
      passwordHash: null,
      demo: false,
      memberships: [{ role, organisationId: null }],
      grantedBy: 'test',
    },
    AT,
  )
beforeAll(async () => {
  database = await createTestDatabase()
  ana = await account('Ana', 'citizen')
  bela = await account('Béla', 'citizen')
  official = await account('Official', 'official')
})
afterAll(() => database.close())

const company = { kind: 'company', cui: '4245747' as Cui, name: 'Fântâna S.R.L.' } as const
const cnpOf = (body: string) => `${body}${cnpCheckDigit(body)}` as Cnp
/** Born on 30 May 2015. */
const child = { kind: 'person', cnp: cnpOf('515053022114'), name: 'Ioan Pop' } as const
const request = { principal: company, basis: 'administrator', from: '2026-03-01', until: null } as const

const placeOf = (name: MandateStep) =>
  ['completed', 'withdrawn', 'renounced'].includes(name) ? 'mandatary' : 'office'
async function ask(person: string, wanted: Parameters<typeof requestMandate>[1], at = AT): Promise<string> {
  const asked = await requestMandate(database.db, wanted, person, at)
  if (asked.outcome !== 'requested') throw new Error(asked.outcome)
  return asked.id
}
const step = (id: string, name: MandateStep, actor: string, at: string, reason: string | null = null) =>
  advanceMandate(database.db, { id, step: name, as: placeOf(name), reason, actor, at: new Date(at) })
const found = async (id: string, at: string) => {
  const mandate = await findMandate(database.db, id, new Date(at))
  if (!mandate) throw new Error('no mandate')
  return mandate
}
const notices = async (person: string) =>
  (
    await database.db
      .selectFrom('notification')
      .select('kind')
      .where('person', '=', person)
      .orderBy('created_at')
      .execute()
  ).map(({ kind }) => kind)

test('from the request to its end: numbers, clock, notices, access', async () => {
  const { db } = database
  const id = await ask(ana, request)
  expect(await found(id, '2026-03-02T12:00:00Z')).toMatchObject({
    number: '1/02.03.2026',
    state: 'submitted',
    active: false,
    principal: { kind: 'company', cui: '4245747', cnp: null, name: 'Fântâna S.R.L.' },
    clock: { status: 'running', deadline: '2026-04-01', daysLeft: 30 },
  })
  expect(await notices(official)).toEqual(['mandate.requested'])
  expect(await requestMandate(db, request, ana, AT)).toEqual({ outcome: 'exists' })

  expect(await step(id, 'completion_asked', official, '2026-03-12T10:00:00Z', 'Lipsește actul')).toBe('done')
  expect(await found(id, '2026-04-20T10:00:00Z')).toMatchObject({
    state: 'completion',
    clock: { status: 'stopped', daysLeft: 20, deadline: null, overdue: false },
  })
  expect(await step(id, 'confirmed', official, '2026-04-20T10:00:00Z')).toBe('not_possible')
  expect(await step(id, 'completed', ana, '2026-04-21T10:00:00Z', 'L-am trimis')).toBe('done')
  const again = await found(id, '2026-04-21T12:00:00Z')
  expect(again.clock).toMatchObject({ status: 'running', deadline: '2026-05-11' })
  expect(again.steps.map(one => [one.step, one.number, one.reason])).toEqual([
    ['requested', '1/02.03.2026', null],
    ['completion_asked', '2/12.03.2026', 'Lipsește actul'],
    ['completed', '3/21.04.2026', 'L-am trimis'],
  ])

  expect(await step(id, 'confirmed', official, '2026-04-22T10:00:00Z')).toBe('done')
  const decided = await found(id, '2026-04-23T10:00:00Z')
  expect(decided).toMatchObject({ state: 'confirmed', active: true, clock: { status: 'ended' } })
  expect(await notices(ana)).toEqual(['mandate.completion_asked', 'mandate.confirmed'])
  const then = new Date('2026-04-23T10:00:00Z')
  expect(await mayActFor(db, { id: ana }, decided.principal.id, then)).toBe(true)
  expect(await mayActFor(db, { id: bela }, decided.principal.id, then)).toBe(false)
  expect(await listRepresented(db, ana, then)).toMatchObject([{ cui: '4245747', name: 'Fântâna S.R.L.' }])

  const second = await ask(bela, { ...request, basis: 'power_of_attorney', principal: company }, then)
  await step(second, 'confirmed', official, '2026-04-23T11:00:00Z')
  expect((await found(second, '2026-04-23T11:00:00Z')).principal.id).toBe(decided.principal.id)

  expect(await step(id, 'revoked', official, '2026-04-24T10:00:00Z', 'Cerut de firmă')).toBe('done')
  const after = new Date('2026-04-24T10:00:01Z')
  expect(await mayActFor(db, { id: ana }, decided.principal.id, after)).toBe(false)
  expect(await mayActFor(db, { id: bela }, decided.principal.id, after)).toBe(true)
  expect(await listRepresented(db, ana, after)).toEqual([])
  expect((await notices(ana)).at(-1)).toBe('mandate.ended')
  // A new one may be asked for.
  await step(await ask(ana, request, after), 'withdrawn', ana, '2026-04-24T10:01:00Z')
})

test('a mandate lets act from its first day to the end of its last, in Bucharest', async () => {
  const { db } = database
  const wanted = { principal: child, basis: 'parent', from: '2026-05-04', until: '2026-05-31' } as const
  const id = await ask(ana, wanted)
  await step(id, 'confirmed', official, '2026-03-03T10:00:00Z')
  const { principal } = await found(id, '2026-03-03T10:00:00Z')
  expect(principal).toMatchObject({ kind: 'person', cui: null, cnp: child.cnp, name: 'Ioan Pop' })
  const may = (at: string) => mayActFor(db, { id: ana }, principal.id, new Date(at))
  expect(await may('2026-05-03T20:59:59Z')).toBe(false)
  expect(await may('2026-05-03T21:00:00Z')).toBe(true)
  expect(await may('2026-05-31T20:59:59Z')).toBe(true)
  expect(await may('2026-05-31T21:00:00Z')).toBe(false)
  expect(await expireMandates(db, new Date('2026-05-31T20:59:59Z'))).toEqual([])
  expect(await expireMandates(db, new Date('2026-05-31T21:00:00Z'))).toEqual([id])
  expect(await found(id, '2026-06-01T10:00:00Z')).toMatchObject({ state: 'ended', active: false })
})

test('the personal number and the name of who is represented are nowhere in clear', async () => {
  const rows = await database.db
    .selectFrom('principal')
    .innerJoin('mandate', 'mandate.principal', 'principal.id')
    .select(['cnp', 'cnp_mac', 'principal_name'])
    .where('kind', '=', 'person')
    .execute()
  expect(rows.length).toBeGreaterThan(0)
  for (const { cnp, cnp_mac, principal_name } of rows) {
    expect(cnp?.toString('latin1')).not.toContain(child.cnp)
    expect(cnp_mac).toMatch(/^[0-9a-f]{64}$/)
    expect(principal_name.toString('latin1')).not.toContain('Ioan')
  }
})

test('nobody decides about a mandate of their own', async () => {
  const id = await ask(official, request)
  expect(await step(id, 'confirmed', official, '2026-03-03T10:00:00Z')).toBe('own')
  expect(await step(id, 'withdrawn', official, '2026-03-03T10:00:00Z')).toBe('done')
})

test('of the same request sent many times at once, one is registered', async () => {
  const carol = await account('Carol', 'citizen')
  const outcomes = await Promise.all([1, 2, 3, 4].map(() => requestMandate(database.db, request, carol, AT)))
  expect(outcomes.filter(({ outcome }) => outcome === 'requested')).toHaveLength(1)
  const lines = await database.db
    .selectFrom('register_entry')
    .select('id')
    .where('correspondent_person', '=', carol)
    .execute()
  expect(lines).toHaveLength(1)
})

test('erasing an account ends its mandates and forgets whom it alone represented', async () => {
  const { db } = database
  const dora = await account('Dóra', 'citizen')
  const wanted = {
    principal: { kind: 'person', cnp: '6000229190012' as Cnp, name: 'Maria Pop' },
    basis: 'guardian',
    from: '2026-03-01',
    until: null,
  } as const
  const id = await ask(dora, wanted)
  await step(id, 'confirmed', official, '2026-03-03T10:00:00Z')
  const { principal } = await found(id, '2026-03-03T10:00:00Z')
  expect(await mandateProcessing.collect(db, dora)).toMatchObject({
    mandates: [{ principal: { name: 'Maria Pop', cnp: '6000229190012' } }],
  })
  const at = new Date('2026-03-04T10:00:00Z')
  await db.transaction().execute(store => mandateProcessing.erase(store, dora, at))
  expect(await mayActFor(db, { id: dora }, principal.id, at)).toBe(false)
  expect(await found(id, '2026-03-05T10:00:00Z')).toMatchObject({
    state: 'ended',
    principal: { name: null, cnp: null },
  })
  // Another parent asks later: for the office that is somebody new.
  const later = await found(await ask(bela, wanted, at), '2026-03-05T10:00:00Z')
  expect(later.principal).toMatchObject({ name: 'Maria Pop' })
  expect(later.principal.id).not.toBe(principal.id)
})

test('a parent acts for a child until the day before it is of age, and not at all after', async () => {
  const teenager = { kind: 'person', cnp: cnpOf('508061519001'), name: 'Éva' } as const
  const wanted = { principal: teenager, basis: 'parent', from: '2026-03-01', until: null } as const
  expect(await found(await ask(ana, wanted), '2026-03-02T12:00:00Z')).toMatchObject({ until: '2026-06-14' })
  const shorter = await ask(bela, { ...wanted, until: '2026-04-01' })
  expect(await found(shorter, '2026-03-02T12:00:00Z')).toMatchObject({ until: '2026-04-01' })
  const later = { ...wanted, from: '2026-06-15' }
  expect(await requestMandate(database.db, later, official, AT)).toEqual({ outcome: 'of_age' })
})

test('whoever is represented is told of each mandate of somebody else, and sees it', async () => {
  const { db } = database
  const [self, proxy, stranger] = [
    await account('Self', 'citizen'),
    await account('Proxy', 'citizen'),
    await account('Stranger', 'citizen'),
  ]
  const person = { kind: 'person', cnp: cnpOf('280010122115'), name: 'Self' } as const
  const wanted = { principal: person, from: '2026-03-01', until: null } as const
  const own = await ask(self, { ...wanted, basis: 'self' })
  // Before it is proved that the account is theirs, they hear and see nothing.
  const early = await ask(stranger, { ...wanted, basis: 'power_of_attorney' })
  await step(early, 'withdrawn', stranger, '2026-03-02T11:00:00Z')
  const { principal } = await found(own, '2026-03-02T12:00:00Z')
  const actor = { id: self, organisations: [] }
  const speaks = (at: string) => speaksFor(db, actor, principal, new Date(at))
  expect(await speaks('2026-03-02T12:00:00Z')).toBe(false)
  await step(own, 'confirmed', official, '2026-03-02T12:00:00Z')
  expect(await notices(self)).toEqual(['mandate.confirmed'])
  expect(await speaks('2026-03-02T12:00:01Z')).toBe(true)
  expect(await listUncertified(db)).not.toContain(own)

  const given = { ...wanted, basis: 'power_of_attorney' } as const
  const id = await ask(proxy, given, new Date('2026-03-03T10:00:00Z'))
  await step(id, 'confirmed', official, '2026-03-03T12:00:00Z')
  expect(await listSpokenFor(db, actor, new Date('2026-03-03T12:00:00Z'))).toEqual([principal.id])
  expect(await listSpokenFor(db, { id: proxy, organisations: [] }, new Date('2026-03-03T12:00:00Z'))).toEqual(
    [],
  )
  const revoked = { id, step: 'revoked', as: 'represented', reason: 'Nu mai e nevoie', actor: self } as const
  expect(await advanceMandate(db, { ...revoked, at: new Date('2026-03-04T12:00:00Z') })).toBe('done')
  expect(await mayActFor(db, { id: proxy }, principal.id, new Date('2026-03-04T12:00:01Z'))).toBe(false)
  // Who revoked it knows; the other two are told.
  expect(await notices(self)).toEqual(['mandate.confirmed', 'mandate.requested_for', 'mandate.confirmed_for'])
  expect((await notices(proxy)).at(-1)).toBe('mandate.ended')
  expect(await notices(official)).toContain('mandate.revoked')

  const expiring = await ask(proxy, { ...given, until: '2026-03-05' }, new Date('2026-03-04T12:30:00Z'))
  await step(expiring, 'confirmed', official, '2026-03-04T13:00:00Z')
  await expireMandates(db, new Date('2026-03-06T12:00:00Z'))
  expect((await notices(self)).at(-1)).toBe('mandate.ended_for')
  const told = await db
    .selectFrom('notification')
    .select('principal')
    .where('person', '=', self)
    .where('kind', 'like', '%_for')
    .execute()
  expect(new Set(told.map(row => row.principal))).toEqual(new Set([principal.id]))
})

test('an institution is told by its approvers of mandates under its fiscal code; nobody decides for whom they act', async () => {
  const { db } = database
  const cui = '4245763' as Cui
  const organisationId = await putOrganisation(cui)
  const approver = await putAccount(
    db,
    {
      email: 'approver@example.ro',
      name: 'Approver',
      passwordHash: null,
      demo: false,
      memberships: [{ role: 'approver', organisationId }],
      grantedBy: 'test',
    },
    AT,
  )
  const proxy = await account('Delegate', 'official')
  const principal = { kind: 'company', cui, name: 'Primăria' } as const
  const wanted = { principal, basis: 'power_of_attorney', from: '2026-03-01', until: null } as const
  const id = await ask(proxy, wanted)
  await step(id, 'confirmed', official, '2026-03-03T12:00:00Z')
  expect(await notices(approver)).toEqual(['mandate.requested_for', 'mandate.confirmed_for'])
  // The delegate is an official too.
  const other = await ask(bela, wanted)
  expect(await step(other, 'confirmed', proxy, '2026-03-04T12:00:00Z')).toBe('own')
  expect(await step(other, 'confirmed', official, '2026-03-04T12:00:00Z')).toBe('done')
})

async function putOrganisation(cui: Cui): Promise<string> {
  const { id } = await database.db
    .insertInto('organisation')
    .values({
      county: 'HR',
      cui,
      siruta: null,
      territory: null,
      kind: 'institution',
      name_ro: 'Primăria',
      name_hu: 'Polgármesteri hivatal',
      name_en: 'Town hall',
      demo: false,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

test('the days of a mandate stand in the calendars of whom they concern, and move with it', async () => {
  const { db } = database
  const [emil, decider] = [await account('Emil', 'citizen'), await account('Decider', 'official')]
  const days = async (person: string, id: string) =>
    (await listCalendarEvents(db, person))
      .filter(({ uid }) => uid.includes(id))
      .map(({ uid, when, isCancelled }) => `${uid.split('-').at(-1)} ${isCancelled ? 'off' : when}`)
      .sort()
  const id = await ask(emil, { ...request, until: '2026-08-31' })
  // The county has thirty days.
  expect(await days(emil, id)).toEqual(['decision 2026-04-01'])
  expect(await days(decider, id)).toEqual(['due 2026-04-01'])
  expect(await days(bela, id)).toEqual([])
  await step(id, 'completion_asked', decider, '2026-03-12T10:00:00Z', 'Lipsește actul')
  expect([await days(emil, id), await days(decider, id)]).toEqual([['decision off'], ['due off']])
  await step(id, 'completed', emil, '2026-04-21T10:00:00Z', 'L-am trimis')
  expect([await days(emil, id), await days(decider, id)]).toEqual([
    ['decision 2026-05-11'],
    ['due 2026-05-11'],
  ])
  // A new official finds it in the calendar in the morning; one who left the office has nothing due any more.
  const late = await account('Late', 'official')
  const left = await db
    .updateTable('membership')
    .set({ valid_until: new Date('2026-04-21T12:00:00Z') })
    .where('user_id', '=', decider)
    .execute()
  expect(left).toHaveLength(1)
  await settleOpenMandates(db, new Date('2026-04-22T00:05:00Z'))
  expect([await days(late, id), await days(decider, id)]).toEqual([['due 2026-05-11'], ['due off']])
  await step(id, 'confirmed', late, '2026-04-22T10:00:00Z')
  expect([await days(emil, id), await days(late, id)]).toEqual([
    ['decision off', 'end 2026-08-31'],
    ['due off'],
  ])
  const mails = db
    .selectFrom('delivery')
    .select('calendar_uid')
    .where('person', '=', emil)
    .where('kind', '=', 'mandate.confirmed')
  expect(await mails.execute()).toEqual([{ calendar_uid: `mandate-${id}-end` }])
  await step(id, 'renounced', emil, '2026-05-01T10:00:00Z')
  expect(await days(emil, id)).toEqual(['decision off', 'end off'])

  const kept = await ask(emil, { ...request, until: '2026-08-31' }, new Date('2026-05-02T10:00:00Z'))
  await step(kept, 'confirmed', late, '2026-05-03T10:00:00Z')
  await expireMandates(db, new Date('2026-09-01T10:00:00Z'))
  expect((await found(kept, '2026-09-01T10:00:00Z')).state).toBe('ended')
  expect(await days(emil, kept)).toContain('end 2026-08-31')
})
