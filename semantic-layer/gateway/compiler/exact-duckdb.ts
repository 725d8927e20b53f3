import {
  BaseFilter,
  type BaseFilterParts,
  BaseTimeDimension,
  type BaseTimeDimensionParts,
  type CubeFilterNode,
  DuckDBQuery,
  type DuckDBQueryParts,
  type FilterOptions,
  type FilterProxy,
  filterParams,
  type PreAggregationsParts,
  type Reading,
  type SqlFilter,
  type Window,
} from './cube-parts.ts'

const MEASURE_TYPES = new Set(['number', 'count', 'count_distinct', 'sum', 'min', 'max'])

/** A filter whose values are compared in the column's own type. Cube's stock dialect compares numbers as DOUBLE, which
 * loses bani, and has no ESCAPE, so that a literal % or _ never matched. */
class ExactFilter extends BaseFilter {
  override castParameter(): string {
    const { type } = this.definition()
    if (this.measure) return MEASURE_TYPES.has(type) ? 'CAST(? AS DECIMAL(38,6))' : '?'
    if (type === 'number') return 'CAST(? AS BIGINT)'
    if (type === 'boolean') return 'CAST(? AS BOOLEAN)'
    return type === 'time' ? 'CAST(? AS TIMESTAMP)' : '?'
  }

  override allocateCastParam(param: unknown): string {
    const time = !this.measure && this.definition().type === 'time' && typeof param === 'string'
    return super.allocateCastParam(time ? this.inDbTimeZoneDateFrom(param) : param)
  }

  override inDbTimeZoneDateFrom(date: string | undefined): string {
    return isCalendar(this) && !isWord(date) ? this.formatFromDate(date) : super.inDbTimeZoneDateFrom(date)
  }

  override inDbTimeZoneDateTo(date: string | undefined): string {
    return isCalendar(this) && !isWord(date) ? this.formatToDate(date) : super.inDbTimeZoneDateTo(date)
  }

  override likeIgnoreCase(column: string, not: boolean, param: unknown, type: string): string {
    const before = type === 'starts' ? '' : "'%' || "
    const after = type === 'ends' ? '' : " || '%'"
    return `${column}${not ? ' NOT' : ''} ILIKE ${before}${this.allocateParam(param)}${after} ESCAPE '\\'`
  }
}

/** A calendar day has no time zone: shifting it would move 30 June to another day, or month. */
class ExactTimeDimension extends BaseTimeDimension {
  override convertedToTz(): string {
    return isCalendar(this) ? `${this.query.dimensionSql(this)}::timestamp` : super.convertedToTz()
  }

  override inDbTimeZoneDateFrom(date: string | undefined): string {
    return isCalendar(this) && !isWord(date) ? this.formatFromDate(date) : super.inDbTimeZoneDateFrom(date)
  }

  override inDbTimeZoneDateTo(date: string | undefined): string {
    return isCalendar(this) && !isWord(date) ? this.formatToDate(date) : super.inDbTimeZoneDateTo(date)
  }

  /** How finely rows are summed before a window takes them: Cube would sum those of a school year by calendar year, and
   * weeks do not fit into the years that windows begin with. */
  override resolvedGranularity(): string | null {
    const granularity = super.resolvedGranularity()
    const fits = this.granularityObj?.isPredefined() !== false && granularity !== 'week'
    return fits ? granularity : 'day'
  }
}

/** Where a rollup's SQL has the range of a partition, Cube puts a word that it finds again later. */
const isWord = (date: string | undefined): boolean => date?.endsWith('_PARTITION_RANGE') === true

const isCalendar = (filter: BaseFilterParts): boolean =>
  !filter.measure && filter.definition().meta?.calendar === true

const NOTHING_READ: Reading = { pushed: [], guards: {} }

/** Not a method of the class, since Cube's constructor needs it before the class is complete. */
const readingOf = ({ options }: DuckDBQueryParts): Reading => options.contextSymbols?.reading ?? NOTHING_READ

/** DuckDB's SQL without a time zone conversion per row, which cost 2 to 15 times the query, and with exact filters. */
export class ExactDuckDB extends DuckDBQuery {
  #window = false
  readonly #aliases = new Map<boolean, Readonly<Record<string, string>>>()

  override newFilter(filter: FilterOptions): BaseFilterParts {
    return new ExactFilter(this, filter)
  }

  override newTimeDimension(timeDimension: unknown): BaseTimeDimensionParts {
    return new ExactTimeDimension(this, timeDimension)
  }

  /** Looking for a rollup takes a third of a plan's time, several times per query: only those that may use one look. */
  override newPreAggregations(): PreAggregationsParts {
    const found = super.newPreAggregations()
    if (this.options.withRollups !== true) found.findPreAggregationForQuery = () => undefined
    return found
  }

  override convertTz(field: string): string {
    return this.timezone === 'UTC' ? `${field}::timestamp` : super.convertTz(field)
  }

  /** Cube works this out anew for each filter of each FILTER_PARAMS, which took more than half of a plan's time. It depends
   * on the query alone, and on whether its joins are known yet. */
  override allBackAliasMembersExceptSegments(): Readonly<Record<string, string>> {
    const joined = Boolean(this.join && this.joinGraphPaths)
    const known = this.#aliases.get(joined)
    if (known) return known
    const aliases = super.allBackAliasMembersExceptSegments()
    this.#aliases.set(joined, aliases)
    return aliases
  }

  /** What FILTER_PARAMS in a cube's sql see: the query's filters, what is pinned, and the row policies of joined cubes. */
  #pushed(): SqlFilter[] {
    const { pushed, guards } = readingOf(this)
    // A window reaches back beyond the dates asked for, so these must not cut the rows that it sums.
    const own = this.#window
      ? this.allFilters.filter(filter => !(filter instanceof BaseTimeDimension))
      : this.allFilters
    return [...own, ...this.#filters([...pushed, ...Object.values(guards)])]
  }

  #filters(filters: readonly CubeFilterNode[]): SqlFilter[] {
    return this.extractFiltersAsTree(filters).map(filter => this.initFilter(filter))
  }

  override filterGroupFunction(): (...members: unknown[]) => string {
    return (...members) => this.filterGroupFunctionImpl(this.#pushed())(...members)
  }

  override filtersProxy(): FilterProxy {
    return new Proxy({}, { get: (_, name) => filterParams(this, this.#pushed())[name] })
  }

  /** A joined cube's row policy is part of its join, see `splitPolicies`. */
  override rewriteInlineCubeSql(cube: string, isLeftJoinCondition?: boolean): [string, string, string?] {
    const [sql, alias, condition] = super.rewriteInlineCubeSql(cube, isLeftJoinCondition)
    const guard = new Map(Object.entries(readingOf(this).guards)).get(cube)
    if (!guard) return condition === undefined ? [sql, alias] : [sql, alias, condition]
    const parts = [condition, ...this.#filters([guard]).map(filter => filter.filterToWhere())]
    return [sql, alias, parts.filter(part => part).join(' AND ')]
  }

  override overTimeSeriesQuery(...parts: unknown[]): string {
    const outer = this.#window
    this.#window = true
    try {
      return super.overTimeSeriesQuery(...parts)
    } finally {
      this.#window = outer
    }
  }

  /** Cube converts the range of a window to the query's time zone, which a calendar day does not have. */
  override dateFromStartToEndConditionSql(windows: readonly Window[], ...more: unknown[]): SqlFilter[] {
    return super.dateFromStartToEndConditionSql(windows, ...more).map((condition, index) => {
      const [dimension] = windows[index] ?? []
      if (!dimension || !isCalendar(dimension)) return condition
      return { filterToWhere: () => this.#inUtc(() => condition.filterToWhere()) }
    })
  }

  #inUtc<T>(work: () => T): T {
    const { timezone } = this
    this.timezone = 'UTC'
    try {
      return work()
    } finally {
      this.timezone = timezone
    }
  }

  /** A day's last millisecond stands for the day: 30 April less a month is the end of March, not its 30th. */
  override subtractInterval(date: string, interval: string): string {
    const millisecond = "interval '1 millisecond'"
    return `${date} + ${millisecond} - interval '${interval}' - ${millisecond}`
  }

  /** Cube counts the unit's borders between origin and date, which for years or weeks are not the bucket's own. */
  override dateBin(interval: string, source: string, origin: string): string {
    return `time_bucket(interval '${interval}', ${source}, '${origin}'::timestamp)`
  }

  override timeStampCast(value: string): string {
    return `${value}::timestamp`
  }
}
