// Wrong queries, tokens and messages, through Cube's own gateway in this process and through ours.
import { ApiGateway } from '@cubejs-backend/api-gateway/dist/src/gateway.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Conversation } from '../live/conversation.ts'
import { COUNTY, modelFolder, type Scratch, scratchGateway } from '../testing/scratch-gateway.ts'
import { CompilerApi } from './compiler/cube-parts.ts'
import { ExactDuckDB } from './compiler/exact-duckdb.ts'
import { readModelFiles } from './compiler/read-model.ts'
import { readContextToken, signContextToken } from './context-token.ts'

interface Answer {
  readonly status: number
  readonly error: string
}
interface Message {
  readonly error?: string
}
interface CubeApi {
  load(request: object): Promise<void>
  checkAuth(request: object, response: object, next: () => void): Promise<void>
  initSubscriptionServer(send: (connection: string, message: unknown) => void): {
    processMessage(connection: string, text: string): Promise<void>
  }
}

class Compiler extends CompilerApi {
  override createNativeInstance(): unknown {
    const nothing = { filters: {}, functions: {}, variables: {} }
    return { newJinjaEngine: () => ({}), loadPythonContext: async () => nothing }
  }
}
const Gateway = ApiGateway as unknown as new (...parts: unknown[]) => CubeApi
class WithoutNative extends Gateway {
  /** Cube's SQL server is the native part. */
  createSQLServerInstance(): null {
    return null
  }
}

const secret = 'a secret of the tests that is long enough'
let theirs: CubeApi
let ours: Scratch
beforeAll(async () => {
  process.env.CUBEJS_TESSERACT_SQL_PLANNER = 'false'
  const files = readModelFiles(modelFolder)
  const compiler = new Compiler(
    { localPath: () => modelFolder, dataSchemaFiles: async () => [...files] },
    async () => 'duckdb',
    {
      dialectClass: () => ExactDuckDB,
      standalone: true,
      allowUngroupedWithoutPrimaryKey: true,
      preAggregationsSchema: 'rollups',
      contextToGroups: async ({ securityContext }) => securityContext.groups,
    },
  )
  const engine = { executeQuery: async () => ({ data: [] }) }
  const options = { standalone: true, basePath: '/cubejs-api', enforceSecurityChecks: true }
  theirs = new WithoutNative(
    secret,
    async () => compiler,
    async () => engine,
    () => {},
    options,
  )
  ours = await scratchGateway()
})
afterAll(async () => {
  expect(ours.errors).toEqual([])
  await ours.close()
})

function cube(query: unknown, queryType: string | null = 'multi'): Promise<Answer> {
  return new Promise(resolve => {
    const res = ({ error = '' }: Message, { status = 200 } = {}) => resolve({ status, error })
    const context = { securityContext: structuredClone(COUNTY), requestId: 'x' }
    theirs.load({ query: structuredClone(query), queryType, context, res })
  })
}

async function own(query: unknown, queryType: string | null = 'multi'): Promise<Answer> {
  const { status, body } = await ours.gateway.respond({
    ...{ endpoint: 'load', query, context: COUNTY },
    ...(queryType === null ? {} : { queryType }),
  })
  return { status, error: (JSON.parse(String(body)) as Message).error ?? '' }
}

const V = 'budget_execution'
const measures = [`${V}.amount`]
const time = (more: object) => ({ measures, timeDimensions: [{ dimension: `${V}.period_end`, ...more }] })
const filter = (...filters: unknown[]) => ({ measures, filters })
const chapter = (more: object) => filter({ member: `${V}.chapter`, ...more })

describe('the same status and text as Cube', () => {
  it.each<[string, unknown]>([
    ['no query', undefined],
    ['null', null],
    ['the word undefined', 'undefined'],
    ['an empty text', ''],
    ['text that is no JSON', '{"measures":'],
    ['nothing', {}],
    ['filters alone', { filters: [] }],
    ['an unknown key', { measures, foo: 1 }],
    ['an unknown measure', { measures: [`${V}.nothing`] }],
    ['an unknown view', { measures: ['x.y'] }],
    ['a dimension among measures', { measures: [`${V}.chapter`] }],
    ['a measure among dimensions', { dimensions: [`${V}.amount`] }],
    ['a name without a view', { measures: ['amount'] }],
    ['a dimension of four parts', { dimensions: ['a.b.c.d'] }],
    ['a measure that is a number', { measures: [1] }],
    ['an unknown segment', { measures, segments: [`${V}.x`] }],
    ['a granularity that is a number', time({ granularity: 3 })],
    ['a time without dimension', { measures, timeDimensions: [{}] }],
    ['an unknown key of a time', time({ foo: 1 })],
    ['an unknown phrase', time({ dateRange: 'whenever' })],
    ['three dates', time({ dateRange: ['2026-01-01', '2026-01-02', '2026-01-03'] })],
    ['no dates', time({ dateRange: [] })],
    ['a number for a range', time({ dateRange: 5 })],
    [
      'comparing twice',
      {
        measures,
        timeDimensions: [0, 1].map(() => ({
          dimension: `${V}.period_end`,
          compareDateRange: ['today', 'today'],
        })),
      },
    ],
    ['filters that are no list', { measures, filters: 'x' }],
    ['no values', chapter({ operator: 'equals' })],
    ['empty values', chapter({ operator: 'equals', values: [] })],
    ['an unknown member of a filter', filter({ member: `${V}.nothing`, operator: 'set' })],
    [
      'dimension and measure under or',
      filter({
        or: [
          { member: `${V}.chapter`, operator: 'equals', values: ['1'] },
          { member: `${V}.amount`, operator: 'gt', values: ['1'] },
        ],
      }),
    ],
    [
      'an unknown phrase in a filter',
      filter({ member: `${V}.period_end`, operator: 'beforeDate', values: ['whenever'] }),
    ],
    ['an unknown direction', { measures, order: { [`${V}.amount`]: 'up' } }],
    ['an order that is a number', { measures, order: 5 }],
    ['an order without direction', { measures, order: [[`${V}.amount`]] }],
    ['a limit that is a text', { measures, limit: '5' }],
    ['a limit with a fraction', { measures, limit: 1.5 }],
    ['a negative limit', { measures, limit: -1 }],
    ['a negative offset', { measures, offset: -1 }],
    ['an offset that is a text', { measures, offset: 'x' }],
    ['an unknown time zone', { measures, timezone: 'Mars/Olympus' }],
    ['a time zone that is a number', { measures, timezone: 4 }],
    ['a total that is a text', { measures, total: 'yes' }],
    ['ungrouped that is a text', { measures, ungrouped: 'no' }],
    ['an unknown format', { measures, responseFormat: 'arrow' }],
    ['an unknown cache mode', { measures, cache: 'never' }],
    ['blending without granularity', [{ measures }, { measures }]],
    ['blending two granularities', [time({ granularity: 'day' }), time({ granularity: 'month' })]],
    ['blending nothing', []],
    [
      'a measure filter in an ungrouped query',
      { ...filter({ member: `${V}.amount`, operator: 'gt', values: ['1'] }), ungrouped: true },
    ],
  ])('%s', async (_, query) => {
    const [expected, found] = await Promise.all([cube(query), own(query)])
    expect(expected.status).toBe(400)
    expect(found).toEqual(expected)
  })

  it('comparing, by a client that does not say that it can', async () => {
    const query = time({ compareDateRange: ['today', 'yesterday'] })
    const expected = await cube(query, null)
    expect(expected.status).toBe(400)
    expect(await own(query, null)).toEqual(expected)
  })
})

describe('the same status, where we say more', () => {
  it.each<[string, unknown, RegExp]>([
    ['which granularities there are', time({ granularity: 'fortnight' }), /must be one of \[day, week/],
    [
      'the views, not the cubes behind them',
      { measures, dimensions: ['budget_execution_own.chapter'] },
      /join 'budget_execution', /,
    ],
    ['which filter and why: no object', filter('x'), /"filters\[0\]" must be an object/],
    ['… no member', filter({ operator: 'equals', values: ['1'] }), /exactly one of \[dimension, member\]/],
    ['… two members', chapter({ dimension: `${V}.chapter`, operator: 'set' }), /exactly one of/],
    ['… no operator', chapter({ values: ['1'] }), /"filters\[0\].operator" must be one of/],
    ['… an unknown operator', chapter({ operator: 'like', values: ['1'] }), /must be one of \[equals/],
    [
      '… values that are no list',
      chapter({ operator: 'equals', values: 'x' }),
      /"filters\[0\].values" must be an array/,
    ],
    [
      '… a value that is an object',
      chapter({ operator: 'equals', values: [{}] }),
      /values\[0\]" must be one of/,
    ],
    ['… an unknown key', chapter({ operator: 'set', foo: 1 }), /"filters\[0\].foo" is not allowed/],
    ['… or that is no list', filter({ or: 'x' }), /"filters\[0\].or" must be an array/],
    ['… or beside and', filter({ or: [], and: [] }), /must hold "or" alone/],
    [
      'the phrase that is none',
      filter({ member: `${V}.period_end`, operator: 'inDateRange', values: ['last week', 'today'] }),
      /Can't parse date: 'last week'/,
    ],
    ['that a key is not for callers', { measures, maskedMembers: [] }, /"maskedMembers" is not allowed/],
    ['what was parsed', '"x"', /"query" must be an object/],
  ])('%s', async (_, query, error) => {
    const [expected, found] = await Promise.all([cube(query), own(query)])
    expect(found).toEqual({ status: expected.status, error: expect.stringMatching(error) })
  })
})

describe('400, where Cube', () => {
  it.each<[string, unknown, 200 | 500]>([
    ['fails: a query that is a number', 3, 500],
    ['fails: measures that are a text', { measures: 'x' }, 500],
    ['fails: measures that are an object', { measures: {} }, 500],
    ['fails: times that are a text', { measures, timeDimensions: 'x' }, 500],
    ['fails: a comparison that is a text', time({ compareDateRange: 'x' }), 500],
    ['fails: a limit that is too large', { measures, limit: 50_001 }, 500],
    [
      'fails: an expression',
      {
        measures: [
          '{"cubeName":"execution","alias":"x","expr":{"type":"SqlFunction","cubeParams":[],"sql":"1"}}',
        ],
      },
      500,
    ],
    [
      'takes a text for a time',
      { measures, timeDimensions: [{ dimension: `${V}.chapter`, granularity: 'month' }] },
      200,
    ],
    ['takes words for dates', time({ dateRange: ['foo', 'bar'] }), 200],
    ['takes days that are none', time({ dateRange: ['2026-02-31', '2026-03-01'] }), 200],
    ['takes a range beside a comparison', time({ dateRange: 'today', compareDateRange: ['today'] }), 200],
    ['takes words for amounts', filter({ member: `${V}.amount`, operator: 'gt', values: ['x'] }), 200],
    ['ignores an order by what is not selected', { measures, order: { [`${V}.chapter`]: 'asc' } }, 200],
    ['takes SQL: subqueryJoins', { measures, subqueryJoins: [] }, 200],
    ['takes joinHints', { measures, joinHints: [] }, 200],
    ['shows hidden dimensions', { dimensions: ['execution.visibility'] }, 200],
    ['shows hidden cubes', { measures: ['execution.amount'] }, 200],
  ])('%s', async (_, query, status) => {
    expect((await cube(query)).status).toBe(status)
    expect((await own(query)).status).toBe(400)
  })

  it('does not know renewQuery, which its clients send: that is taken', async () => {
    expect((await cube({ measures, renewQuery: true })).status).toBe(400)
    expect((await own({ measures, renewQuery: true })).status).toBe(200)
  })
})

describe('tokens', () => {
  const now = Math.floor(Date.now() / 1000)
  const token = (key: string, expiresAt: number) => signContextToken(key, { context: COUNTY, expiresAt }, now)
  const check = async (authorization: string): Promise<[number, unknown]> => {
    let answer: [number, unknown] = [200, null]
    const response = {
      status: (status: number) => ({
        json: (body: unknown) => {
          answer = [status, body]
        },
      }),
    }
    await theirs.checkAuth({ headers: { authorization } }, response, () => {})
    return answer
  }

  it('that Cube refuses are refused here, and ours are good for Cube', async () => {
    const good = await token(secret, now + 60)
    expect(await check(good)).toEqual([200, null])
    expect(await check(`Bearer ${good}`)).toEqual([200, null])
    expect(await readContextToken(secret, good, Date.now())).not.toBeNull()
    for (const bad of [
      await token('another secret, just as long as the other', now + 60),
      await token(secret, now - 10),
      'x.y.z',
      `${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`,
    ]) {
      expect(await check(bad)).toEqual([403, { error: 'Invalid token' }])
      expect(await readContextToken(secret, bad, Date.now())).toBeNull()
    }
  })
})

describe('messages over a WebSocket', () => {
  const load = { method: 'load', messageId: 1, params: { query: { measures } } }
  it.each<[string, unknown]>([
    ['text that is no JSON', '{'],
    ['an authorization with more', { authorization: 'x', messageId: 1 }],
    ['an authorization that is a number', { authorization: 7 }],
    ['a token that is not good', { authorization: 'x.y.z' }],
    ['unsubscribing from nothing', { unsubscribe: {} }],
    ['an unknown method', { ...load, method: 'constructor' }],
    ['no id', { ...load, messageId: undefined }],
    ['a long id', { ...load, messageId: 'x'.repeat(17) }],
    ['unknown parameters', { ...load, params: { query: {}, foo: 1 } }],
    ['a method before an authorization', load],
  ])('%s', async (_, value) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    const expected: unknown[] = []
    await theirs
      .initSubscriptionServer((__, message) => expected.push(JSON.parse(JSON.stringify(message))))
      .processMessage('c', text)
    const found: { messageId?: string }[] = []
    const conversation = new Conversation({
      id: 'c',
      respond: request => ours.gateway.respond(request),
      authorize: async given => readContextToken(secret, given ?? '', Date.now()),
      send: async parts => void found.push(JSON.parse(parts.map(String).join(''))),
      onError: error => ours.errors.push(error),
    })
    await conversation.receive(text)
    const [first] = found
    // Where Cube loses the id with a message that it can't read, we find it, so that the caller does not wait forever.
    const { messageId, ...rest } = first ?? {}
    expect([{ messageId: (expected[0] as { messageId?: string }).messageId, ...rest }]).toEqual(
      expected.map(each => ({ messageId: undefined, ...(each as object) })),
    )
  })
})
