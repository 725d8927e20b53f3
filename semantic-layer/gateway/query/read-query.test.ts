import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COUNTY, modelFolder, PUBLIC, workerFile } from '../../testing/scratch-gateway.ts'
import { Catalogue } from '../catalogue.ts'
import { CompilerClient } from '../compiler/compiler-client.ts'
import { normalizeQuery } from '../compiler/cube-parts.ts'
import { readerOf } from '../security-context.ts'
import { toCubeQuery } from './canonical-query.ts'
import { readRequest } from './multi-query.ts'

const V = 'budget_execution'
const client = new CompilerClient({ modelFolder, workerFile: workerFile() })
let catalogue: Catalogue

beforeAll(async () => {
  const { everything, byGroups } = await client.describe()
  catalogue = new Catalogue(everything, byGroups)
})
afterAll(() => client.close())

const read = (value: unknown, context = PUBLIC) =>
  readRequest(value, { catalogue, reader: readerOf(context), now: () => Date.UTC(2026, 6, 15) })

const only = (value: unknown) => read(value).queries[0]?.query

describe('a query', () => {
  it("comes out as Cube's own normalizeQuery would have it", () => {
    const query = {
      measures: [`${V}.amount`, `${V}.amount`],
      dimensions: [`${V}.chapter`, `${V}.period_end.quarter`],
      timeDimensions: [{ dimension: `${V}.published_at`, dateRange: 'this year' }],
      filters: [
        { dimension: `${V}.line_id`, operator: 'equals', values: [1, 2] },
        {
          or: [
            { member: `${V}.chapter`, operator: 'contains', values: ['6'] },
            { and: [{ member: `${V}.section`, operator: 'notSet', values: ['x'] }] },
          ],
        },
        { member: `${V}.period_end`, operator: 'inDateRange', values: ['last month'] },
        { member: `${V}.amount`, operator: 'gt', values: [1.5] },
      ],
      order: { [`${V}.amount`]: 'desc', [`${V}.period_end.quarter`]: 'asc' },
      timezone: 'Europe/Bucharest',
      offset: 5,
    }
    const canonical = only(query)
    const wire = canonical && toCubeQuery(canonical)
    const { cacheMode, cache, ...cubes } = normalizeQuery(structuredClone(wire ?? {}), false) as Record<
      string,
      unknown
    >
    expect([cacheMode, cache]).toEqual(['stale-if-slow', undefined])
    expect(cubes).toEqual({
      ...wire,
      timeDimensions: (wire?.timeDimensions as object[]).map(each => ({ dateRange: undefined, ...each })),
    })
    expect(wire).toMatchObject({
      measures: [`${V}.amount`],
      dimensions: [`${V}.chapter`],
      timeDimensions: [
        { dimension: `${V}.published_at`, dateRange: ['2026-01-01T00:00:00.000', '2026-12-31T23:59:59.999'] },
        { dimension: `${V}.period_end`, granularity: 'quarter' },
      ],
      filters: [
        { member: `${V}.line_id`, operator: 'equals', values: ['1', '2'] },
        { or: [{ member: `${V}.chapter` }, { and: [{ member: `${V}.section`, operator: 'notSet' }] }] },
        { values: ['2026-06-01T00:00:00.000', '2026-06-30T23:59:59.999'] },
        { values: ['1.5'] },
      ],
      limit: 10_000,
    })
  })

  it('may be JSON text, a list, or compare ranges', () => {
    expect(read(JSON.stringify({ measures: [`${V}.lines`] })).queryType).toBe('regularQuery')
    const timeDimensions = [
      {
        dimension: `${V}.period_end`,
        granularity: 'month',
        compareDateRange: ['last month', ['2026-01-01', '2026-01-31']],
      },
    ]
    const compared = read({ measures: [`${V}.lines`], timeDimensions })
    expect(compared.queryType).toBe('compareDateRangeQuery')
    expect(compared.queries.map(({ query }) => query.timeDimensions[0]?.dateRange?.[0])).toEqual([
      '2026-06-01T00:00:00.000',
      '2026-01-01T00:00:00.000',
    ])
    const monthly = {
      measures: [`${V}.lines`],
      timeDimensions: [{ dimension: `${V}.period_end`, granularity: 'month' }],
    }
    expect(read([monthly, monthly]).queryType).toBe('blendingQuery')
  })
})

const measures = [`${V}.lines`]
const filter = (member: string, operator: string, values?: unknown) => ({
  measures,
  filters: [{ member: `${V}.${member}`, operator, ...(values === undefined ? {} : { values }) }],
})
let deep: object = { member: `${V}.kind`, operator: 'set' }
for (let level = 0; level < 6; level++) deep = { and: [deep] }

describe('is refused, with the place and what to do', () => {
  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'Query param is required'],
    ['text that is not JSON', '{', 'Unable to decode query param as JSON'],
    ['a number', 5, '"query" must be an object'],
    [
      'nothing asked for',
      {},
      'Query should contain either measures, dimensions or timeDimensions with granularities',
    ],
    ['an unknown key', { measures, foo: 1 }, 'Invalid query format: "foo" is not allowed'],
    ['measures that are no list', { measures: 'x' }, '"measures" must be an array'],
    [
      'too many members',
      { measures: Array.from({ length: 51 }, () => `${V}.lines`) },
      '"measures" must contain less than or equal to 50 items',
    ],
    ['an unknown member', { measures: [`${V}.x`] }, `'x' not found for path '${V}.x'`],
    ['a dimension as a measure', { measures: [`${V}.chapter`] }, `'chapter' not found`],
    ["a cube's own member", { dimensions: ['execution.visibility'] }, "Cube 'execution' not found"],
    ['two views', { measures, dimensions: ['budget_execution_own.chapter'] }, "Can't find join path to join"],
    [
      'an operator of no kind',
      filter('chapter', 'like', ['x']),
      '"filters[0].operator" must be one of [equals',
    ],
    [
      'an operator of another type',
      filter('chapter', 'gt', ['1']),
      `"filters[0].operator" gt does not apply to '${V}.chapter'; use one of [`,
    ],
    [
      'no values',
      filter('chapter', 'equals'),
      `Values required for filter: {"member":"${V}.chapter","operator":"equals"}`,
    ],
    ['empty values', filter('chapter', 'equals', []), 'Values required for filter'],
    [
      'a text for a number',
      filter('row_number', 'equals', ['ten']),
      `"filters[0].values[0]" must be an integer for '${V}.row_number', got "ten"`,
    ],
    ['a fraction for an integer', filter('row_number', 'equals', [1.5]), 'must be an integer'],
    ['a text for a measure', filter('amount', 'gt', ['much']), 'must be a decimal number'],
    ['a text for true or false', filter('entity_demo', 'equals', ['yes']), 'must be true or false'],
    [
      'an object for a value',
      filter('chapter', 'equals', [{}]),
      '"filters[0].values[0]" must be one of [string, number, boolean]',
    ],
    [
      'null where it has no meaning',
      filter('chapter', 'contains', [null]),
      'must be one of [string, number, boolean]',
    ],
    ['a zero byte', filter('chapter', 'equals', ['a\0']), 'must be valid text'],
    ['two values to compare with', filter('row_number', 'gt', [1, 2]), 'must contain one value for gt'],
    [
      'a date that is none',
      filter('period_end', 'beforeDate', ['2026-02-30']),
      "Can't parse date: '2026-02-30'",
    ],
    ['a long text', filter('chapter', 'equals', ['x'.repeat(1001)]), 'length must be at most 1000'],
    ['many values', filter('chapter', 'equals', Array.from({ length: 1001 }, String)), 'at most 1000 values'],
    ['deep filters', { measures, filters: [deep] }, 'is nested more than 5 deep'],
    [
      'many filters',
      { measures, filters: Array.from({ length: 101 }, () => ({ member: `${V}.kind`, operator: 'set' })) },
      'at most 100 conditions',
    ],
    ['an empty or', { measures, filters: [{ or: [] }] }, '"filters[0].or" must be an array of filters'],
    [
      'member and dimension',
      { measures, filters: [{ member: `${V}.kind`, dimension: `${V}.kind`, operator: 'set' }] },
      'exactly one of [dimension, member]',
    ],
    [
      'measure and dimension in one or',
      {
        measures,
        filters: [{ or: [...filter('amount', 'gt', [1]).filters, ...filter('kind', 'set').filters] }],
      },
      'You cannot use dimension and measure in same condition',
    ],
    [
      'an order by something not asked for',
      { measures, order: { [`${V}.chapter`]: 'asc' } },
      `Order member '${V}.chapter' must be one of the members of the query`,
    ],
    [
      'an order of no direction',
      { measures, order: [[`${V}.lines`, 'up']] },
      '"order[0][1]" must be one of [asc, desc]',
    ],
    ['a limit that is a text', { measures, limit: '5' }, '"limit" must be a number'],
    ['a negative offset', { measures, offset: -1 }, '"offset" must be greater than or equal to 0'],
    ['a far offset', { measures, offset: 1e9 }, '"offset" must be at most'],
    [
      'a granularity of no time',
      { measures, dimensions: [`${V}.chapter.month`] },
      `'${V}.chapter' is not a time dimension`,
    ],
    [
      'hours of a calendar day',
      { measures, timeDimensions: [{ dimension: `${V}.period_end`, granularity: 'hour' }] },
      'must be one of [day, week, month, quarter, year, half_year, school_year]',
    ],
    [
      'seconds of a year',
      {
        measures,
        timeDimensions: [{ dimension: `${V}.published_at`, granularity: 'second', dateRange: 'this year' }],
      },
      'spans more than 5000 seconds; use a coarser granularity',
    ],
    [
      'a bucket asked for twice',
      {
        measures,
        dimensions: [`${V}.period_end.month`],
        timeDimensions: [{ dimension: `${V}.period_end`, granularity: 'month' }],
      },
      `'${V}.period_end.month' is asked for twice`,
    ],
    [
      'blending without a granularity',
      [{ measures }],
      'Data blending query without granularity is not supported',
    ],
    [
      'comparing twice',
      {
        measures,
        timeDimensions: [0, 1].map(() => ({ dimension: `${V}.period_end`, compareDateRange: ['today'] })),
      },
      'compareDateRange can only exist for one timeDimension',
    ],
    ['ungrouped that is no boolean', { measures, ungrouped: 1 }, '"ungrouped" must be a boolean'],
    [
      'a format of no kind',
      { measures, responseFormat: 'arrow' },
      '"responseFormat" must be one of [default, compact, columnar]',
    ],
  ])('%s', (_, query, message) => {
    expect(() => read(query)).toThrow(message)
    expect(() => read(query, COUNTY)).toThrow(expect.objectContaining({ status: 400 }))
  })
})

it('values nested deeper than the stack are refused like others', () => {
  const bottomless: unknown = JSON.parse('['.repeat(200_000) + ']'.repeat(200_000))
  expect(() => read({ measures: [bottomless] })).toThrow('"measures[0]" must be one of [string, object]')
  expect(() => read({ measures: [`${V}.amount`], timezone: bottomless })).toThrow(
    '"timezone" must be a string',
  )
})
