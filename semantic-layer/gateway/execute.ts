import type { Member } from './catalogue.ts'
import type { Planner } from './compiler/planner.ts'
import { fromRollup, type Reading, type RollupSource, type UsedRollup } from './from-rollup.ts'
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
  readonly used: UsedRollup | null
}

export interface Executing {
  readonly planner: Planner
  readonly engine: QueryEngine
  readonly rollups: RollupSource | null
  readonly onError: (error: unknown) => void
}

export async function execute(
  read: ReadQuery,
  reader: Reader,
  publication: number,
  { planner, engine, rollups, onError }: Executing,
  signal: AbortSignal,
): Promise<Executed> {
  const ready = await planner.plan(read, reader, publication)
  const run = async ({ statement, total, used }: Reading) => {
    const [result, counted] = await Promise.all([
      engine.query(statement.sql, statement.params, { signal }),
      total && engine.query(total.sql, total.params, { signal }),
    ])
    return { result, counted, used }
  }
  // A rollup is only the faster way: where it fails, as when the warehouse was changed for another, facts answer.
  const rolled = await fromRollup(ready, publication, rollups, run).catch(error => {
    signal.throwIfAborted()
    onError(error)
    return null
  })
  const { result, counted, used } = rolled ?? (await run({ ...ready, used: null }))
  const kinds = new Map([...read.members].map(member => [member.name, kindOf(member)]))
  const columns = outColumns(
    result.columns,
    ready.plan.aliases,
    read.query,
    member => kinds.get(member) ?? 'text',
  )
  const total = counted ? Number(counted.rows[0]?.[0] ?? 0) : null
  return { query: read.query, columns, rows: result.rows, annotation: ready.plan.annotation, total, used }
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
