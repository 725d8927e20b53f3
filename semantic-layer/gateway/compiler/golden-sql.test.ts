// The SQL that Cube's compiler makes of our model, kept in files: an upgrade that changes it shows as a diff to review.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COUNTY, institution, PUBLIC, type Scratch, scratchGateway } from '../../testing/scratch-gateway.ts'
import type { CubeQuery, SecurityContext } from '../types.ts'

const V = 'budget_execution'
const time = (view: string, granularity: string | null) => [
  {
    dimension: `${view}.period_end`,
    ...(granularity ? { granularity } : {}),
    dateRange: ['2026-01-01', '2026-06-30'],
  },
]
let scratch: Scratch

beforeAll(async () => {
  scratch = await scratchGateway()
})
afterAll(() => scratch.close())

const CASES: [string, SecurityContext, CubeQuery][] = [
  [
    'last-in-range-public',
    PUBLIC,
    {
      measures: [`${V}.expenditure`],
      dimensions: [`${V}.chapter`, `${V}.chapter_name_ro`],
      timeDimensions: time(V, null),
    },
  ],
  [
    'last-in-month-institution',
    institution('4245747', '4245070'),
    { measures: [`${V}.revenue`, `${V}.reports`], timeDimensions: time(V, 'month') },
  ],
  [
    'trace-county',
    COUNTY,
    {
      measures: [`${V}.amount`],
      dimensions: ['line_id', 'cell', 'entity_name_hu', 'territory_name_hu'].map(name => `${V}.${name}`),
      filters: [
        { member: `${V}.amount`, operator: 'gte', values: ['0.01'] },
        {
          or: [
            { member: `${V}.cell`, operator: 'contains', values: ['H'] },
            { member: `${V}.section`, operator: 'notSet' },
          ],
        },
      ],
      order: { [`${V}.line_id`]: 'asc' },
      limit: 100,
      offset: 200,
    },
  ],
  [
    'own-amounts-public',
    PUBLIC,
    {
      measures: ['budget_execution_own.amount', 'budget_execution_own.months_covered'],
      dimensions: ['budget_execution_own.source_name_en'],
      timeDimensions: time('budget_execution_own', 'quarter'),
    },
  ],
  [
    'ratio-by-half-year',
    PUBLIC,
    {
      measures: [`${V}.balance`, `${V}.development_share`],
      segments: [`${V}.without_section_transfers`],
      timeDimensions: time(V, 'half_year'),
    },
  ],
  [
    'window-by-month-institution',
    institution('4245747'),
    {
      measures: ['budget_execution_own.expenditure_trailing_year', 'budget_execution_own.revenue_to_date'],
      timeDimensions: time('budget_execution_own', 'month'),
    },
  ],
  [
    'both-ways-by-school-year',
    PUBLIC,
    {
      measures: ['budget_execution_both.expenditure', 'budget_execution_both.own_period_expenditure'],
      timeDimensions: time('budget_execution_both', 'school_year'),
    },
  ],
  [
    'per-inhabitant-institution',
    institution('4245747'),
    {
      measures: ['budget_per_inhabitant.expenditure_per_every_inhabitant'],
      dimensions: ['budget_per_inhabitant.territory_name_hu'],
      timeDimensions: time('budget_per_inhabitant', 'year'),
    },
  ],
  ['joined-through-public', PUBLIC, { dimensions: [`${V}.functional_display`, `${V}.section_name_hu`] }],
  [
    'published-in-bucharest',
    COUNTY,
    {
      measures: [`${V}.lines`],
      timeDimensions: [
        { dimension: `${V}.published_at`, granularity: 'day', dateRange: ['2026-07-01', '2026-07-02'] },
      ],
      timezone: 'Europe/Bucharest',
    },
  ],
]

describe('SQL', () => {
  it.each(CASES)('%s', async (name, context, query) => {
    const { status, body } = await scratch.gateway.respond({ endpoint: 'sql', query, context })
    expect(status).toBe(200)
    const { sql } = JSON.parse(String(body)) as { sql: { sql: [string, (string | null)[]] } }
    const [text, params] = sql.sql
    await expect(`${text}\n-- ${JSON.stringify(params)}\n`).toMatchFileSnapshot(`fixtures/${name}.sql`)
    // What is kept also runs.
    await scratch.warehouse.engine.query(text, params)
  })
})
