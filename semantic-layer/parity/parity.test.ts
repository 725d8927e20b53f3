// Queries through Cube's own client, unmodified, over HTTP: the rows against plain SQL over the same tables, and the SQL that
// was made of each against files, where a change shows as a diff to review.
import cube, { type CubeApi, type Query, RequestError } from '@cubejs-client/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signContextToken } from '../gateway/context-token.ts'
import { type Scratch, scratchGateway } from '../testing/scratch-gateway.ts'
import { type Served, serveGateway } from '../testing/serve-gateway.ts'
import { calculated } from './cases/calculated.ts'
import { dates } from './cases/dates.ts'
import { filters } from './cases/filters.ts'
import { granularities } from './cases/granularities.ts'
import { multiFact } from './cases/multi-fact.ts'
import { ordering } from './cases/ordering.ts'
import { refusals } from './cases/refusals.ts'
import { rolling } from './cases/rolling.ts'
import { semiAdditive } from './cases/semi-additive.ts'
import { views } from './cases/views.ts'
import { fillDataset, READERS, type Who } from './dataset.ts'
import type { ParityCase } from './parity-case.ts'

const SECRET = 'a secret of the tests'
const THEMES: Record<string, readonly ParityCase[]> = {
  filters,
  dates,
  granularities,
  'semi-additive': semiAdditive,
  rolling,
  calculated,
  'multi-fact': multiFact,
  views,
  ordering,
  refusals,
}

let scratch: Scratch
let served: Served
const apis = new Map<Who, CubeApi>()

beforeAll(async () => {
  scratch = await scratchGateway()
  await fillDataset(scratch)
  served = await serveGateway(scratch.gateway, { secret: SECRET })
  const seconds = Math.floor(Date.now() / 1000)
  for (const [who, context] of Object.entries(READERS)) {
    const token = await signContextToken(SECRET, { context, expiresAt: seconds + 1800 }, seconds)
    apis.set(who as Who, cube(token, { apiUrl: served.url }))
  }
})
afterAll(async () => {
  expect(scratch.errors).toEqual([])
  await served.close()
  await scratch.close()
})

function apiOf(who: Who): CubeApi {
  const api = apis.get(who)
  if (!api) throw new Error(`no client for ${who}`)
  return api
}

/** The row keys in the order in which plain SQL gives its columns. */
function keysOf({ dimensions = [], timeDimensions = [], measures = [] }: Query): string[] {
  const times = timeDimensions.flatMap(({ dimension, granularity }) =>
    granularity ? [`${dimension}.${granularity}`] : [],
  )
  return [...dimensions, ...times, ...measures]
}

const timeText = (value: string | null, key: string): string | null =>
  value !== null && /\.(period_end|published_at)(\.|$)/.test(key)
    ? value.replace(' ', 'T').replace(/^(.{10})$/, '$1T00:00:00.000')
    : value
const text = (row: readonly (string | null)[]) => row.map(value => value ?? '∅').join(' | ')

async function loaded({ query, who }: ParityCase): Promise<string[]> {
  const result = await apiOf(who).load(query)
  const keys = keysOf(query)
  return result.rawData().map(row => text(keys.map(key => (row[key] === null ? null : String(row[key])))))
}

async function expected({ query, sql }: ParityCase): Promise<string[]> {
  const keys = keysOf(query)
  const { rows } = await scratch.warehouse.engine.query(sql ?? '')
  return rows.map(row => text(row.map((value, index) => timeText(value, keys[index] ?? ''))))
}

describe.each(Object.entries(THEMES))('%s', (theme, cases) => {
  it.each(
    cases.filter(each => each.sql !== null).map(each => [each.name, each] as const),
  )('%s', async (_, asked) => {
    const [found, wanted] = [await loaded(asked), await expected(asked)]
    expect(asked.ordered ? found : found.sort()).toEqual(asked.ordered ? wanted : wanted.sort())
  })

  it.each(
    cases.filter(each => each.refused !== null).map(each => [each.name, each] as const),
  )('refused: %s', async (_, { query, who, refused }) => {
    const error: unknown = await apiOf(who)
      .load(query)
      .catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(RequestError)
    const { status, message } = error as RequestError
    const wanted = refused?.message ?? ''
    if (typeof wanted === 'string') expect(message).toContain(wanted)
    else expect(message).toMatch(wanted)
    expect(status).toBe(refused?.status)
  })

  it('as SQL', async () => {
    const parts: string[] = []
    for (const { name, query, who } of cases.filter(each => each.sql !== null)) {
      const answer = await apiOf(who).sql(query)
      const [sql, params] = (Array.isArray(answer) ? answer[0] : answer)?.rawQuery().sql ?? ['', []]
      parts.push(`-- ${name} (${who})\n${sql}\n-- ${JSON.stringify(params)}\n`)
    }
    if (parts.length > 0) await expect(parts.join('\n')).toMatchFileSnapshot(`sql/${theme}.sql`)
  })
})

it('there are at least 150 queries, each under a name of its own', () => {
  const names = Object.entries(THEMES).flatMap(([theme, cases]) =>
    cases.map(({ name }) => `${theme}: ${name}`),
  )
  expect(new Set(names).size).toBe(names.length)
  expect(names.length).toBeGreaterThan(149)
})
