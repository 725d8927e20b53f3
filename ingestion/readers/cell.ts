import type { Issue } from '../../domain/index.ts'

export type CellType = 'text' | 'number' | 'date' | 'boolean' | 'error' | 'empty'

/** One cell as the file has it. Nothing is interpreted beyond its type and number format. */
export interface Cell {
  readonly sheet: string
  /** Address in the file's own terms, e.g. "H97". */
  readonly cell: string
  readonly row: number
  /** 1 for column A. */
  readonly column: number
  readonly type: CellType
  /**
   * text: as it stands; number: canonical decimal, rounded to the 15 significant digits that Excel shows; date:
   * "2026-06-30", "2026-06-30T08:15:00" or "08:15:00"; boolean: "true" | "false"; error: "#REF!"; empty: "".
   */
  readonly value: string
  /** The text stored in the file ("1.0353470955E8", a date's serial number); the same as `value` for text. */
  readonly raw: string
  /** The value is the saved result of a formula; formulas are never run. */
  readonly formula?: true
  /** In a hidden row or column. */
  readonly hidden?: true
}

/** A row with the cells that the file has for it, in column order; absent columns are known by the addresses. */
export interface SheetRow {
  readonly row: number
  readonly hidden: boolean
  readonly cells: readonly Cell[]
}

/** Corners of a merged range, e.g. "A1" and "C2"; its value is in the first. */
export interface MergedRange {
  readonly from: string
  readonly to: string
}

export interface SheetHead {
  readonly name: string
  readonly hidden: boolean
}

/** An open spreadsheet. Rows stream in batches, so that a big file costs no more memory than a small one. */
export interface Book {
  readonly format: 'xlsx' | 'ods' | 'csv'
  readonly sheets: readonly SheetHead[]
  /** Rows of one sheet in the file's order; throws ReadFailure on what cannot be read. */
  rows(sheet: number): AsyncGenerator<readonly SheetRow[]>
  /** Complete once the sheet's rows have been read to the end: the file lists them behind the rows. */
  merges(sheet: number): readonly MergedRange[]
  /** What its sender should know of the file beside its cells, e.g. how it was read; complete like `merges`. */
  issues(): readonly Issue[]
  /** Share of the file read so far, 0 to 1. */
  progress(): number
  close(): Promise<void>
}
