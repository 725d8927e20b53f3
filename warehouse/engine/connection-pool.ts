import type { DuckDBConnection } from '@duckdb/node-api'
import { WarehouseError } from './warehouse-error.ts'

interface Waiting {
  readonly give: (connection: DuckDBConnection) => void
  readonly refuse: (reason: unknown) => void
}

/** Hands out connections first come, first served. */
export class ConnectionPool {
  readonly #all: DuckDBConnection[]
  readonly #free: DuckDBConnection[]
  readonly #waiting: Waiting[] = []
  #closed = false
  #drained: (() => void) | null = null

  constructor(connections: readonly DuckDBConnection[]) {
    this.#all = [...connections]
    this.#free = [...this.#all]
  }

  async use<T>(work: (connection: DuckDBConnection) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const connection = await this.acquire(signal)
    try {
      return await work(connection)
    } finally {
      this.release(connection)
    }
  }

  async acquire(signal?: AbortSignal): Promise<DuckDBConnection> {
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

  release(connection: DuckDBConnection): void {
    const next = this.#waiting.shift()
    if (next) next.give(connection)
    else {
      this.#free.push(connection)
      if (this.#free.length === this.#all.length) this.#drained?.()
    }
  }

  /** Refuses who waits, and disconnects when all have come back: interrupted, or after what they do. */
  async close(running: 'interrupt' | 'finish'): Promise<void> {
    this.#closed = true
    for (const waiting of this.#waiting.splice(0))
      waiting.refuse(new WarehouseError({ code: 'warehouse_closed' }))
    if (this.#free.length < this.#all.length) await this.#allBack(running)
    for (const connection of this.#all) connection.disconnectSync()
  }

  async #allBack(running: 'interrupt' | 'finish'): Promise<void> {
    const busy = this.#all.filter(connection => !this.#free.includes(connection))
    // An interrupt that arrives between two statements is lost, so it is repeated.
    const interrupting = setInterval(() => {
      if (running === 'interrupt') for (const connection of busy) connection.interrupt()
    }, 10)
    // Who stopped reading a stream halfway without closing it would never give its connection back.
    let timer: NodeJS.Timeout | undefined
    const patience = new Promise<void>(resolve => {
      timer = setTimeout(resolve, running === 'interrupt' ? 2_000 : 30_000)
    })
    const drained = new Promise<void>(resolve => {
      this.#drained = resolve
    })
    await Promise.race([drained, patience])
    clearTimeout(timer)
    clearInterval(interrupting)
  }
}
