// What the gateway and its compiler's worker thread tell each other. Plain data only.
import type { RollupDefinition } from '../../../warehouse/index.ts'
import type { MetaConfig } from '../catalogue.ts'
import type { LastReports } from '../query/last-reports.ts'
import type { Group } from '../security-context.ts'

export interface WorkerStart {
  readonly modelFolder: string
}

export interface ModelDescription {
  /** Every cube and view, whoever may see it. */
  readonly everything: readonly MetaConfig[]
  /** What each combination of groups may see, by `groupsKey`. */
  readonly byGroups: ReadonlyMap<string, readonly MetaConfig[]>
  readonly rollups: readonly RollupDefinition[]
}

export interface PlanRequest {
  /** In Cube's wire form; values may be placeholders. */
  readonly query: Record<string, unknown>
  readonly reader: { readonly groups: readonly Group[]; readonly cuis: readonly string[] }
  /** Placeholder of the publication number. */
  readonly pin: string
  readonly last: LastReports | null
  /** With what Cube's dry-run says about rollups. */
  readonly explain: boolean
}

export interface Statement {
  readonly sql: string
  readonly params: readonly (string | null)[]
}

/** The plan's statements as a rollup answers them: the same columns and rows, where it is built for the state asked for. */
export interface Rolled {
  /** "cube.name". */
  readonly id: string
  /** The name that stands for its partitions in the SQL. */
  readonly table: string
  readonly statement: Statement
  readonly total: Statement | null
  /** Of its time dimension; null: all its partitions are read. */
  readonly range: readonly [from: string, to: string] | null
}

export interface Planned {
  readonly statement: Statement
  /** Counts the rows without limit; null when the query doesn't ask. */
  readonly total: Statement | null
  readonly rolled: Rolled | null
  /** From the SQL's column name to the member that it holds. */
  readonly aliases: Readonly<Record<string, string>>
  readonly order: readonly { readonly id: string; readonly desc: boolean }[]
  readonly timeDimensionAlias: string | null
  readonly timeDimensionField: string | null
  readonly annotation: Readonly<Record<string, unknown>>
  readonly transformed: unknown
}

export type PlanReply =
  | { readonly kind: 'planned'; readonly plan: Planned }
  | { readonly kind: 'denied' }
  | { readonly kind: 'wrong'; readonly message: string }

export type WorkerRequest =
  | { readonly id: number; readonly do: 'describe' }
  | { readonly id: number; readonly do: 'extend' }
  | { readonly id: number; readonly do: 'match'; readonly transformed: unknown; readonly references: unknown }
  | { readonly id: number; readonly do: 'plan'; readonly request: PlanRequest }

/** Cube's extended `/meta`: with the SQL that members are made of. */
export type ExtendedMeta = readonly Readonly<Record<string, unknown>>[]

/** Whether a rollup can be used; null when the question makes no sense. */
export type MatchReply = { readonly canUse: unknown } | null

export type Done = ModelDescription | PlanReply | ExtendedMeta | MatchReply

export type WorkerReply =
  | { readonly id: number; readonly done: Done }
  | { readonly id: number; readonly failed: string }
