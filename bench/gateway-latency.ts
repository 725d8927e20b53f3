import { performance } from 'node:perf_hooks'
import type { CubeQuery, Gateway, SecurityContext } from '../semantic-layer/index.ts'
import type { Engine } from '../warehouse/index.ts'
import type { BenchQuery } from './gateway-queries.ts'

export interface Latency {
  readonly name: string
  readonly rows: number
  readonly raw: number
  readonly planned: number
  readonly missed: number
  readonly cached: number
  /** A rollup answered through the gateway, while `raw` reads facts. */
  readonly rolled: boolean
}

const RUNS = 31
const PUBLIC: SecurityContext = { groups: ['public'], cuis: [] }

/** Medians of the SQL on facts, run on the engine, and of the query through the gateway, run in turns so that noise hits all of them alike. */
export async function measureLatency(
  { name, query }: BenchQuery,
  parts: {
    readonly engine: Engine
    /** Without rollups. */
    readonly onFacts: Gateway
    readonly uncached: Gateway
    readonly cached: Gateway
  },
): Promise<Latency> {
  const { engine, onFacts, uncached, cached } = parts
  const { sql, params } = await sqlOf(onFacts, query)
  const rolled = (await sqlOf(uncached, query)).sql !== sql
  const raw: number[] = []
  const planned: number[] = []
  const missed: number[] = []
  const hit: number[] = []
  let rows = 0
  await load(cached, query, 'warm')
  for (let run = -5; run < RUNS; run++) {
    const times = {
      raw: await timed(async () => {
        rows = (await engine.query(sql, params)).rows.length
      }),
      planned: await timed(() => load(uncached, query)),
      // A limit is part of a plan's shape, so one never used before is a plan never made before.
      missed: await timed(() => load(uncached, { ...query, limit: nextLimit() })),
      cached: await timed(() => load(cached, query, 'warm')),
    }
    if (run < 0) continue
    raw.push(times.raw)
    planned.push(times.planned)
    missed.push(times.missed)
    hit.push(times.cached)
  }
  return {
    name,
    rows,
    raw: median(raw),
    planned: median(planned),
    missed: median(missed),
    cached: median(hit),
    rolled,
  }
}

let limit = 20_000
const nextLimit = () => limit++

async function load(gateway: Gateway, query: CubeQuery, rawKey?: string): Promise<void> {
  const request = {
    endpoint: 'load',
    query: JSON.stringify(query),
    queryType: 'multi',
    context: PUBLIC,
  } as const
  const key = rawKey && `${rawKey} ${request.query}`
  const known = key ? gateway.lookup(key) : null
  const { status, body } = known ?? (await gateway.respond({ ...request, rawKey: key }))
  if (status !== 200) throw new Error(`the gateway answered ${status}: ${body}`)
}

async function sqlOf(
  gateway: Gateway,
  query: CubeQuery,
): Promise<{ sql: string; params: (string | null)[] }> {
  const { body } = await gateway.respond({ endpoint: 'sql', query, context: PUBLIC })
  const answer = JSON.parse(String(body)) as { sql: { sql: [string, (string | null)[]] } }
  const [sql, params] = answer.sql.sql
  return { sql, params }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

export const median = (values: readonly number[]): number =>
  [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN
