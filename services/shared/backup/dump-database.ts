import type pg from 'pg'
import {
  type CopiedTable,
  listMigrations,
  listSequences,
  listTables,
  qualified,
  type SequenceValue,
} from './catalog.ts'
import { type DumpedTable, dumpTable } from './dump-tables.ts'
import { connectForCopy } from './session.ts'

export interface DatabaseDump {
  readonly migrations: readonly string[]
  readonly tables: readonly DumpedTable[]
  readonly sequences: readonly SequenceValue[]
  /** Files that the rows name, by folder: they must be in the backup. */
  readonly named: { readonly files: readonly string[]; readonly attachments: readonly string[] }
}

/**
 * Copies every table as it stands at one moment, while others write: one read-only snapshot. As the owner, who alone may read
 * everything: the application's role has no right to what only migrations and triggers write.
 */
export async function dumpDatabase(
  ownerUrl: string,
  folder: string,
  signal: AbortSignal,
  onTable: (name: string, done: number, total: number) => void,
): Promise<DatabaseDump> {
  const client = await connectForCopy(ownerUrl)
  try {
    await client.query('begin transaction isolation level repeatable read read only')
    const migrations = await listMigrations(client)
    const sequences = await listSequences(client)
    const found = await listTables(client)
    const named = await listNamedFiles(client, found)
    const tables: DumpedTable[] = []
    for (const table of found) {
      signal.throwIfAborted()
      onTable(`${table.schema}.${table.name}`, tables.length, found.length)
      tables.push(await dumpTable(client, table, folder, signal))
    }
    await client.query('commit')
    return { migrations, tables, sequences, named }
  } finally {
    await client.end()
  }
}

/** By the catalog again: a column called sha256 names a file of that content, but for attachments, which have names of their own. */
async function listNamedFiles(
  client: pg.ClientBase,
  tables: readonly CopiedTable[],
): Promise<DatabaseDump['named']> {
  const select = async (text: string) =>
    (await client.query<{ name: string }>(text)).rows.map(({ name }) => name)
  const files: string[] = []
  for (const table of tables)
    if (table.columns.includes('sha256') && table.name !== 'attachment')
      files.push(
        ...(await select(`select distinct sha256 as name from ${qualified(table)} where sha256 is not null`)),
      )
  if (!tables.some(({ name }) => name === 'attachment')) return { files, attachments: [] }
  const attachments = await select(
    `select storage_key as name from attachment where state in ('checking', 'waiting', 'ready', 'infected')`,
  )
  return { files, attachments }
}
