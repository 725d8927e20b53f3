// Row and member policies on every path, against left joins written out by hand: what a reader may not see is not there, and
// hiding a joined row never hides the fact that it is joined to.
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  answer,
  dimensionsOf,
  measuresOf,
  type PolicyFilter,
  type PolicyQuestion,
  permitted,
} from '../testing/policy-reference.ts'
import { type PolicyRows, putPolicyRows } from '../testing/policy-tables.ts'
import { type Scratch, scratchGateway } from '../testing/scratch-gateway.ts'
import type { CubeQuery, Row } from './types.ts'

const RUNS = Number(process.env.PROPERTY_RUNS ?? 150)
const PLACES = ['p1', 'p2', 'p3', 'p4', 'p5']
const CUIS = ['1', '2', '3']

let scratch: Scratch
let rows: PolicyRows

const numbered = <T extends object>(arbitrary: fc.Arbitrary<T>, count: number) =>
  fc
    .array(arbitrary, { minLength: count, maxLength: count })
    .map(list => list.map((each, index) => ({ id: index + 1, ...each })))
const policyRows: fc.Arbitrary<PolicyRows> = fc.record({
  visits: numbered(
    fc.record({
      place: fc.constantFrom(...PLACES, 'gone', null),
      sender: fc.constantFrom(...PLACES, null),
      grade: fc.constantFrom('open', 'staff'),
      owner: fc.constantFrom(...CUIS),
      amount: fc.integer({ min: -500, max: 5000 }),
    }),
    40,
  ),
  places: fc.constant(
    PLACES.map((id, index) => ({
      id,
      region: index === 4 ? null : `r${index % 3}`,
      kind: index % 2 === 0 ? 'open' : 'shut',
      owner: CUIS[index % 3] ?? '1',
      name: `Place ${index}`,
    })),
  ),
  regions: fc.constant([
    { id: 'r0', listed: 'yes', name: 'East' },
    { id: 'r1', listed: 'no', name: 'West' },
  ]),
  notes: numbered(fc.record({ place: fc.constantFrom(...PLACES), shown: fc.constantFrom('yes', 'no') }), 8),
})

beforeAll(async () => {
  const modelFolder = fileURLToPath(new URL('../testing/policy-model', import.meta.url))
  scratch = await scratchGateway({ modelFolder })
  const [sample] = fc.sample(policyRows, { numRuns: 1, seed: 20260715 })
  if (!sample) throw new Error('no rows')
  rows = sample
  await putPolicyRows(scratch.warehouse, rows)
})
afterAll(async () => {
  expect(scratch.errors).toEqual([])
  await scratch.close()
})

const VALUES = ['open', 'shut', 'staff', 'yes', 'no', 'East', 'West', 'Place 0', 'Place 3', 'p1', '1', '2']
const question: fc.Arbitrary<PolicyQuestion> = fc
  .constantFrom('visits_view' as const, 'senders_view' as const, 'places_view' as const)
  .chain(view => {
    const filter: fc.Arbitrary<PolicyFilter> = fc.record({
      dimension: fc.constantFrom(...dimensionsOf(view).filter(name => name !== 'id')),
      operator: fc.constantFrom('equals', 'notEquals', 'set', 'notSet'),
      values: fc.subarray(VALUES, { minLength: 1, maxLength: 3 }),
    })
    return fc.record({
      view: fc.constant(view),
      reader: fc.record({
        groups: fc.subarray(['public', 'institution', 'county', 'someone'], { maxLength: 2 }),
        cuis: fc.subarray(CUIS),
      }),
      measures: fc.subarray([...measuresOf(view)]),
      dimensions: fc.subarray(dimensionsOf(view), { maxLength: 3 }),
      filters: fc.array(fc.array(filter, { minLength: 1, maxLength: 2 }), { maxLength: 2 }),
    })
  })
  .filter(({ measures, dimensions }) => measures.length + dimensions.length > 0)

function queryOf({ view, measures, dimensions, filters }: PolicyQuestion): CubeQuery {
  return {
    measures: measures.map(name => `${view}.${name}`),
    dimensions: dimensions.map(name => `${view}.${name}`),
    filters: filters.map(any => ({
      or: any.map(({ dimension, operator, values }) => ({
        member: `${view}.${dimension}`,
        operator,
        ...(operator === 'set' || operator === 'notSet' ? {} : { values }),
      })),
    })),
    limit: 50_000,
    total: true,
  }
}

const texts = ({ view, measures, dimensions }: PolicyQuestion, data: readonly Row[]): string[] =>
  data
    .map(row =>
      [
        ...(dimensions.length > 0 ? [dimensions.map(name => row[`${view}.${name}`]).join('|')] : []),
        ...measures.map(name => row[`${view}.${name}`]),
      ].join('|'),
    )
    .sort()

describe('policies', () => {
  it('hold for every reader and query, and joined rows that are hidden leave their facts', async () => {
    const seen = { rows: 0, refused: 0 }
    await fc.assert(
      fc.asyncProperty(question, async asked => {
        const query = queryOf(asked)
        const respond = (endpoint: 'load' | 'sql' | 'dry-run') =>
          scratch.gateway.respond({ endpoint, query, queryType: 'multi', context: asked.reader })
        const may = permitted(asked)
        for (const endpoint of ['load', 'sql', 'dry-run'] as const) {
          const { status, body } = await respond(endpoint)
          expect([endpoint, status, may ? '' : String(body)]).toEqual([
            endpoint,
            may ? 200 : 403,
            may ? '' : expect.stringMatching(/^\{"error":"You have no access/),
          ])
        }
        if (!may) {
          seen.refused += 1
          return
        }
        const expected = answer(rows, asked)
        const { data, total } = await scratch.gateway.load(query, asked.reader)
        expect(texts(asked, data)).toEqual(expected)
        expect(total).toBe(expected.length)
        // From the cache of answers as from the engine.
        const cached = JSON.parse(String((await respond('load')).body)) as { results: { data: Row[] }[] }
        expect(texts(asked, cached.results[0]?.data ?? [])).toEqual(expected)
        seen.rows += expected.length
      }),
      { numRuns: RUNS },
    )
    expect(Math.min(seen.rows, seen.refused)).toBeGreaterThan(RUNS / 10)
  })

  it("put no reader's own values into what another gets", async () => {
    const query: CubeQuery = { measures: ['visits_view.total'], dimensions: ['visits_view.place_name'] }
    const sql = async (cui: string) => {
      const context = { groups: ['institution'], cuis: [`${cui}00${cui}`] }
      const { body } = await scratch.gateway.respond({ endpoint: 'sql', query, context })
      return String(body)
    }
    const [first, second] = [await sql('7'), await sql('8')]
    expect([first.includes('7007'), first.includes('8008')]).toEqual([true, false])
    expect([second.includes('7007'), second.includes('8008')]).toEqual([false, true])
  })

  it('name no forbidden member in meta, nor a cube', async () => {
    const { body } = await scratch.gateway.respond({
      endpoint: 'meta',
      query: null,
      context: { groups: ['public'], cuis: [] },
    })
    const { cubes } = JSON.parse(String(body)) as {
      cubes: { name: string; dimensions: { name: string }[] }[]
    }
    expect(cubes.map(cube => cube.name).sort()).toEqual(['places_view', 'senders_view', 'visits_view'])
    expect(cubes.find(cube => cube.name === 'visits_view')?.dimensions.map(each => each.name)).not.toContain(
      'visits_view.owner',
    )
    // Nor where a figure could be drilled down to.
    expect(String(body)).not.toMatch(/visits_view\.(owner|place_owner)/)
    expect(String(body)).toContain('"drillMembers":["visits_view.id","visits_view.grade"]')
  })
})
