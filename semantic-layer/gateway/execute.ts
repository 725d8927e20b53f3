import type { Member } from './catalogue.ts'
import type { Planner, ReadyPlan } from './compiler/planner.ts'
import type { CanonicalQuery } from './query/canonical-query.ts'
import type { QueryType } from './query/multi-query.ts'
import type { ReadQuery } from './query/read-query.ts'
import { NO_EXTRAS, type RowExtras } from './result/encode-rows.ts'
import { type ColumnKind, type OutColumn, outColumns } from './result/out-columns.ts'
import type { Reader } from './security-context.ts'
import type { QueryEngine, Value } from './types.ts'

/** The rows of one query with what is needed to write them out. */
export interface Executed {
  readonly query: CanonicalQuery
  readonly columns: readonly OutColumn[]
  readonly rows: readonly (readonly Value[])[]
  readonly annotation: Readonly<Record<string, unknown>>
  readonly total: number | null
}

export async function execute(
  read: ReadQuery,
  reader: Reader,
  publication: number,
  parts: { readonly planner: Planner; readonly engine: QueryEngine; readonly signal: AbortSignal },
): Promise<Executed> {
  const { planner, engine, signal } = parts
  const ready: ReadyPlan = await planner.plan(read, reader, publication)
  const [result, counted] = await Promise.all([
    engine.query(ready.statement.sql, ready.statement.params, { signal }),
    ready.total && engine.query(ready.total.sql, ready.total.params, { signal }),
  ])
  const kinds = new Map([...read.members].map(member => [member.name, kindOf(member)]))
  const columns = outColumns(
    result.columns,
    ready.plan.aliases,
    read.query,
    member => kinds.get(member) ?? 'text',
  )
  const total = counted ? Number(counted.rows[0]?.[0] ?? 0) : null
  return { query: read.query, columns, rows: result.rows, annotation: ready.plan.annotation, total }
}

function kindOf(member: Member): ColumnKind {
  if (member.kind === 'measure') return 'number'
  return member.type === 'string' ? 'text' : member.type
}

/** What each row carries besides its members: the compared range, or the bucket that blended queries meet on. */
export function extrasOf(queryType: QueryType, { query, columns }: Executed): RowExtras {
  if (queryType === 'compareDateRangeQuery') {
    const range = query.timeDimensions.find(each => each.dateRange !== null)?.dateRange
    return range
      ? { constant: new Map([['compareDateRange', range.join(' - ')]]), copies: new Map() }
      : NO_EXTRAS
  }
  if (queryType === 'regularQuery') return NO_EXTRAS
  const [first] = query.timeDimensions
  if (!first || first.granularity === null) return NO_EXTRAS
  const index = columns.findIndex(column => column.names.includes(`${first.dimension}.${first.granularity}`))
  return index < 0
    ? NO_EXTRAS
    : { constant: new Map(), copies: new Map([[`time.${first.granularity}`, index]]) }
}
