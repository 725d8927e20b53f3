import type { CompiledModel } from './compile-model.ts'
import type { ContextSymbols, NormalizedQuery, SqlGenerator } from './cube-parts.ts'
import { ROLLUP_SCHEMA } from './describe-rollups.ts'
import type { MembersAndJoins } from './guarded-compiler.ts'
import type { PlanRequest, Rolled, Statement } from './protocol.ts'

const GRANULARITIES = new Set<unknown>(['day', 'week', 'month', 'quarter', 'year'])

/** The same query read from a rollup, if Cube finds one that carries it; policies are in it already, what pins it is not:
 * a rollup has the state of its own. Null where facts have to answer. */
export async function rollUp(
  { compiler, description }: CompiledModel,
  query: NormalizedQuery & { readonly contextSymbols: ContextSymbols },
  { root, joined }: MembersAndJoins,
  request: PlanRequest,
): Promise<Rolled | null> {
  const { timezone, timeDimensions = [], ungrouped, total } = request.query
  if (timezone !== 'UTC' || request.last || ungrouped === true) return null
  if (
    (timeDimensions as { granularity?: string }[]).some(
      ({ granularity }) => granularity !== undefined && !GRANULARITIES.has(granularity),
    )
  )
    return null
  // Rollups hold no members of other cubes, nor these cubes' policies.
  if (joined.size > 0 || !description.rollups.some(({ id }) => id.startsWith(`${root}.`))) return null
  const unpinned = {
    ...query,
    contextSymbols: { ...query.contextSymbols, reading: { pushed: [], guards: {} } },
    withRollups: true,
  }
  const rolled = await compiler.build(unpinned, generator => {
    const found = generator.preAggregations.findPreAggregationForQuery()
    const rollup = description.rollups.find(({ id }) => id === found?.preAggregationId)
    // A window reaches back beyond the query's range, and so beyond the partitions that would be read.
    if (!rollup || generator.preAggregations.hasCumulativeMeasures()) return null
    const ranged = generator.timeDimensions.find(each => each.dateRange)
    return {
      id: rollup.id,
      table: `${ROLLUP_SCHEMA}.${rollup.name}`,
      statement: statementOf(generator),
      range: ranged?.dateRange ? ([ranged.dateRange[0], ranged.dateRange[1]] as const) : null,
    }
  })
  if (!rolled) return null
  const counted =
    total === true
      ? await compiler.build(
          { ...unpinned, ...COUNTING },
          generator =>
            generator.preAggregations.findPreAggregationForQuery()?.preAggregationId === rolled.id &&
            statementOf(generator),
        )
      : null
  return counted === false ? null : { ...rolled, total: counted }
}

/** What makes a query count its own rows. */
export const COUNTING = { totalQuery: true, order: undefined, limit: null, rowLimit: null, offset: null }

export function statementOf(generator: SqlGenerator): Statement {
  const [sql, params] = generator.buildSqlAndParams()
  return { sql, params: params.map(param => (param === null || param === undefined ? null : String(param))) }
}
