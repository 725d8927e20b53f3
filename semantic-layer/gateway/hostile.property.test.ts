// Whatever comes in, the answer is Cube's 200, 400 or 403; nothing breaks, and nothing stays behind.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PUBLIC, type Scratch, scratchGateway } from '../testing/scratch-gateway.ts'
import type { Endpoint } from './types.ts'

const RUNS = Number(process.env.PROPERTY_RUNS ?? 400)
const V = 'budget_execution'
let scratch: Scratch
const answered = new Map<number, number>()

beforeAll(async () => {
  scratch = await scratchGateway()
  await scratch.publish({
    cui: '4245747',
    periodEnd: '2026-06-30',
    lines: [
      ['expenditure', '650301', '100101', 100.5],
      ['revenue', '070101', null, 7],
    ],
  })
})
afterAll(() => scratch.close())

const KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__']
const TEXTS = [
  ...KEYS,
  ...KEYS.map(key => `${V}.${key}`),
  ...KEYS.map(key => `${V}.period_end.${key}`),
  "x' or 1=1 --",
  '"; drop table publications; --',
  '$0$',
  '?',
  `${'$'}{1}`,
  '{{7*7}}',
  '{CUBE}.visibility',
  '{"expression":["1"],"cubeName":"execution","name":"x"}',
  'execution.visibility',
  'execution.pin',
  `${V}.visibility`,
  `${V}.amount`,
  `${V}.period_end`,
  `${V}.period_end.month`,
  `${V}.published_at.second`,
  '9000-01-01T00:00:00.000',
  '2026-02-31',
  'last 99999 seconds',
  'from now to 1 year ago',
  '%',
  '\\',
  '_',
  '\u0000',
  '\ud800',
  '𝒳ș',
  'Etc/GMT+5',
  "UTC'; select 1; --",
  '1e400',
  '-0',
  '99999999999999999999999',
  'NaN',
  ' 1',
  '',
]
const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...TEXTS),
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1.5, 2 ** 53, 1e308, [], {}, [[]], [null], [{}]),
  fc.constantFrom(...KEYS).map(key => JSON.parse(`{"${key}":{"polluted":true}}`) as unknown),
  fc.array(fc.constantFrom(...TEXTS), { maxLength: 4 }),
  fc.jsonValue({ maxDepth: 3 }),
)

const MEMBERS = [
  'chapter',
  'section',
  'entity_name_ro',
  'line_id',
  'entity_demo',
  'period_end',
  'published_at',
].map(name => `${V}.${name}`)

const filterOf = (names: string[], operators: string[], values: fc.Arbitrary<unknown>, most = 3) =>
  fc.record({
    member: fc.constantFrom(...names.map(name => `${V}.${name}`)),
    operator: fc.constantFrom(...operators),
    values: fc.array(values, { minLength: 1, maxLength: most }),
  })
const words = fc.oneof(
  fc.constantFrom(...TEXTS.filter(text => !text.includes('\0') && text !== '\ud800')),
  fc.string({ unit: 'grapheme' }).filter(text => !text.includes('\0')),
)
const dimensionFilter = fc.oneof(
  filterOf(
    ['chapter', 'section', 'entity_name_ro', 'file_name'],
    ['equals', 'notEquals', 'in', 'notIn'],
    words,
  ),
  filterOf(
    ['chapter', 'cell'],
    ['contains', 'notContains', 'startsWith', 'notStartsWith', 'endsWith'],
    words,
  ),
  filterOf(['section', 'economic_code'], ['set', 'notSet'], words),
  filterOf(['section', 'siruta'], ['equals', 'notEquals'], fc.constantFrom('F', null)),
  filterOf(['line_id', 'version'], ['gt', 'lte'], fc.integer(), 1),
  filterOf(['row_number', 'publication'], ['equals', 'notIn'], fc.maxSafeInteger()),
  filterOf(['entity_demo'], ['equals', 'notEquals'], fc.boolean()),
  filterOf(
    ['period_end', 'published_at'],
    ['inDateRange', 'onTheDate', 'beforeDate', 'afterDate'],
    fc.constantFrom('2026-06-30', 'last 3 months', '2026-06-30T10:00:00Z'),
    1,
  ),
  filterOf(
    ['period_end', 'published_at'],
    ['equals', 'notEquals'],
    fc.constantFrom('2026-06-30', '2026-06-30T10:00', null),
  ),
)
const measureFilter = filterOf(
  ['amount', 'lines'],
  ['gt', 'lt', 'equals', 'notEquals'],
  fc.constantFrom('1', '-1.5', '999999999999999999.999999'),
  1,
)
const filters = fc
  .tuple(
    fc.array(
      fc.oneof(
        dimensionFilter,
        fc.array(dimensionFilter, { minLength: 1, maxLength: 2 }).map(or => ({ or })),
      ),
      { maxLength: 2 },
    ),
    fc.array(measureFilter, { maxLength: 1 }),
  )
  .map(parts => parts.flat())

const valid = fc.record(
  {
    measures: fc.subarray([`${V}.amount`, `${V}.lines`, `${V}.reports`], { minLength: 1 }),
    dimensions: fc.subarray(MEMBERS),
    timeDimensions: fc.constantFrom<unknown[]>(
      [],
      [{ dimension: `${V}.period_end`, granularity: 'month', dateRange: ['2026-01-01', '2026-12-31'] }],
      [{ dimension: `${V}.published_at`, granularity: 'hour', dateRange: 'this month' }],
      [{ dimension: `${V}.period_end`, compareDateRange: ['last year', ['2026-01-01', '2026-06-30']] }],
    ),
    filters,
    limit: fc.constantFrom(0, 1, 50_000),
    offset: fc.constantFrom(0, 3),
    timezone: fc.constantFrom('UTC', 'Europe/Bucharest', 'America/New_York'),
    total: fc.boolean(),
    responseFormat: fc.constantFrom('default', 'compact', 'columnar'),
  },
  { requiredKeys: ['measures'] },
)

/** A copy of the query with one of its leaves, chosen by `place`, or a new key, put to something hostile. */
function spoil(query: unknown, place: number, key: string, value: unknown): unknown {
  const copy: unknown = structuredClone(query)
  const spots: [object, string | number][] = []
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    for (const name of Object.keys(node)) {
      spots.push([node, Array.isArray(node) ? Number(name) : name])
      walk((node as Record<string, unknown>)[name])
    }
    if (!Array.isArray(node)) spots.push([node, key])
  }
  walk(copy)
  const [node, name] = spots[place % Math.max(1, spots.length)] ?? [{}, key]
  Object.defineProperty(node, name, { value, enumerable: true, configurable: true, writable: true })
  return copy
}

const endpoint = fc.constantFrom<Endpoint>('load', 'load', 'load', 'sql', 'dry-run')

async function ask(query: unknown, to: Endpoint): Promise<void> {
  const text = JSON.stringify(query)
  const { status, body } = await scratch.gateway.respond({
    endpoint: to,
    query: text,
    queryType: 'multi',
    context: PUBLIC,
  })
  answered.set(status, (answered.get(status) ?? 0) + 1)
  expect([200, 400, 403], `${text} → ${status} ${body} ${String(scratch.errors.at(-1))}`).toContain(status)
  if (status !== 200) expect(Object.keys(JSON.parse(String(body)) as object)).toEqual(['error'])
  for (const key in {}) expect.fail(`Object.prototype has the key ${key}`)
}

describe('hostile queries', () => {
  it('anything at all', async () => {
    await fc.assert(fc.asyncProperty(hostile, endpoint, ask), { numRuns: RUNS })
  })

  it('queries that are nearly right', async () => {
    await fc.assert(
      fc.asyncProperty(
        valid,
        fc.nat(500),
        fc.constantFrom(...KEYS, 'subqueryJoins', 'joinHints', 'ungrouped'),
        hostile,
        endpoint,
        (query, place, key, value, to) => ask(spoil(query, place, key, value), to),
      ),
      { numRuns: RUNS * 2 },
    )
  })

  it('queries that are right, with values of every kind', async () => {
    await fc.assert(fc.asyncProperty(valid, endpoint, ask), { numRuns: RUNS })
  })

  it('leave the gateway and its compiler as they were', async () => {
    expect(scratch.errors).toEqual([])
    // Both ways were taken, or the properties above said nothing.
    expect(Math.min(answered.get(200) ?? 0, answered.get(400) ?? 0)).toBeGreaterThan(RUNS / 10)
    const { data } = await scratch.gateway.load(
      { measures: [`${V}.amount`], dimensions: [`${V}.kind`], order: { [`${V}.kind`]: 'asc' } },
      PUBLIC,
    )
    expect(data.map(row => row[`${V}.amount`])).toEqual(['100.50', '7.00'])
  })
})
