import { createHash } from 'node:crypto'
import { Catalogue } from './catalogue.ts'
import { CompilerClient } from './compiler/compiler-client.ts'
import { signContextToken } from './context-token.ts'
import { forbidden, GatewayError, wrong } from './gateway-error.ts'
import { toCubeQuery } from './query/canonical-query.ts'
import { type ReadRequest, readRequest } from './query/multi-query.ts'
import { answerOf, choose } from './result/answer-cache.ts'
import { requestUuid } from './running-requests.ts'
import { type Reader, readerOf } from './security-context.ts'
import type {
  CubeQuery,
  Endpoint,
  Gateway,
  GatewayRequest,
  GatewayResponse,
  LoadOptions,
  LoadResult,
  Row,
  SecurityContext,
} from './types.ts'

export interface DelegateOptions {
  /** Of a Cube deployment that mounts the same model folder, e.g. "http://cube:4000/cubejs-api". */
  readonly cubeUrl: string
  /** Shared with the deployment (its CUBEJS_API_SECRET). */
  readonly secret: string
  readonly modelFolder: string
  readonly workerFile: string
  readonly publication: { current(): number }
  readonly clock: { now(): number }
  readonly onError?: (error: unknown) => void
  readonly timeoutMs?: number
}

const TOKEN_SECONDS = 60
const TIMEOUT_MS = 60_000

interface Remote {
  readonly status: number
  readonly text: string
}

/** The same gate in front of a Cube deployment elsewhere: queries are checked here, planned and run there. The token
 * carries groups, institutions and the publication to read, for the deployment's policies and query rewriting. */
export async function createDelegate(options: DelegateOptions): Promise<Gateway> {
  const compiler = new CompilerClient(options)
  try {
    // The gate needs the model's members; the compiler is not needed after that.
    const { everything, byGroups } = await compiler.describe()
    return new Delegate(options, new Catalogue(everything, byGroups))
  } finally {
    await compiler.close()
  }
}

class Delegate implements Gateway {
  /** The deployment builds its own. */
  readonly rollups = []
  readonly #options: DelegateOptions
  readonly #catalogue: Catalogue
  readonly #base: string
  readonly #closing = new AbortController()

  constructor(options: DelegateOptions, catalogue: Catalogue) {
    this.#options = options
    this.#catalogue = catalogue
    const url = options.cubeUrl.replace(/\/+$/, '')
    this.#base = url.endsWith('/v1') ? url : `${url}/v1`
  }

  /** Nothing is kept here: the deployment has its own caches. */
  lookup(): null {
    return null
  }

  forget(): void {}

  async load(query: CubeQuery, context: SecurityContext, options: LoadOptions = {}): Promise<LoadResult> {
    const reader = this.#reader(context)
    const read = this.#read({ ...query, responseFormat: 'default' }, reader)
    if (read.queryType !== 'regularQuery') throw wrong('load takes one query without compareDateRange')
    for (;;) {
      const remote = await this.#ask('load', forwarded(read, query), reader, options)
      const body = parsed(remote.text)
      if (remote.status !== 200)
        throw new GatewayError(remote.status, String(body.get('error') ?? remote.text))
      if (body.get('error') === 'Continue wait') continue
      if (body.has('error')) throw new GatewayError(400, String(body.get('error')))
      const total = body.get('total')
      return {
        data: (body.get('data') as Row[]).map(texts),
        query: body.get('query'),
        annotation: body.get('annotation'),
        ...(typeof total === 'number' ? { total } : {}),
      }
    }
  }

  async respond(request: GatewayRequest): Promise<GatewayResponse> {
    try {
      const reader = this.#reader(request.context)
      if (request.extended && !reader.groups.includes('county'))
        throw forbidden('You have no access to the extended meta')
      const query =
        request.endpoint === 'meta' ? null : forwarded(this.#read(request.query, reader), request.query)
      const remote = await this.#ask(request.endpoint, query, reader, request)
      const keep = remote.status === 200 && (request.endpoint === 'load' || request.endpoint === 'meta')
      if (remote.text.startsWith('{"error":"Continue wait"'))
        return { ...plain(remote.status, remote.text), continueWait: true }
      if (!keep) return plain(remote.status, remote.text)
      return choose(answerOf(Buffer.from(remote.text), 'private, no-cache'), request.ifNoneMatch)
    } catch (error) {
      return this.#failure(error, request.signal)
    }
  }

  async canUseRollup(): Promise<GatewayResponse> {
    return plain(501, '{"error":"Pre-aggregations are planned and built by the Cube deployment: ask there"}')
  }

  async cancel(requestId: string, context: SecurityContext): Promise<GatewayResponse> {
    try {
      const reader = this.#reader(context)
      if (requestUuid(requestId) === null) return plain(200, '{"result":[]}')
      const path = `running-query/${encodeURIComponent(scopedId(requestId, reader))}`
      const { status, text } = await this.#fetch(path, reader, {}, { method: 'DELETE' })
      // What it tells of a query holds its SQL.
      const found = status === 200 && ((parsed(text).get('result') as unknown[] | undefined)?.length ?? 0) > 0
      return status === 200
        ? plain(200, JSON.stringify({ result: found ? [{ requestId }] : [] }))
        : plain(status, text)
    } catch (error) {
      return this.#failure(error, undefined)
    }
  }

  async close(): Promise<void> {
    this.#closing.abort(new Error('the gateway is closed'))
  }

  #failure(error: unknown, signal: AbortSignal | undefined): GatewayResponse {
    if (error instanceof GatewayError) return plain(error.status, JSON.stringify({ error: error.message }))
    if (signal?.aborted) return plain(499, JSON.stringify({ error: 'aborted' }))
    this.#options.onError?.(error)
    return plain(500, JSON.stringify({ error: 'Internal Server Error' }))
  }

  #reader(context: SecurityContext): Reader {
    const reader = readerOf(context)
    if (reader.groups.length === 0) throw forbidden('You have no access to any data')
    return reader
  }

  #read(query: unknown, reader: Reader): ReadRequest {
    return readRequest(query, { catalogue: this.#catalogue, reader, now: () => this.#options.clock.now() })
  }

  async #ask(
    endpoint: Endpoint,
    query: unknown,
    reader: Reader,
    request: Partial<GatewayRequest>,
  ): Promise<Remote> {
    const { queryType, onlyViews, extended, cacheMode: cache } = request
    if (endpoint === 'meta') {
      const asked = { ...(extended ? { extended: 'true' } : {}), ...(onlyViews ? { onlyViews: 'true' } : {}) }
      return this.#fetch(`meta?${new URLSearchParams(asked)}`, reader, request)
    }
    const body = JSON.stringify({ query, queryType, cache })
    return this.#fetch(endpoint, reader, request, { method: 'POST', body })
  }

  async #fetch(
    path: string,
    reader: Reader,
    request: Partial<GatewayRequest>,
    init: { readonly method?: string; readonly body?: string } = {},
  ): Promise<Remote> {
    const { asOf = this.#options.publication.current(), requestId } = request
    const limits = [this.#closing.signal, AbortSignal.timeout(this.#options.timeoutMs ?? TIMEOUT_MS)]
    const headers = {
      authorization: await this.#token(reader, asOf),
      'content-type': 'application/json',
      ...(requestUuid(requestId) === null ? {} : { 'x-request-id': scopedId(String(requestId), reader) }),
    }
    const signal = AbortSignal.any(request.signal ? [request.signal, ...limits] : limits)
    try {
      const response = await fetch(`${this.#base}/${path}`, { ...init, headers, signal })
      return { status: response.status, text: await response.text() }
    } catch (error) {
      if (request.signal?.aborted) throw error
      this.#options.onError?.(error)
      // 503 rather than 502, at which Cube's client would repeat without end.
      throw new GatewayError(503, 'The analytics service does not answer; try again later')
    }
  }

  #token({ groups, cuis }: Reader, publication: number): Promise<string> {
    const seconds = Math.floor(this.#options.clock.now() / 1000)
    const token = { context: { groups, cuis }, expiresAt: seconds + TOKEN_SECONDS, asOf: publication }
    return signContextToken(this.#options.secret, token, seconds)
  }
}

/** The deployment knows requests by their ids alone: readers who see something else must not share one. */
const scopedId = (requestId: string, { key }: Reader): string =>
  `${createHash('sha256').update(key).digest('hex').slice(0, 16)}-${encodeURIComponent(requestId)}`

/** A regular query goes as the gate read it, with absolute dates; several go as they came, once the gate has passed them. */
function forwarded(read: ReadRequest, original: unknown): unknown {
  const [first] = read.queries
  if (read.queryType === 'regularQuery' && first) return toCubeQuery(first.query)
  return typeof original === 'string' ? JSON.parse(original) : original
}

function parsed(text: string): Map<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : [])
  } catch {
    return new Map([['error', 'The analytics service gave an answer that is not JSON']])
  }
}

/** Booleans as texts, as every value of `load`. */
const texts = (row: Record<string, unknown>): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value === null || value === undefined ? null : String(value),
    ]),
  )

const plain = (status: number, text: string): GatewayResponse => ({
  status,
  body: Buffer.from(text),
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
})
