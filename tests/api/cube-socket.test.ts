// Subscriptions at the door of a whole installation: who may connect, and what a publication pushes.
import cube, { type ResultSet } from '@cubejs-client/core'
import WebSocketTransport from '@cubejs-client/ws-transport'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { issueAccountToken } from '../../api/instance/administration.ts'
import { type Doors, openDoors } from '../../api/instance/doors.ts'
import { signIn } from '../support/instance.ts'
import {
  confirm,
  openTestSystem,
  SAMPLE_MARCH,
  signedIn,
  type TestSystem,
  uploadSample,
} from '../support/test-system.ts'

let running: TestSystem
let doors: Doors
let base: string
beforeAll(async () => {
  running = await openTestSystem([{ cui: '4245747', name: 'Municipiul Miercurea Ciuc' }])
  doors = await openDoors(running.system)
  base = `127.0.0.1:${doors.port}`
})
afterAll(() => running.close())

const reports = { measures: ['budget_execution.reports'] }

interface Talk {
  readonly socket: WebSocket
  ask(message: unknown): void
  /** The next message that has a message in it. */
  next(): Promise<{ message: { error?: string; data?: unknown }; status: number }>
}

function connect(headers: Record<string, string> = {}): Promise<Talk> {
  const socket = new WebSocket(`ws://${base}/cubejs-api/v1`, { headers })
  const answers: unknown[] = []
  let wake = () => {}
  socket.on('message', data => {
    const message = JSON.parse(String(data)) as object
    if ('message' in message) answers.push(message)
    wake()
  })
  const talk: Talk = {
    socket,
    ask: message => socket.send(JSON.stringify(message)),
    next: async () => {
      while (answers.length === 0)
        await new Promise<void>(resolve => {
          wake = resolve
        })
      return answers.shift() as never
    },
  }
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(talk))
    socket.once('error', reject)
  })
}

const subscribe = async ({ ask, next }: Talk, authorization: object) => {
  ask(authorization)
  ask({ method: 'subscribe', messageId: 1, params: { query: reports, queryType: 'multi' } })
  return next()
}
const count = (value: string) => ({
  status: 200,
  message: { results: [{ data: [{ 'budget_execution.reports': value }] }] },
})

test('a cookie counts only for pages of this installation', async () => {
  const { cookie } = await signIn(`http://${base}`, 'analyst@county.demo')
  await expect(connect({ cookie, origin: 'https://elsewhere.example' })).rejects.toThrow('403')
  await expect(connect({ cookie, origin: 'null' })).rejects.toThrow('403')
  const ungrouped = { dimensions: ['budget_execution.cell'], ungrouped: true }
  const asks = async (headers: Record<string, string>) => {
    const talk = await connect(headers)
    talk.ask({})
    talk.ask({ method: 'load', messageId: 1, params: { query: ungrouped } })
    const { status } = await talk.next()
    talk.socket.terminate()
    return status
  }
  expect(await asks({ cookie, origin: `http://${base}` })).toBe(200)
  expect(await asks({ cookie, origin: running.system.config.publicUrl })).toBe(200)
  expect(await asks({ cookie })).toBe(200)
  expect(await asks({ origin: 'https://elsewhere.example' })).toBe(403)
})

test('a publication reaches whoever subscribed; who has signed out or lost the token gets an error', async () => {
  const staying = await signIn(`http://${base}`, 'analyst@county.demo')
  const leaving = await signIn(`http://${base}`, 'auditor@county.demo')
  const { token } = await issueAccountToken(running.system, 'official@county.demo', 1)
  const [public_, cookie, left, lost] = await Promise.all([
    connect(),
    connect({ cookie: staying.cookie }),
    connect({ cookie: leaving.cookie }),
    connect(),
  ])
  for (const talk of [public_, cookie, left]) expect(await subscribe(talk, {})).toMatchObject(count('0'))
  expect(await subscribe(lost, { authorization: token })).toMatchObject(count('0'))
  const byClient: unknown[] = []
  const clientTold = new Promise<void>(resolve => {
    const transport = new WebSocketTransport({ authorization: '', apiUrl: `ws://${base}/cubejs-api/v1` })
    const api = cube('', { transport: transport as never, apiUrl: `http://${base}/cubejs-api/v1` })
    const subscription = api.subscribe(reports, {}, (error: Error | null, result: ResultSet | null) => {
      byClient.push(error ?? result?.rawData()[0]?.['budget_execution.reports'])
      if (byClient.length < 2) return
      Promise.resolve(subscription?.unsubscribe())
        .then(() => transport.close())
        .then(() => resolve())
    })
  })
  expect((await leaving.fetch('/api/session', { method: 'DELETE' })).status).toBe(204)
  await running.system.db.deleteFrom('api_token').execute()

  const reporter = await signedIn(running.app, 'reporter@4245747.demo')
  const submission = await uploadSample(reporter, SAMPLE_MARCH)
  await confirm(reporter, submission.id)
  expect(await public_.next()).toMatchObject(count('1'))
  expect(await cookie.next()).toMatchObject(count('1'))
  for (const talk of [left, lost])
    expect(await talk.next()).toMatchObject({ status: 403, message: { error: 'Invalid token' } })
  await clientTold
  expect(byClient).toEqual(['0', '1'])
  for (const { socket } of [public_, cookie, left, lost]) socket.terminate()
})

test('the doors close with connections open', async () => {
  const talk = await connect()
  const closed = new Promise<number>(resolve => {
    talk.socket.once('close', code => resolve(code))
  })
  await doors.close()
  expect(await closed).toBe(1001)
  await expect(connect()).rejects.toThrow()
})
