import type pg from 'pg'

/** A table as it is copied: every stored column, rows in an order that any server repeats. */
export interface CopiedTable {
  readonly schema: string
  readonly name: string
  readonly columns: readonly string[]
}

export interface SequenceValue {
  readonly schema: string
  readonly name: string
  readonly value: string
  readonly called: boolean
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
export const qualified = ({ schema, name }: { schema: string; name: string }): string =>
  `${quoted(schema)}.${quoted(name)}`

/** Schemas of PostgreSQL itself. */
const OURS = `n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'`

/** Every table of every schema of ours, from the catalog: a new one can't be forgotten. A partitioned table stands for its parts. */
export async function listTables(client: pg.ClientBase): Promise<CopiedTable[]> {
  const { rows } = await client.query<CopiedTable>(`
    select n.nspname as schema, c.relname as name,
      coalesce(array_agg(a.attname::text order by a.attnum) filter (where a.attname is not null), '{}') as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence = 'p' and ${OURS}
    group by 1, 2 order by 1, 2`)
  return rows
}

export async function listSequences(client: pg.ClientBase): Promise<SequenceValue[]> {
  const { rows } = await client.query<{ schema: string; name: string }>(
    `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'S' and ${OURS} order by 1, 2`,
  )
  const values: SequenceValue[] = []
  for (const sequence of rows) {
    const found = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${qualified(sequence)}`,
    )
    const [row] = found.rows
    if (row) values.push({ ...sequence, ...row })
  }
  return values
}

/** Names of the migrations that have run, in their order. */
export async function listMigrations(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'select name from kysely_migration order by name collate "C"',
  )
  return rows.map(({ name }) => name)
}

/** All rows of a table as COPY's text. Sorted as text by the bytes, so that the same rows have the same hash on every server. */
export const copyOut = (table: CopiedTable): string => {
  const columns = table.columns.map(quoted).join(', ')
  return `copy (select ${columns} from ${qualified(table)} t order by row(${columns})::text collate "C") to stdout`
}
