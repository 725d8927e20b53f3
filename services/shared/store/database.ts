import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { carryKeyring } from '../vault/carried-keyring.ts'
import type { Keyring } from '../vault/keyring.ts'
import type { Schema } from './schema.ts'

export type Database = Kysely<Schema>
/** What a repository accepts: the database, or the transaction of the command that calls it. */
export type Store = Kysely<Schema> | Transaction<Schema>

// Dates stay text: a budget date has no time and no zone.
pg.types.setTypeParser(pg.types.builtins.DATE, text => text)

/** Opens the application's pool. With an own server the session drops to the application's role at once. */
export function openDatabase(options: {
  url: string
  /** What the store's own records of people are sealed with. */
  keyring: Keyring
  role?: string
  max?: number
  /** Sees the text of every query. */
  onQuery?: (sql: string) => void
}): {
  db: Database
  pool: pg.Pool
} {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.max ?? 10,
    ...(options.role ? { options: `-c role=${options.role}` } : {}),
  })
  // Without these a server that goes away would end the process.
  pool.on('error', () => {})
  pool.on('connect', client => client.on('error', () => {}))
  const { onQuery } = options
  const db = new Kysely<Schema>({
    dialect: new PostgresDialect({ pool }),
    plugins: [carryKeyring(options.keyring)],
    ...(onQuery ? { log: event => onQuery(event.query.sql) } : {}),
  })
  return { db, pool }
}
