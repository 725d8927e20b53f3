import Papa from 'papaparse'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AuditAction } from '../../domain/index.ts'
import { erasePerson, findActor, recordEvent } from '../../services/index.ts'
import { type Client, openTestSystem, signedIn, type TestSystem } from '../support/test-system.ts'

let running: TestSystem
let auditor: Client
const at = new Date('2026-07-01T10:00:00Z')
beforeAll(async () => {
  running = await openTestSystem([{ cui: '4245747', name: 'Miercurea Ciuc' }])
  const { db } = running.system
  const citizen = (await findActor(db, { email: 'citizen@demo' }, at))?.id ?? ''
  const event = {
    at,
    actor: 'system',
    action: 'sample.done' as AuditAction,
    subjectKind: 'sample',
    subjectId: 's',
    detail: {},
  }
  for (let index = 0; index < 60; index++)
    await recordEvent(db, { ...event, detail: { index, formula: '=1+1' } })
  await recordEvent(db, {
    ...{ ...event, actor: citizen, action: 'sample.personal' as AuditAction },
    personal: { person: citizen, detail: { phone: '0740111222' } },
  })
  auditor = await signedIn(running.app, 'auditor@county.demo')
})
afterAll(() => running.close())

interface Page {
  items: {
    number: number
    actor: { id: string; email: string | null }
    action: string
    personal: { state: string; detail: unknown }
  }[]
  next: number | null
  actions: string[]
  head: { number: number }
  lastCheck: { broken: unknown } | null
}
const read = (query: string) => auditor.json<Page>(`/api/audit?${query}`)

test('pages through all events by their number, without a gap', async () => {
  const numbers: number[] = []
  let next: number | null = null
  do {
    const page: Page = await read(next === null ? '' : `before=${next}`)
    numbers.push(...page.items.map(({ number }) => number))
    next = page.next
  } while (next !== null)
  expect(numbers).toEqual(numbers.map((_, index) => numbers.length - index))
  expect(numbers[0]).toBe((await read('')).head.number)
})

test('finds by actor, action, subject, period and words', async () => {
  const count = async (query: string) => (await read(query)).items.length
  expect(await count('actor=citizen@demo')).toBe(1)
  expect(await count('actor=nobody@demo')).toBe(0)
  expect(await count('action=sample')).toBe(50)
  expect(await count('action=sample.personal')).toBe(1)
  expect(await count('action=samp')).toBe(0)
  expect(await count('subjectKind=sample&subjectId=s&action=sample.personal')).toBe(1)
  expect(await count('action=sample&from=2026-07-01&to=2026-07-01')).toBe(50)
  expect(await count('action=sample&to=2026-06-30')).toBe(0)
  expect(await count('action=sample&from=2026-07-02')).toBe(0)
  expect(await count('q=%22index%22:%2059')).toBe(1)
  expect(await count('q=100%25')).toBe(0)
  for (const wrong of ['before=0', 'before=x', 'from=2026-02-30', `q=${'x'.repeat(201)}`])
    expect((await auditor.request(`/api/audit?${wrong}`)).status).toBe(400)
})

test('an export is a file of inert cells, and is itself recorded before it goes out', async () => {
  const response = await auditor.request('/api/audit/export.csv?action=sample')
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  const { data } = Papa.parse<string[]>((await response.text()).replace(/^\uFEFF/, '').trimEnd())
  expect(data).toHaveLength(62)
  expect(data[1]?.slice(4, 5)).toEqual(['sample.personal'])
  expect(data[1]?.[8]).toBe('{"phone":"0740111222"}')
  const [last] = (await read('action=audit.exported')).items
  expect(last?.actor.email).toBe('auditor@county.demo')
  expect(last?.number).toBeGreaterThan(Number(data[1]?.[0]))
})

test('an administrator reads too; an official, an analyst and a citizen do not; nobody writes', async () => {
  const admin = await signedIn(running.app, 'admin@county.demo')
  expect((await admin.request('/api/audit')).status).toBe(200)
  for (const email of ['official@county.demo', 'analyst@county.demo', 'citizen@demo'])
    for (const path of ['/api/audit', '/api/audit/export.csv'])
      expect((await (await signedIn(running.app, email)).request(path)).status).toBe(403)
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
    expect((await auditor.request('/api/audit', { method })).status).toBe(404)
})

test('the personal part is readable until its person is erased, the event stays', async () => {
  const { db } = running.system
  const one = async () => (await read('action=sample.personal')).items[0]
  expect(await one()).toMatchObject({ personal: { state: 'readable', detail: { phone: '0740111222' } } })
  const citizen = (await findActor(db, { email: 'citizen@demo' }, at))?.id ?? ''
  expect((await erasePerson(db, citizen, citizen, at)).outcome).toBe('erased')
  expect(await one()).toMatchObject({
    actor: { id: citizen, email: null },
    personal: { state: 'erased', detail: null },
  })
})
