// Single rows for those who may have them: against SQL written by hand, and against what the same query gives grouped.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COUNTY, institution, PUBLIC, type Scratch, scratchGateway } from '../testing/scratch-gateway.ts'
import type { CubeQuery, Row, SecurityContext } from './types.ts'

const V = 'budget_execution'
const A = '4245747'
const B = '4245070'
let scratch: Scratch

beforeAll(async () => {
  scratch = await scratchGateway()
  for (const [cui, periodEnd, visibility, factor] of [
    [A, '2026-01-31', 'public', 1],
    [A, '2026-02-28', 'public', 2.5],
    [A, '2026-03-31', 'internal', 4],
    [B, '2026-01-31', 'public', 10],
    [B, '2026-02-28', 'internal', 20],
    [A, '2026-02-28', 'public', 3],
  ] as const)
    await scratch.publish({
      cui,
      periodEnd,
      visibility,
      lines: [
        ['expenditure', '650301', '100101', 1000.11 * factor],
        ['expenditure', '650301', '100101', 20.02 * factor, { source: 'E' }],
        ['expenditure', '510103', '200101', 300.3 * factor],
        ['revenue', '070101', null, 5000.5 * factor],
      ],
    })
})
afterAll(async () => {
  expect(scratch.errors).toEqual([])
  await scratch.close()
})

const load = (query: CubeQuery, context: SecurityContext, asOf?: number) =>
  scratch.gateway.load({ ...query, ungrouped: true }, context, { asOf })
const LINE = [`${V}.line_id`, `${V}.entity_cui`, `${V}.functional_code`]
const lines = ({ data }: { data: Row[] }, measure = `${V}.amount`) =>
  data
    .map(row => [...LINE.map(name => row[name] ?? null), row[measure] ?? null])
    .sort((left, right) => Number(left[0]) - Number(right[0]))
const raw = async (sql: string) => (await scratch.warehouse.engine.query(sql)).rows

describe('who', () => {
  it.each(['load', 'sql', 'dry-run'] as const)('%s: not the public, nor nobody', async endpoint => {
    const query = { measures: [`${V}.amount`], ungrouped: true }
    const ask = async (context: SecurityContext) => {
      const { status, body } = await scratch.gateway.respond({ endpoint, query, context })
      return [status, (JSON.parse(String(body)) as { error?: string }).error]
    }
    for (const context of [PUBLIC, { groups: ['institution'], cuis: [] }])
      expect(await ask(context)).toEqual([403, 'You have no access to ungrouped queries'])
    expect(await ask({ groups: ['citizen'], cuis: [A] })).toEqual([403, 'You have no access to any data'])
    for (const context of [COUNTY, institution(A)]) expect(await ask(context)).toEqual([200, undefined])
    const blended = await scratch.gateway.respond({
      endpoint,
      query: [{ measures: [`${V}.amount`] }, query],
      context: PUBLIC,
      queryType: 'multi',
    })
    expect(blended.status).toBe(403)
  })
})

describe('rows', () => {
  it('of last reports, as the amounts grouped count them', async () => {
    const last = `select f.line_id, f.cui, f.functional, f.amount from facts.execution f
      join publications p using (publication) where p.superseded_by is null`
    expect(lines(await load({ measures: [`${V}.amount`], dimensions: LINE }, COUNTY))).toEqual(
      await raw(`${last} and (f.cui, p.period_end) in (('${A}', DATE '2026-03-31'), ('${B}', DATE '2026-02-28'))
        order by line_id`),
    )
    const february = [{ dimension: `${V}.period_end`, dateRange: ['2026-02-01', '2026-02-28'] }]
    const query = { measures: [`${V}.amount`], dimensions: LINE, timeDimensions: february }
    expect(lines(await load(query, COUNTY))).toEqual(
      await raw(`${last} and p.period_end = DATE '2026-02-28' order by line_id`),
    )
    // An institution's last report is the last one that it may see.
    expect(lines(await load({ measures: [`${V}.amount`], dimensions: LINE }, institution(A)))).toEqual(
      await raw(`${last} and (f.cui, p.period_end) in (('${A}', DATE '2026-03-31'), ('${B}', DATE '2026-01-31'))
        order by line_id`),
    )
  })

  it('beside other measures: a line of an earlier report has no amount, but counts as a line', async () => {
    const measures = [`${V}.amount`, `${V}.lines`, `${V}.reports`]
    const { data } = await load({ measures, dimensions: [...LINE, `${V}.version`] }, COUNTY)
    expect(data).toHaveLength(20)
    expect(data.filter(row => row[`${V}.amount`] === null)).toHaveLength(12)
    expect(new Set(data.flatMap(row => [row[`${V}.lines`], row[`${V}.reports`]]))).toEqual(new Set(['1']))
  })

  it('alike are not put together; limit, offset, total and order hold', async () => {
    const query = {
      dimensions: [`${V}.functional_code`],
      order: { [`${V}.functional_code`]: 'asc' as const },
    }
    const { data, total } = await load({ ...query, total: true }, COUNTY)
    expect([data.length, total]).toEqual([20, 20])
    expect(data.slice(0, 6).map(row => row[`${V}.functional_code`])).toEqual([
      ...Array(5).fill('070101'),
      '510103',
    ])
    const page = await load({ ...query, limit: 2, offset: 4, total: true }, COUNTY)
    expect([page.data.map(row => row[`${V}.functional_code`]), page.total]).toEqual([
      ['070101', '510103'],
      20,
    ])
    await expect(load({ ...query, limit: 50_001 }, COUNTY)).rejects.toMatchObject({ status: 400 })
    // As of the first publication.
    expect((await load(query, COUNTY, 1)).data).toHaveLength(4)
    expect((await load(query, COUNTY, 0)).data).toHaveLength(0)
  })

  it('never show hidden members, nor take what has no value in a row', async () => {
    for (const member of ['visibility', 'bucket', 'pin'])
      await expect(load({ dimensions: [`${V}.${member}`] }, COUNTY)).rejects.toMatchObject({ status: 400 })
    const filters = [{ member: `${V}.amount`, operator: 'gt', values: ['1'] }]
    await expect(load({ measures: [`${V}.amount`], filters }, COUNTY)).rejects.toMatchObject({
      status: 400,
      message: "Measure filters aren't allowed in ungrouped query",
    })
  })

  it('exist for every measure, or the measure is refused', async () => {
    const { body } = await scratch.gateway.respond({ endpoint: 'meta', query: null, context: COUNTY })
    const { cubes } = JSON.parse(String(body)) as {
      cubes: { name: string; measures: { name: string; meta: { additivity: string } }[] }[]
    }
    for (const { name, measures } of cubes)
      for (const measure of measures) {
        const range = {
          dimension: `${name}.period_end`,
          granularity: 'month',
          dateRange: ['2026-01-01', '2026-03-31'],
        }
        const query = { measures: [measure.name], timeDimensions: [range], ungrouped: true }
        const { status } = await scratch.gateway.respond({ endpoint: 'load', query, context: COUNTY })
        const refused = ['window', 'ratio'].includes(measure.meta.additivity)
        expect([measure.name, status]).toEqual([measure.name, refused ? 400 : 200])
      }
  })

  it('go out in every format, and in the annotation of a grouped query', async () => {
    const query = { measures: [`${V}.amount`], dimensions: LINE, ungrouped: true, limit: 1 }
    const bodies = await Promise.all(
      ['default', 'compact', 'columnar'].map(async responseFormat => {
        const request = { endpoint: 'load' as const, query: { ...query, responseFormat }, context: COUNTY }
        const { body } = await scratch.gateway.respond(request)
        return JSON.parse(String(body)) as {
          query: Record<string, unknown>
          data: unknown
          annotation: unknown
        }
      }),
    )
    for (const body of bodies) expect(body.query).toMatchObject({ ungrouped: true, limit: 1 })
    expect(Object.keys(bodies[1]?.data as object)).toEqual(['members', 'dataset'])
    expect(Object.keys(bodies[2]?.data as object)).toEqual(['members', 'columns'])
  })
})

const bani = (text: string | null | undefined): bigint => BigInt((text ?? '0.00').replace('.', ''))

describe('property', () => {
  it('rows add up to the same query grouped, whoever asks, at whatever state', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          view: fc.constantFrom('budget_execution', 'budget_execution_own'),
          measures: fc.subarray(['amount', 'revenue', 'expenditure'], { minLength: 1 }),
          dimensions: fc.subarray([
            'entity_cui',
            'kind',
            'chapter',
            'source',
            'publication',
            'entity_name_hu',
          ]),
          granularity: fc.constantFrom(null, 'day', 'month', 'year'),
          until: fc.constantFrom('2026-01-31', '2026-02-28', '2026-12-31'),
          cui: fc.constantFrom(null, A, B),
          context: fc.constantFrom(COUNTY, institution(A), institution(B), institution(A, B)),
          asOf: fc.integer({ min: 0, max: 6 }),
        }),
        async ({ view, measures, dimensions, granularity, until, cui, context, asOf }) => {
          const query: CubeQuery = {
            measures: measures.map(name => `${view}.${name}`),
            dimensions: dimensions.map(name => `${view}.${name}`),
            timeDimensions: [
              {
                dimension: `${view}.period_end`,
                dateRange: ['2026-01-01', until],
                ...(granularity ? { granularity } : {}),
              },
            ],
            filters:
              cui === null ? [] : [{ member: `${view}.entity_cui`, operator: 'equals', values: [cui] }],
            limit: 50_000,
          }
          const [grouped, single] = await Promise.all([
            scratch.gateway.load(query, context, { asOf }),
            load(query, context, asOf),
          ])
          const sums = ({ data }: { data: Row[] }) => {
            const found = new Map<string, bigint[]>()
            for (const row of data) {
              const key = JSON.stringify([
                ...(query.dimensions ?? []).map(name => row[name]),
                granularity && row[`${view}.period_end.${granularity}`],
              ])
              const known = found.get(key) ?? measures.map(() => 0n)
              found.set(
                key,
                known.map((sum, index) => sum + bani(row[`${view}.${measures[index]}`])),
              )
            }
            return Object.fromEntries([...found].filter(([, each]) => each.some(sum => sum !== 0n)).sort())
          }
          expect(sums(single)).toEqual(sums(grouped))
        },
      ),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 60) },
    )
  })
})
