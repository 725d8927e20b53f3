// What @cubejs-client/core can ask for beside a query, through the unmodified client over real HTTP.
import cube, { type CubeApi, type ProgressResult, type Query, type ResultSet } from '@cubejs-client/core'
import WebSocketTransport from '@cubejs-client/ws-transport'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { PUBLIC, type Scratch, scratchGateway } from '../testing/scratch-gateway.ts'
import { type Served, serveGateway } from '../testing/serve-gateway.ts'

const V = 'budget_execution'
const amount: Query = { measures: [`${V}.amount`] }
/** Minutes of work for DuckDB, none of it in memory. */
const ENDLESS = 'select count(*) from range(1000000000000) t(i) where hash(i) = 1'

let scratch: Scratch
let served: Served
let api: CubeApi
/** How each query that ran forever ended. */
let ended: Promise<unknown>[] = []
let endless = false
let begun = () => {}
const running = () =>
  new Promise<void>(resolve => {
    begun = resolve
  })
const seen: string[] = []

beforeAll(async () => {
  scratch = await scratchGateway({ patienceMs: 200 })
  await scratch.publish({
    cui: '4245747',
    periodEnd: '2026-01-31',
    lines: [['revenue', '070101', null, 10.5]],
  })
  const { engine } = scratch.warehouse
  const run = engine.query.bind(engine)
  engine.query = (sql, params, options) => {
    if (!endless || sql.includes('max(published_at)')) return run(sql, params, options)
    const running = run(ENDLESS, [], options)
    ended.push(running.catch(error => error))
    begun()
    return running
  }
  served = await serveGateway(scratch.gateway, { context: PUBLIC }, { onChange: scratch.onPublication })
  const plain = globalThis.fetch
  globalThis.fetch = (input, init) => {
    seen.push(`${init?.method} ${String(input).slice(served.url.length).split('?')[0]}`)
    return plain(input, init)
  }
  api = cube('token', { apiUrl: served.url, pollInterval: 0.05 })
})
afterAll(async () => {
  await served.close()
  expect(scratch.errors).toEqual([])
  await scratch.close()
})
beforeEach(() => {
  scratch.gateway.forget()
  ended = []
  seen.length = 0
  endless = false
})

const interrupted = async () => {
  expect(ended).toHaveLength(1)
  expect(await ended[0]).toBeInstanceOf(Error)
  endless = false
  // The engine goes on with others.
  expect((await api.load(amount)).rawData()).toEqual([{ [`${V}.amount`]: '10.50' }])
}

describe('a caller who leaves', () => {
  it('over HTTP: the query is interrupted in DuckDB', async () => {
    endless = true
    const leaving = new AbortController()
    const started = running()
    const load = api.load(amount, { signal: leaving.signal })
    await started
    leaving.abort()
    await expect(load).rejects.toMatchObject({ message: 'aborted' })
    await interrupted()
  })

  it('over a WebSocket', async () => {
    endless = true
    const transport = new WebSocketTransport({
      authorization: '',
      apiUrl: served.url.replace('http:', 'ws:'),
    })
    const live = cube('', { apiUrl: served.url, transport: transport as never })
    const started = running()
    const progress: unknown[] = []
    const told = new Promise<void>(resolve => {
      live.load(amount, {
        progressCallback: (result: ProgressResult) => {
          progress.push(result.stage())
          resolve()
        },
      })
    })
    await started
    await told
    Object.assign(transport, { messageIdToSubscription: {} })
    await transport.close()
    await Promise.all(ended)
    expect(progress).toContain('Executing query')
    await interrupted()
  })

  it('or cancels by the id of the request, while being told to wait', async () => {
    endless = true
    const stages: string[] = []
    const waited = new Promise<void>(resolve => {
      const load = api.load(amount, {
        baseRequestId: '7e57a1d0-0000-4000-8000-000000000001',
        progressCallback: result => {
          stages.push(result.stage())
          resolve()
        },
      })
      load.catch(error => stages.push(error.message))
    })
    await waited
    const cancel = (id: string) =>
      fetch(`${served.url}/running-query/${id}`, { method: 'DELETE' }).then(response => response.json())
    expect(await cancel('7e57a1d0-0000-4000-8000-000000000002')).toEqual({ result: [] })
    // Between two requests of the client nothing runs in its name but the query itself; either way it ends.
    endless = false
    expect(await cancel('7e57a1d0-0000-4000-8000-000000000001')).toEqual({
      result: [{ requestId: '7e57a1d0-0000-4000-8000-000000000001' }],
    })
    await Promise.all(ended)
    expect(stages[0]).toBe('Executing query')
    await interrupted()
  })
})

describe('load', () => {
  it('by GET and POST, with cache modes, numbers, renewal', async () => {
    for (const method of ['GET', 'POST'] as const) {
      const by = cube('token', { apiUrl: served.url, method, headers: {} })
      for (const cache of ['stale-if-slow', 'stale-while-revalidate', 'must-revalidate', 'no-cache'] as const)
        expect((await by.load(amount, { cache })).rawData()).toEqual([{ [`${V}.amount`]: '10.50' }])
      await expect(by.load(amount, { cache: 'never' as never })).rejects.toMatchObject({
        status: 400,
        message:
          'Invalid query format: "cacheMode" must be one of [stale-if-slow, stale-while-revalidate, must-revalidate, no-cache]',
      })
    }
    expect(new Set(seen)).toEqual(new Set(['GET /load', 'POST /load']))
    expect((await api.load(amount, { castNumerics: true })).rawData()).toEqual([{ [`${V}.amount`]: 10.5 }])
    expect((await api.load({ ...amount, renewQuery: true })).rawData()).toHaveLength(1)
  })

  it('gives up an answer whose mutex has changed', async () => {
    const mutexObj = {}
    const [first, second] = await Promise.all([
      api.load(amount, { mutexObj, mutexKey: 'a' }),
      api.load({ measures: [`${V}.lines`] }, { mutexObj, mutexKey: 'a' }),
    ])
    expect([first, second.rawData()]).toEqual([null, [{ [`${V}.lines`]: '1' }]])
  })

  it('takes a function for tokens, headers, and a callback', async () => {
    const by = cube(async () => 'from a function', { apiUrl: served.url, headers: { 'x-extra': '1' } })
    const result = await new Promise<ResultSet | null>((resolve, reject) => {
      by.load(amount, {}, (error: Error | null, found: ResultSet | null) =>
        error ? reject(error) : resolve(found),
      )
    })
    expect(result?.rawData()).toHaveLength(1)
  })
})

describe('subscribe by polling', () => {
  it('asks /subscribe again and again, and tells each answer', async () => {
    const told: unknown[] = []
    let subscription: { unsubscribe(): unknown } | undefined
    await new Promise<void>(resolve => {
      subscription = api.subscribe(
        { measures: [`${V}.lines`] },
        {},
        (error: Error | null, result: ResultSet | null) => {
          told.push(error ?? result?.rawData()[0]?.[`${V}.lines`])
          if (told.length === 1)
            scratch.publish({
              cui: '4245070',
              periodEnd: '2026-01-31',
              lines: [['revenue', '070101', null, 1]],
            })
          if (told.at(-1) === '2') resolve()
        },
      )
    })
    await subscription?.unsubscribe()
    expect([told[0], told.at(-1)]).toEqual(['1', '2'])
    expect(new Set(seen)).toEqual(new Set(['GET /subscribe']))
  })
})
