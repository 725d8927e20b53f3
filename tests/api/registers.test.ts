import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDay } from '../../domain/index.ts'
import { anonymous, type Client, openTestSystem, signedIn, type TestSystem } from '../support/test-system.ts'

let installation: TestSystem
let official: Client
beforeAll(async () => {
  installation = await openTestSystem([])
  official = await signedIn(installation.app, 'official@county.demo')
})
afterAll(() => installation.close())

interface Line {
  id: string
  number: number
  text: string
  answers: { id: string; text: string } | null
  annulled: { reason: string } | null
}
const post = (as: Client, path: string, body: unknown) =>
  as.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const entries = '/api/registers/general/entries'
const letter = { direction: 'entry', summary: 'Cerere de audiență', correspondent: 'Primăria Ditrău' }
const year = localDay(new Date()).slice(0, 4)

test('a letter comes in, its answer goes out, a wrong line is annulled, and the year is a file', async () => {
  const asked = (await (await post(official, entries, letter)).json()) as Line
  const answered = await post(official, entries, {
    direction: 'exit',
    summary: '=HYPERLINK("http://x")',
    correspondent: '+40 740 000 000',
    answers: asked.id,
  })
  expect(answered.status).toBe(201)
  const answer = (await answered.json()) as Line
  expect(answer).toMatchObject({ number: asked.number + 1, answers: { id: asked.id, text: asked.text } })

  const annulment = `${entries}/${answer.id}/annulment`
  expect((await post(official, annulment, { reason: 'Expediată de două ori' })).status).toBe(200)
  expect((await post(official, annulment, { reason: 'Din nou' })).status).toBe(409)

  const page = await official.json<{ items: Line[]; next: number | null }>(`${entries}?year=${year}`)
  expect(page.items.map(({ number, annulled }) => [number, annulled?.reason ?? null])).toEqual([
    [answer.number, 'Expediată de două ori'],
    [asked.number, null],
  ])
  expect(page.next).toBeNull()
  const exits = await official.json<{ items: Line[] }>(`${entries}?year=${year}&direction=exit`)
  expect(exits.items.map(({ id }) => id)).toEqual([answer.id])

  const address = `/api/registers/general/export?year=${year}`
  const csv = await (await official.request(`${address}&format=csv&lang=en`)).text()
  const [head, first, second] = csv.trim().split('\r\n')
  expect(head).toContain('Number,Date,Direction,Correspondent,Summary,Answer to,Annulled: reason')
  expect(first).toMatch(/^1,\d{4}-\d\d-\d\d,entry,Primăria Ditrău,Cerere de audiență,,$/)
  // What others wrote never becomes a formula.
  expect(second).toContain(`'+40 740 000 000,"'=HYPERLINK(""http://x"")",${asked.text},Expediată de două ori`)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(await (await official.request(`${address}&format=xlsx`)).arrayBuffer())
  const sheet = workbook.worksheets[0]
  expect(sheet?.getCell('A3').value).toBe(2)
  expect(sheet?.getCell('E3').value).toBe('=HYPERLINK("http://x")')
  expect(sheet?.getCell('B1').value).toBe('Data')
})

test.each([
  [entries, { ...letter, summary: ' ' }, 400],
  [entries, { ...letter, direction: 'in' }, 400],
  [entries, { ...letter, answers: '00000000-0000-4000-8000-000000000001' }, 422],
  ['/api/registers/other/entries', letter, 404],
  [`${entries}/00000000-0000-4000-8000-000000000001/annulment`, { reason: 'x' }, 404],
  [`${entries}/x/annulment`, { reason: 'x' }, 400],
])('%s refuses %j', async (path, body, status) => {
  const answer = await post(official, path, body)
  expect(answer.status).toBe(status)
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
})

test('the auditor reads, others see nothing', async () => {
  const auditor = await signedIn(installation.app, 'auditor@county.demo')
  expect((await auditor.request(entries)).status).toBe(200)
  expect((await post(auditor, entries, letter)).status).toBe(403)
  for (const email of ['citizen@demo', 'analyst@county.demo']) {
    const other = await signedIn(installation.app, email)
    expect((await other.request(entries)).status).toBe(403)
    expect((await other.request(`/api/registers/general/export?year=${year}&format=csv`)).status).toBe(403)
  }
  expect((await anonymous(installation.app).request(entries)).status).toBe(401)
})
