import type { RollupDefinition } from '../../warehouse/index.ts'

/** A query in Cube's format, as it came: nothing in it is trusted before `readQuery`. */
export interface CubeQuery {
  readonly measures?: readonly string[]
  readonly dimensions?: readonly string[]
  readonly segments?: readonly string[]
  readonly timeDimensions?: readonly {
    readonly dimension: string
    readonly granularity?: string
    readonly dateRange?: string | readonly string[]
    readonly compareDateRange?: readonly (string | readonly string[])[]
  }[]
  readonly filters?: readonly CubeFilter[]
  readonly order?: Readonly<Record<string, 'asc' | 'desc'>> | readonly (readonly [string, 'asc' | 'desc'])[]
  readonly limit?: number
  readonly offset?: number
  readonly timezone?: string
  readonly total?: boolean
  readonly ungrouped?: boolean
  readonly responseFormat?: 'default' | 'compact' | 'columnar'
}

export type CubeFilter =
  | {
      readonly member?: string
      readonly dimension?: string
      readonly operator: string
      readonly values?: readonly (string | number | boolean | null)[]
    }
  | { readonly or: readonly CubeFilter[] }
  | { readonly and: readonly CubeFilter[] }

/** Who asks. Groups: `public`, `institution` (own institutions in `cuis`), `county`; several add up. */
export interface SecurityContext {
  readonly groups: readonly string[]
  readonly cuis: readonly string[]
}

export type Value = string | null
export type Row = Record<string, Value>

/** What the gateway needs of the warehouse: the warehouse's engine, or another of the same shape in a test. */
export interface QueryEngine {
  query(
    sql: string,
    params?: readonly (string | bigint | number | boolean | null)[],
    options?: { readonly signal?: AbortSignal | undefined },
  ): Promise<{ readonly columns: readonly { readonly name: string }[]; readonly rows: Value[][] }>
}

export type Endpoint = 'load' | 'meta' | 'sql' | 'dry-run'

export interface GatewayRequest {
  readonly endpoint: Endpoint
  /** JSON text or the parsed value; an array is a blending query. Not used by `meta`. */
  readonly query: unknown
  readonly context: SecurityContext
  /** `multi` from Cube's own clients: the answer then carries a list of results. */
  readonly queryType?: string | undefined
  readonly onlyViews?: boolean | undefined
  /** `meta` with the SQL that members are made of; for the county only. */
  readonly extended?: boolean | undefined
  /** Cube's `cache`: with "no-cache" the query is run again; every answer is of the state that it reads, anyway. */
  readonly cacheMode?: unknown
  /** The sender's own name for it, by which he can cancel it. */
  readonly requestId?: string | undefined
  readonly ifNoneMatch?: string | undefined
  readonly signal?: AbortSignal | undefined
  /** Text that stands for the whole request: path, query string and `contextKey(context)`. Allows `lookup`. */
  readonly rawKey?: string | undefined
  /** Publication number to read as of; the current one when absent. */
  readonly asOf?: number | undefined
}

export interface GatewayResponse {
  readonly status: number
  readonly body: Buffer
  readonly headers: Readonly<Record<string, string>>
  /** The query goes on: ask again. */
  readonly continueWait?: true
}

export interface LoadOptions {
  readonly asOf?: number | undefined
  readonly signal?: AbortSignal | undefined
}

export interface LoadResult {
  readonly data: Row[]
  readonly query: unknown
  readonly annotation: unknown
  /** Rows without limit and offset, when the query asked for `total`. */
  readonly total?: number
}

export interface Gateway {
  /** Rollups that the model declares, for the warehouse to build. */
  readonly rollups: readonly RollupDefinition[]
  /** One regular query through the same gate as HTTP. Rejects with `GatewayError`. */
  load(query: CubeQuery, context: SecurityContext, options?: LoadOptions): Promise<LoadResult>
  /** Cube's REST protocol; never rejects for what a query holds. */
  respond(request: GatewayRequest): Promise<GatewayResponse>
  /** Cube's answer to `pre-aggregations/can-use`, for the county. */
  canUseRollup(
    question: Readonly<Record<string, unknown>>,
    context: SecurityContext,
  ): Promise<GatewayResponse>
  /** Cube's answer to `DELETE running-query`: stops requests with this id, of callers who may see the same. */
  cancel(requestId: string, context: SecurityContext): Promise<GatewayResponse>
  /** The cached answer of a request seen before, if its publication still is the current one. Does no work. */
  lookup(rawKey: string, ifNoneMatch?: string): GatewayResponse | null
  /** Drops cached answers: for changes that are no publication, such as an institution's name. */
  forget(): void
  close(): Promise<void>
}
