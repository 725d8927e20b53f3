import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COUNTY, institution, modelFolder, PUBLIC, workerFile } from '../../testing/scratch-gateway.ts'
import { Catalogue } from '../catalogue.ts'
import { toCubeQuery } from '../query/canonical-query.ts'
import { readQuery } from '../query/read-query.ts'
import { readerOf } from '../security-context.ts'
import type { CubeQuery, SecurityContext } from '../types.ts'
import { CompilerClient } from './compiler-client.ts'
import { Planner } from './planner.ts'
import type { PlanRequest } from './protocol.ts'

const V = 'budget_execution'
const client = new CompilerClient({ modelFolder, workerFile: workerFile() })
const asked: PlanRequest[] = []
const planner = new Planner(request => {
  asked.push(request)
  return client.plan(request)
})
let catalogue: Catalogue

beforeAll(async () => {
  const { everything, byGroups } = await client.describe()
  catalogue = new Catalogue(everything, byGroups)
})
afterAll(() => client.close())

async function plan(query: CubeQuery, context: SecurityContext = PUBLIC, publication = 7) {
  const reader = readerOf(context)
  const read = readQuery(query, { catalogue, reader, now: () => Date.UTC(2026, 6, 15) })
  return (await planner.plan(read, reader, publication)).statement
}

const question = (month: string, cui: string, words: string): CubeQuery => ({
  measures: [`${V}.expenditure`],
  timeDimensions: [{ dimension: `${V}.period_end`, dateRange: [`2026-${month}-01`, `2026-${month}-28`] }],
  filters: [
    { member: `${V}.entity_cui`, operator: 'equals', values: [cui] },
    { member: `${V}.entity_name_ro`, operator: 'contains', values: [words] },
    { member: `${V}.expenditure`, operator: 'gt', values: [cui] },
  ],
})

describe('a plan', () => {
  it('serves every value, institution and publication of its shape', async () => {
    asked.length = 0
    const first = await plan(question('01', '111', 'a'), institution('1', '2'), 7)
    const second = await plan(question('02', '222', '50%'), institution('3', '4'), 8)
    expect(asked).toHaveLength(1)
    expect(second.sql).toBe(first.sql)
    expect(first.params).toEqual(
      expect.arrayContaining(['111', 'a', '1', '2', '7', '2026-01-01T00:00:00.000']),
    )
    expect(second.params).toEqual(
      expect.arrayContaining(['222', '50\\%', '3', '4', '8', '2026-02-28T23:59:59.999']),
    )
    expect(second.params.filter(param => ['111', 'a', '1', '2', '7'].includes(param ?? ''))).toEqual([])
  })

  it('is the same as one made with the values in place', async () => {
    const query = question('03', '333', 'x_y\\')
    const shared = await plan(query, institution('5'))
    const reader = readerOf(institution('5'))
    const read = readQuery(query, { catalogue, reader, now: () => 0 })
    const literal = await client.plan({
      query: toCubeQuery(read.query),
      reader,
      pin: '7',
      last: { bucket: null, only: true },
      explain: false,
    })
    expect(literal).toMatchObject({ kind: 'planned', plan: { statement: shared } })
  })

  it('is another one for other groups, members, limits and numbers of values', async () => {
    asked.length = 0
    const query = question('01', '111', 'a')
    await plan(query)
    await plan(query, COUNTY)
    await plan(query, institution('1', '2', '3', '4'))
    await plan(query, institution('1', '2', '3'))
    await plan({ ...query, limit: 5 })
    await plan({ ...query, filters: [{ member: `${V}.entity_cui`, operator: 'equals', values: ['1', '2'] }] })
    await plan({ ...query, timezone: 'Europe/Bucharest' })
    expect(asked).toHaveLength(7)
  })

  it('of times with a zone keeps the times converted', async () => {
    const query = (day: string): CubeQuery => ({
      measures: [`${V}.reports`],
      filters: [{ member: `${V}.published_at`, operator: 'afterOrOnDate', values: [day] }],
      timezone: 'Europe/Bucharest',
    })
    expect((await plan(query('2026-07-01'))).params).toContain('2026-06-30T21:00:00.000Z')
    expect((await plan(query('2026-01-01'))).params).toContain('2025-12-31T22:00:00.000Z')
  })

  it('does not take a value that looks like a placeholder for one', async () => {
    const { params } = await plan({
      dimensions: [`${V}.chapter`],
      filters: [
        { member: `${V}.chapter`, operator: 'equals', values: ['9000-01-01T00:00:00.000', '$0$', '?'] },
        { member: `${V}.cell`, operator: 'equals', values: [asked[0]?.pin ?? ''] },
      ],
    })
    expect(params).toEqual(expect.arrayContaining(['9000-01-01T00:00:00.000', '$0$', '?', asked[0]?.pin]))
    expect(params.filter(param => param === '7').length).toBeGreaterThan(1)
  })
})

describe('the compiler thread', () => {
  it('is replaced when it ends', async () => {
    const lost = new CompilerClient({ modelFolder: '/nowhere', workerFile: workerFile() })
    await expect(lost.describe()).rejects.toThrow(/ENOENT/)
    await lost.close()
    await expect(lost.describe()).rejects.toThrow('the gateway is closed')
  })
})
