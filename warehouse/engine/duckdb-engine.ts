import { realpathSync } from 'node:fs'
import { availableParallelism, totalmem } from 'node:os'
import path from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { appendRows } from './append-rows.ts'
import { ConnectionPool } from './connection-pool.ts'
import type { Engine, Parameter, QueryOptions, QueryResult, Transaction, Value } from './engine.ts'
import { reasonOf, runStatement, streamStatement } from './run-statement.ts'
import { WarehouseError } from './warehouse-error.ts'

export interface DuckDBOptions {
  /** Path of the file, or ":memory:". */
  readonly file: string
  /** The one folder whose files SQL may read beside the tables: where lines are staged for publication. */
  readonly stagingFolder?: string | undefined
  /** In DuckDB's form ("2GB"); a quarter of the machine's memory when not given. */
  readonly memoryLimit?: string | undefined
  readonly threads?: number | undefined
  /** Queries that run side by side. Each holds a thread of libuv's pool (4 by default) while it runs. */
  readonly readers?: number | undefined
}

/** The file lock of the system doesn't hold within one process, where a second instance would corrupt the file. */
const openHere = new Set<string>()

export async function openDuckDB(options: DuckDBOptions): Promise<Engine> {
  const key = options.file === ':memory:' ? null : resolved(options.file)
  if (key !== null) {
    if (openHere.has(key))
      throw new WarehouseError({ code: 'warehouse_locked', file: options.file, pid: process.pid })
    openHere.add(key)
  }
  try {
    const instance = await createInstance(options)
    const connections = await Promise.all(
      Array.from({ length: (options.readers ?? 3) + 2 }, () => instance.connect()),
    )
    const [writer, builder, ...readers] = connections
    if (!writer || !builder) throw new WarehouseError({ code: 'warehouse_closed' })
    // Sessions take the global settings over when they begin; after this no statement can loosen them.
    await writer.run(`${externalAccess(options)} set global TimeZone = 'UTC'; set lock_configuration = true`)
    for (const reader of [builder, ...readers]) await reader.run(`select 1`)
    const pools = {
      writer: new ConnectionPool([writer]),
      builder: new ConnectionPool([builder]),
      readers: new ConnectionPool(readers),
    }
    return new DuckDBEngine(instance, pools, () => {
      if (key !== null) openHere.delete(key)
    })
  } catch (error) {
    if (key !== null) openHere.delete(key)
    throw error
  }
}

async function createInstance({ file, memoryLimit, threads }: DuckDBOptions): Promise<DuckDBInstance> {
  try {
    return await DuckDBInstance.create(file, {
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      memory_limit: memoryLimit ?? `${Math.floor(machineMemory() / 4 / 1_048_576)}MiB`,
      threads: String(threads ?? availableParallelism()),
    })
  } catch (error) {
    const reason = reasonOf(error)
    if (/Conflicting lock|Could not set lock/i.test(reason)) {
      const pid = /PID (\d+)/.exec(reason)?.[1]
      throw new WarehouseError({ code: 'warehouse_locked', file, pid: pid ? Number(pid) : null }, error)
    }
    throw new WarehouseError({ code: 'warehouse_unreadable', file, reason }, error)
  }
}

/** SQL reaches tables only: no files but staged ones, no network, no other databases. */
function externalAccess({ stagingFolder }: DuckDBOptions): string {
  const folder = stagingFolder && `${path.resolve(stagingFolder)}${path.sep}`.replaceAll("'", "''")
  return `${folder ? `set allowed_directories = ['${folder}'];` : ''} set enable_external_access = false;`
}

/** Within a container its limit counts, which the system's total doesn't show. */
function machineMemory(): number {
  const constrained = process.constrainedMemory()
  return constrained > 0 && constrained < totalmem() ? constrained : totalmem()
}

function resolved(file: string): string {
  const folder = path.dirname(path.resolve(file))
  try {
    return path.join(realpathSync(folder), path.basename(file))
  } catch (error) {
    throw new WarehouseError({ code: 'warehouse_unreadable', file, reason: `no folder ${folder}` }, error)
  }
}

interface Pools {
  readonly writer: ConnectionPool
  readonly builder: ConnectionPool
  readonly readers: ConnectionPool
}

class DuckDBEngine implements Engine {
  readonly #instance: DuckDBInstance
  readonly #writer: ConnectionPool
  readonly #builder: ConnectionPool
  readonly #readers: ConnectionPool
  readonly #released: () => void
  #closing: Promise<void> | null = null

  constructor(instance: DuckDBInstance, { writer, builder, readers }: Pools, released: () => void) {
    this.#instance = instance
    this.#writer = writer
    this.#builder = builder
    this.#readers = readers
    this.#released = released
  }

  async query(
    sql: string,
    params: readonly Parameter[] = [],
    options: QueryOptions = {},
  ): Promise<QueryResult> {
    const connection = await this.#readers.acquire(options.signal)
    try {
      await begin(connection)
      return await runStatement(connection, sql, params, options, 'reading')
    } finally {
      // Who asked has the answer already and need not wait for the end of the snapshot.
      void rollBack(connection).then(() => this.#readers.release(connection))
    }
  }

  async *stream(
    sql: string,
    params: readonly Parameter[] = [],
    options: QueryOptions = {},
  ): AsyncGenerator<Value[][]> {
    const connection = await this.#readers.acquire(options.signal)
    try {
      await begin(connection)
      yield* streamStatement(connection, sql, params, options)
    } finally {
      await rollBack(connection)
      this.#readers.release(connection)
    }
  }

  append(table: string, columns: readonly string[], rows: readonly (readonly Parameter[])[]): Promise<void> {
    return this.transaction(transaction => transaction.append(table, columns, rows))
  }

  swap(table: string, build: (transaction: Transaction, name: string) => Promise<void>): Promise<void> {
    const next = `${table}__next`
    return this.transaction(async transaction => {
      await transaction.execute(`drop table if exists ${quoted(next)}`)
      await build(transaction, next)
      const [name = table] = table.split('.').reverse()
      await transaction.execute(
        `drop table if exists ${quoted(table)}; alter table ${quoted(next)} rename to ${quoted(name)}`,
      )
    })
  }

  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.#writer.use(connection => inTransaction(connection, work))
  }

  beside<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.#builder.use(connection => inTransaction(connection, work))
  }

  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    // A publication under way is finished, readers are interrupted.
    await Promise.all([
      this.#writer.close('finish'),
      this.#builder.close('interrupt'),
      this.#readers.close('interrupt'),
    ])
    this.#instance.closeSync()
    this.#released()
  }
}

class DuckDBTransaction implements Transaction {
  readonly #connection: DuckDBConnection

  constructor(connection: DuckDBConnection) {
    this.#connection = connection
  }

  query(sql: string, params: readonly Parameter[] = [], options: QueryOptions = {}): Promise<QueryResult> {
    return runStatement(this.#connection, sql, params, options, 'any')
  }

  async execute(script: string): Promise<void> {
    try {
      await this.#connection.run(script)
    } catch (error) {
      throw new WarehouseError({ code: 'query_failed', reason: reasonOf(error) }, error)
    }
  }

  async append(
    table: string,
    columns: readonly string[],
    rows: readonly (readonly Parameter[])[],
  ): Promise<void> {
    if (rows.length === 0) return
    const all = await this.query(`select * from ${quoted(table)} limit 0`)
    try {
      await appendRows(
        this.#connection,
        table,
        all.columns.map(column => column.name),
        columns,
        rows,
      )
    } catch (error) {
      if (error instanceof WarehouseError) throw error
      throw new WarehouseError({ code: 'query_failed', reason: reasonOf(error) }, error)
    }
  }
}

async function inTransaction<T>(
  connection: DuckDBConnection,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  await connection.run('begin transaction')
  try {
    const result = await work(new DuckDBTransaction(connection))
    await connection.run('commit')
    return result
  } catch (error) {
    await rollBack(connection)
    throw error
  }
}

/** Read-only, so that nothing asked for can write. */
const begin = (connection: DuckDBConnection) => connection.run('begin transaction read only')

/** A failed commit has already rolled back, and an interrupted connection may refuse: the first error is the one to tell. */
async function rollBack(connection: DuckDBConnection): Promise<void> {
  try {
    await connection.run('rollback')
  } catch {
    // nothing left to roll back
  }
}

const quoted = (table: string): string =>
  table
    .split('.')
    .map(part => `"${part.replaceAll('"', '""')}"`)
    .join('.')
