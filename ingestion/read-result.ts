import type {
  BudgetKind,
  ControlTotal,
  Cui,
  ExecutionReport,
  ExecutionReportType,
  Issue,
  StagedReport,
} from '../domain/index.ts'

export interface SheetSummary {
  readonly name: string
  readonly hidden: boolean
  /** Number of the last row and of the last column that the file mentions. */
  readonly rows: number
  readonly columns: number
}

/** What could be recognised, even when errors keep it from being a report. */
export interface Recognised {
  readonly type: ExecutionReportType | null
  readonly periodEnd: string | null
  readonly sector: string | null
  readonly cui: Cui | null
  readonly entityName: string
  readonly sheet: string
  readonly lines: number
  /** Sums of all amounts that could be read. */
  readonly sums: Readonly<Record<BudgetKind, bigint>>
  readonly controlTotals: Readonly<Record<BudgetKind, ControlTotal | null>>
}

/** A report with its lines as objects or, where they are too many, in a file. */
export type AnyReport = ExecutionReport | StagedReport

export interface ReadResult<Report = ExecutionReport> {
  /**
   * Present when type, date, sector and entity are known; its lines are those without errors, so it is complete only when no
   * issue is an error.
   */
  readonly report: Report | null
  readonly recognised: Recognised | null
  readonly issues: readonly Issue[]
  readonly sheets: readonly SheetSummary[]
}
