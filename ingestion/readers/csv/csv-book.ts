import { type FileHandle, open } from 'node:fs/promises'
import {
  type CsvChoices,
  DecimalTally,
  type Detected,
  type DetectedDialect,
  type DetectedEncoding,
  detectLayout,
  RowWidths,
  separatorLine,
} from '../../../domain/index.ts'
import { cellAddress } from '../address.ts'
import type { Book, Cell, SheetRow } from '../cell.ts'
import type { ReadLimits } from '../limits.ts'
import { fail, ReadFailure } from '../read-failure.ts'
import { questions, readAs, widthIssues } from './csv-issues.ts'
import { type RecordParser, recordParser, splitSample } from './csv-records.ts'
import { decodeText, detectEncoding, fileChunks } from './csv-text.ts'

export const SHEET = 'CSV'
const SAMPLE = 65_536

/** `skip` is the length of a first line "sep=", which is no row. */
export type CsvLayout = Pick<DetectedDialect, 'delimiter' | 'quote'> & { readonly skip: number }

export interface CsvBook extends Book {
  readonly encoding: DetectedEncoding
  readonly layout: CsvLayout
}

/**
 * Opens a CSV or TSV as a book of one sheet, "CSV", with the addresses that Excel would show. Every cell is text: a CSV has
 * no types, and what is a number is for the reader of the report to judge. What `choices` leaves out is detected; where more
 * than one reading fits, the rows come by the first of them and an error among the issues asks for the choice.
 */
export async function openCsv(path: string, limits: ReadLimits, choices: CsvChoices): Promise<CsvBook> {
  const file = await open(path)
  try {
    const size = (await file.stat()).size
    const encoding: DetectedEncoding = choices.encoding
      ? { ...given(choices.encoding), example: null }
      : await detectEncoding(file)
    const layout = await askLayout(file, encoding, choices)
    let read = 0
    let widths = new RowWidths()
    let decimals = new DecimalTally()

    async function* rows(sheet: number): AsyncGenerator<readonly SheetRow[]> {
      if (sheet !== 0) return
      widths = new RowWidths()
      decimals = new DecimalTally()
      const chunks = fileChunks(file, bytes => {
        read = bytes
      })
      const parser = recordParser({ delimiter: layout.delimiter.value, quote: layout.quote.value })
      for await (const batch of parseRecords(
        withoutSeparatorLine(decodeText(chunks, encoding.value), layout.skip),
        parser,
        limits,
      )) {
        for (const { row, cells } of batch) {
          if (cells.length === 0) continue
          widths.add(row, cells.length)
          for (const cell of cells) decimals.add(cell.column, cell.value)
        }
        yield batch
      }
    }

    const dialect = (): DetectedDialect => ({
      ...layout,
      encoding,
      decimal: choices.decimal ? given(choices.decimal) : decimals.decide(),
    })
    return {
      format: 'csv',
      encoding,
      layout,
      sheets: [{ name: SHEET, hidden: false }],
      rows,
      merges: () => [],
      issues: () => [
        ...questions(encoding, layout),
        ...widthIssues(SHEET, widths, widths.expected),
        readAs(dialect(), widths),
      ],
      progress: () => (size === 0 ? 1 : read / size),
      close: () => file.close(),
    }
  } catch (error) {
    await closeQuietly(file)
    throw error
  }
}

const given = <Value>(value: Value): Detected<Value> => ({ value, by: 'given', alternatives: [] })
const closeQuietly = (file: FileHandle): Promise<void> => file.close().catch(() => {})

/** What parts the fields, by the beginning of the text; `skip` is the length of a first line "sep=". */
async function askLayout(
  file: FileHandle,
  encoding: DetectedEncoding,
  choices: CsvChoices,
): Promise<CsvLayout> {
  let text = ''
  let isCut = false
  try {
    for await (const piece of decodeText(
      fileChunks(file, () => {}),
      encoding.value,
    )) {
      text += piece
      if (text.length <= SAMPLE) continue
      isCut = true
      break
    }
  } catch (error) {
    // Whoever reads the rows meets it again, at its place.
    if (!(error instanceof ReadFailure)) throw error
  }
  const named = separatorLine(text)
  const skip = named?.length ?? 0
  const sample = text.slice(skip, skip + SAMPLE)
  const known = { ...(named ? { delimiter: named.delimiter } : {}), ...choices }
  const layout = detectLayout(sample, splitSample, { choices: known, isCut })
  const isNamed = named !== null && choices.delimiter === undefined
  return { ...layout, ...(isNamed ? { delimiter: { ...layout.delimiter, by: 'named' as const } } : {}), skip }
}

async function* withoutSeparatorLine(pieces: AsyncIterable<string>, skip: number): AsyncGenerator<string> {
  let left = skip
  for await (const piece of pieces) {
    yield piece.slice(left)
    left = Math.max(0, left - piece.length)
  }
}

async function* parseRecords(
  pieces: AsyncIterable<string>,
  parser: RecordParser,
  limits: ReadLimits,
): AsyncGenerator<SheetRow[]> {
  let buffer = ''
  let row = 0
  let cells = 0

  const take = (isLast: boolean): SheetRow[] => {
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

  for await (const piece of pieces) {
    buffer += piece
    if (buffer.length < 32_768) continue
    const batch = take(false)
    if (batch.length > 0) yield batch
  }
  if (buffer !== '') yield take(false)
  if (buffer !== '') yield take(true)
}

export function recordToRow(record: readonly string[], row: number): SheetRow {
  const cells = record.map((value, index): Cell => {
    if (value.includes('\0')) throw fail('file_unreadable', { reason: 'nul', detail: String(row) })
    const column = index + 1
    const type = value === '' ? 'empty' : 'text'
    return { sheet: SHEET, cell: cellAddress(column, row), row, column, type, value, raw: value }
  })
  // A blank line is one record of one empty field.
  return { row, hidden: false, cells: cells.length === 1 && cells[0]?.type === 'empty' ? [] : cells }
}
