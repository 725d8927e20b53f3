import { type FileHandle, open } from 'node:fs/promises'
import Papa from 'papaparse'
import { CSV_DELIMITERS, type CsvDelimiter } from '../../domain/index.ts'
import { cellAddress } from './address.ts'
import type { Book, Cell, SheetRow } from './cell.ts'
import { decodeText, detectEncoding, fileChunks } from './csv-text.ts'
import type { ReadLimits } from './limits.ts'
import { fail } from './read-failure.ts'

const SHEET = 'CSV'

/** Excel's own first line "sep=;" names the delimiter and is no row of the sheet. */
const SEPARATOR_LINE = /^sep=([;,\t|])\n/i

/**
 * Opens a CSV or TSV as a book of one sheet, "CSV", with the addresses that Excel would show. Every cell is text: a CSV has
 * no types, and what is a number is for the reader of the report to judge.
 */
export async function openCsv(path: string, limits: ReadLimits): Promise<Book> {
  const file = await open(path)
  try {
    const size = (await file.stat()).size
    const encoding = await detectEncoding(file)
    let read = 0

    async function* rows(sheet: number): AsyncGenerator<readonly SheetRow[]> {
      if (sheet !== 0) return
      const chunks = fileChunks(file, bytes => {
        read = bytes
      })
      yield* parseRecords(decodeText(chunks, encoding), limits)
    }

    return {
      format: 'csv',
      sheets: [{ name: SHEET, hidden: false }],
      rows,
      merges: () => [],
      issues: () => [],
      progress: () => (size === 0 ? 1 : read / size),
      close: () => file.close(),
    }
  } catch (error) {
    await closeQuietly(file)
    throw error
  }
}

const closeQuietly = (file: FileHandle): Promise<void> => file.close().catch(() => {})

interface Parsed {
  readonly data: readonly (readonly string[])[]
  readonly errors: readonly { readonly row?: number }[]
  readonly meta: { readonly cursor: number }
}

async function* parseRecords(pieces: AsyncIterable<string>, limits: ReadLimits): AsyncGenerator<SheetRow[]> {
  let buffer = ''
  let parser: { parse(input: string, baseIndex: number, ignoreLastRow: boolean): Parsed } | null = null
  let row = 0
  let cells = 0

  const take = (isLast: boolean): SheetRow[] => {
    parser ??= startParser()
    const { data, errors, meta } = parser.parse(buffer, 0, !isLast)
    // An error in the record that is still growing may be gone when the rest of it has come.
    const broken = errors.find(error => isLast || (error.row ?? 0) < data.length)
    if (broken)
      throw fail('file_unreadable', { reason: 'quotes', detail: String(row + (broken.row ?? 0) + 1) })
    buffer = isLast ? '' : buffer.slice(meta.cursor)
    if (buffer.length > limits.recordChars)
      throw fail('file_unreadable', { reason: 'long_record', detail: String(row + data.length + 1) })
    return data.map(record => {
      if (++row > limits.rows) throw fail('file_too_large', { what: 'rows', limit: String(limits.rows) })
      if (record.length > limits.columns)
        throw fail('file_too_large', { what: 'columns', limit: String(limits.columns) })
      cells += record.length
      if (cells > limits.cells) throw fail('file_too_large', { what: 'cells', limit: String(limits.cells) })
      return recordToRow(record, row)
    })
  }
  const startParser = () => {
    const named = SEPARATOR_LINE.exec(buffer)
    if (named) buffer = buffer.slice(named[0].length)
    return new Papa.Parser({ delimiter: named?.[1] ?? detectDelimiter(buffer), newline: '\n' })
  }

  for await (const piece of pieces) {
    buffer += piece
    if (buffer.length < 32_768) continue
    const batch = take(false)
    if (batch.length > 0) yield batch
  }
  if (buffer !== '') yield take(false)
  if (buffer !== '') yield take(true)
}

function recordToRow(record: readonly string[], row: number): SheetRow {
  const cells = record.map((value, index): Cell => {
    if (value.includes('\0')) throw fail('file_unreadable', { reason: 'nul', detail: String(row) })
    const column = index + 1
    const type = value === '' ? 'empty' : 'text'
    return { sheet: SHEET, cell: cellAddress(column, row), row, column, type, value, raw: value }
  })
  // A blank line is one record of one empty field.
  return { row, hidden: false, cells: cells.length === 1 && cells[0]?.type === 'empty' ? [] : cells }
}

/**
 * The delimiter that cuts most records into the same number of columns. Rows outside the table (titles, totals) have few
 * fields under any delimiter, and commas inside amounts or names cut irregularly.
 */
function detectDelimiter(text: string): CsvDelimiter {
  const sample = text.slice(0, 65_536)
  let best: CsvDelimiter = ';'
  let bestScore = 0
  for (const delimiter of CSV_DELIMITERS) {
    const widths = new Map<number, number>()
    const { data } = new Papa.Parser({ delimiter, newline: '\n', preview: 400 }).parse(
      sample,
      0,
      false,
    ) as Parsed
    for (const record of data) widths.set(record.length, (widths.get(record.length) ?? 0) + 1)
    for (const [width, records] of widths) {
      const score = width < 2 ? 0 : records * (width - 1)
      if (score > bestScore) {
        best = delimiter
        bestScore = score
      }
    }
  }
  return best
}
