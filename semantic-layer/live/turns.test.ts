import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { Gateway, GatewayResponse } from '../gateway/types.ts'
import { openSockets, type Sockets } from './open-sockets.ts'

/** A gateway whose queries end when they are told to. */
const running: { readonly requestId: string; end(): void }[] = []
const respond = ({ requestId = '' }: { requestId?: string | undefined }) =>
  new Promise<GatewayResponse>(resolve => {
    running.push({ requestId, end: () => resolve({ status: 200, body: Buffer.from('{}'), headers: {} }) })
  })

const server = http.createServer()
let sockets: Sockets
let tellOfChange = () => {}
beforeAll(async () => {
  sockets = openSockets(server, {
    gateway: { respond } as unknown as Gateway,
    accept: () => async () => ({ context: { groups: ['public'], cuis: [] } }),
    onChange: listener => {
      tellOfChange = listener
      return () => {}
    },
    onError: error => {
      throw error
    },
    limits: { queriesEach: 2, queries: 3, gatherMs: 1 },
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', () => resolve()))
})
afterAll(async () => {
  await sockets.close()
  server.close()
})

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise(resolve => setTimeout(resolve, 2))
}

/** Subscribes to so many queries; counts the answers. */
async function subscribe(name: string, count: number) {
  const { port } = server.address() as AddressInfo
  const socket = new WebSocket(`ws://127.0.0.1:${port}/cubejs-api/v1`)
  const answers: unknown[] = []
  socket.on('message', data => {
    const message = JSON.parse(String(data)) as { messageId?: string }
    if (message.messageId !== undefined) answers.push(message)
  })
  await new Promise(resolve => socket.once('open', resolve))
  socket.send('{}')
  for (let messageId = 0; messageId < count; messageId++)
    socket.send(JSON.stringify({ method: 'subscribe', messageId, requestId: name, params: { query: {} } }))
  return answers
}

test('queries of sockets run a few at a time, and nobody waits for all of somebody else', async () => {
  const many = await subscribe('many', 40)
  await until(() => running.length === 2)
  const few = await subscribe('few', 1)
  await until(() => running.length === 3)
  expect(running.map(({ requestId }) => requestId)).toEqual(['many', 'many', 'few'])
  while (many.length < 40) {
    running.shift()?.end()
    await new Promise(resolve => setTimeout(resolve, 1))
    expect(running.filter(({ requestId }) => requestId === 'many').length).toBeLessThanOrEqual(2)
  }
  expect(few).toHaveLength(1)
  tellOfChange()
  await until(() => running.length === 3)
  expect(running.map(({ requestId }) => requestId).sort()).toEqual(['few', 'many', 'many'])
  for (let left = 41; left > 0; left--) {
    await until(() => running.length > 0)
    running.shift()?.end()
  }
})
