import type { DuckDBConnection } from '@duckdb/node-api'

/** An abort that comes between two steps of DuckDB finds nothing to interrupt, so it is repeated. */
const INTERRUPT_EVERY_MS = 5

/** Does work on a connection until the signal stops it; rejects with the signal's reason then, else with what DuckDB says. */
export async function interruptible<T>(
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
    throw error
  } finally {
    signal?.removeEventListener('abort', interrupt)
    clearInterval(timer)
  }
}
