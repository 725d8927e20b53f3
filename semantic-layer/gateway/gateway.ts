import { LRUCache } from 'lru-cache'
import { Catalogue, groupsKey, type MetaConfig } from './catalogue.ts'
import { CompilerClient } from './compiler/compiler-client.ts'
import { Planner } from './compiler/planner.ts'
import type { ModelDescription } from './compiler/protocol.ts'
import { type Executed, execute, extrasOf } from './execute.ts'
import { forbidden, GatewayError, wrong } from './gateway-error.ts'
import { type ReadRequest, readRequest } from './query/multi-query.ts'
import { echo, loadBody, pivotQuery } from './result/answer-body.ts'
import { type Answer, AnswerCache, answerOf, choose } from './result/answer-cache.ts'
import { encodeRows, rowObjects } from './result/encode-rows.ts'
import { QueryTimeout, RunOnce, STILL_RUNNING } from './run-once.ts'
import { type Reader, readerOf } from './security-context.ts'
import type {
  CubeQuery,
  Gateway,
  GatewayRequest,
  GatewayResponse,
  LoadOptions,
  LoadResult,
  QueryEngine,
  SecurityContext,
} from './types.ts'

export interface GatewayOptions {
  readonly engine: QueryEngine
  /** Folder of the model's YAML files. */
  readonly modelFolder: string
  /** The built `semantic-layer/gateway/compiler.worker.js`. */
  readonly workerFile: string
  /** Number of the last publication, 0 before the first. Asked at every request, so it must be at hand. */
  readonly publication: { current(): number }
  /** Reads "last month" and measures waiting; the system's when not given. */
  readonly clock?: { now(): number }
  /** Bytes of answers kept; 0 keeps none. */
  readonly cacheBytes?: number
  /** Told of failures that are ours, not the asker's. */
  readonly onError?: (error: unknown) => void
  /** How long a caller waits before Cube's "Continue wait", and how long a query may run. */
  readonly patienceMs?: number
  readonly timeoutMs?: number
}

const CACHE_BYTES = 128 * 1024 * 1024
const PATIENCE_MS = 10_000
const TIMEOUT_MS = 60_000
const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }

export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const compiler = new CompilerClient(options)
  try {
    return new CubeGateway(options, compiler, await compiler.describe())
  } catch (error) {
    await compiler.close()
    throw error
  }
}

class CubeGateway implements Gateway {
  readonly #options: GatewayOptions
  readonly #clock: { now(): number }
  readonly #compiler: CompilerClient
  readonly #model: ModelDescription
  readonly #catalogue: Catalogue
  readonly #planner: Planner
  readonly #answers: AnswerCache<readonly Executed[]>
  readonly #running: RunOnce<readonly Executed[]>
  readonly #refreshed = new LRUCache<number, Promise<string | null>>({ max: 16 })

  constructor(options: GatewayOptions, compiler: CompilerClient, model: ModelDescription) {
    this.#options = options
    this.#clock = options.clock ?? Date
    this.#compiler = compiler
    this.#model = model
    this.#catalogue = new Catalogue(model.everything, model.byGroups)
    this.#planner = new Planner(request => compiler.plan(request))
    this.#answers = new AnswerCache(options.cacheBytes ?? CACHE_BYTES, sizeOfRows)
    this.#running = new RunOnce({
      patienceMs: options.patienceMs ?? PATIENCE_MS,
      timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
    })
  }

  lookup(rawKey: string, ifNoneMatch?: string): GatewayResponse | null {
    const answer = this.#answers.getRaw(rawKey, this.#options.publication.current())
    return answer && choose(answer, ifNoneMatch)
  }

  async load(query: CubeQuery, context: SecurityContext, options: LoadOptions = {}): Promise<LoadResult> {
    const reader = this.#reader(context)
    const { request } = this.#read(query, reader)
    if (request.queryType !== 'regularQuery') throw wrong('load takes one query without compareDateRange')
    const publication = this.#publication(options.asOf)
    const key = executionKey(request, reader, publication)
    let executed = this.#answers.getRows(key)
    while (!executed) {
      const run = await this.#execute(request, reader, publication, options.signal)
      if (run === STILL_RUNNING) continue
      executed = run
      this.#answers.putRows(key, run)
    }
    const [one] = executed
    if (!one) throw new Error('a query gave no result')
    return {
      data: rowObjects(one.columns, one.rows),
      query: echo(one.query),
      annotation: one.annotation,
      ...(one.total === null ? {} : { total: one.total }),
    }
  }

  async respond(request: GatewayRequest): Promise<GatewayResponse> {
    try {
      const reader = this.#reader(request.context)
      if (request.endpoint === 'meta') return this.#meta(request, reader)
      if (request.endpoint === 'load') return await this.#load(request, reader)
      const { request: read } = this.#read(request.query, reader)
      const body =
        request.endpoint === 'sql' ? await this.#sql(read, reader, request) : await this.#dryRun(read, reader)
      return json(200, body)
    } catch (error) {
      return this.#failure(error, request.signal)
    }
  }

  async close(): Promise<void> {
    this.#running.stopAll(new Error('the gateway is closed'))
    this.#answers.clear()
    await this.#compiler.close()
  }

  forget(): void {
    this.#answers.clear()
  }

  #reader(context: SecurityContext): Reader {
    const reader = readerOf(context)
    if (reader.groups.length === 0) throw forbidden('You have no access to any data')
    return reader
  }

  #read(query: unknown, reader: Reader): { request: ReadRequest; relative: boolean } {
    let relative = false
    const now = () => {
      relative = true
      return this.#clock.now()
    }
    const request = readRequest(query, { catalogue: this.#catalogue, reader, now })
    return { request, relative }
  }

  #publication(asOf: number | undefined): number {
    const current = this.#options.publication.current()
    if (asOf === undefined) return current
    if (!Number.isSafeInteger(asOf) || asOf < 0 || asOf > current)
      throw wrong(`There is no publication ${asOf}; the last one is ${current}`)
    return asOf
  }

  async #load(request: GatewayRequest, reader: Reader): Promise<GatewayResponse> {
    const { request: read, relative } = this.#read(request.query, reader)
    const multi = request.queryType === 'multi'
    if (read.queryType !== 'regularQuery' && !multi)
      throw wrong(`'${read.queryType}' query type is not supported by the client.Please update the client.`)
    const publication = this.#publication(request.asOf)
    const key = `${multi ? 'multi' : 'one'} ${executionKey(read, reader, publication)}`
    let answer = this.#answers.get(key)
    if (!answer) {
      const began = this.#clock.now()
      const executed = await this.#execute(read, reader, publication, request.signal)
      if (executed === STILL_RUNNING)
        return json(200, {
          error: 'Continue wait',
          stage: 'Executing query',
          timeElapsed: this.#clock.now() - began,
        })
      answer = await this.#answer(read, executed, publication, multi, reader)
      this.#answers.put(key, answer)
    }
    // "last month" is another range next month: such a request is read each time.
    if (request.rawKey !== undefined && !relative)
      this.#answers.putRaw(request.rawKey, answer, request.asOf === undefined ? publication : null)
    return choose(answer, request.ifNoneMatch)
  }

  #execute(
    read: ReadRequest,
    reader: Reader,
    publication: number,
    signal: AbortSignal | undefined,
  ): Promise<readonly Executed[] | typeof STILL_RUNNING> {
    const parts = { planner: this.#planner, engine: this.#options.engine }
    const work = (stop: AbortSignal) =>
      Promise.all(read.queries.map(each => execute(each, reader, publication, { ...parts, signal: stop })))
    return this.#running.join(executionKey(read, reader, publication), work, signal)
  }

  async #answer(
    read: ReadRequest,
    executed: readonly Executed[],
    publication: number,
    multi: boolean,
    reader: Reader,
  ): Promise<Answer> {
    const lastRefreshTime = await this.#refreshTime(publication)
    const results = executed.map(each => ({
      query: each.query,
      data: encodeRows(each.query.responseFormat, each.columns, each.rows, extrasOf(read.queryType, each)),
      annotation: each.annotation,
      total: each.total,
      lastRefreshTime,
    }))
    return answerOf(loadBody(read.queryType, results, multi), cacheControl(reader))
  }

  /** When the figures last changed: the time of the publication that is read. */
  #refreshTime(publication: number): Promise<string | null> {
    const known = this.#refreshed.get(publication)
    if (known) return known
    const asked = this.#options.engine
      .query('select max(published_at) from publications where publication <= CAST(? AS BIGINT)', [
        String(publication),
      ])
      .then(({ rows }) => (rows[0]?.[0] ? `${rows[0][0]}Z` : null))
    this.#refreshed.set(publication, asked)
    asked.catch(() => this.#refreshed.delete(publication))
    return asked
  }

  #meta(request: GatewayRequest, reader: Reader): GatewayResponse {
    const key = `meta ${groupsKey(reader.groups)} ${request.onlyViews ? 'views' : 'all'}`
    let answer = this.#answers.get(key)
    if (!answer) {
      const visible = this.#model.byGroups.get(groupsKey(reader.groups)) ?? []
      const cubes: readonly MetaConfig[] = request.onlyViews
        ? visible.filter(cube => cube.type === 'view')
        : visible
      answer = answerOf(JSON.stringify({ cubes }), cacheControl(reader))
      this.#answers.put(key, answer)
    }
    if (request.rawKey !== undefined) this.#answers.putRaw(request.rawKey, answer, null)
    return choose(answer, request.ifNoneMatch)
  }

  async #sql(read: ReadRequest, reader: Reader, { asOf }: GatewayRequest): Promise<unknown> {
    const publication = this.#publication(asOf)
    const planned = await Promise.all(
      read.queries.map(async query => {
        const { plan, statement } = await this.#planner.plan(query, reader, publication)
        const sql = {
          sql: [statement.sql, statement.params],
          order: orderObject(plan.order),
          timeDimensionAlias: plan.timeDimensionAlias ?? undefined,
          timeDimensionField: plan.timeDimensionField ?? undefined,
          aliasNameToMember: plan.aliases,
          external: false,
          cacheKeyQueries: [],
          preAggregations: [],
          dataSource: 'default',
        }
        return { sql, dataSource: 'default' }
      }),
    )
    return read.queryType === 'regularQuery' ? planned[0] : planned
  }

  async #dryRun(read: ReadRequest, reader: Reader): Promise<unknown> {
    const publication = this.#publication(undefined)
    const plans = await Promise.all(
      read.queries.map(query => this.#planner.plan(query, reader, publication, true)),
    )
    const queries = read.queries.map(each => each.query)
    return {
      queryType: read.queryType,
      normalizedQueries: queries.map(echo),
      queryOrder: plans.map(({ plan }) => orderObject(plan.order)),
      transformedQueries: plans.map(({ plan }) => plan.transformed),
      pivotQuery: pivotQuery(read.queryType, queries),
    }
  }

  #failure(error: unknown, signal: AbortSignal | undefined): GatewayResponse {
    if (error instanceof GatewayError) return json(error.status, { error: error.message })
    if (error instanceof QueryTimeout) return json(400, { error: error.message })
    // Nobody reads this one; the status is the one that nginx made usual.
    if (signal?.aborted) return json(499, { error: 'aborted' })
    this.#options.onError?.(error)
    return json(500, { error: 'Internal Server Error' })
  }
}

const executionKey = (read: ReadRequest, reader: Reader, publication: number): string =>
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

const cacheControl = (reader: Reader): string =>
  reader.key === 'public' ? 'public, no-cache' : 'private, no-cache'

const orderObject = (
  order: readonly { readonly id: string; readonly desc: boolean }[],
): Record<string, string> => Object.fromEntries(order.map(({ id, desc }) => [id, desc ? 'desc' : 'asc']))

const json = (status: number, value: unknown): GatewayResponse => ({
  status,
  body: Buffer.from(JSON.stringify(value)),
  headers: JSON_HEADERS,
})
