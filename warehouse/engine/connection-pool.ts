import type { DuckDBConnection } from '@duckdb/node-api'
import { StatementCache } from './statement-cache.ts'
import { WarehouseError } from './warehouse-error.ts'

/** A connection with the statements prepared on it; used by one caller at a time. */
export interface PooledConnection {
  readonly connection: DuckDBConnection
  readonly statements: StatementCache
}

interface Waiting {
  readonly give: (connection: PooledConnection) => void
  readonly refuse: (reason: unknown) => void
}

/** Hands out connections first come, first served. */
export class ConnectionPool {
  readonly #all: PooledConnection[]
  readonly #free: PooledConnection[]
  readonly #waiting: Waiting[] = []
  #closed = false
  #drained: (() => void) | null = null

  constructor(connections: readonly DuckDBConnection[]) {
    this.#all = connections.map(connection => ({ connection, statements: new StatementCache(connection) }))
    this.#free = [...this.#all]
  }

  async use<T>(work: (pooled: PooledConnection) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const pooled = await this.acquire(signal)
    try {
      return await work(pooled)
    } finally {
      this.release(pooled)
    }
  }

  async acquire(signal?: AbortSignal): Promise<PooledConnection> {
    signal?.throwIfAborted()
    if (this.#closed) throw new WarehouseError({ code: 'warehouse_closed' })
    const free = this.#free.pop()
    if (free) return free
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        give: connection => {
          signal?.removeEventListener('abort', abandon)
          resolve(connection)
        },
        refuse: reject,
      }
      const abandon = () => {
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1)
        reject(signal?.reason)
      }
      signal?.addEventListener('abort', abandon, { once: true })
      this.#waiting.push(waiting)
    })
  }

  release(pooled: PooledConnection): void {
    const next = this.#waiting.shift()
    if (next) next.give(pooled)
    else {
      this.#free.push(pooled)
      if (this.#free.length === this.#all.length) this.#drained?.()
    }
  }

  /** Refuses who waits, interrupts who runs, and disconnects when all have come back. */
  async close(): Promise<void> {
    this.#closed = true
    for (const waiting of this.#waiting.splice(0))
      waiting.refuse(new WarehouseError({ code: 'warehouse_closed' }))
    if (this.#free.length < this.#all.length) {
      const busy = this.#all.filter(pooled => !this.#free.includes(pooled))
      // An interrupt that arrives between two statements is lost, so it is repeated until all have come back.
      const timer = setInterval(() => {
        for (const { connection } of busy) connection.interrupt()
      }, 10)
      await new Promise<void>(resolve => {
        this.#drained = resolve
      })
      clearInterval(timer)
    }
    for (const { connection, statements } of this.#all) {
      statements.clear()
      connection.disconnectSync()
    }
  }
}
