import { DECIMAL, DuckDBDecimalValue, type DuckDBValue, INTEGER, VARCHAR } from '@duckdb/node-api'
import type { DecimalMark } from '../../domain/index.ts'
import { COLUMN_NAMES, type HeaderRow } from '../forexebug/header-row.ts'
import type { ReadLine } from '../forexebug/read-line.ts'
import { SheetReader, type SheetStatement } from '../forexebug/read-sheet.ts'
import type { SheetRow } from '../readers/cell.ts'
import type { LineFindings } from '../validation/line-findings.ts'
import { NAMED_CELLS } from '../validation/list-cells.ts'
import { IssueList, KEPT } from '../validation/sort-issues.ts'
import type { StageHeader } from './line-sql.ts'
import type { StagingDatabase } from './staging-database.ts'

/** Letters of the columns that a line was read from; they change when a repeated header has moved. */
export type LineColumns = Readonly<Record<keyof ReadLine['at'] | 'amount', string>>

/** Lines that the rules for single rows have read, beside those of the stage. */
export const FED_LINES = `create or replace table fed (
  row_number integer, header integer, kind varchar, functional varchar, functional_name varchar, economic varchar,
  economic_name varchar, source varchar, source_name varchar, section varchar, amount decimal(18, 2), raw_value varchar
)`
const TYPES = [
  ...[INTEGER, INTEGER, VARCHAR, VARCHAR, VARCHAR, VARCHAR],
  ...[VARCHAR, VARCHAR, VARCHAR, VARCHAR, DECIMAL(18, 2), VARCHAR],
]
const CHUNK = 2048

export interface SkippedRow {
  readonly row: number
  readonly cell: string
}

/** Rows read one by one, in the file's order, of which nothing is held that grows with the file. */
export class RowFeed {
  readonly #database: StagingDatabase
  readonly #reader: SheetReader
  readonly #issues = new IssueList()
  readonly #columns = new Map<string, number>()
  readonly #stray = new Map<string, { code: string; rows: number; cells: string[] }>()
  readonly #subtotals: SkippedRow[] = []
  readonly #list: LineColumns[] = []
  #subtotalCount = 0
  #pending: ReadLine[] = []
  #lines = 0
  #expected: StageHeader | null = null
  #header: HeaderRow | null = null
  #hasMoved = false

  constructor(database: StagingDatabase, sheet: string, decimal: DecimalMark | null) {
    this.#database = database
    this.#reader = new SheetReader(sheet, false, 'csv', decimal)
  }

  get header() {
    return this.#reader.header
  }
  /** Lines that it has put into the table. */
  get lines(): number {
    return this.#lines
  }
  /** By the number in the lines' column `header`. */
  get columns(): readonly LineColumns[] {
    return this.#list
  }
  get issues(): IssueList {
    return this.#issues
  }
  get subtotals(): { readonly count: number; readonly first: readonly SkippedRow[] } {
    return { count: this.#subtotalCount, first: this.#subtotals }
  }
  get stray(): LineFindings['stray'] {
    return [...this.#stray.values()]
  }

  /** Says by which header rows are to be read from now on. */
  expect(header: StageHeader): void {
    this.#expected = header
  }
  /** Whether a header came since then that moves columns. */
  get hasMoved(): boolean {
    return this.#hasMoved
  }

  async feed(rows: readonly SheetRow[]): Promise<void> {
    for (const row of rows) {
      this.#reader.feed(row)
      const header = this.#reader.header
      if (header && header !== this.#header && this.#expected)
        this.#hasMoved ||=
          row.cells.length !== this.#expected.width || !haveSameColumns(header, this.#expected)
      this.#header = header
    }
    const { lines, labelledSubtotals, strayEconomic, issues } = this.#reader.drain()
    this.#issues.add(issues)
    this.#subtotalCount += labelledSubtotals.length
    for (const { row, cell } of labelledSubtotals.slice(0, NAMED_CELLS - this.#subtotals.length))
      this.#subtotals.push({ row, cell })
    for (const { code, cell } of strayEconomic) this.#takeStray(code, cell)
    for (const line of lines) this.#pending.push(line)
    while (this.#pending.length >= CHUNK) await this.#store(this.#pending.splice(0, CHUNK))
  }

  /** After the last row: all lines are in the table then. */
  async settle(): Promise<void> {
    await this.#store(this.#pending.splice(0))
  }

  /** What the rows said beside their lines; null when they are no report. */
  finish(): SheetStatement | null {
    return this.#reader.finish()
  }

  /** Number of the columns that a line was read from. */
  headerOf(columns: LineColumns): number {
    const key = Object.values(columns).join('|')
    let header = this.#columns.get(key)
    if (header === undefined) {
      header = this.#list.length
      this.#columns.set(key, header)
      this.#list.push(columns)
    }
    return header
  }

  /** The first codes are the first in the file: further ones would be cut from the list of issues. */
  #takeStray(code: string, cell: string): void {
    let group = this.#stray.get(code)
    if (!group) {
      if (this.#stray.size > KEPT) return
      group = { code, rows: 0, cells: [] }
      this.#stray.set(code, group)
    }
    group.rows++
    if (group.cells.length < NAMED_CELLS) group.cells.push(cell)
  }

  async #store(lines: readonly ReadLine[]): Promise<void> {
    if (lines.length === 0) return
    this.#lines += lines.length
    const column = (value: (read: ReadLine) => DuckDBValue) => lines.map(value)
    await this.#database.append('fed', TYPES, [
      column(({ line }) => line.row),
      column(({ line, at }) => {
        const { functional, economic, source, section } = at
        return this.headerOf({
          functional: letters(functional),
          economic: letters(economic),
          source: letters(source),
          section: letters(section),
          amount: letters(line.cell),
        })
      }),
      column(({ line }) => line.kind),
      column(({ line }) => line.functional),
      column(({ line }) => line.functionalName),
      column(({ line }) => line.economic),
      column(({ line }) => line.economicName),
      column(({ line }) => line.source),
      column(({ line }) => line.sourceName),
      column(({ line }) => line.section),
      column(({ line }) => new DuckDBDecimalValue(line.amount, 18, 2)),
      column(({ line }) => line.rawValue),
    ])
  }
}

const haveSameColumns = (one: HeaderRow, other: HeaderRow): boolean =>
  COLUMN_NAMES.every(name => one.columns.get(name) === other.columns.get(name))

const letters = (address: string): string => address.replace(/\d+$/, '')
