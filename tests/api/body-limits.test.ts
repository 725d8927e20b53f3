import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  anonymous,
  type Client,
  openTestSystem,
  SAMPLE_JUNE,
  signedIn,
  type TestSystem,
  upload,
} from '../support/test-system.ts'

/** What is sent is not held in memory beyond what a route can need. */
let running: TestSystem
let reporter: Client
beforeAll(async () => {
  running = await openTestSystem([{ cui: '4245747', name: 'Municipiul Miercurea Ciuc' }])
  reporter = await signedIn(running.app, 'reporter@4245747.demo')
})
afterAll(() => running.close())

/** A body without end, and how much of it was taken. */
function endless(piece = 64 * 1024) {
  let taken = 0
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        taken += piece
        controller.enqueue(new Uint8Array(piece).fill(32))
      },
    },
    { highWaterMark: 0 },
  )
  return { body, taken: () => taken }
}

const MB = 1024 * 1024

test.each([
  '/api/session',
  '/api/session/',
  '/en',
  '/api/nowhere',
])('nobody has %s hold a long body', async path => {
  const { body, taken } = endless()
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body, duplex: 'half' }
  const { status } = await anonymous(running.app).request(path, init as RequestInit)
  expect(status).toBe(path === '/api/session' ? 413 : 404)
  expect(taken()).toBeLessThan(2 * MB)
})

test('a stated length is refused before anything is read', async () => {
  const { body, taken } = endless()
  const headers = { 'content-type': 'application/json', 'content-length': String(2 * MB) }
  const init = { method: 'POST', headers, body, duplex: 'half' }
  const refused = await anonymous(running.app).request('/api/session', init as RequestInit)
  expect([refused.status, await refused.json()]).toEqual([
    413,
    expect.objectContaining({ code: 'request_too_large' }),
  ])
  expect(taken()).toBe(0)
})

test('nor does somebody who is signed in, where no file is sent', async () => {
  const { body, taken } = endless()
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    duplex: 'half',
  }
  const path = '/api/reporting/submissions/00000000-0000-4000-8000-000000000000/read-again'
  expect((await reporter.request(path, init as RequestInit)).status).toBeGreaterThan(399)
  expect(taken()).toBeLessThan(2 * MB)
})

test('files may be longer', async () => {
  const note = new Uint8Array(3 * MB).fill(0x61)
  expect(await upload(reporter, `${SAMPLE_JUNE}.csv`, note)).toMatchObject({ status: 'invalid' })
  const form = new FormData()
  form.set('file', new File([note], 'note.csv'))
  expect((await reporter.request('/api/reporting/preview', { method: 'POST', body: form })).status).toBe(200)
})

test('files that are too long are told so', async () => {
  const headers = { 'content-type': 'multipart/form-data; boundary=x', 'content-length': String(65 * MB) }
  const { body, taken } = endless()
  const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit
  const refused = await reporter.request('/api/reporting/preview', init)
  expect([refused.status, await refused.json()]).toEqual([
    413,
    expect.objectContaining({ code: 'file_too_large' }),
  ])
  expect(taken()).toBe(0)
})
