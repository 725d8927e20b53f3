import path from 'node:path'
import type { DuckDBListValue, DuckDBValue } from '@duckdb/node-api'
import type { DecimalMark } from '../../domain/index.ts'
import { columnLetters } from '../readers/address.ts'
import type { SheetRow } from '../readers/cell.ts'
import { recordToRow } from '../readers/csv/csv-book.ts'
import type { Readings } from './cell-readings.ts'
import { type CsvSource, type StageHeader, stageSelect } from './line-sql.ts'
import { leadingLines, type PlainCsv } from './plain-csv.ts'
import type { Staged, StageOptions } from './staged.ts'
import { literal } from './staging-database.ts'

/** The records behind the header in a Parquet file, one row for each in the file's order. */
export class StageFile {
  readonly #options: StageOptions
  readonly #plain: PlainCsv
  readonly #header: StageHeader
  readonly #path: string
  readonly #file: string
  columns: number

  constructor(options: StageOptions, plain: PlainCsv, header: StageHeader) {
    this.#options = options
    this.#plain = plain
    this.#header = header
    this.#path = path.join(options.folder, 'stage.parquet')
    this.#file = literal(this.#path)
    // One more than the header has: DuckDB drops an empty last cell that it was not told of, and says nothing.
    this.columns = header.width + 1
  }

  /** False when the database cannot cut the file into records of so many columns. */
  async write(readings: Readings, decimal: DecimalMark | null): Promise<boolean> {
    const { database, signal } = this.#options
    const { file, layout, shape } = this.#plain
    const { delimiter, quote } = layout
    const source: CsvSource = {
      file,
      delimiter: delimiter.value,
      quote: shape.hasQuotedFields ? quote.value : '',
      skip: this.#header.row + leadingLines(this.#plain),
      columns: this.columns,
    }
    try {
      await database.run(
        `copy (${stageSelect(source, this.#header, readings, decimal)}) to ${this.#file} (format parquet)`,
      )
      return true
    } catch (error) {
      signal?.throwIfAborted()
      if (error instanceof Error && error.message.startsWith('Invalid Input Error')) return false
      throw error
    }
  }

  /** Whether a record fills all columns, and may have had more. */
  async isFull(): Promise<boolean> {
    const [[full] = []] = await this.#options.database.rows(
      `select count(*) from read_parquet(${this.#file}) where cells[${this.columns}] is not null`,
    )
    return Number(full) > 0
  }

  /** How many records it has, and how many of them are no plain lines. */
  async count(): Promise<{ records: number; others: number }> {
    const [[records, others] = []] = await this.#options.database.rows(
      `select count(*), count(*) filter (kind is null) from read_parquet(${this.#file})`,
    )
    return { records: Number(records), others: Number(others) }
  }

  /** Which decimal marks the amounts of its lines show, by what decimalMarkOf of domain/amount-text.ts says of them. */
  async marks(): Promise<{ comma: number; point: number }> {
    const isRepeated = (mark: string) =>
      `contains(substr(raw_value, strpos(raw_value, '${mark}') + 1), '${mark}')`
    const [[comma, point] = []] = await this.#options.database.rows(`
      select count(*) filter (is_comma), count(*) filter (not is_comma) from (
        select case
          when contains(raw_value, ',') and contains(raw_value, '.') then regexp_matches(raw_value, ',[0-9]*$')
          when contains(raw_value, ',') then not ${isRepeated(',')}
          when contains(raw_value, '.') then ${isRepeated('.')}
        end as is_comma
        from read_parquet(${this.#file}) where kind is not null
      )`)
    return { comma: Number(comma), point: Number(point) }
  }

  /** So many records there must be: none may be lost or doubled. */
  get expected(): number {
    return this.#plain.shape.records - leadingLines(this.#plain) - this.#header.row - this.#blanks().length
  }

  /** Null when blank lines, which it does not have, part its rows. */
  get whole(): Staged['whole'] {
    if (this.#blanks().length > 0) return null
    const column = columnLetters(this.#header.columns.get('amount') ?? 0)
    return { file: this.#path, place: { firstRow: this.#header.row + 1, column } }
  }

  lines(columns: string): string {
    return `select ${this.#rowNumber()} as row_number, ${columns}
      from read_parquet(${this.#file}, file_row_number = true) where kind is not null`
  }

  /** Records that the database did not take for lines, as rows of the sheet. */
  async *others(): AsyncGenerator<SheetRow[]> {
    const batches = this.#options.database.stream(`
      select ${this.#rowNumber()}, cells
      from read_parquet(${this.#file}, file_row_number = true) where kind is null`)
    for await (const batch of batches)
      yield batch.map(([row, cells]) => toRow(Number(row), (cells as DuckDBListValue).items))
  }

  /** Blank lines behind the header, by the number of records and blank lines before them. */
  #blanks(): number[] {
    const leading = leadingLines(this.#plain)
    return this.#plain.shape.blanks
      .map(record => record - leading - this.#header.row - 1)
      .filter(before => before >= 0)
  }

  /** Number of the row that a record was, the blank lines counted that the database leaves out. */
  #rowNumber(): string {
    const shifts = this.#blanks().map((before, index) => ` + (file_row_number >= ${before - index})::integer`)
    return `(file_row_number + ${this.#header.row + 1}${shifts.join('')})::integer`
  }
}

function toRow(row: number, values: readonly DuckDBValue[]): SheetRow {
  // Cells that the record does not have are null, and only at its end.
  const width = values.findLastIndex(value => value !== null) + 1
  return recordToRow(
    values.slice(0, width).map(value => String(value)),
    row,
  )
}
