import type { UsedRollup } from '../from-rollup.ts'
import { type CanonicalQuery, toCubeQuery } from '../query/canonical-query.ts'
import { bucketOf, type QueryType } from '../query/multi-query.ts'
import { ByteText } from './byte-text.ts'
import { encodeRows, type Rows } from './encode-rows.ts'

export interface OneResult {
  readonly query: CanonicalQuery
  readonly rows: Rows
  readonly annotation: unknown
  readonly total: number | null
  readonly lastRefreshTime: string | null
  readonly used: UsedRollup | null
}

/** Cube's answer to `load`. Rows are written as text: making and stringifying objects would cost more than the query. */
export function loadBody(queryType: QueryType, results: readonly OneResult[], multi: boolean): Buffer {
  const out = new ByteText()
  if (multi) out.write(`{"queryType":"${queryType}","results":[`)
  for (const [index, result] of results.entries()) {
    if (index > 0) out.write(',')
    writeResult(out, result)
  }
  if (multi) {
    const queries = results.map(each => each.query)
    out.write(`],"pivotQuery":${JSON.stringify(pivotQuery(queryType, queries))},"slowQuery":false}`)
  }
  return out.toBuffer()
}

function writeResult(out: ByteText, result: OneResult): void {
  const { query, rows, annotation, total, lastRefreshTime, used } = result
  const rest = JSON.stringify({
    query: echo(query),
    ...(lastRefreshTime === null ? {} : { lastRefreshTime }),
    annotation,
    dataSource: 'default',
    dbType: 'duckdb',
    external: false,
    slowQuery: false,
    total,
    ...(used === null ? {} : { usedPreAggregations: usedPreAggregations(used) }),
  })
  out.write(`${rest.slice(0, -1)},"data":`)
  encodeRows(out, query.responseFormat, rows)
  out.write('}')
}

/** As Cube tells clients: which rollup answered and when it was built, not in which tables it lies. */
const usedPreAggregations = ({ id, table, builtAt }: UsedRollup) => ({
  [table]: { preAggregationId: id, lastUpdatedAt: Date.parse(builtAt), type: 'rollup' },
})

/** The query as the client gets it back: what was asked, without what policies and pins added to it. */
export const echo = (query: CanonicalQuery): Record<string, unknown> => ({
  ...toCubeQuery(query),
  rowLimit: query.limit,
})

/** Cube's `getPivotQuery`: the query that describes all results together. */
export function pivotQuery(
  queryType: QueryType,
  queries: readonly CanonicalQuery[],
): Record<string, unknown> {
  const [first] = queries
  if (!first) return { queryType }
  if (queryType === 'blendingQuery')
    return {
      measures: [...new Set(queries.flatMap(query => query.measures))],
      dimensions: [...new Set(queries.flatMap(query => query.dimensions))],
      timeDimensions: [{ dimension: 'time', granularity: queries.map(bucketOf).find(each => each !== null) }],
      queryType,
    }
  const pivot = echo(first)
  return queryType === 'compareDateRangeQuery'
    ? { ...pivot, dimensions: ['compareDateRange', ...first.dimensions], queryType }
    : { ...pivot, queryType }
}
