/** Every value leaves the warehouse as a string, or null: decimals exact ("123.40"), dates "2026-06-30", timestamps
 * "2026-06-30T12:00:00.000" (UTC, no zone), booleans "true"/"false", integers of any size as digits. */
export type Value = string | null

/** Bound to `?` (by position) or `$1`. Decimals, dates and timestamps go in as strings with a cast in the SQL. */
export type Parameter = string | bigint | number | boolean | null

export type ColumnType =
  | 'string'
  | 'integer'
  | 'decimal'
  | 'double'
  | 'boolean'
  | 'date'
  | 'timestamp'
  | 'time'
  | 'other'

export interface Column {
  readonly name: string
  readonly type: ColumnType
}

export interface QueryResult {
  readonly columns: Column[]
  readonly rows: Value[][]
}

export interface QueryOptions {
  /** Interrupts the running query; the call rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined
}

/** What a transaction may do: everything it ran becomes visible at once, or not at all. */
export interface Transaction {
  query(sql: string, params?: readonly Parameter[], options?: QueryOptions): Promise<QueryResult>
  /** Runs statements separated by semicolons, without parameters or results. */
  execute(script: string): Promise<void>
  /** Adds rows in bulk; columns not named become null. Table as "schema.name". */
  append(table: string, columns: readonly string[], rows: readonly (readonly Parameter[])[]): Promise<void>
}

/** A warehouse database. Reads run side by side on a few connections; writes run one after the other on their own. */
export interface Engine {
  /** One statement in a read-only transaction of its own: nothing asked for can write. */
  query(sql: string, params?: readonly Parameter[], options?: QueryOptions): Promise<QueryResult>
  /** Rows in batches of a few thousand, without holding the whole answer. */
  stream(sql: string, params?: readonly Parameter[], options?: QueryOptions): AsyncIterable<Value[][]>
  append(table: string, columns: readonly string[], rows: readonly (readonly Parameter[])[]): Promise<void>
  /** Builds a new version of a table beside it and puts it in its place in one step: readers see the old or the new. */
  swap(table: string, build: (transaction: Transaction, name: string) => Promise<void>): Promise<void>
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>
  /** A transaction that writes run beside, for tables of its own: what fills them may take long, and nobody waits for it. */
  beside<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>
  /** Interrupts what runs, writes the log into the file and releases it. */
  close(): Promise<void>
}
