import {
  type DuckDBConnection,
  type DuckDBPreparedStatement,
  type DuckDBResult,
  HUGEINT,
  StatementType,
} from '@duckdb/node-api'
import type { PooledConnection } from './connection-pool.ts'
import type { Parameter, QueryOptions, QueryResult, Value } from './engine.ts'
import { readChunk, readColumns } from './read-values.ts'
import { WarehouseError } from './warehouse-error.ts'

/** An abort that comes between two steps of DuckDB finds nothing to interrupt, so it is repeated. */
const INTERRUPT_EVERY_MS = 5

const READING = new Set<StatementType>([StatementType.SELECT, StatementType.EXPLAIN])

export async function runStatement(
  pooled: PooledConnection,
  sql: string,
  params: readonly Parameter[],
  { signal }: QueryOptions,
  mayWrite: boolean,
): Promise<QueryResult> {
  return interruptible(pooled.connection, signal, async () => {
    const statement = await prepare(pooled, sql, params, mayWrite)
    const result = await statement.run()
    const rows: Value[][] = []
    for (let index = 0; index < result.chunkCount; index++) {
      signal?.throwIfAborted()
      readChunk(result.getChunk(index), rows)
    }
    return { columns: readColumns(result), rows }
  })
}

export async function* streamStatement(
  pooled: PooledConnection,
  sql: string,
  params: readonly Parameter[],
  { signal }: QueryOptions,
): AsyncGenerator<Value[][]> {
  const { connection } = pooled
  const result: DuckDBResult = await interruptible(connection, signal, async () =>
    (await prepare(pooled, sql, params, false)).stream(),
  )
  for (;;) {
    const chunk = await interruptible(connection, signal, () => result.fetchChunk())
    if (!chunk || chunk.rowCount === 0) return
    const rows: Value[][] = []
    readChunk(chunk, rows)
    yield rows
  }
}

async function prepare(
  { statements }: PooledConnection,
  sql: string,
  params: readonly Parameter[],
  mayWrite: boolean,
): Promise<DuckDBPreparedStatement> {
  const statement = await statements.prepare(sql)
  if (!mayWrite && !READING.has(statement.statementType))
    throw new WarehouseError({ code: 'query_not_reading', statement: sql.slice(0, 80) })
  for (const [index, value] of params.entries()) bind(statement, index + 1, value)
  return statement
}

function bind(statement: DuckDBPreparedStatement, index: number, value: Parameter): void {
  if (value === null) statement.bindNull(index)
  else if (typeof value === 'string') statement.bindVarchar(index, value)
  else if (typeof value === 'boolean') statement.bindBoolean(index, value)
  else if (typeof value === 'bigint') bindInteger(statement, index, value)
  else if (Number.isSafeInteger(value)) bindInteger(statement, index, BigInt(value))
  // A fraction or a number beyond 2^53 has already lost digits.
  else
    throw new WarehouseError({
      code: 'query_failed',
      reason: `parameter ${index}: pass ${value} as a string`,
    })
}

function bindInteger(statement: DuckDBPreparedStatement, index: number, value: bigint): void {
  if (BigInt.asIntN(64, value) === value) statement.bindBigInt(index, value)
  else statement.bindValue(index, value, HUGEINT)
}

async function interruptible<T>(
  connection: DuckDBConnection,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted()
  let timer: NodeJS.Timeout | undefined
  const interrupt = () => {
    connection.interrupt()
    timer = setInterval(() => connection.interrupt(), INTERRUPT_EVERY_MS)
  }
  signal?.addEventListener('abort', interrupt, { once: true })
  try {
    return await work()
  } catch (error) {
    signal?.throwIfAborted()
    throw error instanceof WarehouseError
      ? error
      : new WarehouseError({ code: 'query_failed', reason: reasonOf(error) }, error)
  } finally {
    signal?.removeEventListener('abort', interrupt)
    clearInterval(timer)
  }
}

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
