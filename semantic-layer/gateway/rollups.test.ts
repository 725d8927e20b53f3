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
import { createGateway } from './gateway.ts'
import type { CubeQuery, SecurityContext } from './types.ts'

const V = 'budget_execution_own'
const OWN = '4245747'
const OTHER = '4245070'
let scratch: Scratch

beforeAll(async () => {
  scratch = await scratchGateway()
  const report = (
    cui: string,
    periodEnd: string,
    lei: number,
    visibility: 'public' | 'internal' = 'public',
  ) =>
    scratch.publish({
      cui,
      periodEnd,
      visibility,
      lines: [
        ['expenditure', '650301', '100101', lei],
        ['revenue', '070101', null, lei / 2],
      ],
    })
  await report(OWN, '2025-12-31', 100)
  await report(OWN, '2026-01-31', 10)
  await report(OWN, '2026-03-31', 25, 'internal')
  await report(OTHER, '2026-01-31', 1000)
  await report(OTHER, '2026-02-28', 3000, 'internal')
  await scratch.warehouse.rollups.refresh()
})
afterAll(async () => {
  expect(scratch.errors).toEqual([])
  await scratch.close()
})

async function ask<T>(
  endpoint: 'load' | 'sql',
  query: CubeQuery,
  context: SecurityContext,
  asOf?: number,
): Promise<T> {
  const { status, body } = await scratch.gateway.respond({ endpoint, query, context, asOf })
  expect(status).toBe(200)
  return JSON.parse(String(body)) as T
}

interface Loaded {
  readonly data: Record<string, string | null>[]
  readonly usedPreAggregations?: Record<
    string,
    { preAggregationId: string; lastUpdatedAt: number; type: string }
  >
}

const load = (query: CubeQuery, context: SecurityContext = PUBLIC, asOf?: number) =>
  ask<Loaded>('load', query, context, asOf)
const time = (granularity: string | null, ...dateRange: string[]) => [
  {
    dimension: `${V}.period_end`,
    ...(granularity ? { granularity } : {}),
    ...(dateRange.length ? { dateRange } : {}),
  },
]
const amount = [`${V}.amount`]

describe('SQL on a rollup', () => {
  const CASES: [string, SecurityContext, CubeQuery][] = [
    [
      'rollup-public',
      PUBLIC,
      {
        measures: [...amount, `${V}.months_covered`],
        dimensions: [`${V}.chapter`],
        timeDimensions: time('quarter', '2026-01-01', '2026-06-30'),
        filters: [{ member: `${V}.kind`, operator: 'equals', values: ['expenditure'] }],
      },
    ],
    [
      'rollup-institution-years',
      institution(OWN),
      {
        measures: [`${V}.revenue`, `${V}.expenditure`],
        timeDimensions: time('year'),
        filters: [{ member: `${V}.expenditure`, operator: 'gt', values: ['0.01'] }],
      },
    ],
  ]

  it.each(CASES)('%s', async (name, context, query) => {
    const { sql } = await ask<{ sql: { sql: [string, (string | null)[]]; preAggregations: unknown[] } }>(
      'sql',
      query,
      context,
    )
    const [text, params] = sql.sql
    await expect(`${text}\n-- ${JSON.stringify(params)}\n`).toMatchFileSnapshot(
      `compiler/fixtures/${name}.sql`,
    )
    expect(sql.preAggregations).toEqual([
      {
        preAggregationId: 'execution_own.by_chapter',
        tableName: 'rollups.execution_own_by_chapter',
        type: 'rollup',
        external: false,
      },
    ])
    await scratch.warehouse.engine.query(text, params)
  })
})

describe('a rollup answers', () => {
  const filtered = (...filters: CubeQuery['filters'] & object): CubeQuery => ({ measures: amount, filters })
  const section = { member: `${V}.section`, operator: 'equals', values: ['F'] }
  const CARRIED: [string, CubeQuery, rollup?: string][] = [
    ['a total', { measures: amount }],
    [
      'all measures',
      { measures: ['amount', 'revenue', 'expenditure', 'months_covered'].map(name => `${V}.${name}`) },
    ],
    ['what is calculated from its measures', { measures: [`${V}.balance`] }],
    ['weeks', { measures: amount, timeDimensions: time('week') }],
    [
      'a range of days within a month',
      { measures: amount, timeDimensions: time(null, '2026-01-15', '2026-02-10') },
    ],
    ['one day', { measures: amount, timeDimensions: time('day', '2026-01-31', '2026-01-31') }],
    [
      'nested conditions',
      filtered({ or: [section, { and: [section, { member: `${V}.source`, operator: 'set' }] }] }),
      'by_title',
    ],
    ['what only the larger one has', { measures: amount, dimensions: [`${V}.economic_title`] }, 'by_title'],
    ['a condition on a figure', filtered({ member: `${V}.amount`, operator: 'gte', values: ['1.00'] })],
    ['dimensions alone', { dimensions: [`${V}.chapter`, `${V}.entity_cui`] }],
  ]
  const OTHERS: [string, CubeQuery][] = [
    [
      'names, which can change without a publication',
      { measures: amount, dimensions: [`${V}.chapter_name_hu`] },
    ],
    ['what is finer than it', { measures: amount, dimensions: [`${V}.subchapter`] }],
    [
      'conditions on what it has not',
      filtered({ member: `${V}.functional_code`, operator: 'equals', values: ['650301'] }),
    ],
    ['a condition on reports', filtered({ member: `${V}.version`, operator: 'equals', values: ['1'] })],
    [
      'the cells',
      { measures: amount, dimensions: ['line_id', 'cell', 'raw_value'].map(name => `${V}.${name}`) },
    ],
    ['a date as it is', { measures: amount, dimensions: [`${V}.period_end`] }],
    [
      'a range by the hour',
      { measures: amount, timeDimensions: time(null, '2026-01-31T00:00:00', '2026-01-31T12:00:00') },
    ],
    [
      'a window, which reaches beyond the range',
      {
        measures: [`${V}.expenditure_to_date`],
        timeDimensions: time('month', '2026-01-01', '2026-06-30'),
      },
    ],
    ['another time zone', { measures: amount, timezone: 'Europe/Bucharest' }],
    ['cumulative amounts', { measures: ['budget_execution.amount'] }],
    ['distinct reports', { measures: ['budget_execution.reports'] }],
  ]

  it.each(CARRIED)('%s', async (_, query, rollup = 'by_chapter') => {
    const { usedPreAggregations } = await load(query)
    expect(usedPreAggregations).toEqual({
      [`rollups.execution_own_${rollup}`]: {
        preAggregationId: `execution_own.${rollup}`,
        lastUpdatedAt: expect.any(Number),
        type: 'rollup',
      },
    })
  })

  it.each(OTHERS)('not %s', async (_, query) => {
    expect(await load(query)).not.toHaveProperty('usedPreAggregations')
  })

  it('a state only where nothing of its years was published since', async () => {
    const in2025 = { measures: amount, timeDimensions: time(null, '2025-01-01', '2025-12-31') }
    const used = async (query: CubeQuery, asOf: number) =>
      (await load(query, COUNTY, asOf)).usedPreAggregations !== undefined
    expect(await used({ measures: amount }, 5)).toBe(true)
    expect(await used({ measures: amount }, 4)).toBe(false)
    expect(await used(in2025, 4)).toBe(true)
    expect(await used(in2025, 0)).toBe(false)
  })
})

describe('what a reader sees through a rollup', () => {
  const query: CubeQuery = {
    measures: amount,
    dimensions: [`${V}.entity_cui`],
    timeDimensions: time('month', '2026-01-01', '2026-12-31'),
    order: { [`${V}.entity_cui`]: 'asc', [`${V}.period_end`]: 'asc' },
  }
  const seen = async (context: SecurityContext) => {
    const { data, usedPreAggregations } = await load(query, context)
    expect(usedPreAggregations).toBeDefined()
    return data.map(row =>
      [row[`${V}.entity_cui`], row[`${V}.period_end.month`]?.slice(0, 7), row[`${V}.amount`]].join(' '),
    )
  }

  it('is what is public, his own, or all', async () => {
    expect(await seen(PUBLIC)).toEqual([`${OTHER} 2026-01 1500.00`, `${OWN} 2026-01 15.00`])
    expect(await seen(institution(OWN))).toEqual([
      `${OTHER} 2026-01 1500.00`,
      `${OWN} 2026-01 15.00`,
      `${OWN} 2026-03 22.50`,
    ])
    expect(await seen(COUNTY)).toEqual([
      `${OTHER} 2026-01 1500.00`,
      `${OTHER} 2026-02 3000.00`,
      `${OWN} 2026-01 15.00`,
      `${OWN} 2026-03 22.50`,
    ])
  })

  it('is no more by asking for it', async () => {
    const other = [{ member: `${V}.entity_cui`, operator: 'equals', values: [OTHER] }]
    for (const context of [PUBLIC, institution(OWN)]) {
      const { data } = await load({ measures: amount, filters: other }, context)
      expect(data).toEqual([{ [`${V}.amount`]: '1500.00' }])
    }
    const { status } = await scratch.gateway.respond({
      endpoint: 'load',
      query: { measures: ['execution_own.amount'], dimensions: ['execution_own.visibility'] },
      context: PUBLIC,
    })
    expect(status).toBe(400)
  })
})

it('a rollup that fails is told of, and facts answer', async () => {
  const errors: unknown[] = []
  const gateway = await createGateway({
    engine: scratch.warehouse.engine,
    modelFolder,
    workerFile: workerFile(),
    publication: { current: () => 5 },
    rollups: { lease: async () => ({ tables: ['rollups.gone'], builtAt: '', release: () => {} }) },
    onError: error => errors.push(error),
  })
  const { data } = await gateway.load({ measures: amount }, COUNTY)
  expect(data).toEqual([{ [`${V}.amount`]: '4687.50' }])
  expect(String(errors)).toContain('gone')
  await gateway.close()
})
