// The parts of Cube that the gateway uses as libraries, under the narrow types that it relies on. Cube's own
// declarations are full of `any`; deep paths are needed because the packages' entry points start servers and drivers.

import { prepareAnnotation as cubePrepareAnnotation } from '@cubejs-backend/api-gateway/dist/src/helpers/prepare-annotation.js'
import * as cubeExtendedMeta from '@cubejs-backend/api-gateway/dist/src/helpers/transform-meta-extended.js'
import { normalizeQuery as cubeNormalizeQuery } from '@cubejs-backend/api-gateway/dist/src/query.js'
import { DuckDBQuery as CubeDuckDBQuery } from '@cubejs-backend/duckdb-driver/dist/src/DuckDBQuery.js'
import { BaseFilter as CubeBaseFilter } from '@cubejs-backend/schema-compiler/dist/src/adapter/BaseFilter.js'
import { BaseTimeDimension as CubeBaseTimeDimension } from '@cubejs-backend/schema-compiler/dist/src/adapter/BaseTimeDimension.js'
import { PreAggregations as CubePreAggregations } from '@cubejs-backend/schema-compiler/dist/src/adapter/PreAggregations.js'
import { CompilerApi as CubeCompilerApi } from '@cubejs-backend/server-core/dist/src/core/CompilerApi.js'
import type { MetaConfig } from '../catalogue.ts'
import type { TranspiledFiles } from './transpiled-files.ts'

export interface MemberDefinition {
  readonly type: string
  readonly meta?: { readonly calendar?: boolean }
}

export interface ParamAllocator {
  allocateParam(param: unknown): string
  allocateParamsForQuestionString(sql: string, params: readonly unknown[]): string
}

export interface FilterOptions {
  readonly dimension?: string
  readonly measure?: string
  readonly operator: string
  readonly values?: readonly (string | null)[]
}

export interface BaseFilterParts {
  readonly query: DuckDBQueryParts
  readonly measure: string | undefined
  definition(): MemberDefinition
  formatFromDate(date: string | undefined): string
  formatToDate(date: string | undefined): string
  inDbTimeZoneDateFrom(date: string | undefined): string
  inDbTimeZoneDateTo(date: string | undefined): string
  allocateParam(param: unknown): string
  allocateCastParam(param: unknown): string
  castParameter(): string
  likeIgnoreCase(column: string, not: boolean, param: unknown, type: string): string
}

export interface BaseTimeDimensionParts extends BaseFilterParts {
  readonly granularityObj?: { isPredefined(): boolean }
  dimensionDefinition(): MemberDefinition
  convertedToTz(): string
  resolvedGranularity(): string | null
}

export interface FoundPreAggregation {
  /** "cube.name". */
  readonly preAggregationId: string
  readonly cube: string
  readonly preAggregationName: string
}

export interface PreAggregationsParts {
  findPreAggregationForQuery: () => FoundPreAggregation | undefined
}

/** What a model says of a rollup, members as "cube.member", or longer by the cubes that they are joined through. */
export interface PreAggregationReferences {
  readonly allowNonStrictDateRangeMatch?: boolean
  readonly dimensions: readonly string[]
  readonly measures: readonly string[]
  readonly timeDimensions: readonly { readonly dimension: string; readonly granularity?: string }[]
}

export interface PreAggregation {
  readonly type: string
  readonly partitionGranularity?: string
}

export interface PreAggregationDescription {
  readonly preAggregationId: string
  /** "<schema>.<cube>_<name>", as the SQL of queries names it. */
  readonly tableName: string
  readonly sql: readonly [sql: string, params: readonly unknown[]]
}

/** Row policies of cubes that a query only joins: cube name to the condition that its rows must meet. */
export type JoinedGuards = Readonly<Record<string, CubeFilterNode>>

/** What a query's SQL is told besides the query, by way of Cube's context symbols: these reach sub-queries and are part of
 * Cube's own cache keys. */
export interface Reading {
  /** Conditions on hidden members that only FILTER_PARAMS in a cube's sql see: what is pinned. */
  readonly pushed: readonly CubeFilterNode[]
  readonly guards: JoinedGuards
}

export interface ContextSymbols {
  readonly securityContext: unknown
  readonly reading?: Reading
}

/** A filter as SQL; Cube's filters, groups and segments alike. */
export interface SqlFilter {
  filterToWhere(): string | null
}

export type FilterProxy = Readonly<Record<string | symbol, unknown>>

/** A time dimension that a window moves over, and what Cube makes its condition with. */
export type Window = readonly [BaseTimeDimensionParts, unknown]

export interface DuckDBQueryParts {
  timezone: string
  readonly paramAllocator: ParamAllocator
  newGroupFilter(filter: unknown): SqlFilter
  readonly options: { readonly contextSymbols?: ContextSymbols; readonly withRollups?: unknown }
  readonly allFilters: readonly SqlFilter[]
  extractFiltersAsTree(filters: readonly CubeFilterNode[]): unknown[]
  initFilter(filter: unknown): SqlFilter
  filterGroupFunctionImpl(allFilters: readonly SqlFilter[]): (...members: unknown[]) => string
  filterGroupFunction(): (...members: unknown[]) => string
  filtersProxy(): FilterProxy
  overTimeSeriesQuery(...parts: unknown[]): string
  dateFromStartToEndConditionSql(windows: readonly Window[], ...more: unknown[]): SqlFilter[]
  subtractInterval(date: string, interval: string): string
  dateBin(interval: string, source: string, origin: string): string
  rewriteInlineCubeSql(cube: string, isLeftJoinCondition?: boolean): [string, string, string?]
  readonly join?: unknown
  readonly joinGraphPaths?: unknown
  allBackAliasMembersExceptSegments(): Readonly<Record<string, string>>
  convertTz(field: string): string
  timeStampCast(value: string): string
  dimensionSql(dimension: unknown): string
  readonly cubeEvaluator: unknown
  newPreAggregations(): PreAggregationsParts
  newFilter(filter: FilterOptions): BaseFilterParts
  newTimeDimension(timeDimension: unknown): BaseTimeDimensionParts
}

export const BaseFilter = CubeBaseFilter as unknown as new (
  query: unknown,
  filter: FilterOptions,
) => BaseFilterParts
export const BaseTimeDimension = CubeBaseTimeDimension as unknown as new (
  query: unknown,
  timeDimension: unknown,
) => BaseTimeDimensionParts
export const DuckDBQuery = CubeDuckDBQuery as unknown as new (...options: unknown[]) => DuckDBQueryParts

/** What `FILTER_PARAMS` stands for in a cube's sql, over these filters. */
export const filterParams = (query: DuckDBQueryParts, filters: readonly SqlFilter[]): FilterProxy =>
  (CubeDuckDBQuery as unknown as FilterParamsSource).filterProxyFromAllFilters(
    filters,
    query.cubeEvaluator,
    param => query.paramAllocator.allocateParam(param),
    filter => query.newGroupFilter(filter),
  )

interface FilterParamsSource {
  filterProxyFromAllFilters(
    filters: readonly SqlFilter[],
    model: unknown,
    allocateParam: (param: unknown) => string,
    newGroupFilter: (filter: unknown) => SqlFilter,
  ): FilterProxy
}

export interface CubeFilterNode {
  readonly member?: string
  readonly operator?: string
  readonly values?: unknown
  readonly or?: readonly CubeFilterNode[]
  readonly and?: readonly CubeFilterNode[]
}

export interface NormalizedQuery {
  readonly filters: CubeFilterNode[]
  readonly segments?: readonly unknown[]
  readonly [key: string]: unknown
}

/** What `applyRowLevelSecurity` reads of `getSql`. */
export interface SqlResult {
  readonly memberNames: readonly string[]
}

export interface JoinGraph {
  readonly root: string
  readonly joins: readonly { readonly originalFrom: string; readonly originalTo: string }[]
}

export interface SqlGenerator {
  readonly join?: JoinGraph | null
  readonly aliasNameToMember: Readonly<Record<string, string>>
  readonly order?: readonly { readonly id: string; readonly desc: boolean }[]
  readonly timeDimensions: readonly {
    readonly dimension: string
    readonly dateRange?: readonly [string, string]
    unescapedAliasName(): string
  }[]
  readonly preAggregations: PreAggregationsParts & {
    canUseTransformedQuery(): unknown
    hasCumulativeMeasures(): boolean
    preAggregationsDescription(): readonly PreAggregationDescription[]
    preAggregationTableName(cube: string, name: string, preAggregation: PreAggregation): string
  }
  collectAllMemberNames(): string[]
  buildSqlAndParams(): readonly [string, readonly unknown[]]
}

export interface PolicyFilter {
  readonly memberReference?: string
  readonly or?: readonly PolicyFilter[]
  readonly and?: readonly PolicyFilter[]
}

/** Members that a row policy filters by, without their cube. */
export const membersOf = (filters: readonly PolicyFilter[]): string[] =>
  filters.flatMap(({ memberReference, or = [], and = [] }) => [
    ...(memberReference === undefined ? [] : [memberReference.split('.').at(-1) ?? '']),
    ...membersOf([...or, ...and]),
  ])

export interface AccessPolicy {
  readonly group?: string | readonly string[]
  readonly groups?: string | readonly string[]
  readonly rowLevel?: { readonly filters?: readonly PolicyFilter[] }
}

export interface EvaluatedMeasure {
  readonly type: string
  readonly rollingWindow?: unknown
  readonly multiStage?: boolean
  readonly meta?: Readonly<Record<string, unknown>>
}

export interface EvaluatedCube {
  readonly name: string
  readonly meta?: Readonly<Record<string, unknown>>
  readonly measures: Readonly<Record<string, EvaluatedMeasure>>
  readonly isView?: boolean
  readonly accessPolicy?: readonly AccessPolicy[]
  readonly dimensions: Readonly<
    Record<string, { readonly meta?: Readonly<Record<string, unknown>>; readonly subQuery?: boolean }>
  >
  readonly segments: Readonly<Record<string, unknown>>
}

/** Cubes as the model files define them. */
export type CubeDefinitions = Readonly<
  Record<string, { readonly joins?: unknown; readonly preAggregations?: unknown }>
>

export interface Compilers {
  readonly compiler: { withQuery<T>(generator: SqlGenerator, work: () => T): T }
  readonly cubeEvaluator: {
    readonly primaryKeys: Readonly<Record<string, readonly string[]>>
    cubeNames(): string[]
    cubeFromPath(name: string): EvaluatedCube
    preAggregationsForCube(cube: string): Readonly<Record<string, PreAggregation>>
    evaluatePreAggregationReferences(cube: string, preAggregation: PreAggregation): PreAggregationReferences
  }
  readonly metaTransformer: {
    readonly cubes: readonly { readonly config: MetaConfig }[]
    readonly cubeEvaluator: { readonly cubeDefinitions: CubeDefinitions }
  }
}

export interface RequestContext {
  readonly securityContext: { readonly groups: readonly string[]; readonly cuis: readonly string[] }
}

export interface CompilerApiParts {
  readonly compiledYamlCache: TranspiledFiles
  getCompilers(): Promise<Compilers>
  getSqlGenerator(query: NormalizedQuery): Promise<{ sqlGenerator: SqlGenerator; compilers: Compilers }>
  getSql(query: NormalizedQuery, options?: { requestId?: string }): Promise<SqlResult>
  applyRowLevelSecurity(
    query: NormalizedQuery,
    evaluated: NormalizedQuery,
    context: RequestContext,
  ): Promise<{ query: NormalizedQuery; denied: boolean }>
  metaConfig(context: RequestContext): Promise<readonly { readonly config: MetaConfig }[]>
  createNativeInstance(): unknown
}

export const CompilerApi = CubeCompilerApi as unknown as new (
  repository: { localPath(): string; dataSchemaFiles(): Promise<{ fileName: string; content: string }[]> },
  dbType: () => Promise<string>,
  options: {
    dialectClass: () => unknown
    standalone: boolean
    allowUngroupedWithoutPrimaryKey: boolean
    preAggregationsSchema: string
    contextToGroups: (context: RequestContext) => Promise<readonly string[]>
  },
) => CompilerApiParts

export const normalizeQuery = cubeNormalizeQuery as unknown as (
  query: Record<string, unknown>,
  persistent: boolean,
) => NormalizedQuery

export const prepareAnnotation = cubePrepareAnnotation as unknown as (
  meta: readonly { readonly config: MetaConfig }[],
  query: NormalizedQuery,
) => Record<string, unknown>

type Transform = (member: object, definitions: CubeDefinitions) => object
export const {
  transformCube,
  transformMeasure,
  transformDimension,
  transformSegment,
  transformJoins,
  transformPreAggregations,
} = cubeExtendedMeta as unknown as Readonly<
  Record<'transformCube' | 'transformMeasure' | 'transformDimension' | 'transformSegment', Transform> &
    Record<'transformJoins' | 'transformPreAggregations', (given: unknown) => unknown>
>

/** Whether a rollup with these references could answer a query that `dry-run` has transformed. */
export const canUseRollup = (transformed: unknown, references: unknown): unknown =>
  (
    CubePreAggregations as unknown as {
      canUsePreAggregationForTransformedQueryFn(transformed: unknown, references: unknown): unknown
    }
  ).canUsePreAggregationForTransformedQueryFn(transformed, references)
