export const STILL_RUNNING = Symbol('still running')

interface Run<T> {
  readonly promise: Promise<T>
  readonly controller: AbortController
  waiters: number
  /** Who was told to come back for it, null for those without a name: it goes on without waiters, for a while. */
  readonly expected: Set<string | null>
}

export interface RunLimits {
  /** After this a caller is told to come back while the work goes on. */
  readonly patienceMs: number
  /** After this the work is stopped. */
  readonly timeoutMs: number
}

const COMING_BACK_MS = 10_000

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
          run.expected.add(owner)
          resolve(STILL_RUNNING)
        }, this.#limits.patienceMs)
      })
      return await Promise.race([run.promise, gone, late])
    } finally {
      clearTimeout(timer)
      stopListening()
      run.waiters -= 1
      if (signal?.aborted) run.expected.delete(owner)
      this.#stopUnwanted(run)
    }
  }

  /** Stops what nobody but this owner was told to come back for. */
  cancel(owner: string): boolean {
    const his = [...this.#runs.values()].filter(run => run.expected.delete(owner))
    for (const run of his) this.#stopUnwanted(run)
    return his.length > 0
  }

  #stopUnwanted(run: Run<T>): void {
    if (run.waiters > 0) return
    const stop = () => {
      if (run.waiters === 0) run.controller.abort(new Error('nobody waits for the answer'))
    }
    // Cube's clients come back at once; who has not by then won't.
    if (run.expected.size > 0) setTimeout(stop, COMING_BACK_MS).unref()
    else stop()
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
    const run: Run<T> = { promise, controller, waiters: 0, expected: new Set() }
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
