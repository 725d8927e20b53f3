import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, localDay } from '../../domain/index.ts'
import {
  findOrganisation,
  grantRole,
  ORGANISATIONS_CHANGED,
  putAccount,
  tellOfNewDay,
} from '../../services/index.ts'
import { enqueue } from '../../services/shared/jobs/enqueue.ts'
import {
  type Client,
  openTestSystem,
  SAMPLE_MARCH,
  type SubmissionBody,
  signedIn,
  type TestSystem,
  uploadSample,
} from '../support/test-system.ts'

const CIUC = '4245747'
const HOSPITAL = '4245763'
const DAY = 86_400_000
let clock = Date.now()
let running: TestSystem
const today = () => localDay(new Date(clock))

interface Details {
  id: string
  cui: string | null
  kind: string
  names: { ro: string; hu: string; en: string }
  on: string
  parentId: string | null
  parents: { organisation: { id: string }; from: string | null; lastDay: string | null }[]
  past: { names: { ro: string }; kind: string; lastDay: string }[]
  contacts: { kind: string; value: string; label: string }[]
  children: { id: string }[]
  may: { edit: boolean; contacts: boolean }
}

beforeAll(async () => {
  running = await openTestSystem([{ cui: HOSPITAL, name: 'Spitalul Județean' }], {
    now: () => new Date(clock),
  })
})
afterAll(() => running.close())

const clients = new Map<string, Client>()
async function as(email: string): Promise<Client> {
  const known = clients.get(email)
  if (known && (await known.request('/api/session')).status === 200) return known
  const client = await signedIn(running.app, email)
  clients.set(email, client)
  return client
}
const official = () => as('official@county.demo')
const approver = () => as(`approver@${HOSPITAL}.demo`)

const send = (client: Client, method: string, path: string, body?: unknown) =>
  client.request(path, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
const codeOf = async (response: Response) => [
  response.status,
  ((await response.json().catch(() => ({}))) as { code?: string }).code ?? null,
]

const names = (ro: string) => ({ ro, hu: `${ro} (hu)`, en: `${ro} (en)` })
const input = (ro: string, more: Record<string, unknown> = {}) => ({
  ...{ cui: null, siruta: null, territory: null, kind: 'institution', names: names(ro), ...more },
})
async function add(ro: string, more: Record<string, unknown> = {}): Promise<string> {
  const body = { ...input(ro, more), parentId: null, parentFrom: null }
  const response = await send(await official(), 'POST', '/api/organisations', body)
  expect(response.status).toBe(201)
  return ((await response.json()) as Details).id
}
const look = async (id: string, on: string | null = null): Promise<Details> =>
  (await official()).json<Details>(`/api/organisations/${id}${on ? `?on=${on}` : ''}`)
const setParent = async (id: string, parentId: string | null, from: string | null, lastDay: string | null) =>
  send(await official(), 'PUT', `/api/organisations/${id}/parent`, { parentId, from, lastDay })
const idOf = async (cui: string) => {
  const { items } = await (await official()).json<{ items: Details[] }>('/api/organisations')
  return items.find(one => one.cui === cui)?.id ?? ''
}

describe('a new name or kind', () => {
  test('holds from its day on; the days before keep what was, in the list too', async () => {
    const id = await add('Biblioteca', { kind: 'library' })
    const change = async (ro: string, from: string | undefined, kind = 'library') =>
      send(await official(), 'PUT', `/api/organisations/${id}`, { ...input(ro, { kind }), from })
    const first = addDays(today(), -30)
    const second = addDays(today(), -10)
    expect((await change('Biblioteca Județeană', first)).status).toBe(200)
    expect((await change('Centrul Cultural', second, 'cultural_centre')).status).toBe(200)
    expect((await look(id)).past.map(({ names: { ro }, kind, lastDay }) => [ro, kind, lastDay])).toEqual([
      ['Biblioteca', 'library', addDays(first, -1)],
      ['Biblioteca Județeană', 'library', addDays(second, -1)],
    ])
    const called = async (on: string) => {
      const { names: then, kind } = await look(id, on)
      const { items } = await (await official()).json<{ items: Details[] }>(`/api/organisations?on=${on}`)
      expect(items.find(one => one.id === id)).toMatchObject({ names: then, kind })
      return [then.ro, kind]
    }
    expect(await called(addDays(first, -1))).toEqual(['Biblioteca', 'library'])
    expect(await called(first)).toEqual(['Biblioteca Județeană', 'library'])
    expect(await called(addDays(second, -1))).toEqual(['Biblioteca Județeană', 'library'])
    expect(await called(second)).toEqual(['Centrul Cultural', 'cultural_centre'])

    // Neither before the last change nor ahead; what is put right on the same day makes no history.
    for (const wrong of [addDays(second, -1), addDays(today(), 1)])
      expect(await codeOf(await change('Altceva', wrong))).toEqual([409, 'day_wrong'])
    expect((await change('Centrul Cultural Județean', second, 'cultural_centre')).status).toBe(200)
    expect((await look(id)).past).toHaveLength(2)
    expect(await called(addDays(second, -1))).toEqual(['Biblioteca Județeană', 'library'])
    // Without a day: from today.
    expect((await change('Casa de Cultură', undefined, 'cultural_centre')).status).toBe(200)
    expect((await look(id)).past.at(-1)).toMatchObject({ lastDay: addDays(today(), -1) })
  })

  test('is refused where codes belong to others, or a department would become something else', async () => {
    const id = await add('Muzeul', { kind: 'museum', siruta: '83321' })
    const department = await add('Direcția', { kind: 'department' })
    const change = async (target: string, more: Record<string, unknown>) =>
      codeOf(await send(await official(), 'PUT', `/api/organisations/${target}`, input('Muzeul', more)))
    expect(await change(id, { kind: 'museum', cui: HOSPITAL })).toEqual([409, 'cui_taken'])
    expect(await change(id, { kind: 'museum', cui: '4245748' })).toEqual([422, 'cui_wrong'])
    expect(await change(id, { kind: 'department' })).toEqual([409, 'kind_fixed'])
    expect(await change(department, { kind: 'museum' })).toEqual([409, 'kind_fixed'])
    expect(await change(department, { kind: 'department', siruta: '83321' })).toEqual([409, 'siruta_taken'])
    expect(await change(id, { kind: 'castle' })).toEqual([400, 'request_invalid'])
    const body = input('Muzeul')
    expect((await send(await approver(), 'PUT', `/api/organisations/${id}`, body)).status).toBe(403)
  })
})

describe('parents', () => {
  test('are told by the day, with the gaps between them; nobody stands above himself on any day', async () => {
    const [school, north, south] = [await add('Școala'), await add('Nord'), await add('Sud')]
    expect((await setParent(school, north, null, '2025-12-31')).status).toBe(200)
    expect((await setParent(school, south, '2026-03-01', null)).status).toBe(200)
    const parentOn = async (on: string) => (await look(school, on)).parentId
    expect(await parentOn('2020-01-01')).toBe(north)
    expect(await parentOn('2025-12-31')).toBe(north)
    expect(await parentOn('2026-01-01')).toBe(null)
    expect(await parentOn('2026-02-28')).toBe(null)
    expect(await parentOn('2026-03-01')).toBe(south)
    expect((await look(north, '2025-06-01')).children.map(({ id }) => id)).toEqual([school])
    expect((await look(north, '2026-06-01')).children).toEqual([])
    const { items } = await (await official()).json<{ items: Details[] }>(
      `/api/organisations?parent=${south}&on=2026-06-01`,
    )
    expect(items.map(({ id }) => id)).toEqual([school])

    // A circle on a single day is one; where the days don't meet there is none.
    expect(await codeOf(await setParent(school, school, null, null))).toEqual([409, 'parent_circle'])
    expect(await codeOf(await setParent(south, school, '2026-05-01', '2026-05-01'))).toEqual([
      409,
      'parent_circle',
    ])
    expect(await codeOf(await setParent(north, school, '2025-12-31', '2026-01-31'))).toEqual([
      409,
      'parent_circle',
    ])
    expect((await setParent(north, school, '2026-01-01', '2026-01-31')).status).toBe(200)
    expect(await codeOf(await setParent(school, south, '2026-02-01', '2026-01-01'))).toEqual([
      422,
      'days_wrong',
    ])
    expect((await look(school)).parents.map(({ from, lastDay }) => [from, lastDay])).toEqual([
      [null, '2025-12-31'],
      ['2026-03-01', null],
    ])
    // What is said of some days gives way there, and stays on both sides.
    expect((await setParent(school, null, '2026-06-01', '2026-06-30')).status).toBe(200)
    expect((await look(school)).parents.map(({ from, lastDay }) => [from, lastDay])).toEqual([
      [null, '2025-12-31'],
      ['2026-03-01', '2026-05-31'],
      ['2026-07-01', null],
    ])
  })
})

test('contacts are put by the head of the institution and the office, as a whole, and stand in the audit once', async () => {
  const id = await idOf(HOSPITAL)
  const put = async (client: Client, contacts: unknown) =>
    send(client, 'PUT', `/api/organisations/${id}/contacts`, { contacts })
  const phone = { kind: 'phone', value: ' 0266 324 193 ', label: 'urgențe' }
  const answer = await put(await approver(), [phone, { kind: 'web', value: 'https://spital.example' }])
  expect(answer.status).toBe(200)
  expect(((await answer.json()) as Details).contacts).toEqual([
    { kind: 'phone', value: '0266 324 193', label: 'urgențe' },
    { kind: 'web', value: 'https://spital.example', label: '' },
  ])
  const again = [phone, { kind: 'web', value: 'https://spital.example' }]
  expect((await put(await official(), again)).status).toBe(200)
  const events = await running.system.db
    .selectFrom('audit_event')
    .select('subject_id')
    .where('action', '=', 'organisation.contacts')
    .execute()
  expect(events).toEqual([{ subject_id: id }])
  expect((await put(await as(`reporter@${HOSPITAL}.demo`), [])).status).toBe(403)
  expect(await codeOf(await put(await approver(), [{ kind: 'pigeon', value: 'coo' }]))).toEqual([
    400,
    'request_invalid',
  ])
  const other = await add('Alta')
  const foreign = `/api/organisations/${other}/contacts`
  expect((await send(await approver(), 'PUT', foreign, { contacts: [] })).status).toBe(404)
  expect((await put(await approver(), [])).status).toBe(200)
  expect((await look(id)).contacts).toEqual([])
})

test('a fiscal code named by the first report is confirmed by an official, and the report is read again', async () => {
  const { system } = running
  const hall = await add('Municipiul Miercurea Ciuc', { kind: 'municipality', siruta: '83320' })
  const email = 'ana@primaria.example'
  const hash = await system.db.selectFrom('auth_account').select('password').executeTakeFirstOrThrow()
  const account = { email, name: 'Ana', passwordHash: hash.password, demo: true, memberships: [] }
  const person = await putAccount(system.db, { ...account, grantedBy: 'tests' }, system.now())
  const by = { person: 'tests', deputyFor: [] }
  const role = { person, role: 'approver' as const, organisationId: hall, until: null }
  await system.db.transaction().execute(store => grantRole(store, role, by, system.now()))
  const ana = await as(email)
  const submission = await uploadSample(ana, SAMPLE_MARCH)
  expect(submission).toMatchObject({ status: 'invalid' })

  const proposals = async () =>
    (
      await (
        await official()
      ).json<{ items: { id: string; cui: string; organisation: { id: string } }[] }>('/api/cui-proposals')
    ).items
  const [proposal, ...others] = await proposals()
  expect(others).toEqual([])
  expect(proposal).toMatchObject({ cui: CIUC, reason: 'sender', organisation: { id: hall } })
  const confirm = async (organisationId: string) =>
    send(await official(), 'POST', `/api/cui-proposals/${proposal?.id}/confirm`, { organisationId })
  expect((await send(ana, 'POST', `/api/cui-proposals/${proposal?.id}/confirm`, {})).status).toBe(403)
  expect(await codeOf(await confirm(await idOf(HOSPITAL)))).toEqual([409, 'has_cui'])
  expect((await confirm(hall)).status).toBe(204)
  expect(await codeOf(await confirm(hall))).toEqual([404, 'proposal_unknown'])
  expect(await proposals()).toEqual([])
  // Giving a code is no new name: nothing is put into the past.
  expect(await look(hall)).toMatchObject({ cui: CIUC, past: [] })

  const state = () => ana.json<SubmissionBody>(`/api/reporting/submissions/${submission.id}`)
  await expect.poll(async () => (await state()).status, { timeout: 30_000 }).toBe('awaiting_confirmation')
  await system.relay.idle()
  const { status } = await ana.request(`/api/public/entities/${CIUC}`)
  expect(status).toBe(200)
})

/** The last one: a session does not outlive the days that pass here. */
test('parents given ahead come to the figures with their day, once, and go with it', async () => {
  const hospital = await idOf(HOSPITAL)
  const hall = await idOf(CIUC)
  const begins = addDays(today(), 2)
  expect((await setParent(hospital, hall, begins, begins)).status).toBe(200)
  await running.system.relay.idle()
  const inWarehouse = async () => {
    const sql = 'select parent_cui from dim.entity where cui = ?'
    const { rows } = await running.system.warehouse.engine.query(sql, [HOSPITAL])
    return rows[0]?.[0] ?? null
  }
  const told = async () => {
    const { count } = await running.system.db
      .selectFrom('outbox_event')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .where('kind', '=', ORGANISATIONS_CHANGED)
      .executeTakeFirstOrThrow()
    return Number(count)
  }
  const nextDay = async () => {
    const before = await told()
    clock += DAY
    // The job of the installation may come first; either tells, and not both.
    await tellOfNewDay(running.system.db, new Date(clock))
    expect(await tellOfNewDay(running.system.db, new Date(clock))).toBe(false)
    const times = (await told()) - before
    running.system.relay.wake()
    await running.system.relay.idle()
    return { told: times, parent: await inWarehouse() }
  }
  expect(await inWarehouse()).toBe(null)
  expect(await nextDay()).toEqual({ told: 0, parent: null })
  expect(await nextDay()).toEqual({ told: 1, parent: CIUC })
  expect(await findOrganisation(running.system.db, { id: hospital }, today())).toMatchObject({
    parentId: hall,
  })
  // The last day passes without anybody's doing: the job of the timetable tells.
  const before = await told()
  clock += DAY
  await enqueue(running.system.db, 'organisations', {})
  await expect.poll(inWarehouse, { timeout: 50_000 }).toBe(null)
  expect((await told()) - before).toBe(1)
  expect(await nextDay()).toEqual({ told: 0, parent: null })
})
