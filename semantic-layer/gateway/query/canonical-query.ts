/** A query after the gate: every member exists and is permitted, every value has its type, dates are absolute. It is in
 * the form that Cube's own `normalizeQuery` gives, so that Cube's code and clients read it as theirs. */
export interface CanonicalQuery {
  readonly measures: readonly string[]
  readonly dimensions: readonly string[]
  readonly segments: readonly string[]
  readonly timeDimensions: readonly CanonicalTimeDimension[]
  readonly filters: readonly CanonicalFilter[]
  readonly order: readonly (readonly [string, 'asc' | 'desc'])[] | null
  readonly limit: number
  readonly offset: number | null
  readonly timezone: string
  readonly total: boolean
  /** Rows as they are, one per line of a report. */
  readonly ungrouped: boolean
  readonly responseFormat: ResponseFormat
}

export type ResponseFormat = 'default' | 'compact' | 'columnar'

export interface CanonicalTimeDimension {
  readonly dimension: string
  readonly granularity: string | null
  readonly dateRange: readonly [string, string] | null
}

export type CanonicalFilter = FilterLeaf | FilterGroup

export interface FilterLeaf {
  readonly member: string
  readonly operator: string
  /** Null for operators without values. */
  readonly values: readonly (string | null)[] | null
}

export type FilterGroup =
  | { readonly or: readonly CanonicalFilter[] }
  | { readonly and: readonly CanonicalFilter[] }

export const isLeaf = (filter: CanonicalFilter): filter is FilterLeaf => 'member' in filter

export const childrenOf = (group: FilterGroup): readonly CanonicalFilter[] =>
  'or' in group ? group.or : group.and

export function* leavesOf(filters: readonly CanonicalFilter[]): Generator<FilterLeaf> {
  for (const filter of filters) {
    if (isLeaf(filter)) yield filter
    else yield* leavesOf(childrenOf(filter))
  }
}

/** Cube's wire form: what the client gets back as `query`, and what Cube's code is given. */
export function toCubeQuery(query: CanonicalQuery): Record<string, unknown> {
  return {
    measures: query.measures,
    dimensions: query.dimensions,
    ...(query.segments.length > 0 ? { segments: query.segments } : {}),
    timeDimensions: query.timeDimensions.map(({ dimension, granularity, dateRange }) => ({
      dimension,
      ...(granularity === null ? {} : { granularity }),
      ...(dateRange === null ? {} : { dateRange }),
    })),
    filters: query.filters.map(toCubeFilter),
    ...(query.order === null ? {} : { order: query.order }),
    limit: query.limit,
    ...(query.offset === null ? {} : { offset: query.offset }),
    timezone: query.timezone,
    ...(query.total ? { total: true } : {}),
    ...(query.ungrouped ? { ungrouped: true } : {}),
    ...(query.responseFormat === 'default' ? {} : { responseFormat: query.responseFormat }),
  }
}

function toCubeFilter(filter: CanonicalFilter): Record<string, unknown> {
  if (!isLeaf(filter))
    return 'or' in filter ? { or: filter.or.map(toCubeFilter) } : { and: filter.and.map(toCubeFilter) }
  const { member, operator, values } = filter
  return values === null ? { member, operator } : { member, operator, values }
}
