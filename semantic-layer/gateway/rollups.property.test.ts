// Rollups are only the faster way: whoever asks, whatever, of whichever state, gets the same bytes with and without them.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  modelFolder,
  type Scratch,
  type ShortLine,
  type ShortReport,
  scratchGateway,
  workerFile,
} from '../testing/scratch-gateway.ts'
import { createGateway, startCompiler } from './gateway.ts'
import type { CubeFilter, CubeQuery, Gateway, SecurityContext } from './types.ts'

const RUNS = Number(process.env.PROPERTY_RUNS ?? 100)
/** The same history at each run, another one at each long run; a failure names it. */
const SEED = process.env.PROPERTY_RUNS ? Date.now() % 2 ** 31 : 20260715
const V = 'budget_execution_own'
const CUIS = ['4245747', '4245070', '4245062']
const DAYS = [
  '2024-12-31',
  '2025-11-30',
  '2025-12-31',
  '2026-01-31',
  '2026-02-28',
  '2026-03-15',
  '2026-06-30',
]

let scratch: Scratch
let raw: Gateway

const line: fc.Arbitrary<ShortLine> = fc
  .record({
    kind: fc.constantFrom('revenue' as const, 'expenditure' as const),
    functional: fc.constantFrom('650301', '650302', '510103', '070101'),
    economic: fc.constantFrom('100101', '200101', '200530'),
    cents: fc.integer({ min: -50_000, max: 10_000_000 }),
    source: fc.constantFrom('A', 'E'),
    section: fc.constantFrom('F' as const, 'D' as const, null),
  })
  .map(({ kind, functional, economic, cents, source, section }) => [
    kind,
    functional,
    kind === 'revenue' ? null : economic,
    cents / 100,
    { source, section },
  ])

const report: fc.Arbitrary<ShortReport> = fc.record({
  cui: fc.constantFrom(...CUIS),
  periodEnd: fc.constantFrom(...DAYS),
  reportType: fc.constantFrom('FXB-EXB-900' as const, 'FXB-EXB-901' as const),
  visibility: fc.constantFrom('public' as const, 'public' as const, 'internal' as const),
  lines: fc.array(line, { minLength: 1, maxLength: 6 }),
})

const reader: fc.Arbitrary<SecurityContext> = fc.record({
  groups: fc.subarray(['public', 'institution', 'county'], { minLength: 1 }),
  cuis: fc.subarray([...CUIS, '99999999']),
})

const equals = (name: string, ...values: string[]): CubeFilter => ({
  member: `${V}.${name}`,
  operator: 'equals',
  values,
})
const leaf: fc.Arbitrary<CubeFilter> = fc.oneof(
  fc.subarray(CUIS, { minLength: 1 }).map(cuis => equals('entity_cui', ...cuis)),
  fc.constantFrom('revenue', 'expenditure').map(kind => equals('kind', kind)),
  fc.subarray(['65', '51', '07'], { minLength: 1 }).map(codes => equals('chapter', ...codes)),
  fc.constantFrom('set', 'notSet').map(operator => ({ member: `${V}.section`, operator })),
  fc
    .constantFrom('notEquals', 'contains', 'startsWith')
    .map(operator => ({ member: `${V}.economic_title`, operator, values: ['2'] })),
  // Not in the rollup.
  fc.constantFrom('6503', '5101').map(code => equals('subchapter', code)),
)
const filter: fc.Arbitrary<CubeFilter> = fc.oneof(
  { arbitrary: leaf, weight: 5 },
  { arbitrary: fc.array(leaf, { minLength: 1, maxLength: 3 }).map(or => ({ or })), weight: 1 },
  {
    arbitrary: fc
      .constantFrom('gt', 'lte')
      .map(operator => ({ member: `${V}.amount`, operator, values: ['1234.56'] })),
    weight: 1,
  },
)
const range = fc.oneof(
  fc.constantFrom(['2026-01-01', '2026-12-31'], ['2025-01-01', '2025-12-31'], ['2026-02-01', '2026-03-20']),
  fc.tuple(fc.constantFrom(...DAYS), fc.constantFrom(...DAYS)).map(days => [...days].sort()),
  fc.constantFrom(['2026-01-31T12:00:00', '2026-06-30T00:00:00'], ['2025-12-31T00:00:00.000', '2026-01-31']),
)
const CARRIED = ['entity_cui', 'county', 'report_type', 'sector', 'kind', 'chapter', 'economic_title']
const query: fc.Arbitrary<CubeQuery> = fc
  .record({
    measures: fc.subarray(['amount', 'revenue', 'expenditure', 'balance', 'months_covered'], {
      minLength: 1,
    }),
    dimensions: fc.subarray([...CARRIED, 'source', 'section'], { maxLength: 4 }),
    other: fc.constantFrom(
      null,
      null,
      null,
      null,
      null,
      null,
      'functional_code',
      'source_name_hu',
      'publication',
    ),
    granularity: fc.constantFrom(null, null, 'day', 'week', 'month', 'quarter', 'year'),
    range: fc.option(range),
    filters: fc.array(filter, { maxLength: 2 }),
    timezone: fc.constantFrom('UTC', 'UTC', 'UTC', 'UTC', 'Europe/Bucharest'),
    page: fc.option(
      fc.record({ limit: fc.integer({ min: 1, max: 5 }), offset: fc.integer({ min: 0, max: 3 }) }),
      {
        freq: 2,
      },
    ),
  })
  .map(({ measures, dimensions, other, granularity, range: dateRange, filters, timezone, page }) => {
    const all = [...dimensions, ...(other === null ? [] : [other])].map(name => `${V}.${name}`)
    return {
      measures: measures.map(name => `${V}.${name}`),
      dimensions: all,
      timeDimensions:
        granularity === null && dateRange === null
          ? []
          : [
              {
                dimension: `${V}.period_end`,
                ...(granularity === null ? {} : { granularity }),
                ...(dateRange === null ? {} : { dateRange }),
              },
            ],
      filters,
      timezone,
      total: true,
      // By all that a row is grouped by, so that a page is the same rows each time.
      order: [...all, ...(granularity === null ? [] : [`${V}.period_end`])].map(
        name => [name, 'asc'] as const,
      ),
      ...(page ?? {}),
    }
  })

beforeAll(async () => {
  const compiler = startCompiler({ modelFolder, workerFile: workerFile() })
  scratch = await scratchGateway({ compiler, cacheBytes: 0 })
  raw = await createGateway({
    engine: scratch.warehouse.engine,
    modelFolder,
    workerFile: workerFile(),
    compiler,
    publication: { current: () => Number.MAX_SAFE_INTEGER },
    cacheBytes: 0,
    onError: error => scratch.errors.push(error),
  })
})
afterAll(async () => {
  expect(scratch.errors).toEqual([])
  await raw.close()
  await scratch.close()
})

interface Body {
  readonly data: unknown
  readonly total: unknown
  readonly annotation: unknown
  readonly usedPreAggregations?: unknown
}

/** Same status, rows, totals; returns whether a rollup answered. */
async function expectSame(asked: CubeQuery, context: SecurityContext, asOf: number): Promise<boolean> {
  const request = { endpoint: 'load', query: asked, context, asOf } as const
  const [rolled, plain] = await Promise.all([scratch.gateway.respond(request), raw.respond(request)])
  const [left, right] = [rolled, plain].map(({ body }) => JSON.parse(String(body)) as Body)
  expect(rolled.status).toBe(plain.status)
  expect(rolled.status).toBe(200)
  expect(left?.data).toEqual(right?.data)
  expect(left?.total).toBe(right?.total)
  expect(left?.annotation).toEqual(right?.annotation)
  expect(right?.usedPreAggregations).toBeUndefined()
  return left?.usedPreAggregations !== undefined
}

it(`any history, refreshed at any times, read by anyone at any publication, seed ${SEED}`, async () => {
  const history = fc.sample(fc.record({ report, refresh: fc.constantFrom(true, true, false) }), {
    numRuns: 40,
    seed: 20260715,
  })
  let used = 0
  let asked = 0
  for (const [index, step] of history.entries()) {
    const current = await scratch.publish(step.report)
    if (step.refresh || index % 10 === 0) await scratch.warehouse.rollups.refresh()
    if (index % 5 > 0) continue
    await fc.assert(
      fc.asyncProperty(query, reader, fc.constantFrom(0, 0, 1, 4), async (one, context, back) => {
        asked += 1
        if (await expectSame(one, context, Math.max(0, current - back))) used += 1
      }),
      { numRuns: Math.ceil(RUNS / 8) },
    )
  }
  expect(used / asked).toBeGreaterThan(0.05)
})

it('while reports are published and rollups built', async () => {
  let current = await scratch.publish(fc.sample(report, { numRuns: 1, seed: 1 })[0] as ShortReport)
  let publishing = true
  let used = 0
  const publisher = async () => {
    for (const each of fc.sample(report, { numRuns: 30, seed: 7 })) current = await scratch.publish(each)
    publishing = false
  }
  const builder = async () => {
    while (publishing) await scratch.warehouse.rollups.refresh()
  }
  const asker = async (seed: number) => {
    for (const [one, context] of fc.sample(fc.tuple(query, reader), { numRuns: Math.ceil(RUNS / 3), seed }))
      if (await expectSame(one, context, current)) used += 1
  }
  await Promise.all([publisher(), builder(), asker(11), asker(12)])
  expect(used).toBeGreaterThan(0)
  await scratch.warehouse.rollups.refresh()
  const { rows } = await scratch.warehouse.engine.query(
    `select count(*) from information_schema.tables where table_schema = 'rollups'`,
  )
  const statuses = await scratch.warehouse.rollups.list()
  const states = statuses.flatMap(({ partitions }) => partitions.map(({ state }) => state))
  expect(states).toEqual(Array(6).fill('ready'))
  expect(rows).toEqual([['6']])
})
