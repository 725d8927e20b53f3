import { type CanonicalQuery, toCubeQuery } from '../query/canonical-query.ts'
import type { QueryType } from '../query/multi-query.ts'
import { bucketOf } from '../query/multi-query.ts'

export interface OneResult {
  readonly query: CanonicalQuery
  /** JSON text of the rows. */
  readonly data: string
  readonly annotation: unknown
  readonly total: number | null
  readonly lastRefreshTime: string | null
}

/** Cube's answer to `load`. The rows are put in as text: building and writing objects would cost more than the query. */
export function loadBody(queryType: QueryType, results: readonly OneResult[], multi: boolean): string {
  const texts = results.map(resultText)
  if (!multi) return texts[0] ?? '{}'
  const pivot = JSON.stringify(
    pivotQuery(
      queryType,
      results.map(each => each.query),
    ),
  )
  return `{"queryType":"${queryType}","results":[${texts.join(',')}],"pivotQuery":${pivot},"slowQuery":false}`
}

function resultText({ query, data, annotation, total, lastRefreshTime }: OneResult): string {
  const rest = JSON.stringify({
    query: echo(query),
    ...(lastRefreshTime === null ? {} : { lastRefreshTime }),
    annotation,
    dataSource: 'default',
    dbType: 'duckdb',
    external: false,
    slowQuery: false,
    total,
  })
  return `${rest.slice(0, -1)},"data":${data}}`
}

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
