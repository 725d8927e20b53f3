import { QueryCancelled } from './running-requests.ts'

export const STILL_RUNNING = Symbol('still running')

interface Run<T> {
  readonly promise: Promise<T>
  readonly controller: AbortController
  waiters: number
  /** Someone was told to come back for it: it goes on without waiters, until its time is up. */
  awaited: boolean
  /** Whose requests it answers, as far as they have an id. */
  readonly owners: Set<string>
}

export interface RunLimits {
  /** After this a caller is told to come back while the work goes on. */
  readonly patienceMs: number
  /** After this the work is stopped. */
  readonly timeoutMs: number
}

/** Runs the same work once for everyone who asks for it at the same time; stops it when nobody waits any longer. */
export class RunOnce<T> {
  readonly #runs = new Map<string, Run<T>>()
  readonly #limits: RunLimits

  constructor(limits: RunLimits) {
    this.#limits = limits
  }

  async join(
    key: string,
    work: (signal: AbortSignal) => Promise<T>,
    signal?: AbortSignal,
    owner: string | null = null,
  ): Promise<T | typeof STILL_RUNNING> {
    signal?.throwIfAborted()
    const run = this.#runs.get(key) ?? this.#start(key, work)
    run.waiters += 1
    if (owner !== null) run.owners.add(owner)
    let timer: NodeJS.Timeout | undefined
    let stopListening = () => {}
    try {
      const gone = new Promise<never>((_, reject) => {
        if (!signal) return
        const abort = () => reject(signal.reason)
        signal.addEventListener('abort', abort, { once: true })
        stopListening = () => signal.removeEventListener('abort', abort)
      })
      const late = new Promise<typeof STILL_RUNNING>(resolve => {
        timer = setTimeout(() => {
          run.awaited = true
          resolve(STILL_RUNNING)
        }, this.#limits.patienceMs)
      })
      return await Promise.race([run.promise, gone, late])
    } finally {
      clearTimeout(timer)
      stopListening()
      run.waiters -= 1
      if (run.waiters === 0 && !run.awaited) run.controller.abort(new Error('nobody waits for the answer'))
    }
  }

  /** Stops what this owner alone still wants, also when he was told to come back for it. */
  cancel(owner: string): boolean {
    let found = false
    for (const run of this.#runs.values()) {
      if (!run.owners.delete(owner)) continue
      found = true
      if (run.owners.size > 0) continue
      run.awaited = false
      if (run.waiters === 0) run.controller.abort(new QueryCancelled())
    }
    return found
  }

  stopAll(reason: Error): void {
    for (const run of this.#runs.values()) run.controller.abort(reason)
  }

  #start(key: string, work: (signal: AbortSignal) => Promise<T>): Run<T> {
    const controller = new AbortController()
    const timer = setTimeout(
      () => controller.abort(new QueryTimeout(this.#limits.timeoutMs)),
      this.#limits.timeoutMs,
    )
    timer.unref()
    const forget = () => {
      clearTimeout(timer)
      if (this.#runs.get(key) === run) this.#runs.delete(key)
    }
    const promise = work(controller.signal)
    const run: Run<T> = { promise, controller, waiters: 0, awaited: false, owners: new Set() }
    // A run given up is not joined by the next caller, who would get its abort.
    controller.signal.addEventListener('abort', forget, { once: true })
    promise.then(forget, forget)
    this.#runs.set(key, run)
    return run
  }
}

export class QueryTimeout extends Error {
  constructor(timeoutMs: number) {
    super(
      `Query execution timeout after ${Math.round(timeoutMs / 1000)} s; ask for a smaller range or fewer members`,
    )
    this.name = 'QueryTimeout'
  }
}
