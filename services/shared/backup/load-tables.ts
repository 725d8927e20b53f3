import type pg from 'pg'
import { listTables, qualified, quoted, type SequenceValue } from './catalog.ts'
import { contentOf, type DumpedTable, loadTable } from './dump-tables.ts'

/** Rows that can't be put back: the sentence says which and why. */
export class LoadRefused extends Error {
  override readonly name = 'LoadRefused'
}

/**
 * Puts the rows of a backup into a database that has the same tables, in one transaction: all or nothing. References are taken off and put
 * on again, so that PostgreSQL itself checks each of them against the loaded rows; triggers sleep meanwhile, since what they do was done.
 */
export async function loadTables(
  client: pg.ClientBase,
  backup: { readonly tables: readonly DumpedTable[]; readonly sequences: readonly SequenceValue[] },
  folder: string,
  onTable: (name: string) => void,
): Promise<void> {
  await client.query('begin')
  try {
    await refuseOtherTables(client, backup.tables)
    const references = await listReferences(client)
    const triggers = await listTriggers(client)
    for (const { table, name } of references)
      await client.query(`alter table ${table} drop constraint ${name}`)
    for (const { table, name } of triggers) await client.query(`alter table ${table} disable trigger ${name}`)
    await client.query(`truncate ${backup.tables.map(qualified).join(', ')}`)
    for (const table of backup.tables) {
      onTable(`${table.schema}.${table.name}`)
      await loadTable(client, table, folder)
      const loaded = await contentOf(client, table)
      if (loaded.rows !== table.rows || loaded.content !== table.content)
        throw new LoadRefused(`The rows of ${table.schema}.${table.name} are not those of the backup.`)
    }
    for (const sequence of backup.sequences)
      await client.query('select setval($1::regclass, $2::bigint, $3)', [
        qualified(sequence),
        sequence.value,
        sequence.called,
      ])
    for (const { table, name } of triggers) await client.query(`alter table ${table} enable trigger ${name}`)
    for (const { table, name, definition } of references)
      await client.query(`alter table ${table} add constraint ${name} ${definition}`)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

/** Each table and column of the backup must be here, and no table here may be missing from it. */
async function refuseOtherTables(client: pg.ClientBase, tables: readonly DumpedTable[]): Promise<void> {
  const here = new Map((await listTables(client)).map(table => [qualified(table), new Set(table.columns)]))
  for (const table of tables) {
    const columns = here.get(qualified(table))
    const missing = columns ? table.columns.filter(column => !columns.has(column)) : ['the table itself']
    if (missing.length > 0)
      throw new LoadRefused(
        `This version has not what the backup holds of ${qualified(table)}: ${missing.join(', ')}.`,
      )
    here.delete(qualified(table))
  }
  if (here.size > 0) throw new LoadRefused(`The backup does not hold ${[...here.keys()].join(', ')}.`)
}

const OURS = `n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'`

async function listReferences(
  client: pg.ClientBase,
): Promise<{ table: string; name: string; definition: string }[]> {
  const { rows } = await client.query<{ schema: string; table: string; name: string; definition: string }>(`
    select n.nspname as schema, c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and k.conparentid = 0 and ${OURS}`)
  return rows.map(({ schema, table, name, definition }) => ({
    table: qualified({ schema, name: table }),
    name: quoted(name),
    definition,
  }))
}

async function listTriggers(client: pg.ClientBase): Promise<{ table: string; name: string }[]> {
  const { rows } = await client.query<{ schema: string; table: string; name: string }>(`
    select n.nspname as schema, c.relname as table, t.tgname as name
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where not t.tgisinternal and t.tgparentid = 0 and t.tgenabled = 'O' and ${OURS}`)
  return rows.map(({ schema, table, name }) => ({
    table: qualified({ schema, name: table }),
    name: quoted(name),
  }))
}
