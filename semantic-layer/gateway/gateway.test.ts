import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  COUNTY,
  institution,
  modelFolder,
  PUBLIC,
  type Scratch,
  scratchGateway,
  workerFile,
} from '../testing/scratch-gateway.ts'
import { createGateway, type GatewayOptions, startCompiler } from './gateway.ts'
import type { CubeQuery, GatewayRequest, QueryEngine } from './types.ts'

const V = 'budget_execution'
const A = '4245747'
const B = '4245070'
const amount: CubeQuery = { measures: [`${V}.amount`] }

describe('reading as of a publication', () => {
  let scratch: Scratch
  beforeAll(async () => {
    scratch = await scratchGateway()
    await scratch.publish({ cui: A, periodEnd: '2026-01-31', lines: [['revenue', '070101', null, 10]] })
    await scratch.publish({ cui: A, periodEnd: '2026-02-28', lines: [['revenue', '070101', null, 30]] })
    await scratch.publish({
      cui: A,
      periodEnd: '2026-01-31',
      version: 2,
      lines: [['revenue', '070101', null, 12]],
    })
  })
  afterAll(() => scratch.close())

  const value = async (query: CubeQuery, asOf?: number) =>
    (await scratch.gateway.load(query, PUBLIC, { asOf })).data.map(row => Object.values(row).at(-1))

  it('gives what was valid then, of cumulative and of own amounts', async () => {
    const january: CubeQuery = {
      ...amount,
      timeDimensions: [{ dimension: `${V}.period_end`, dateRange: '2026-01-31' }],
    }
    const own: CubeQuery = {
      measures: ['budget_execution_own.amount'],
      timeDimensions: [{ dimension: 'budget_execution_own.period_end', granularity: 'month' }],
    }
    expect(await value(january, 0)).toEqual([null])
    expect(await value(january, 1)).toEqual(['10.00'])
    expect(await value(january, 2)).toEqual(['10.00'])
    expect(await value(january)).toEqual(['12.00'])
    expect(await value(own, 2)).toEqual(['10.00', '20.00'])
    expect(await value(own, 3)).toEqual(['12.00', '18.00'])
  })

  it('counts a report asked for by its publication, though a later one stands in the range', async () => {
    const filters = [{ member: `${V}.publication`, operator: 'equals', values: [3] }]
    expect(await value({ ...amount, filters })).toEqual(['12.00'])
  })

  it('refuses publications that are not there', async () => {
    for (const asOf of [4, -1, 1.5, Number.NaN])
      await expect(scratch.gateway.load(amount, PUBLIC, { asOf })).rejects.toMatchObject({
        status: 400,
        message: `There is no publication ${asOf}; the last one is 3`,
      })
  })

  it('says when an "or" would hide which reports are asked for', async () => {
    const or = [
      { member: `${V}.period_end`, operator: 'equals', values: ['2026-01-31'] },
      { member: `${V}.chapter`, operator: 'equals', values: ['07'] },
    ]
    await expect(scratch.gateway.load({ ...amount, filters: [{ or }] }, PUBLIC)).rejects.toMatchObject({
      status: 400,
      message: expect.stringMatching(
        /condition on 'budget_execution.period_end' can't be joined by "or" with one on 'budget_execution.chapter'/,
      ),
    })
    const reports = { measures: [`${V}.reports`], filters: [{ or }] }
    expect(await value(reports)).toEqual(['2'])
    const dates = or.slice(0, 1).concat({ member: `${V}.entity_cui`, operator: 'equals', values: [A] })
    expect(await value({ ...amount, filters: [{ or: dates }] })).toEqual(['30.00'])
  })
})

describe('cached answers', () => {
  let scratch: Scratch
  let queries = 0
  beforeAll(async () => {
    scratch = await scratchGateway()
    await scratch.publish({ cui: A, periodEnd: '2026-01-31', lines: [['revenue', '070101', null, 10]] })
    const { engine } = scratch.warehouse
    const run = engine.query.bind(engine)
    engine.query = (...args) => {
      queries += 1
      return run(...args)
    }
  })
  afterAll(() => scratch.close())

  const respond = (request: Partial<GatewayRequest> = {}) =>
    scratch.gateway.respond({ endpoint: 'load', query: amount, context: PUBLIC, ...request })

  it('are found by what was asked, then by the request itself, until the next publication', async () => {
    const first = await respond({ rawKey: 'a' })
    const before = queries
    expect((await respond({ query: JSON.stringify(amount), rawKey: 'b' })).body).toBe(first.body)
    expect(scratch.gateway.lookup('a')?.body).toBe(first.body)
    expect(scratch.gateway.lookup('b', first.headers.etag)?.status).toBe(304)
    expect(scratch.gateway.lookup('b', `W/"x", W/${first.headers.etag}`)?.status).toBe(304)
    expect(scratch.gateway.lookup('c')).toBeNull()
    expect(queries).toBe(before)
    await scratch.publish({ cui: B, periodEnd: '2026-01-31', lines: [['revenue', '070101', null, 5]] })
    expect(scratch.gateway.lookup('a')).toBeNull()
    expect(String((await respond()).body)).toContain('"15.00"')
  })

  it('keep readers apart, and formats, and states', async () => {
    await scratch.publish({
      cui: B,
      periodEnd: '2026-02-28',
      visibility: 'internal',
      lines: [['revenue', '070101', null, 7]],
    })
    const bodies = await Promise.all([
      respond(),
      respond({ context: institution(A) }),
      respond({ context: institution(B) }),
      respond({ context: COUNTY }),
      respond({ asOf: 1 }),
      respond({ queryType: 'multi' }),
    ])
    const values = bodies.map(
      ({ body }) => /"budget_execution.amount":"([\d.]+)"/.exec(String(body).split('"data":')[1] ?? '')?.[1],
    )
    expect(values).toEqual(['15.00', '15.00', '17.00', '17.00', '10.00', '15.00'])
    expect(bodies.map(({ headers }) => headers['cache-control'])).toEqual([
      'public, no-cache',
      ...Array.from({ length: 3 }, () => 'private, no-cache'),
      'public, no-cache',
      'public, no-cache',
    ])
  })

  it('of a named state never grow old, of "last month" do by themselves', async () => {
    await respond({ asOf: 1, rawKey: 'as of 1' })
    const query = { ...amount, timeDimensions: [{ dimension: `${V}.period_end`, dateRange: 'last month' }] }
    expect(String((await respond({ query, rawKey: 'relative' })).body)).toContain('2026-06-01T00:00:00.000')
    expect(scratch.gateway.lookup('relative')).toBeNull()
    scratch.clock.time = Date.UTC(2026, 7, 1)
    expect(String((await respond({ query, rawKey: 'relative' })).body)).toContain('2026-07-01T00:00:00.000')
    await scratch.publish({ cui: B, periodEnd: '2026-03-31', lines: [['revenue', '070101', null, 1]] })
    expect(scratch.gateway.lookup('as of 1')).not.toBeNull()
  })

  it('are dropped when a name changes without a publication', async () => {
    const query = { dimensions: [`${V}.entity_name_ro`], measures: [`${V}.reports`] }
    expect(String((await respond({ query })).body)).not.toContain('Csík')
    await scratch.warehouse.putEntities([
      {
        cui: A,
        county: 'HR',
        names: { ro: 'Csík', hu: 'Csík', en: 'Csík' },
        kind: 'x',
        siruta: null,
        parentCui: null,
        demo: false,
      },
    ])
    scratch.gateway.forget()
    expect(String((await respond({ query })).body)).toContain('Csík')
  })

  it('are computed once for everyone who asks at the same time', async () => {
    scratch.gateway.forget()
    const before = queries
    const answers = await Promise.all(Array.from({ length: 50 }, () => respond()))
    expect(new Set(answers.map(answer => String(answer.body))).size).toBe(1)
    // The query, and the time of the publication.
    expect(queries - before).toBeLessThanOrEqual(2)
  })
})

describe('slow queries', () => {
  /** An engine that answers when told to, or never. */
  function slowEngine(scratch: Scratch) {
    let release: () => void = () => {}
    let began = 0
    let wake = () => {}
    const stopped: unknown[] = []
    const engine: QueryEngine = {
      query: async (sql, params, options) => {
        if (sql.includes('max(published_at)')) return scratch.warehouse.engine.query(sql, params, options)
        began += 1
        wake()
        await new Promise<void>((resolve, reject) => {
          release = resolve
          const stop = () => {
            stopped.push(options?.signal?.reason)
            reject(options?.signal?.reason)
          }
          if (options?.signal?.aborted) stop()
          options?.signal?.addEventListener('abort', stop)
        })
        return scratch.warehouse.engine.query(sql, params, options)
      },
    }
    /** So many queries have reached the engine. */
    const running = async (count: number) => {
      while (began < count)
        await new Promise<void>(resolve => {
          wake = resolve
        })
    }
    return { engine, running, release: () => release(), stopped }
  }

  let base: Scratch
  // One compiler for all: starting one is what takes long.
  const compiler = startCompiler({ modelFolder, workerFile: workerFile() })
  beforeAll(async () => {
    base = await scratchGateway({ compiler })
    await base.publish({ cui: A, periodEnd: '2026-01-31', lines: [['revenue', '070101', null, 10]] })
  })
  afterAll(() => base.close())
  const request = { endpoint: 'load', query: amount, context: PUBLIC } as const
  const open = async (options: Partial<GatewayOptions> = {}) => {
    const slow = slowEngine(base)
    const errors: unknown[] = []
    const gateway = await createGateway({
      engine: slow.engine,
      modelFolder,
      workerFile: workerFile(),
      compiler,
      publication: { current: () => 1 },
      clock: base.clock,
      onError: error => errors.push(error),
      ...options,
    })
    return { gateway, slow, errors }
  }
  const result = ({ body }: { body: Buffer }) => (JSON.parse(String(body)) as { result: unknown }).result

  it("are waited for with Cube's Continue wait, and go on meanwhile", async () => {
    const { gateway, slow } = await open({ patienceMs: 50 })
    const first = await gateway.respond(request)
    expect([first.status, first.continueWait, JSON.parse(String(first.body))]).toEqual([
      200,
      true,
      { error: 'Continue wait', stage: 'Executing query', timeElapsed: 0 },
    ])
    await slow.running(1)
    slow.release()
    let last = await gateway.respond(request)
    while (last.continueWait) last = await gateway.respond(request)
    expect(String(last.body)).toContain('"10.00"')
    expect(slow.stopped).toEqual([])
  })

  it('are stopped when nobody waits any longer', async () => {
    const { gateway, slow, errors } = await open()
    const gone = [new AbortController(), new AbortController()]
    const answers = gone.map(({ signal }) => gateway.respond({ ...request, signal }))
    await slow.running(1)
    gone[0]?.abort()
    expect((await answers[0])?.status).toBe(499)
    expect(slow.stopped).toEqual([])
    gone[1]?.abort()
    expect((await answers[1])?.status).toBe(499)
    expect([slow.stopped.length, errors]).toEqual([1, []])
  })

  it('are stopped when their time is up', async () => {
    const { gateway, slow, errors } = await open({ timeoutMs: 300 })
    const late = await gateway.respond(request)
    expect([late.status, String(late.body)]).toEqual([
      400,
      '{"error":"Query execution timeout after 0 s; ask for a smaller range or fewer members"}',
    ])
    await slow.running(1)
    expect([slow.stopped.length, errors]).toEqual([1, []])
  })

  it('are cancelled by the id that their sender gave them, by whoever may see the same', async () => {
    const { gateway, slow, errors } = await open()
    const mine = gateway.respond({ ...request, requestId: 'mine-span-1' })
    const same = gateway.respond({ ...request, requestId: 'same' })
    await slow.running(1)
    for (const [id, context] of [
      ['mine', COUNTY],
      ['other', PUBLIC],
      ['', PUBLIC],
    ] as const)
      expect(result(await gateway.cancel(id, context))).toEqual([])
    expect(result(await gateway.cancel('mine-span-7', PUBLIC))).toEqual([{ requestId: 'mine-span-7' }])
    const cancelled = await mine
    expect([cancelled.status, String(cancelled.body)]).toEqual([400, '{"error":"Query was cancelled"}'])
    // Somebody else waits for the same query.
    expect(slow.stopped).toEqual([])
    expect(result(await gateway.cancel('same', PUBLIC))).toHaveLength(1)
    expect((await same).status).toBe(400)
    expect([slow.stopped.length, errors]).toEqual([1, []])
    expect(result(await gateway.cancel('same', PUBLIC))).toEqual([])
    expect((await gateway.cancel('same', { groups: [], cuis: [] })).status).toBe(403)
  })

  it('are cancelled also while their sender was told to come back', async () => {
    const { gateway, slow } = await open({ patienceMs: 20 })
    const waiting = await gateway.respond({ ...request, requestId: 'long' })
    expect(waiting.continueWait).toBe(true)
    await slow.running(1)
    expect(result(await gateway.cancel('long', PUBLIC))).toHaveLength(1)
    expect(slow.stopped).toHaveLength(1)
  })
})

describe("Cube's cache modes", () => {
  it('no-cache runs the query again; with the others an answer of the same publication is as good', async () => {
    const scratch = await scratchGateway()
    await scratch.publish({ cui: A, periodEnd: '2026-01-31', lines: [['revenue', '070101', null, 10]] })
    let queries = 0
    const { engine } = scratch.warehouse
    const run = engine.query.bind(engine)
    engine.query = (...args) => {
      queries += 1
      return run(...args)
    }
    const runs = async (query: object, cacheMode?: string) => {
      const before = queries
      const { status } = await scratch.gateway.respond({
        ...{ endpoint: 'load', query, context: PUBLIC },
        ...(cacheMode ? { cacheMode, rawKey: cacheMode } : {}),
      } as GatewayRequest)
      return [status, queries - before]
    }
    await runs(amount)
    await runs(amount)
    expect(await runs(amount)).toEqual([200, 0])
    for (const mode of ['stale-if-slow', 'stale-while-revalidate', 'must-revalidate'])
      expect(await runs(amount, mode)).toEqual([200, 0])
    expect(await runs({ ...amount, renewQuery: true })).toEqual([200, 0])
    expect(await runs(amount, 'no-cache')).toEqual([200, 1])
    expect(scratch.gateway.lookup('no-cache')).toBeNull()
    expect(await runs({ ...amount, cache: 'no-cache' })).toEqual([200, 1])
    // As in Cube, what comes beside the query decides.
    expect(await runs({ ...amount, cache: 'no-cache' }, 'must-revalidate')).toEqual([200, 0])
    expect(await runs(amount, 'fresh')).toEqual([400, 0])
    await scratch.close()
  })
})
