import {
  type DuckDBConnection,
  type DuckDBPreparedStatement,
  type DuckDBResult,
  HUGEINT,
  StatementType,
} from '@duckdb/node-api'
import type { Parameter, QueryOptions, QueryResult, Value } from './engine.ts'
import { interruptible } from './interruptible.ts'
import { readChunk, readColumns } from './read-values.ts'
import { WarehouseError } from './warehouse-error.ts'

/** The others (`use`, `commit`, `set`) would change the connection for whoever gets it next. */
const READING = new Set<StatementType>([StatementType.SELECT, StatementType.EXPLAIN])

/** One statement in the transaction that is open on the connection. */
export async function runStatement(
  connection: DuckDBConnection,
  sql: string,
  params: readonly Parameter[],
  { signal }: QueryOptions,
  only: 'reading' | 'any',
): Promise<QueryResult> {
  return running(connection, signal, () =>
    prepared(connection, sql, params, only, async statement => {
      const result = await statement.run()
      const rows: Value[][] = []
      for (let index = 0; index < result.chunkCount; index++) {
        signal?.throwIfAborted()
        readChunk(result.getChunk(index), rows)
      }
      return { columns: readColumns(result), rows }
    }),
  )
}

/** The same with the answer in batches; the transaction must stay open until the last. */
export async function* streamStatement(
  connection: DuckDBConnection,
  sql: string,
  params: readonly Parameter[],
  { signal }: QueryOptions,
): AsyncGenerator<Value[][]> {
  const result: DuckDBResult = await running(connection, signal, () =>
    prepared(connection, sql, params, 'reading', statement => statement.stream()),
  )
  for (;;) {
    const chunk = await running(connection, signal, () => result.fetchChunk())
    if (!chunk || chunk.rowCount === 0) return
    const rows: Value[][] = []
    readChunk(chunk, rows)
    yield rows
  }
}

/** DuckDB plans a statement when it is prepared, with what the tables hold then: a filter that their statistics decide is
 * dropped for good, so that a plan made over an empty table answers nothing ever after. Plans are therefore never kept,
 * and preparing and running happen in one transaction. */
async function prepared<T>(
  connection: DuckDBConnection,
  sql: string,
  params: readonly Parameter[],
  only: 'reading' | 'any',
  work: (statement: DuckDBPreparedStatement) => Promise<T>,
): Promise<T> {
  const statement = await connection.prepare(sql)
  try {
    if (only === 'reading' && !READING.has(statement.statementType))
      throw new WarehouseError({ code: 'query_not_reading', statement: sql.slice(0, 80) })
    for (const [index, value] of params.entries()) bind(statement, index + 1, value)
    return await work(statement)
  } finally {
    statement.destroySync()
  }
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

/** What DuckDB says of a failure as the warehouse's own. */
async function running<T>(
  connection: DuckDBConnection,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await interruptible(connection, signal, work)
  } catch (error) {
    signal?.throwIfAborted()
    throw error instanceof WarehouseError
      ? error
      : new WarehouseError({ code: 'query_failed', reason: reasonOf(error) }, error)
  }
}

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
