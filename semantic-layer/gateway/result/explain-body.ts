import type { ReadyPlan } from '../compiler/planner.ts'
import type { Reading } from '../from-rollup.ts'
import type { ReadRequest } from '../query/multi-query.ts'
import { echo, pivotQuery } from './answer-body.ts'

/** Cube's answer to `sql`. */
export function sqlBody(
  { queryType }: ReadRequest,
  plans: readonly (Pick<ReadyPlan, 'plan'> & Pick<Reading, 'statement' | 'used'>)[],
): unknown {
  const planned = plans.map(({ plan, statement, used }) => ({
    sql: {
      sql: [statement.sql, statement.params],
      order: orderObject(plan),
      timeDimensionAlias: plan.timeDimensionAlias ?? undefined,
      timeDimensionField: plan.timeDimensionField ?? undefined,
      aliasNameToMember: plan.aliases,
      external: false,
      cacheKeyQueries: [],
      preAggregations: used
        ? [{ preAggregationId: used.id, tableName: used.table, type: 'rollup', external: false }]
        : [],
      dataSource: 'default',
    },
    dataSource: 'default',
  }))
  return queryType === 'regularQuery' ? planned[0] : planned
}

/** Cube's answer to `dry-run`. */
export function dryRunBody({ queryType, queries }: ReadRequest, plans: readonly ReadyPlan[]): unknown {
  const canonical = queries.map(each => each.query)
  return {
    queryType,
    normalizedQueries: canonical.map(echo),
    queryOrder: plans.map(({ plan }) => orderObject(plan)),
    transformedQueries: plans.map(({ plan }) => plan.transformed),
    pivotQuery: pivotQuery(queryType, canonical),
  }
}

const orderObject = ({ order }: ReadyPlan['plan']): Record<string, string> =>
  Object.fromEntries(order.map(({ id, desc }) => [id, desc ? 'desc' : 'asc']))
