import type { Cui } from './cui.ts'
import type { Bani } from './money.ts'

/** Treasury reports of budget execution: 900 of one entity, 901 the gross sum under a principal. Amounts in lei, cumulative since 1 January. */
export const EXECUTION_REPORT_TYPES = ['FXB-EXB-900', 'FXB-EXB-901'] as const
export type ExecutionReportType = (typeof EXECUTION_REPORT_TYPES)[number]

export type BudgetKind = 'revenue' | 'expenditure'
/** F: functioning, D: development. */
export type BudgetSection = 'F' | 'D'

/** One line of a report, with the cell that its amount was read from. */
export interface ExecutionLine {
  readonly kind: BudgetKind
  /** Six digits as in the file, e.g. "650301". */
  readonly functional: string
  readonly functionalName: string
  /** Six digits as in the file, e.g. "100101"; null for revenue. */
  readonly economic: string | null
  readonly economicName: string | null
  /** Letter of the funding source, e.g. "A". */
  readonly source: string
  readonly sourceName: string
  readonly section: BudgetSection | null
  readonly amount: Bani
  readonly sheet: string
  /** Address of the amount's cell, e.g. "H216". */
  readonly cell: string
  readonly row: number
  /** The amount as it stands in the file. */
  readonly rawValue: string
}

export interface ControlTotal {
  readonly amount: Bani
  readonly sheet: string
  readonly cell: string
}

export interface ExecutionReport {
  readonly type: ExecutionReportType
  /** ISO date of the state, e.g. "2026-06-30". */
  readonly periodEnd: string
  /** Two digits, e.g. "02" local budget. */
  readonly sector: string
  readonly cui: Cui
  readonly entityName: string
  readonly lines: readonly ExecutionLine[]
  readonly totals: Readonly<Record<BudgetKind, Bani>>
  readonly controlTotals: Readonly<Record<BudgetKind, ControlTotal | null>>
}

/**
 * Lines too many to be held as objects, in a Parquet file of their own with columns named as in facts.execution, in the
 * report's order. Rows without a `kind` are no lines.
 */
export interface StagedLines {
  readonly file: string
  readonly length: number
  readonly sheet: string
  /**
   * Where the file's rows stood: the first in row `firstRow`, each further one in the next, with the amounts in this column.
   * Null when the file has columns `row_number` and `cell` instead.
   */
  readonly place: { readonly firstRow: number; readonly column: string } | null
}

export type StagedReport = Omit<ExecutionReport, 'lines'> & { readonly lines: StagedLines }

/** A line of the entity's previous report, as far as the comparison of cumulative amounts needs it. */
export type PreviousLine = Pick<
  ExecutionLine,
  'kind' | 'functional' | 'economic' | 'source' | 'section' | 'amount'
>

/** Two lines with the same key say the same thing twice; across two reports they are the same figure at two dates. */
export const executionLineKey = (line: Omit<PreviousLine, 'amount'>): string =>
  [line.kind, line.functional, line.economic ?? '', line.source, line.section ?? ''].join('|')
