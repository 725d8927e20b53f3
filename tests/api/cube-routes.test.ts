// Cube's routes beside load: who may, and what comes of input that nobody should send.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signContextToken } from '../../semantic-layer/index.ts'
import { anonymous, type Client, openTestSystem, signedIn, type TestSystem } from '../support/test-system.ts'

let running: TestSystem
let nobody: Client
let county: Record<string, string>
let institution: Record<string, string>
beforeAll(async () => {
  running = await openTestSystem([])
  nobody = anonymous(running.app)
  const tokenOf = async (groups: string[], cuis: string[]) => {
    const now = Math.floor(running.system.now().getTime() / 1000)
    const token = { context: { groups, cuis }, expiresAt: now + 3000 }
    return { authorization: await signContextToken(running.system.secret, token, now) }
  }
  county = await tokenOf(['county'], [])
  institution = await tokenOf(['institution'], ['4245747'])
})
afterAll(() => running.close())

const V1 = '/cubejs-api/v1'
const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await nobody.request(`${V1}/${path}`, { headers })
  return [response.status, (await response.json()) as Record<string, unknown>] as const
}
const reports = encodeURIComponent('{"measures":["budget_execution.reports"]}')

interface Cube {
  readonly name: string
  readonly type: string
  readonly sql?: string
  readonly joins?: readonly { name: string; sql: string }[]
  readonly measures: readonly { name: string; sql?: string; filters?: readonly { sql: string }[] }[]
}

describe('meta', () => {
  test('extended is for the county', async () => {
    for (const headers of [{}, institution])
      for (const query of ['extended', 'extended=true', 'extended=false', 'extended&onlyViews=true'])
        expect(await get(`meta?${query}`, headers)).toEqual([
          403,
          { error: 'You have no access to the extended meta' },
        ])
    const [status, { cubes }] = await get('meta?extended=true', county)
    expect(status).toBe(200)
    const execution = (cubes as Cube[]).find(cube => cube.name === 'execution')
    expect(execution?.sql).toContain('from publications')
    const joins = (cubes as Cube[]).flatMap(cube => cube.joins ?? [])
    expect(joins.find(join => join.name === 'entity')?.sql).toContain('cui')
    expect(execution?.measures.find(measure => measure.name === 'execution.expenditure')).toMatchObject({
      sql: expect.stringContaining('amount'),
      filters: [{ sql: expect.stringContaining("kind = 'expenditure'") }],
    })
    expect(JSON.stringify(cubes)).not.toMatch(/accessPolicy|access_policy|securityContext/)
    const [, views] = await get('meta?extended&onlyViews=true', county)
    expect(new Set((views.cubes as Cube[]).map(cube => cube.type))).toEqual(new Set(['view']))
  })

  test('plain is the same for all who see the same, and holds no SQL', async () => {
    for (const headers of [{}, institution, county]) {
      const [status, { cubes }] = await get('meta?onlyViews=true', headers)
      expect([status, (cubes as Cube[]).every(cube => cube.type === 'view')]).toEqual([200, true])
      expect(JSON.stringify(cubes)).not.toMatch(/from publications|visibility/)
    }
  })
})

test('ungrouped rows by permission', async () => {
  const query = encodeURIComponent('{"dimensions":["budget_execution.cell"],"ungrouped":true}')
  for (const endpoint of ['load', 'subscribe', 'sql', 'dry-run']) {
    expect(await get(`${endpoint}?query=${query}`)).toEqual([
      403,
      { error: 'You have no access to ungrouped queries' },
    ])
    for (const headers of [institution, county])
      expect((await get(`${endpoint}?query=${query}`, headers))[0]).toBe(200)
  }
})

test('subscribe answers as load does', async () => {
  const [load, subscribe] = await Promise.all(
    ['load', 'subscribe'].map(name => get(`${name}?query=${reports}`)),
  )
  expect(subscribe).toEqual(load)
  expect(load?.[0]).toBe(200)
  expect(await get(`load?query=${reports}&cache=never`)).toMatchObject([
    400,
    { error: expect.stringContaining('cacheMode') },
  ])
})

describe('running-query', () => {
  test('nothing runs under an id that nobody uses', async () => {
    const response = await nobody.request(`${V1}/running-query/abc`, { method: 'DELETE' })
    expect([response.status, await response.json()]).toEqual([200, { result: [] }])
  })

  test('a cookie needs the CSRF token', async () => {
    const person = await signedIn(running.app, 'analyst@county.demo')
    const cancel = (headers: Record<string, string> = {}) =>
      person.request(`${V1}/running-query/abc`, { method: 'DELETE', headers })
    expect((await cancel()).status).toBe(200)
    const refused = await cancel({ 'x-csrf-token': '' })
    expect([refused.status, await refused.json()]).toEqual([
      403,
      { error: 'The header x-csrf-token is missing or does not belong to this session' },
    ])
  })
})

test('what is not there says so in JSON', async () => {
  for (const path of ['cubesql', 'convert-query', 'graphql', 'graphql-to-json', '../graphql'])
    for (const method of ['GET', 'POST']) {
      const response = await nobody.request(`${V1}/${path}`.replace('/v1/..', ''), {
        method,
        ...(method === 'POST' ? { body: '{"query":"select 1"}' } : {}),
      })
      expect([response.status, await response.json()]).toEqual([
        501,
        { error: expect.stringMatching(/is not available here: ask \/cubejs-api\/v1\/load/) },
      ])
    }
  expect((await get('sql?format=sql&query=select'))[0]).toBe(501)
  for (const [method, path] of [
    ['PUT', 'load'],
    ['DELETE', 'meta'],
    ['PATCH', 'sql'],
    ['GET', 'running-query/x'],
    ['GET', 'nothing'],
    ['GET', 'load/x'],
  ] as const) {
    const response = await nobody.request(`${V1}/${path}`, { method })
    expect([response.status, response.headers.get('content-type')]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ])
  }
})

test('malformed input gives 4xx, whatever it is and whoever sends it', async () => {
  const hostile = fc.oneof(
    fc.string(),
    fc.json(),
    fc.constantFrom(
      '__proto__',
      'undefined',
      '[[[[[[',
      '{"query":{"measures":{}}}',
      '{"query":null}',
      '\u0000',
      '9e999',
    ),
  )
  const paths = [
    'load',
    'subscribe',
    'sql',
    'dry-run',
    'meta',
    'cubesql',
    'pre-aggregations/jobs',
    'pre-aggregations/can-use',
  ]
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...paths),
      fc.constantFrom('GET', 'POST'),
      hostile,
      fc.dictionary(
        fc.constantFrom('query', 'queryType', 'cache', 'format', 'extended', 'onlyViews'),
        hostile,
      ),
      fc.constantFrom('application/json', 'text/plain', 'multipart/form-data; boundary=x'),
      fc.boolean(),
      async (path, method, body, parameters, type, asCounty) => {
        const response = await nobody.request(`${V1}/${path}?${new URLSearchParams(parameters)}`, {
          method,
          headers: { 'content-type': type, ...(asCounty ? county : {}) },
          ...(method === 'POST' ? { body } : {}),
        })
        expect(response.status === 501 || response.status < 500).toBe(true)
        expect(response.headers.get('content-type')).toContain('json')
        JSON.parse(await response.text())
      },
    ),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 150) },
  )
})

describe('pre-aggregations', () => {
  const post = async (path: string, body: unknown, headers = county) => {
    const response = await nobody.request(`${V1}/pre-aggregations/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    })
    return [response.status, await response.json()] as const
  }
  const selector = { contexts: [{ securityContext: {} }], timezones: ['UTC'] }

  test('are for the county; a cookie needs the CSRF token', async () => {
    const refused = [403, { error: 'You have no access to this' }]
    for (const path of ['jobs', 'can-use'])
      for (const headers of [{}, institution])
        expect(await post(path, { action: 'post', selector }, headers)).toEqual(refused)
    const person = await signedIn(running.app, 'admin@county.demo')
    const response = await person.request(`${V1}/pre-aggregations/jobs`, {
      method: 'POST',
      body: '{}',
      headers: { 'x-csrf-token': 'x' },
    })
    expect(response.status).toBe(403)
  })

  test.each<[string, unknown, RegExp]>([
    ['nothing', {}, /^No job description provided$/],
    ['a list', [], /^No job description provided$/],
    [
      'another action',
      { action: 'put' },
      /^Invalid Job query format: "action" must be one of \[post, get\]$/,
    ],
    ['no selector', { action: 'post' }, /^Invalid Job query format: "selector" is required$/],
    [
      'no contexts',
      { action: 'post', selector: { ...selector, contexts: [] } },
      /"selector.contexts" must contain/,
    ],
    ['no tokens', { action: 'get' }, /^Invalid Job query format: "tokens" is required$/],
    ['both', { action: 'get', tokens: ['x'], selector }, /"selector" is not allowed/],
    ['many tokens', { action: 'get', tokens: Array(1001).fill('x') }, /at most 1000/],
    [
      'no dates',
      { action: 'post', selector: { ...selector, dateRange: ['x', 'y'] } },
      /^Cannot parse selector date range x,y$/,
    ],
    [
      'another cube',
      { action: 'post', selector: { ...selector, cubes: ['x'] } },
      /^A user's selector doesn't match any/,
    ],
    [
      'another source',
      { action: 'post', selector: { ...selector, dataSources: ['x'] } },
      /^A user's selector doesn't/,
    ],
  ])('%s is refused as by Cube', async (_, body, error) => {
    expect(await post('jobs', body)).toEqual([400, { error: expect.stringMatching(error) }])
  })

  test('are built by jobs, which tell how they stand', async () => {
    const { warehouse } = running.system
    const [rollup] = await warehouse.rollups.list()
    // Nothing is published, so there is no year to build.
    expect(rollup?.partitions).toEqual([])
    expect((await post('jobs', { action: 'post', selector }))[0]).toBe(400)
    expect(await post('jobs', { action: 'get', tokens: ['x'] })).toEqual([
      200,
      [{ token: 'x', status: 'not_found' }],
    ])
  })

  test('can-use answers what dry-run has transformed', async () => {
    const query = encodeURIComponent(
      JSON.stringify({
        measures: ['budget_execution_own.amount'],
        timeDimensions: [{ dimension: 'budget_execution_own.period_end', granularity: 'month' }],
      }),
    )
    const [, dry] = await get(`dry-run?query=${query}`, county)
    const [transformedQuery] = dry.transformedQueries as unknown[]
    const references = (measures: string[]) => ({
      dimensions: [],
      measures,
      timeDimensions: [{ dimension: 'execution_own.period_end', granularity: 'day' }],
      rollups: [],
    })
    const answer = async (measures: string[]) =>
      (await post('can-use', { transformedQuery, references: references(measures) }))[1] as {
        canUsePreAggregationForTransformedQuery: { canUse: boolean } | boolean
      }
    expect(await answer(['execution_own.revenue'])).not.toEqual(await answer(['execution_own.amount']))
    for (const body of [
      {},
      { transformedQuery: 1 },
      { transformedQuery: {}, references: { measures: 1 } },
      [],
    ])
      expect((await post('can-use', body))[0]).toBe(400)
  })
})
