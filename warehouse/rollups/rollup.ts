/** A rollup as the semantic layer declares it. The warehouse knows only its name and its SQL. */
export interface RollupDefinition {
  /** "execution_own.by_chapter". */
  readonly id: string
  /** What the names of its tables begin with: lower case letters, digits and "_". */
  readonly name: string
  /** Selects the rows of a range of period ends from what is valid now; `?` where `params` says. */
  readonly sql: string
  /** First and last instant of the range, in order of the `?`. */
  readonly params: readonly ('from' | 'to')[]
}

/** ready: holds what is valid now. stale: its year has had a publication since, queries read facts meanwhile. */
export type PartitionState = 'ready' | 'stale' | 'missing' | 'building'

export interface RollupPartition {
  /** The year of the period ends. */
  readonly partition: string
  readonly state: PartitionState
  /** What stands there now; null when the partition was never built. */
  readonly built: {
    /** Number of the publication that it was built for. */
    readonly publication: number
    /** "rollups.<name>". */
    readonly table: string
    readonly rows: number
    /** Before compression. */
    readonly bytes: number
    /** UTC, ISO with milliseconds. */
    readonly at: string
  } | null
}

export interface RollupStatus {
  readonly id: string
  readonly name: string
  readonly partitions: readonly RollupPartition[]
}

/** Tables that stay in place until `release`, however often the rollup is built meanwhile. */
export interface RollupLease {
  readonly tables: readonly string[]
  /** When the youngest of them was built. */
  readonly builtAt: string
  release(): void
}

/** Years of period ends, both included. */
export type YearRange = readonly [from: string, to: string]

export interface Rollups {
  /** What there is from now on: tables of other definitions, and what a crash left, are dropped. Builds nothing. */
  declare(definitions: readonly RollupDefinition[]): Promise<void>
  /** Builds what is missing or stale, one partition after the other; returns their tables. */
  refresh(): Promise<string[]>
  /** Builds every partition of one rollup anew, whatever its state; returns their tables.
   * @throws RangeError when no such rollup is declared */
  build(id: string): Promise<string[]>
  list(): Promise<RollupStatus[]>
  /** The tables that hold a rollup's rows of these years (all, when null) as they stood at a publication number. Null
   * when a partition isn't built for that state: then facts answer. */
  lease(id: string, years: YearRange | null, publication: number): Promise<RollupLease | null>
}
