/** Requests in flight by the id that their sender gave them, so that he can stop them over another connection. */
export class RunningRequests {
  readonly #running = new Map<string, Set<AbortController>>()

  /** The signal of a request: aborted when its caller leaves, or cancels it. */
  begin(
    owner: string | null,
    signal: AbortSignal | undefined,
  ): { signal: AbortSignal | undefined; end(): void } {
    if (owner === null) return { signal, end: () => {} }
    const controller = new AbortController()
    const together = this.#running.get(owner) ?? new Set()
    this.#running.set(owner, together.add(controller))
    return {
      signal: signal ? AbortSignal.any([signal, controller.signal]) : controller.signal,
      end: () => {
        together.delete(controller)
        if (together.size === 0) this.#running.delete(owner)
      },
    }
  }

  cancel(owner: string): boolean {
    const together = this.#running.get(owner) ?? []
    for (const controller of together) controller.abort(new QueryCancelled())
    return this.#running.has(owner)
  }
}

export class QueryCancelled extends Error {
  constructor() {
    super('Query was cancelled')
    this.name = 'QueryCancelled'
  }
}

const MAX_ID = 200

/** Cube's clients number the attempts of one request: `<id>-span-1`, `<id>-span-2`. An id that is absurdly long is none. */
export const requestUuid = (requestId: string | undefined): string | null =>
  requestId === undefined || requestId === '' || requestId.length > MAX_ID
    ? null
    : (requestId.split('-span-')[0] ?? null)
