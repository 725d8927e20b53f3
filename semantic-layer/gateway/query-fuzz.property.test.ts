// Right queries over every view, then spoilt a little: whatever becomes of them, the answer is Cube's 200, 400 or 403 in time,
// nothing runs for one that is refused, and no reader gets a word of what is not theirs.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mutate, mutation } from '../testing/mutate-query.ts'
import { COUNTY, institution, PUBLIC, type Scratch, scratchGateway } from '../testing/scratch-gateway.ts'
import type { Endpoint, SecurityContext } from './types.ts'

const RUNS = Number(process.env.QUERY_FUZZ ?? 800)
const TOWN = '4245747'
const SEALED = '4245070'
const LONGEST_MS = 30_000

let base: Scratch
let scratch: Scratch
let ran = 0
const answered = new Map<number, number>()

beforeAll(async () => {
  base = await scratchGateway()
  const lines = [
    ['expenditure', '650301', '100101', 100.5],
    ['expenditure', '840301', '710101', 7.25, { section: 'D' }],
    ['revenue', '370300', null, -7],
    ['revenue', '010100', null, 70],
  ] as const
  await base.publish({ cui: TOWN, periodEnd: '2025-12-31', lines })
  await base.publish({ cui: TOWN, periodEnd: '2026-03-31', lines })
  // Internal: neither its file nor its amounts may reach the public or another institution.
  await base.publish({
    cui: SEALED,
    periodEnd: '2026-06-30',
    visibility: 'internal',
    fileName: 'sealed.xlsx',
    lines: [['expenditure', '650302', '100101', 77_123_456.78]],
  })
  scratch = await scratchGateway({
    publication: { current: () => 3 },
    engine: {
      query: (...parts) => {
        ran += 1
        return base.warehouse.engine.query(...parts)
      },
    },
  })
})
afterAll(async () => {
  await scratch.close()
  await base.close()
})

interface View {
  readonly name: string
  readonly measures: readonly string[]
  readonly dimensions: readonly string[]
  readonly segments: readonly string[]
}

const LINES = [
  'chapter',
  'economic_code',
  'section',
  'source',
  'kind',
  'entity_cui',
  'line_id',
  'version',
  'report_type',
]
const TRANSFERS = ['without_section_transfers', 'without_public_transfers']
const VIEWS: readonly View[] = [
  {
    name: 'budget_execution',
    measures: ['amount', 'balance', 'development_share', 'rigidity', 'own_financing', 'lines', 'reports'],
    dimensions: [
      ...LINES,
      'file_name',
      'entity_demo',
      'territory_name_hu',
      'functional_display',
      'raw_value',
    ],
    segments: TRANSFERS,
  },
  {
    name: 'budget_execution_own',
    measures: [
      'amount',
      'balance',
      'expenditure_to_date',
      'expenditure_trailing_year',
      'expenditure_running',
    ],
    dimensions: [...LINES, 'sign', 'entity_name_ro', 'chapter_name_hu'],
    segments: TRANSFERS,
  },
  {
    name: 'budget_execution_both',
    measures: ['expenditure', 'own_period_expenditure', 'own_period_revenue'],
    dimensions: [...LINES, 'entity_name_ro', 'territory_name_ro', 'functional_display'],
    segments: TRANSFERS,
  },
  {
    name: 'budget_per_inhabitant',
    measures: ['expenditure', 'inhabitants', 'expenditure_per_inhabitant'],
    dimensions: ['county', 'siruta', 'territory_name_hu'],
    segments: [],
  },
]
const NUMBERS = ['line_id', 'version', 'sign']

const sorted = (days: readonly string[]) => [...days].sort()
const day = fc.constantFrom('2024-02-29', '2025-12-31', '2026-01-01', '2026-03-31', '2026-06-30')
const range = fc.oneof(
  fc.tuple(day, day).map(sorted),
  fc.constantFrom('this year', 'last 18 months', 'last quarter', 'from 3 years ago to now', '2026-03-31'),
)

function queryOf({ name, measures, dimensions, segments }: View): fc.Arbitrary<unknown> {
  const full = (names: readonly string[]) => names.map(each => `${name}.${each}`)
  const condition = fc.oneof(
    fc.record({
      member: fc.constantFrom(
        ...full(dimensions.filter(each => !NUMBERS.includes(each) && each !== 'entity_demo')),
      ),
      operator: fc.constantFrom(
        'equals',
        'notEquals',
        'contains',
        'notStartsWith',
        'endsWith',
        'set',
        'notIn',
      ),
      values: fc.subarray(['65', 'A', '%', TOWN, 'F', 'sea', 'expenditure'], { minLength: 1 }),
    }),
    fc.record({
      member: fc.constant(`${name}.period_end`),
      operator: fc.constantFrom('inDateRange', 'beforeDate', 'afterOrOnDate', 'onTheDate'),
      values: fc.tuple(day),
    }),
  )
  return fc.record(
    {
      measures: fc.subarray(full(measures), { minLength: 1, maxLength: 3 }),
      dimensions: fc.subarray(full(dimensions), { maxLength: 3 }),
      segments: fc.subarray(full(segments)),
      timeDimensions: fc.array(
        fc.record(
          {
            dimension: fc.constant(`${name}.period_end`),
            granularity: fc.constantFrom(
              'day',
              'week',
              'month',
              'quarter',
              'year',
              'half_year',
              'school_year',
            ),
            dateRange: range,
          },
          { requiredKeys: ['dimension', 'dateRange'] },
        ),
        { maxLength: 1 },
      ),
      filters: fc.array(
        fc.oneof(
          condition,
          fc.record({ or: fc.array(condition, { minLength: 1, maxLength: 2 }) }),
          fc.record({
            member: fc.constantFrom(...full(measures)),
            operator: fc.constantFrom('gt', 'lte', 'set', 'equals'),
            values: fc.constantFrom(['0'], ['-12.5'], ['0.019625']),
          }),
        ),
        { maxLength: 2 },
      ),
      order: fc.constantFrom([], { [`${name}.${measures[0]}`]: 'desc' }),
      limit: fc.constantFrom(0, 3, 500),
      offset: fc.constantFrom(0, 1),
      timezone: fc.constantFrom('UTC', 'Europe/Bucharest', 'Pacific/Kiritimati'),
      total: fc.boolean(),
      responseFormat: fc.constantFrom('default', 'compact', 'columnar'),
    },
    { requiredKeys: ['measures'] },
  )
}

const query = fc.oneof(...VIEWS.map(queryOf))
const endpoint = fc.constantFrom<Endpoint>('load', 'load', 'sql', 'dry-run')
const reader = fc.constantFrom<SecurityContext>(PUBLIC, institution(TOWN), COUNTY)

async function ask(asked: unknown, to: Endpoint, context: SecurityContext): Promise<number> {
  const text = JSON.stringify(asked)
  const [before, began] = [ran, Date.now()]
  const { status, body } = await scratch.gateway.respond({
    endpoint: to,
    query: text,
    queryType: 'multi',
    context,
  })
  answered.set(status, (answered.get(status) ?? 0) + 1)
  const said = `${to} ${text} → ${status} ${String(body).slice(0, 500)} ${String(scratch.errors.at(-1))}`
  expect([200, 400, 403], said).toContain(status)
  expect(Date.now() - began, said).toBeLessThan(LONGEST_MS)
  if (status !== 200) {
    expect(Object.keys(JSON.parse(String(body)) as object), said).toEqual(['error'])
    expect(ran, `${said} ran SQL`).toBe(before)
  }
  if (to !== 'load') expect(ran, `${said} ran SQL`).toBe(before)
  if (status === 200 && to === 'load' && context !== COUNTY && !text.includes('sealed'))
    expect(/sealed\.xlsx|77123456|77223563/.test(String(body)), said).toBe(false)
  for (const key in {}) expect.fail(`Object.prototype has the key ${key}: ${said}`)
  return status
}

const time = { timeout: 60_000 + RUNS * 60 }

describe('queries over every view', () => {
  it('are answered as they are', time, async () => {
    await fc.assert(
      fc.asyncProperty(query, endpoint, reader, async (asked, to, context) => {
        await ask(asked, to, context)
      }),
      { numRuns: Math.ceil(RUNS / 8) },
    )
    // Most are right: what they are spoilt from would otherwise be refused for reasons of its own.
    expect(answered.get(200) ?? 0).toBeGreaterThan(RUNS / 8 / 2)
  })

  it('are answered or refused when spoilt', time, async () => {
    answered.clear()
    await fc.assert(
      fc.asyncProperty(
        query,
        fc.array(mutation, { minLength: 1, maxLength: 3 }),
        endpoint,
        reader,
        async (asked, mutations, to, context) => {
          await ask(mutate(asked, mutations), to, context)
        },
      ),
      { numRuns: RUNS },
    )
    expect(Math.min(answered.get(200) ?? 0, answered.get(400) ?? 0)).toBeGreaterThan(RUNS / 20)
  })

  it('leave the gateway as it was', async () => {
    expect(scratch.errors).toEqual([])
    const { data } = await scratch.gateway.load({ measures: ['budget_execution.balance'] }, COUNTY)
    expect(data).toEqual([{ 'budget_execution.balance': '-77123501.53' }])
  })
})
