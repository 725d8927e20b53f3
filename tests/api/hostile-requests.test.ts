// What a crafted request must not bring about: failures of the server, lines in somebody else's mail, copies of personal answers.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, openTestSystem, signedIn, type TestSystem } from '../support/test-system.ts'

let running: TestSystem
let admin: Client
let approver: Client
beforeAll(async () => {
  running = await openTestSystem([{ cui: '4245747', name: 'Municipiul Miercurea Ciuc' }], {
    environment: { RATE_LIMIT: 'on' },
  })
  admin = await signedIn(running.app, 'admin@county.demo')
  approver = await signedIn(running.app, 'approver@4245747.demo')
})
afterAll(() => running.close())

const patch = (as: Client, body: object) =>
  as.request('/api/account', {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

test.each([
  '/api/users/%00',
  '/api/users?q=a%00b',
  '/api/documents?person=%00',
  '/api/audit?actor=%00',
  '/api/audit/export.csv?q=%00',
])('a character that no text can hold is a mistake of the request: %s', async path => {
  const response = await admin.request(path)
  expect([response.status, response.headers.get('content-type')]).toEqual([
    400,
    'application/problem+json; charset=utf-8',
  ])
})

test('nor does it pass in a body', async () => {
  const add = async (act: string) => {
    const { status } = await admin.request('/api/calendar/extra-days', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ day: '2027-03-01', kind: 'free', act }),
    })
    return status
  }
  expect(await add('HG nr. 1\0')).toBe(400)
  expect(await add('HG nr. 1')).toBeLessThan(300)
})

test.each([
  'Eve\r\nBcc: victim@example.ro',
  'Eve\u2028Hello',
  'Eve\0',
  'Eve\u202elmth',
])('the name of a person is one line: %j', async name => {
  expect((await patch(approver, { name })).status).toBe(400)
})

test('names of every kind of letter pass', async () => {
  for (const name of ['Szőcs-Erős Ágnes', "D'Angelo Ștefan", '李小龍'])
    expect((await patch(approver, { name })).status).toBe(200)
})

test.each([
  '/api/organisations',
  '/api/users',
  '/api/invitations',
  '/api/reporting/submissions',
  '/api/account/passkeys',
  '/api/account/links',
  '/api/account/totp',
  '/api/notifications/settings',
  '/api/notifications/calendar',
  '/api/deputies',
  '/api/cui-proposals',
])('no cache keeps what is for one person: %s', async path => {
  const response = await admin.request(path)
  expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store'])
})

test('nobody is flooded with invitations', async () => {
  const email = 'nepoftit@example.ro'
  const { id: organisationId } =
    (await approver.json<{ items: { id: string }[] }>('/api/organisations')).items[0] ?? {}
  const invite = (address: string) =>
    approver.request('/api/invitations', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: address, role: 'reporter', organisationId, language: 'ro' }),
    })
  let response = await invite(email)
  const sent: number[] = [response.status]
  for (let time = 0; time < 11; time++) {
    const { id } = await response.clone().json()
    const again = await approver.request(`/api/invitations/${id}/resend`, { method: 'POST' })
    sent.push(again.status)
    if (again.status === 200) response = again
    else expect(Number(again.headers.get('retry-after'))).toBeGreaterThan(0)
  }
  expect(sent).toEqual([201, ...Array(9).fill(200), 429, 429])
  // Nor by taking it back and sending a new one.
  const { id } = await response.json()
  expect((await approver.request(`/api/invitations/${id}`, { method: 'DELETE' })).status).toBe(204)
  expect((await invite('Nepoftit@Example.ro')).status).toBe(429)
  expect((await invite('alta@example.ro')).status).toBe(201)
})
