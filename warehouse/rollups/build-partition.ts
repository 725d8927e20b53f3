import { createHash } from 'node:crypto'
import type { Engine, Transaction } from '../engine/engine.ts'
import type { RollupDefinition } from './rollup.ts'

/** A row of `rollup_partitions`. */
export interface BuiltPartition {
  readonly rollup: string
  readonly partition: string
  readonly definitionHash: string
  readonly publication: number
  /** Without its schema. */
  readonly table: string
  readonly rows: number
  readonly bytes: number
  readonly builtAt: string
}

export const hashOf = ({ sql, params }: RollupDefinition): string =>
  createHash('sha256')
    .update(JSON.stringify([sql, params]))
    .digest('hex')

/** Fills a new table and lists it in place of the one before, in one transaction: the number that it is built for is read
 * from the same snapshot as its rows, and a crash leaves the old one in use. */
export function buildPartition(
  engine: Engine,
  definition: RollupDefinition,
  partition: string,
): Promise<BuiltPartition> {
  return engine.beside(async transaction => {
    const { rows: latest } = await transaction.query('select coalesce(max(publication), 0) from publications')
    const publication = Number(latest[0]?.[0])
    const table = await freeName(transaction, `${definition.name}_${partition}_v${publication}`)
    await transaction.execute(`create table rollups."${table}" as ${selectOf(definition, partition)}`)
    const { rows, bytes } = await sizeOf(transaction, table)
    await transaction.query('delete from rollup_partitions where rollup = ? and partition = ?', [
      definition.id,
      partition,
    ])
    const definitionHash = hashOf(definition)
    const inserted = await transaction.query(
      `insert into rollup_partitions values (?, ?, ?, ?, ?, ?, ?, cast(now() as timestamp)) returning built_at`,
      [definition.id, partition, definitionHash, publication, table, rows, bytes],
    )
    const builtAt = `${inserted.rows[0]?.[0]}Z`
    return { rollup: definition.id, partition, definitionHash, publication, table, rows, bytes, builtAt }
  })
}

/** Only our own two texts are put in: CREATE TABLE AS takes no parameters. */
function selectOf({ id, sql, params }: RollupDefinition, partition: string): string {
  const range = { from: `'${partition}-01-01T00:00:00.000'`, to: `'${partition}-12-31T23:59:59.999'` }
  const parts = sql.split('?')
  if (!/^\d{4}$/.test(partition) || parts.length !== params.length + 1)
    throw new Error(`rollup ${id} can't be filled for ${partition}: ${params.length} parameters`)
  return parts
    .map((part, index) => (index === 0 ? part : `${range[params[index - 1] ?? 'from']}${part}`))
    .join('')
}

/** A partition that is built twice for one state is another table, as someone may read the first. */
async function freeName(transaction: Transaction, name: string): Promise<string> {
  const { rows } = await transaction.query(
    `select table_name from information_schema.tables where table_schema = 'rollups'`,
  )
  const taken = new Set(rows.map(([table]) => table))
  for (let count = 1; ; count++) {
    const candidate = count === 1 ? name : `${name}_${count}`
    if (!taken.has(candidate)) return candidate
  }
}

/** Texts by their length and everything else by the width of its type. */
async function sizeOf(transaction: Transaction, table: string): Promise<{ rows: number; bytes: number }> {
  const { columns } = await transaction.query(`select * from rollups."${table}" limit 0`)
  const texts = columns.filter(column => column.type === 'string')
  const fixed = columns.reduce((sum, { type }) => sum + (WIDTHS.get(type) ?? 8), 0)
  const lengths = texts.map(({ name }) => `coalesce(sum(strlen("${name.replaceAll('"', '""')}")), 0)`)
  const { rows } = await transaction.query(
    `select count(*), ${[`count(*) * ${fixed}`, ...lengths].join(' + ')} from rollups."${table}"`,
  )
  return { rows: Number(rows[0]?.[0]), bytes: Number(rows[0]?.[1]) }
}

const WIDTHS = new Map<string, number>([
  ['string', 0],
  ['decimal', 16],
  ['boolean', 1],
])
