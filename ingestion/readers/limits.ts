/** Bounds of what is read, so that a hostile or absurd file ends as an issue and not as a dead process. */
export interface ReadLimits {
  readonly fileBytes: number
  /** Sum of what the parts of an archive inflate to, as counted while inflating. */
  readonly inflatedBytes: number
  readonly archiveEntries: number
  readonly rows: number
  readonly columns: number
  readonly cells: number
  readonly merges: number
  readonly sheets: number
  /** Relations, number formats and cell styles; Excel itself has at most 65,490 styles. */
  readonly listed: number
  readonly sharedStrings: number
  /** Characters of all shared strings together. */
  readonly textChars: number
  /** Characters of one cell of a spreadsheet; Excel itself holds 32,767. */
  readonly cellChars: number
  /** Characters of one CSV record. */
  readonly recordChars: number
}

const MB = 1024 * 1024

/** Rows and columns are Excel's own bounds; the rest is far above any report and keeps a reading below 256 MB. */
export const READ_LIMITS: ReadLimits = {
  fileBytes: 50 * MB,
  inflatedBytes: 192 * MB,
  archiveEntries: 5_000,
  rows: 1_048_576,
  columns: 16_384,
  cells: 5_000_000,
  merges: 200_000,
  sheets: 1_000,
  listed: 100_000,
  sharedStrings: 1_000_000,
  textChars: 32 * MB,
  cellChars: MB,
  recordChars: 4 * MB,
}

/** A CSV that streams through a database is bounded by the disk and by patience, not by memory. */
export const BULK_LIMITS: ReadLimits = { ...READ_LIMITS, fileBytes: 512 * MB, cells: 64_000_000 }

export const megabytes = (bytes: number): string => String(Math.round(bytes / MB))
