import type { CsvChoices, Issue, StagedLines } from '../../domain/index.ts'
import type { SheetStatement } from '../forexebug/read-sheet.ts'
import type { KnownCodes } from '../validation/known-codes.ts'
import type { RowFeed } from './row-feed.ts'
import type { StagingDatabase } from './staging-database.ts'

export interface BulkOptions {
  readonly path: string
  readonly fileName: string
  /** An empty folder for this reading alone; the lines are left in it. */
  readonly folder: string
  readonly known: KnownCodes | null
  readonly choices: CsvChoices
  readonly signal?: AbortSignal | undefined
  onProgress?(share: number): void
  /** Told whether the database could cut the file into lines, or every row had to be read. */
  onStaged?(way: 'sql' | 'rows'): void
}

/** The rows of a file in a database: the view `staged` of its lines, and what the other rows said. */
export interface Staged {
  readonly feed: RowFeed
  /** What the rows said beside their lines; null when they are no report. */
  readonly statement: SheetStatement | null
  readonly size: { readonly rows: number; readonly columns: number }
  /** How the file was read. */
  readonly about: readonly Issue[]
  /** The lines in a file of their own, when the view has nothing but them, in their order. */
  readonly whole: (Pick<StagedLines, 'file'> & { readonly place: NonNullable<StagedLines['place']> }) | null
}

export interface StageOptions extends BulkOptions {
  readonly database: StagingDatabase
  readonly sheet: string
}
