import type { RollupDefinition } from '../../warehouse/index.ts'
import { Catalogue, groupsKey } from './catalogue.ts'
import { CompilerClient, type CompilerOptions } from './compiler/compiler-client.ts'
import { Planner, type ReadyPlan } from './compiler/planner.ts'
import type { ModelDescription } from './compiler/protocol.ts'
import { fromRollup, type RollupSource } from './from-rollup.ts'
import { badFormat, forbidden, GatewayError, wrong } from './gateway-error.ts'
import { Loader } from './loader.ts'
import { type ReadRequest, readRequest } from './query/multi-query.ts'
import { CACHE_MODES } from './query/read-query.ts'
import { echo } from './result/answer-body.ts'
import { answerOf, cacheControl, choose } from './result/answer-cache.ts'
import { dryRunBody, sqlBody } from './result/explain-body.ts'
import { rowObjects } from './result/out-columns.ts'
import { QueryTimeout, STILL_RUNNING } from './run-once.ts'
import { QueryCancelled, RunningRequests, requestUuid } from './running-requests.ts'
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
  /** A compiler that was started before. */
  readonly compiler?: StartedCompiler | undefined
  /** Number of the last publication, 0 before the first. Asked at every request, so it must be at hand. */
  readonly publication: { current(): number }
  /** Reads "last month" and measures waiting; the system's when not given. */
  readonly clock?: { now(): number }
  /** Bytes of answers kept; 0 keeps none. */
  readonly cacheBytes?: number
  /** Tables of the model's rollups; without them facts answer everything. */
  readonly rollups?: RollupSource
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

/** Starts compiling the model in its thread before anything else is there: what takes longest at a start begins first. */
export function startCompiler(options: CompilerOptions): StartedCompiler {
  const compiler = new CompilerClient(options)
  const model = compiler.describe()
  // Whoever creates the gateway hears of a failure; until then it must not end the process.
  model.catch(() => {})
  return { compiler, model }
}

export interface StartedCompiler {
  readonly compiler: CompilerClient
  readonly model: Promise<ModelDescription>
}

export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { compiler, model } = options.compiler ?? startCompiler(options)
  try {
    return new CubeGateway(options, compiler, await model)
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
  readonly #loader: Loader
  readonly #requests = new RunningRequests()

  constructor(options: GatewayOptions, compiler: CompilerClient, model: ModelDescription) {
    this.#options = options
    this.#clock = options.clock ?? Date
    this.#compiler = compiler
    this.#model = model
    this.#catalogue = new Catalogue(model.everything, model.byGroups)
    this.#planner = new Planner(request => compiler.plan(request))
    this.#loader = new Loader({
      engine: options.engine,
      planner: this.#planner,
      rollups: options.rollups ?? null,
      onError: error => options.onError?.(error),
      cacheBytes: options.cacheBytes ?? CACHE_BYTES,
      limits: { patienceMs: options.patienceMs ?? PATIENCE_MS, timeoutMs: options.timeoutMs ?? TIMEOUT_MS },
    })
  }

  lookup(rawKey: string, ifNoneMatch?: string): GatewayResponse | null {
    const answer = this.#loader.cache.getRaw(rawKey, this.#options.publication.current())
    return answer && choose(answer, ifNoneMatch)
  }

  async load(query: CubeQuery, context: SecurityContext, options: LoadOptions = {}): Promise<LoadResult> {
    const reader = this.#reader(context)
    const { read } = this.#read(query, reader)
    if (read.queryType !== 'regularQuery') throw wrong('load takes one query without compareDateRange')
    const pinned = { read, reader, publication: this.#publication(options.asOf) }
    const [one] = await this.#loader.rows(pinned, options.signal)
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
      if (request.endpoint === 'meta') return await this.#meta(request, reader)
      if (request.endpoint === 'load') return await this.#load(request, reader)
      const explain = request.endpoint === 'dry-run'
      const { read } = this.#read(request.query, reader)
      const publication = this.#publication(request.asOf)
      const plans = await Promise.all(
        read.queries.map(query => this.#planner.plan(query, reader, publication, explain)),
      )
      return json(200, explain ? dryRunBody(read, plans) : await this.#sql(read, plans, publication))
    } catch (error) {
      return this.#failure(error, request.signal)
    }
  }

  async canUseRollup(question: Readonly<Record<string, unknown>>, context: SecurityContext) {
    try {
      if (!this.#reader(context).groups.includes('county')) throw forbidden('You have no access to rollups')
      const reply = await this.#compiler.match(question.transformedQuery, question.references)
      if (!reply) throw wrong('"transformedQuery" and "references" must be as dry-run and meta give them')
      return json(200, { canUsePreAggregationForTransformedQuery: reply.canUse })
    } catch (error) {
      return this.#failure(error, undefined)
    }
  }

  async cancel(requestId: string, context: SecurityContext): Promise<GatewayResponse> {
    try {
      const owner = ownerOf(requestId, this.#reader(context))
      const found = owner !== null && [this.#requests.cancel(owner), this.#loader.cancel(owner)].some(Boolean)
      return json(200, { result: found ? [{ requestId }] : [] })
    } catch (error) {
      return this.#failure(error, undefined)
    }
  }

  forget(): void {
    this.#loader.cache.clear()
  }

  async close(): Promise<void> {
    this.#loader.close()
    await this.#compiler.close()
  }

  get rollups(): readonly RollupDefinition[] {
    return this.#model.rollups
  }

  #reader(context: SecurityContext): Reader {
    const reader = readerOf(context)
    if (reader.groups.length === 0) throw forbidden('You have no access to any data')
    return reader
  }

  #read(query: unknown, reader: Reader): { read: ReadRequest; relative: boolean } {
    let relative = false
    const now = () => {
      relative = true
      return this.#clock.now()
    }
    return { read: readRequest(query, { catalogue: this.#catalogue, reader, now }), relative }
  }

  #publication(asOf: number | undefined): number {
    const current = this.#options.publication.current()
    if (asOf === undefined) return current
    if (!Number.isSafeInteger(asOf) || asOf < 0 || asOf > current)
      throw wrong(`There is no publication ${asOf}; the last one is ${current}`)
    return asOf
  }

  async #sql(read: ReadRequest, plans: readonly ReadyPlan[], publication: number): Promise<unknown> {
    const rollups = this.#options.rollups ?? null
    const readings = plans.map(async ready => {
      const rolled = await fromRollup(ready, publication, rollups, async reading => reading)
      return { plan: ready.plan, ...(rolled ?? { statement: ready.statement, used: null }) }
    })
    return sqlBody(read, await Promise.all(readings))
  }

  async #load(request: GatewayRequest, reader: Reader): Promise<GatewayResponse> {
    const { cacheMode } = request
    if (cacheMode !== undefined && !CACHE_MODES.includes(cacheMode))
      throw badFormat(`"cacheMode" must be one of [${CACHE_MODES.join(', ')}]`)
    const { read, relative } = this.#read(request.query, reader)
    const multi = request.queryType === 'multi'
    if (read.queryType !== 'regularQuery' && !multi)
      throw wrong(`'${read.queryType}' query type is not supported by the client.Please update the client.`)
    const fresh = cacheMode === undefined ? read.queries.some(each => each.fresh) : cacheMode === 'no-cache'
    const publication = this.#publication(request.asOf)
    const began = this.#clock.now()
    const owner = ownerOf(request.requestId, reader)
    const running = this.#requests.begin(owner, request.signal)
    const options = { fresh, owner, signal: running.signal }
    const answer = await this.#loader
      .answer({ read, reader, publication }, multi, options)
      .finally(() => running.end())
    if (answer === STILL_RUNNING) {
      const timeElapsed = this.#clock.now() - began
      const body = { error: 'Continue wait', stage: 'Executing query', timeElapsed }
      return { ...json(200, body), continueWait: true }
    }
    // "last month" is another range next month: such a request is read each time.
    if (request.rawKey !== undefined && !relative && !fresh)
      this.#loader.cache.putRaw(request.rawKey, answer, request.asOf === undefined ? publication : null)
    return choose(answer, request.ifNoneMatch)
  }

  async #meta({ extended = false, onlyViews = false, rawKey, ifNoneMatch }: GatewayRequest, reader: Reader) {
    if (extended && !reader.groups.includes('county'))
      throw forbidden('You have no access to the extended meta')
    const { cache } = this.#loader
    const groups = groupsKey(reader.groups)
    const key = `meta ${groups} ${onlyViews ? 'views' : 'all'} ${extended ? 'extended' : ''}`
    let answer = cache.get(key)
    if (!answer) {
      const visible = extended ? await this.#compiler.extend() : (this.#model.byGroups.get(groups) ?? [])
      const cubes = onlyViews ? visible.filter(cube => cube.type === 'view') : visible
      answer = answerOf(Buffer.from(JSON.stringify({ cubes })), cacheControl(reader))
      cache.put(key, answer)
    }
    if (rawKey !== undefined) cache.putRaw(rawKey, answer, null)
    return choose(answer, ifNoneMatch)
  }

  #failure(error: unknown, signal: AbortSignal | undefined): GatewayResponse {
    if (error instanceof GatewayError) return json(error.status, { error: error.message })
    if (error instanceof QueryTimeout || error instanceof QueryCancelled)
      return json(400, { error: error.message })
    // Nobody reads this one; the status is the one that nginx made usual.
    if (signal?.aborted) return json(499, { error: 'aborted' })
    this.#options.onError?.(error)
    return json(500, { error: 'Internal Server Error' })
  }
}

/** Only who may see the same may stop a request, and only by the id that its sender made up. */
function ownerOf(requestId: string | undefined, { key }: Reader): string | null {
  const uuid = requestUuid(requestId)
  return uuid === null ? null : `${key}|${uuid}`
}

const json = (status: number, value: unknown): GatewayResponse => ({
  status,
  body: Buffer.from(JSON.stringify(value)),
  headers: JSON_HEADERS,
})
