import { badFormat, wrong } from '../gateway-error.ts'
import type { CanonicalQuery } from './canonical-query.ts'
import { type QueryScope, type ReadQuery, readQuery } from './read-query.ts'

export type QueryType = 'regularQuery' | 'compareDateRangeQuery' | 'blendingQuery'

export interface ReadRequest {
  readonly queryType: QueryType
  readonly queries: readonly ReadQuery[]
}

const MAX_TEXT = 200_000
const MAX_QUERIES = 10

/** Reads what Cube's protocol calls the query: JSON text or a value; one query, one that compares date ranges, or a list. */
export function readRequest(value: unknown, scope: QueryScope): ReadRequest {
  const parsed = parse(value)
  if (Array.isArray(parsed)) {
    if (parsed.length > MAX_QUERIES) throw badFormat(`a list must hold at most ${MAX_QUERIES} queries`)
    const queries = parsed.map(each => readQuery(each, scope))
    const granularities = new Set(queries.map(({ query }) => bucketOf(query)).filter(each => each !== null))
    if (granularities.size > 1) throw wrong('Data blending query granularities must match')
    if (granularities.size === 0) throw wrong('Data blending query without granularity is not supported')
    return { queryType: 'blendingQuery', queries }
  }
  const compared = compare(parsed)
  if (!compared) return { queryType: 'regularQuery', queries: [readQuery(parsed, scope)] }
  return { queryType: 'compareDateRangeQuery', queries: compared.map(each => readQuery(each, scope)) }
}

export const bucketOf = (query: CanonicalQuery): string | null => query.timeDimensions[0]?.granularity ?? null

function parse(value: unknown): unknown {
  if (value === undefined || value === null || value === '' || value === 'undefined')
    throw wrong('Query param is required')
  if (typeof value !== 'string') return value
  if (value.length > MAX_TEXT) throw badFormat(`"query" must be at most ${MAX_TEXT} characters`)
  try {
    return JSON.parse(value)
  } catch (error) {
    throw wrong(
      `Unable to decode query param as JSON, error: ${error instanceof Error ? error.message : 'unknown'}`,
    )
  }
}

/** One query per range of `compareDateRange`, as Cube's gateway makes them; null when nothing is compared. */
function compare(value: unknown): Record<string, unknown>[] | null {
  if (typeof value !== 'object' || value === null) return null
  const query = new Map<string, unknown>(Object.entries(value))
  const given = query.get('timeDimensions')
  if (!Array.isArray(given)) return null
  const timeDimensions = given.map(each =>
    typeof each === 'object' && each !== null ? new Map<string, unknown>(Object.entries(each)) : null,
  )
  const comparing = timeDimensions.filter(each => (each?.get('compareDateRange') ?? null) !== null)
  if (comparing.length === 0) return null
  if (comparing.length > 1) throw wrong('compareDateRange can only exist for one timeDimension')
  const [compared] = comparing
  const ranges = compared?.get('compareDateRange')
  if (!Array.isArray(ranges) || ranges.length === 0 || ranges.length > MAX_QUERIES)
    throw badFormat(`"compareDateRange" must be an array of 1 to ${MAX_QUERIES} ranges`)
  if (compared?.has('dateRange')) throw badFormat('"dateRange" conflicts with "compareDateRange"')
  return ranges.map(dateRange => ({
    ...Object.fromEntries(query),
    timeDimensions: given.map((each, index) => {
      const map = timeDimensions[index]
      if (!map || map !== compared) return each
      const rest = [...map].filter(([key]) => key !== 'compareDateRange')
      return Object.fromEntries([...rest, ['dateRange', dateRange]])
    }),
  }))
}
