import { LRUCache } from 'lru-cache'
import { type Executed, type Executing, execute, extrasOf } from './execute.ts'
import type { ReadRequest } from './query/multi-query.ts'
import { loadBody } from './result/answer-body.ts'
import { type Answer, AnswerCache, answerOf, cacheControl } from './result/answer-cache.ts'
import { type RunLimits, RunOnce, STILL_RUNNING } from './run-once.ts'
import type { Reader } from './security-context.ts'

/** A request that has passed the gate, whose it is, and which state it reads. */
export interface Pinned {
  readonly read: ReadRequest
  readonly reader: Reader
  readonly publication: number
}

export interface AnswerOptions {
  /** Kept answers are passed over. */
  readonly fresh: boolean
  /** Whose request it is, to cancel it by. */
  readonly owner: string | null
  readonly signal: AbortSignal | undefined
}

export interface LoaderOptions extends Executing {
  readonly cacheBytes: number
  readonly limits: RunLimits
}

/** Plans and runs queries, each once for all who ask at the same time, and keeps what came out. */
export class Loader {
  readonly #executing: Executing
  readonly #running: RunOnce<readonly Executed[]>
  readonly #refreshed = new LRUCache<number, Promise<string | null>>({ max: 16 })
  readonly cache: AnswerCache<readonly Executed[]>

  constructor({ cacheBytes, limits, ...executing }: LoaderOptions) {
    this.#executing = executing
    this.#running = new RunOnce(limits)
    this.cache = new AnswerCache(cacheBytes, sizeOfRows)
  }

  /** The rows of a request, for a caller inside the process, who waits as long as it takes. */
  async rows(pinned: Pinned, signal: AbortSignal | undefined): Promise<readonly Executed[]> {
    const key = keyOf(pinned)
    const known = this.cache.getRows(key)
    if (known) return known
    for (;;) {
      const executed = await this.#run(key, pinned, signal)
      if (executed === STILL_RUNNING) continue
      this.cache.putRows(key, executed)
      return executed
    }
  }

  /** The answer in Cube's form, ready to send. */
  async answer(
    pinned: Pinned,
    multi: boolean,
    { fresh, owner, signal }: AnswerOptions,
  ): Promise<Answer | typeof STILL_RUNNING> {
    const rowsKey = keyOf(pinned)
    const key = `${multi ? 'multi' : 'one'} ${rowsKey}`
    const known = fresh ? undefined : this.cache.get(key)
    if (known) return known
    const executed = await this.#run(rowsKey, pinned, signal, owner)
    if (executed === STILL_RUNNING) return STILL_RUNNING
    const { queryType } = pinned.read
    const lastRefreshTime = await this.#refreshTime(pinned.publication)
    const results = executed.map(each => ({
      query: each.query,
      rows: { columns: each.columns, rows: each.rows, extras: extrasOf(queryType, each) },
      annotation: each.annotation,
      total: each.total,
      used: each.used,
      lastRefreshTime,
    }))
    const answer = answerOf(loadBody(queryType, results, multi), cacheControl(pinned.reader))
    this.cache.put(key, answer)
    return answer
  }

  /** Stops what this owner alone waits for. */
  cancel(owner: string): boolean {
    return this.#running.cancel(owner)
  }

  close(): void {
    this.#running.stopAll(new Error('the gateway is closed'))
    this.cache.clear()
  }

  #run(
    key: string,
    { read, reader, publication }: Pinned,
    signal: AbortSignal | undefined,
    owner: string | null = null,
  ): Promise<readonly Executed[] | typeof STILL_RUNNING> {
    const work = (stop: AbortSignal) =>
      Promise.all(read.queries.map(each => execute(each, reader, publication, this.#executing, stop)))
    return this.#running.join(key, work, signal, owner)
  }

  /** When the figures last changed: the time of the publication that is read. */
  #refreshTime(publication: number): Promise<string | null> {
    const known = this.#refreshed.get(publication)
    if (known) return known
    const asked = this.#executing.engine
      .query('select max(published_at) from publications where publication <= CAST(? AS BIGINT)', [
        String(publication),
      ])
      .then(({ rows }) => (rows[0]?.[0] ? `${rows[0][0]}Z` : null))
    this.#refreshed.set(publication, asked)
    asked.catch(() => this.#refreshed.delete(publication))
    return asked
  }
}

const keyOf = ({ read, reader, publication }: Pinned): string =>
  JSON.stringify([publication, reader.key, read.queryType, ...read.queries.map(each => each.query)])

/** A guess at what rows hold in memory: two bytes a character, and what each string and row costs by itself. */
function sizeOfRows(executed: readonly Executed[]): number {
  let size = 0
  for (const { rows } of executed)
    for (const row of rows) {
      size += 64
      for (const value of row) size += 24 + (value?.length ?? 0) * 2
    }
  return size
}
