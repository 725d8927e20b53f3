import path from 'node:path'
import { DuckDBDataChunk, DuckDBInstance, type DuckDBType, type DuckDBValue } from '@duckdb/node-api'
import { interruptible } from '../../warehouse/index.ts'

export interface StagingDatabase {
  run(sql: string): Promise<void>
  rows(sql: string): Promise<DuckDBValue[][]>
  /** Rows in batches, without holding the whole answer. */
  stream(sql: string): AsyncGenerator<DuckDBValue[][]>
  /** At most 2,048 rows at a time, as columns. */
  append(
    table: string,
    types: readonly DuckDBType[],
    columns: readonly (readonly DuckDBValue[])[],
  ): Promise<void>
  close(): void
}

/** What one reading may take beside the heap of its thread; the rest goes to the folder. */
const MEMORY = '192MB'
const THREADS = '2'

/** A database for one reading of `file`, in memory as far as that goes and in `folder` beyond it. */
export async function openStaging(
  file: string,
  folder: string,
  signal?: AbortSignal,
): Promise<StagingDatabase> {
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    memory_limit: MEMORY,
    threads: THREADS,
    temp_directory: path.join(folder, 'spill'),
    preserve_insertion_order: 'true',
  })
  const connection = await instance.connect()
  // Adding rows would end an answer that is still streaming on the same connection.
  const adding = await instance.connect()
  // Nothing but the files of this reading, whatever a text of the uploaded one does in a statement.
  await connection.run(
    `set allowed_directories = [${literal(`${folder}${path.sep}`)}]; set allowed_paths = [${literal(file)}];
     set enable_external_access = false; set lock_configuration = true`,
  )
  return {
    run: async sql => {
      await interruptible(connection, signal, () => connection.run(sql))
    },
    rows: async sql => {
      const result = await interruptible(connection, signal, () => connection.runAndReadAll(sql))
      return result.getRows()
    },
    async *stream(sql) {
      const result = await interruptible(connection, signal, () => connection.stream(sql))
      for (;;) {
        const chunk = await interruptible(connection, signal, () => result.fetchChunk())
        if (!chunk || chunk.rowCount === 0) return
        yield chunk.getRows()
      }
    },
    append: async (table, types, columns) => {
      const appender = await adding.createAppender(table)
      try {
        const chunk = DuckDBDataChunk.create([...types])
        chunk.setColumns(columns)
        appender.appendDataChunk(chunk)
        appender.flushSync()
      } finally {
        appender.closeSync()
      }
    },
    close: () => {
      connection.disconnectSync()
      adding.disconnectSync()
      instance.closeSync()
    },
  }
}

/** A text as SQL writes it. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`
