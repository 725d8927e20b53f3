// Random queries by random readers at random states, against the model's meaning written down a second time.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cumulative, DIMENSIONS, own, type Published, type Question } from '../testing/reference.ts'
import { type Scratch, type ShortLine, scratchGateway } from '../testing/scratch-gateway.ts'
import type { CubeQuery, LoadResult } from './types.ts'

const RUNS = Number(process.env.PROPERTY_RUNS ?? 120)
const CUIS = ['4245747', '4245070', '4245062']
const DAYS = ['2025-11-30', '2025-12-31', '2026-01-31', '2026-02-28', '2026-03-31', '2026-06-30']
const PUBLICATIONS = 45

let scratch: Scratch
const published: Published[] = []

const line: fc.Arbitrary<ShortLine> = fc
  .record({
    kind: fc.constantFrom('revenue', 'expenditure'),
    functional: fc.constantFrom('650301', '650302', '510103', '070101'),
    economic: fc.constantFrom('100101', '200101'),
    cents: fc.integer({ min: -50_000, max: 10_000_000 }),
    source: fc.constantFrom('A', 'E'),
  })
  .map(({ kind, functional, economic, cents, source }) => [
    kind as 'revenue' | 'expenditure',
    functional,
    kind === 'revenue' ? null : economic,
    cents / 100,
    { source },
  ])

const report = fc.record({
  cui: fc.constantFrom(...CUIS),
  periodEnd: fc.constantFrom(...DAYS),
  reportType: fc.constantFrom('FXB-EXB-900', 'FXB-EXB-901'),
  visibility: fc.constantFrom('public', 'public', 'internal'),
  lines: fc.array(line, { minLength: 1, maxLength: 6 }),
})

beforeAll(async () => {
  scratch = await scratchGateway()
  // One warehouse for all runs: filling it is what takes long. The seed keeps it the same.
  for (const each of fc.sample(report, { numRuns: PUBLICATIONS, seed: 20260715 })) {
    const earlier = published.filter(
      other =>
        other.cui === each.cui && other.periodEnd === each.periodEnd && other.reportType === each.reportType,
    )
    const next = { ...each, version: earlier.length + 1 } as Omit<Published, 'publication'>
    published.push({ ...next, publication: await scratch.publish(next) })
  }
  // Later states are read from rollups where the question allows it, earlier ones from facts.
  await scratch.warehouse.rollups.refresh()
})
afterAll(async () => {
  expect(scratch.errors).toEqual([])
  await scratch.close()
})

const question: fc.Arbitrary<Question> = fc.record({
  asOf: fc.integer({ min: 0, max: PUBLICATIONS }),
  reader: fc.record({
    groups: fc
      .subarray(['public', 'institution', 'county', 'someone'], { minLength: 1 })
      .filter(groups => groups.some(group => group !== 'someone')),
    cuis: fc.subarray([...CUIS, '99999999']),
  }),
  granularity: fc.constantFrom(
    ...([null, null, 'day', 'month', 'quarter', 'year', 'half_year', 'school_year'] as const),
  ),
  range: fc.option(
    fc
      .tuple(fc.constantFrom(...DAYS), fc.constantFrom(...DAYS))
      .map(days => [...days].sort() as [string, string]),
  ),
  cuis: fc.option(fc.subarray(CUIS, { minLength: 1 }), { freq: 2 }),
  kind: fc.option(fc.constantFrom('revenue', 'expenditure'), { freq: 2 }),
  chapters: fc.option(fc.subarray(['65', '51', '07'], { minLength: 1 }), { freq: 3 }),
  version: fc.option(fc.constantFrom(1, 2), { freq: 5 }),
  dimensions: fc.subarray(Object.keys(DIMENSIONS) as (keyof typeof DIMENSIONS)[], { maxLength: 4 }),
})

function queryOf(view: string, measures: readonly string[], asked: Question): CubeQuery {
  const equals = (name: string, values: readonly string[] | null) =>
    values === null ? [] : [{ member: `${view}.${name}`, operator: 'equals', values }]
  return {
    measures: measures.map(name => `${view}.${name}`),
    dimensions: asked.dimensions.map(name => `${view}.${name}`),
    timeDimensions:
      asked.granularity === null && asked.range === null
        ? []
        : [
            {
              dimension: `${view}.period_end`,
              ...(asked.granularity ? { granularity: asked.granularity } : {}),
              ...(asked.range ? { dateRange: asked.range } : {}),
            },
          ],
    filters: [
      ...equals('entity_cui', asked.cuis),
      ...equals('kind', asked.kind && [asked.kind]),
      ...equals('chapter', asked.chapters),
      ...equals('version', asked.version === null ? null : [String(asked.version)]),
    ],
    limit: 50_000,
  }
}

function rowsOf(
  view: string,
  asked: Question,
  { data }: LoadResult,
): [string, Record<string, string | null>][] {
  return data.map(row => {
    const dimensions = asked.dimensions.map(name => row[`${view}.${name}`] ?? null)
    const bucket = asked.granularity
      ? (row[`${view}.period_end.${asked.granularity}`]?.slice(0, 10) ?? null)
      : null
    return [JSON.stringify([...dimensions, bucket]), row]
  })
}

const lei = (bani: bigint): string => {
  const digits = String(bani < 0n ? -bani : bani).padStart(3, '0')
  return `${bani < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

const byGroup = <T>(entries: Iterable<readonly [string, T]>) => Object.fromEntries([...entries].sort())
const isGrand = (asked: Question) => asked.dimensions.length === 0 && asked.granularity === null

describe('every reader sees what he may see, and sums of it', () => {
  it('cumulative amounts, lines and reports', async () => {
    await fc.assert(
      fc.asyncProperty(question, fc.boolean(), async (asked, mixed) => {
        const view = 'budget_execution'
        const measures = mixed ? ['amount', 'lines', 'reports'] : ['amount']
        const query = queryOf(view, measures, asked)
        const result = await scratch.gateway.load({ ...query, total: true }, asked.reader, {
          asOf: asked.asOf,
        })
        const expected = [...cumulative(published, asked)]
          // With amounts alone only last reports are read, so a group without any does not appear.
          .filter(([, group]) => mixed || group.amount !== null)
          .map(([group, { amount, lines, reports }]): [string, unknown] => [
            group,
            [amount === null ? null : lei(amount), ...(mixed ? [String(lines), String(reports)] : [])],
          ])
        const found = rowsOf(view, asked, result).map(([group, row]): [string, unknown] => [
          group,
          measures.map(name => row[`${view}.${name}`]),
        ])
        const nothing = mixed ? [null, '0', '0'] : [null]
        // A grand total over no rows is one row without a value.
        if (isGrand(asked) && expected.length === 0) expected.push(['[null]', nothing])
        expect(byGroup(found)).toEqual(byGroup(expected))
        expect(result.total).toBe(found.length)
      }),
      { numRuns: RUNS },
    )
  })

  it("the period's own amounts, where a difference would tell an internal report's figures", async () => {
    await fc.assert(
      fc.asyncProperty(question, async asked => {
        const view = 'budget_execution_own'
        const result = await scratch.gateway.load(queryOf(view, ['amount'], asked), asked.reader, {
          asOf: asked.asOf,
        })
        const expected = [...own(published, asked)].map(([group, sum]): [string, unknown] => [
          group,
          lei(sum),
        ])
        const found = rowsOf(view, asked, result).map(([group, row]): [string, unknown] => [
          group,
          row[`${view}.amount`],
        ])
        if (isGrand(asked) && expected.length === 0) expected.push(['[null]', null])
        expect(byGroup(found)).toEqual(byGroup(expected))
      }),
      { numRuns: RUNS },
    )
  })

  it('pairs of dimensions that only the fact cube joins', async () => {
    const view = 'budget_execution'
    await fc.assert(
      fc.asyncProperty(question, async asked => {
        const { data } = await scratch.gateway.load(
          {
            dimensions: [
              `${view}.functional_display`,
              `${view}.source_name_ro`,
              `${view}.economic_title_name_en`,
            ],
            limit: 50_000,
          },
          asked.reader,
          { asOf: asked.asOf },
        )
        const all: Question = {
          ...asked,
          granularity: null,
          range: null,
          cuis: null,
          kind: null,
          chapters: null,
          version: null,
          dimensions: ['functional_code', 'source', 'economic_title'],
        }
        // Revenue and expenditure may share a code but not its display, so the kind tells them apart here too.
        const pairs = new Set([
          ...cumulative(published, { ...all, dimensions: [...all.dimensions, 'kind'] }).keys(),
        ])
        expect(data.length).toBe(pairs.size)
      }),
      { numRuns: Math.ceil(RUNS / 3) },
    )
  })

  it('lines: an institution never gets an internal line of another, however it asks', async () => {
    const view = 'budget_execution'
    await fc.assert(
      fc.asyncProperty(question, fc.constantFrom('amount', 'lines', null), async (asked, measure) => {
        const { data } = await scratch.gateway.load(
          {
            ...queryOf(view, measure ? [measure] : [], asked),
            dimensions: [`${view}.line_id`, `${view}.publication`, `${view}.entity_cui`],
          },
          asked.reader,
          { asOf: asked.asOf },
        )
        const { groups, cuis } = asked.reader
        for (const row of data) {
          const source = published.find(each => String(each.publication) === row[`${view}.publication`])
          const may =
            groups.includes('county') ||
            source?.visibility === 'public' ||
            (groups.includes('institution') && cuis.includes(row[`${view}.entity_cui`] ?? ''))
          expect(may).toBe(true)
        }
      }),
      { numRuns: RUNS },
    )
  })
})
