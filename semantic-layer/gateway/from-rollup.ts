import type { Rollups } from '../../warehouse/index.ts'
import type { ReadyPlan } from './compiler/planner.ts'
import type { Statement } from './compiler/protocol.ts'

/** Where rollups stand: the warehouse's. */
export type RollupSource = Pick<Rollups, 'lease'>

/** A rollup that answered. */
export interface UsedRollup {
  /** "cube.name". */
  readonly id: string
  /** Its name in Cube's SQL. */
  readonly table: string
  readonly builtAt: string
}

/** What is run for a plan. */
export interface Reading {
  readonly statement: Statement
  readonly total: Statement | null
  readonly used: UsedRollup | null
}

/** Has a plan's rollup read as it stands for this publication; null where it doesn't, or where there is none. Its tables
 * stay as they are until `read` is done, whatever is published and built meanwhile. */
export async function fromRollup<T>(
  { rolled }: ReadyPlan,
  publication: number,
  rollups: RollupSource | null,
  read: (reading: Reading) => Promise<T>,
): Promise<T | null> {
  if (!rolled || !rollups) return null
  const { id, table, statement, total, range } = rolled
  const years = range && ([range[0].slice(0, 4), range[1].slice(0, 4)] as const)
  const lease = await rollups.lease(id, years, publication)
  if (!lease) return null
  const rows = `(${lease.tables.map(name => `SELECT * FROM ${name}`).join(' UNION ALL ')})`
  const resolve = ({ sql, params }: Statement): Statement => ({ sql: sql.replaceAll(table, rows), params })
  try {
    const used = { id, table, builtAt: lease.builtAt }
    return await read({ statement: resolve(statement), total: total && resolve(total), used })
  } finally {
    lease.release()
  }
}
