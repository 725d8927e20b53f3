import type { Query } from '@cubejs-client/core'
import type { Who } from './dataset.ts'

/** A query with what it must give: rows by plain SQL (columns in the order dimensions, times, measures), or a refusal. */
export interface ParityCase {
  readonly name: string
  readonly who: Who
  readonly query: Query
  /** Rows must come in the SQL's own order. */
  readonly ordered: boolean
  readonly sql: string | null
  readonly refused: { readonly status: number; readonly message: string | RegExp } | null
}

export interface ShortQuery {
  readonly measures?: readonly string[]
  readonly dimensions?: readonly string[]
  readonly segments?: readonly string[]
  /** The view's period_end, unless another is named. */
  readonly time?: {
    readonly of?: string
    readonly by?: string
    readonly in?: string | readonly [string, string]
  }
  readonly filters?: readonly ShortFilter[]
  readonly order?: readonly (readonly [string, 'asc' | 'desc'])[]
  readonly limit?: number
  readonly offset?: number
  readonly timezone?: string
  readonly who?: Who
}

export type ShortFilter =
  | readonly [member: string, operator: string, ...values: (string | null)[]]
  | { readonly or: readonly ShortFilter[] }
  | { readonly and: readonly ShortFilter[] }

/** Cube's query with members of one view, whose name need not be repeated. */
export function queryOf(view: string, short: ShortQuery): Query {
  const full = (name: string) =>
    name.includes('.') && !name.startsWith('period_end.') ? name : `${view}.${name}`
  const filter = (given: ShortFilter): unknown => {
    if ('or' in given) return { or: given.or.map(filter) }
    if ('and' in given) return { and: given.and.map(filter) }
    const [member, operator, ...values] = given
    return { member: full(member), operator, ...(values.length > 0 ? { values } : {}) }
  }
  const { measures, dimensions, segments, time, filters, order, who: _who, ...rest } = short
  return {
    ...rest,
    ...(measures ? { measures: measures.map(full) } : {}),
    ...(dimensions ? { dimensions: dimensions.map(full) } : {}),
    ...(segments ? { segments: segments.map(full) } : {}),
    ...(time
      ? {
          timeDimensions: [
            {
              dimension: full(time.of ?? 'period_end'),
              ...(time.by ? { granularity: time.by } : {}),
              ...(time.in ? { dateRange: time.in } : {}),
            },
          ],
        }
      : {}),
    ...(filters ? { filters: filters.map(filter) } : {}),
    ...(order ? { order: order.map(([name, direction]) => [full(name), direction]) } : {}),
  } as unknown as Query
}

/** Cases of one view: `expect` by plain SQL, `refuse` with a status and what the message says. */
export const casesOf = (view: string) => ({
  expect: (name: string, short: ShortQuery, sql: string): ParityCase => ({
    name: `${view}: ${name}`,
    who: short.who ?? 'public',
    query: queryOf(view, short),
    ordered: short.order !== undefined,
    sql,
    refused: null,
  }),
  refuse: (name: string, short: ShortQuery, message: string | RegExp, status = 400): ParityCase => ({
    name: `${view}: ${name}`,
    who: short.who ?? 'public',
    query: queryOf(view, short),
    ordered: false,
    sql: null,
    refused: { status, message },
  }),
})
