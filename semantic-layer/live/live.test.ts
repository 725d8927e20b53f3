// Cube's WebSocket protocol: through the unmodified transport, and message by message.
import cube, { type CubeApi, type Query, RequestError, type ResultSet } from '@cubejs-client/core'
import WebSocketTransport from '@cubejs-client/ws-transport'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { signContextToken } from '../index.ts'
import { COUNTY, institution, PUBLIC, type Scratch, scratchGateway } from '../testing/scratch-gateway.ts'
import { type Served, serveGateway } from '../testing/serve-gateway.ts'

const V = 'budget_execution'
const A = '4245747'
const B = '4245070'
const secret = 'a secret of the tests that is long enough'
const clock = { ahead: 0, now: () => Date.now() + clock.ahead }

let scratch: Scratch
let served: Served
beforeAll(async () => {
  scratch = await scratchGateway()
  await publish(A, '2026-01-31', 10)
  served = await serveGateway(
    scratch.gateway,
    { secret },
    {
      onChange: scratch.onPublication,
      now: clock.now,
      limits: { messageBytes: 4096, messagesPerSecond: 40, patienceMs: 2000, gatherMs: 10 },
    },
  )
})
afterAll(async () => {
  await served.close()
  expect(scratch.errors).toEqual([])
  await scratch.close()
})
const opened: { close(): unknown }[] = []
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close()
  clock.ahead = 0
})

const publish = (cui: string, periodEnd: string, lei: number, visibility: 'public' | 'internal' = 'public') =>
  scratch.publish({ cui, periodEnd, visibility, lines: [['revenue', '070101', null, lei]] })
const seconds = () => Math.floor(clock.now() / 1000)
const token = (context = PUBLIC, life = 60) =>
  signContextToken(secret, { context, expiresAt: seconds() + life }, seconds())
const wsUrl = () => served.url.replace('http:', 'ws:')

async function client(apiToken: string | (() => Promise<string>)): Promise<CubeApi> {
  const transport = new WebSocketTransport({
    authorization: typeof apiToken === 'string' ? apiToken : await apiToken(),
    apiUrl: wsUrl(),
  })
  opened.push({
    close: async () => {
      // Else it would connect again for what is still subscribed.
      Object.assign(transport, { messageIdToSubscription: {} })
      await transport.close()
    },
  })
  return cube(apiToken as string, { transport: transport as never, apiUrl: served.url })
}

/** What a subscription has told, in order. */
function told(api: CubeApi, query: Query) {
  const answers: unknown[] = []
  let wake = () => {}
  const subscription = api.subscribe(query, {}, (error: Error | null, result: ResultSet | null) => {
    answers.push(error ? [(error as RequestError).status, error.message] : result?.rawData())
    wake()
  })
  const until = async (count: number) => {
    while (answers.length < count)
      await new Promise<void>(resolve => {
        wake = resolve
      })
    return answers.slice(0, count)
  }
  return { answers, until, subscription }
}

const quiet = (ms = 300) => new Promise(resolve => setTimeout(resolve, ms))
const amount = { measures: [`${V}.amount`] }
const rows = (value: string) => [{ [`${V}.amount`]: value }]

describe("Cube's transport", () => {
  it('loads, explains and describes as over HTTP', async () => {
    const county = await token(COUNTY)
    const over = await client(county)
    const http = cube(county, { apiUrl: served.url })
    const queries: Query[] = [
      { measures: [`${V}.amount`, `${V}.lines`], dimensions: [`${V}.chapter`], total: true },
      { dimensions: [`${V}.line_id`, `${V}.cell`], ungrouped: true },
      {
        ...amount,
        timeDimensions: [
          { dimension: `${V}.period_end`, compareDateRange: [['2026-01-01', '2026-01-31'], 'this year'] },
        ],
      } as Query,
    ]
    for (const query of queries) {
      const [here, there] = await Promise.all([over.load(query), http.load(query)])
      expect(here.serialize()).toEqual(there.serialize())
      expect(await over.dryRun(query)).toEqual(await http.dryRun(query))
      expect(await over.sql(query)).toEqual(await http.sql(query))
    }
    for (const format of ['compact', 'columnar'] as const)
      expect((await over.load(queries[0] as Query, {}, undefined, format)).rawData()).toEqual(
        (await http.load(queries[0] as Query)).rawData(),
      )
    expect((await over.meta()).cubes).toEqual((await http.meta()).cubes)
    const views = (await over.meta({ onlyViews: true })).cubes
    expect(views).toEqual((await http.meta({ onlyViews: true })).cubes)
    expect(views.length).toBeGreaterThan(1)
    const signal = new AbortController().signal
    expect((await over.load(amount, { signal, castNumerics: true })).rawData()).toEqual([
      { [`${V}.amount`]: 10 },
    ])
  })

  it('tells errors with their status', async () => {
    const api = await client(await token())
    const failing = api.load({ measures: [`${V}.nothing`] })
    await expect(failing).rejects.toBeInstanceOf(RequestError)
    await expect(failing).rejects.toMatchObject({
      status: 400,
      message: `'nothing' not found for path '${V}.nothing'`,
    })
    await expect(api.load({ ...amount, ungrouped: true })).rejects.toMatchObject({ status: 403 })
    const long = {
      ...amount,
      filters: [{ member: `${V}.cell`, operator: 'equals' as const, values: ['x'.repeat(5000)] }],
    }
    await expect(api.load(long)).rejects.toMatchObject({ status: 413 })
  })
})

describe('a subscription', () => {
  it('is told of a publication that changes its answer, and of no other', async () => {
    const api = await client(await token())
    const mine = told(api, {
      ...amount,
      filters: [{ member: `${V}.entity_cui`, operator: 'equals', values: [A] }],
    })
    const wrong = told(api, { measures: [`${V}.nothing`] })
    expect(await mine.until(1)).toEqual([rows('10.00')])
    await publish(A, '2026-02-28', 25)
    expect(await mine.until(2)).toEqual([rows('10.00'), rows('25.00')])
    await publish(B, '2026-02-28', 7)
    // What the public may not see is no change for it.
    await publish(A, '2026-03-31', 99, 'internal')
    await quiet()
    expect(mine.answers).toHaveLength(2)
    // Neither is the same error told twice.
    expect(wrong.answers).toEqual([[400, `'nothing' not found for path '${V}.nothing'`]])
    mine.subscription?.unsubscribe()
    await quiet()
    await publish(A, '2026-04-30', 30)
    await quiet()
    expect(mine.answers).toHaveLength(2)
  })

  it('sees what its token may see', async () => {
    const query = {
      measures: [`${V}.lines`],
      filters: [{ member: `${V}.entity_cui`, operator: 'equals' as const, values: [B] }],
    }
    const own = told(await client(await token(institution(B))), query)
    const others = told(await client(await token(institution(A))), query)
    const lines = (value: string) => [{ [`${V}.lines`]: value }]
    await Promise.all([own.until(1), others.until(1)])
    await publish(B, '2026-05-31', 8, 'internal')
    expect(await own.until(2)).toEqual([lines('1'), lines('2')])
    await quiet()
    expect(others.answers).toEqual([lines('1')])
  })

  it('gets an error, not figures, once its token has expired', async () => {
    const api = await client(await token(COUNTY, 30))
    const { until, answers } = told(api, amount)
    await until(1)
    clock.ahead = 31_000
    await publish(A, '2026-06-30', 60)
    expect((await until(2))[1]).toEqual([403, 'Invalid token'])
    await publish(A, '2026-07-31', 70)
    await quiet()
    expect(answers).toHaveLength(2)
    await expect(api.load(amount)).rejects.toMatchObject({ status: 403, message: 'Invalid token' })
  })

  it('goes on when the client has a function for tokens', async () => {
    let minted = 0
    const api = await client(() => {
      minted += 1
      return token(COUNTY, 30)
    })
    const { until, answers } = told(api, { measures: [`${V}.reports`] })
    const [first] = await until(1)
    clock.ahead += 31_000
    await publish(A, '2026-08-31', 80)
    const [, second, third] = await until(3)
    expect(second).toEqual([403, 'Invalid token'])
    const count = (answer: unknown) => Number((answer as Record<string, string>[])[0]?.[`${V}.reports`])
    expect(count(third)).toBe(count(first) + 1)
    await quiet()
    // Another token, another connection: the answer may come once more, but no other one.
    for (const each of answers.slice(3)) expect(each).toEqual(third)
    expect(minted).toBeGreaterThan(1)
  })
})

it('is told that its token has ended without waiting for a publication, once', async () => {
  const looking = await serveGateway(
    scratch.gateway,
    { secret },
    { onChange: () => () => {}, now: clock.now, limits: { pingMs: 100, gatherMs: 10 } },
  )
  opened.push({ close: () => looking.close() })
  const socket = new WebSocket(looking.url.replace('http:', 'ws:'))
  opened.push({ close: () => socket.terminate() })
  const heard: { message?: unknown; status?: number }[] = []
  const said = async (status: number) => {
    while (!heard.some(each => each.status === status)) await quiet(20)
  }
  socket.on('message', data => heard.push(JSON.parse(String(data))))
  await new Promise(resolve => socket.once('open', resolve))
  socket.send(JSON.stringify({ authorization: await token(COUNTY, 30) }))
  socket.send(JSON.stringify({ method: 'subscribe', messageId: 1, params: { query: amount } }))
  await said(200)
  clock.ahead = 31_000
  await said(403)
  await quiet()
  expect(heard.filter(({ status }) => status === 403)).toEqual([
    { messageId: '1', message: { error: 'Invalid token' }, status: 403 },
  ])
})

/** A bare connection: what is sent, and what comes back. */
async function bare(): Promise<{
  ask(message: unknown): Promise<Record<string, unknown>>
  socket: WebSocket
}> {
  const socket = new WebSocket(wsUrl())
  opened.push({ close: () => socket.terminate() })
  const waiting: ((message: Record<string, unknown>) => void)[] = []
  const early: Record<string, unknown>[] = []
  socket.on('message', data => {
    const message = JSON.parse(String(data)) as Record<string, unknown>
    const next = waiting.shift()
    if (next) next(message)
    else early.push(message)
  })
  await new Promise(resolve => socket.once('open', resolve))
  const next = () =>
    new Promise<Record<string, unknown>>(resolve => {
      const known = early.shift()
      if (known) resolve(known)
      else waiting.push(resolve)
    })
  return {
    socket,
    ask: message => {
      if (message !== null) socket.send(typeof message === 'string' ? message : JSON.stringify(message))
      return next()
    },
  }
}
const closing = (socket: WebSocket) =>
  new Promise<number>(resolve => {
    socket.once('close', code => resolve(code))
  })

describe('messages', () => {
  it('are refused as by Cube', async () => {
    const { ask } = await bare()
    const load = { method: 'load', messageId: 7, params: { query: amount } }
    expect(await ask(load)).toEqual({ messageId: '7', message: { error: 'Not authorized' }, status: 403 })
    expect(await ask({ authorization: 'x.y.z' })).toEqual({
      message: { error: 'Invalid token' },
      status: 403,
    })
    expect(await ask({ authorization: await token() })).toEqual({ handshake: true })
    const answer = await ask(load)
    expect(answer).toMatchObject({ messageId: '7', status: 200, message: { data: [expect.anything()] } })
    expect(await ask(null)).toEqual({ messageProcessedId: '7' })
    // Another token that is not good takes the first one away.
    expect(await ask({ authorization: 'x.y.z' })).toMatchObject({ status: 403 })
    expect(await ask(load)).toMatchObject({ status: 403, message: { error: 'Not authorized' } })
  })

  it.each<[string, unknown, number, RegExp]>([
    ['text that is no JSON', '{', 400, /JSON/],
    ['a number', '3', 400, /Invalid message format/],
    ['a list', [], 403, /Invalid token/],
    ['an authorization with more', { authorization: 'x', messageId: 1 }, 400, /Unrecognized key/],
    ['an authorization of another type', { authorization: 7 }, 400, /authorization: Invalid input/],
    ['unsubscribing from everything', { unsubscribe: {} }, 400, /unsubscribe: Invalid input/],
    ['a method that is none', { method: 'constructor', messageId: 1 }, 400, /method: Invalid/],
    ['no id', { method: 'load', params: { query: amount } }, 400, /messageId: Invalid input/],
    ['a long id', { method: 'load', messageId: 'x'.repeat(17), params: { query: amount } }, 400, /messageId/],
    [
      'a long request id',
      { method: 'load', messageId: 1, requestId: 'x'.repeat(65), params: {} },
      400,
      /requestId/,
    ],
    [
      'unknown parameters',
      { method: 'sql', messageId: 1, params: { query: amount, queryType: 'multi' } },
      400,
      /params: Unrecognized key/,
    ],
    ['a prototype', '{"method":"load","messageId":1,"params":{"query":1},"__proto__":{"x":1}}', 400, /./],
  ])('%s', async (_, message, status, error) => {
    const { ask } = await bare()
    const answer = await ask(message)
    expect(answer).toMatchObject({ status, message: { error: expect.stringMatching(error) } })
  })

  it('unsubscribe as a method, and somebody without a token', async () => {
    const { ask } = await bare()
    expect(await ask({})).toEqual({ message: { error: 'Invalid token' }, status: 403 })
    await ask({ authorization: await token() })
    expect(await ask({ method: 'unsubscribe', messageId: 'a' })).toEqual({ messageProcessedId: 'a' })
  })

  it('too long, binary, too many, or none at all end or slow the connection', async () => {
    const long = await bare()
    long.socket.send('x'.repeat(5000))
    expect(await closing(long.socket)).toBe(1009)
    const binary = await bare()
    binary.socket.send(Buffer.from('{}'))
    expect(await closing(binary.socket)).toBe(1008)
    const silent = await bare()
    const many = await bare()
    await many.ask({ authorization: await token() })
    const began = performance.now()
    for (let count = 0; count < 200; count++) many.socket.send('{"method":"unsubscribe","messageId":"a"}')
    for (let count = 0; count < 200; count++) await many.ask(null)
    // 160 at once, then 40 a second.
    expect(performance.now() - began).toBeGreaterThan(700)
    const flood = await bare()
    for (let count = 0; count < 12_000; count++) flood.socket.send('{}')
    expect(await closing(flood.socket)).toBe(1008)
    if (silent.socket.readyState !== WebSocket.CLOSED) expect(await closing(silent.socket)).toBe(1008)
  })

  it('at most 64 subscriptions', async () => {
    const { ask, socket } = await bare()
    await ask({ authorization: await token() })
    const refused = new Promise<Record<string, unknown>>(resolve => {
      socket.on('message', data => {
        const message = JSON.parse(String(data)) as Record<string, unknown>
        if (message.status === 429) resolve(message)
      })
    })
    for (let messageId = 1; messageId <= 65; messageId++)
      socket.send(JSON.stringify({ method: 'subscribe', messageId, params: { query: amount } }))
    expect(await refused).toEqual({
      messageId: '65',
      message: { error: 'At most 64 subscriptions over one connection' },
      status: 429,
    })
  })

  it('only under /cubejs-api', async () => {
    const socket = new WebSocket(served.url.replace('http:', 'ws:').replace('/cubejs-api/v1', '/api'))
    const error = await new Promise<Error>(resolve => socket.once('error', resolve))
    expect(error.message).toContain('404')
  })
})
