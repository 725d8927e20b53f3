import Papa from 'papaparse'
import {
  type CsvChoices,
  type CsvDialect,
  type CsvSplitter,
  DecimalTally,
  type Detected,
  type DetectedDialect,
  type DetectedEncoding,
  detectLayout,
  EncodingSurvey,
  RowWidths,
  separatorLine,
  textDecoder,
} from '../../domain/index.ts'
import type { SheetWindow } from '../api-types.ts'

export interface CsvPreview {
  readonly dialect: DetectedDialect
  /** What the sender has to choose before the file can be read with certainty, and how the file could be read. */
  readonly questions: readonly CsvQuestion[]
  readonly columns: number
  readonly rows: number
  /** Rows among those of the table that have another width, or any that is wider, e.g. "3, 7–9". */
  readonly differing: string
  /** First row whose quotation marks do not close; null when all do. */
  readonly brokenRow: number | null
  readonly window: SheetWindow
}
export interface CsvQuestion {
  readonly about: keyof CsvDialect
  /** For the encoding: a word as each choice reads it. */
  readonly examples: readonly { readonly choice: string; readonly text: string }[]
}

const SAMPLE = 65_536
const SHOWN_ROWS = 20
const SHOWN_COLUMNS = 30

interface ParsedRecords {
  readonly data: readonly (readonly string[])[]
  readonly errors: readonly { readonly row?: number }[]
}
const parse = (text: string, { delimiter, quote, isCut }: Parameters<CsvSplitter>[1]): ParsedRecords =>
  new Papa.Parser({
    delimiter,
    newline: '\n',
    ...(quote === '' ? { fastMode: true } : { quoteChar: quote }),
  }).parse(text, 0, isCut) as ParsedRecords

const split: CsvSplitter = (text, layout) => {
  const { data, errors } = parse(text, layout)
  return { records: data, isBroken: errors.length > 0 }
}

/**
 * Reads the beginning of a CSV as the server will, with what its sender says of it; `isCut` when the file goes on. Null when
 * the bytes are no text in the encoding.
 */
export function readCsv(bytes: Uint8Array, isCut: boolean, choices: CsvChoices): CsvPreview | null {
  const encoding = surveyEncoding(bytes, isCut, choices)
  const text = decode(bytes, isCut, encoding)
  if (text === null) return null
  const named = separatorLine(text)
  const body = text.slice(named?.length ?? 0)
  const known = { ...(named ? { delimiter: named.delimiter } : {}), ...choices }
  const layout = detectLayout(body.slice(0, SAMPLE), split, {
    choices: known,
    isCut: isCut || body.length > SAMPLE,
  })
  const { data: all, errors } = parse(body, {
    delimiter: layout.delimiter.value,
    quote: layout.quote.value,
    isCut,
  })
  // A line end at the end of the file begins no row.
  const data = all.at(-1)?.join('') === '' && all.at(-1)?.length === 1 ? all.slice(0, -1) : all
  const widths = new RowWidths()
  const decimals = new DecimalTally()
  for (const [index, record] of data.entries()) {
    if (record.length === 1 && record[0] === '') continue
    widths.add(index + 1, record.length)
    for (const [column, value] of record.entries()) decimals.add(column + 1, value)
  }
  const decimal = choices.decimal ? given(choices.decimal) : decimals.decide()
  const isNamed = named !== null && choices.delimiter === undefined
  const dialect: DetectedDialect = {
    encoding,
    delimiter: isNamed ? { ...layout.delimiter, by: 'named' } : layout.delimiter,
    quote: layout.quote,
    decimal,
  }
  const broken = errors[0]
  return {
    dialect,
    questions: questionsOf(dialect, encoding),
    columns: widths.expected,
    rows: widths.count,
    differing: differingRows(data, widths.expected),
    brokenRow: broken ? (broken.row ?? 0) + 1 : null,
    window: windowOf(data.slice(0, SHOWN_ROWS)),
  }
}

/** Titles above a table and totals below it are narrower by nature. */
function differingRows(data: readonly (readonly string[])[], expected: number): string {
  const isTable = (record: readonly string[]): boolean => record.length === expected
  const [first, last] = [data.findIndex(isTable), data.findLastIndex(isTable)]
  const widths = new RowWidths()
  for (const [index, record] of data.entries()) {
    const isBlank = record.length === 1 && record[0] === ''
    const isInside = index > first && index < last
    if (!isBlank && (isInside || record.length > expected)) widths.add(index + 1, record.length)
  }
  const groups = widths.differing(expected)
  return groups.map(({ lines }) => lines).join(', ')
}

const given = <Value>(value: Value): Detected<Value> => ({ value, by: 'given', alternatives: [] })

function surveyEncoding(bytes: Uint8Array, isCut: boolean, { encoding }: CsvChoices): DetectedEncoding {
  if (encoding) return { ...given(encoding), example: null }
  const survey = new EncodingSurvey()
  survey.add(bytes)
  return survey.finish({ isCut })
}

function decode(bytes: Uint8Array, isCut: boolean, { value }: DetectedEncoding): string | null {
  try {
    const decoder = textDecoder(value)
    return (decoder.decode(bytes) + (isCut ? '' : decoder.decode())).replace(/\r\n?/g, '\n')
  } catch {
    return null
  }
}

function questionsOf(dialect: DetectedDialect, encoding: DetectedEncoding): CsvQuestion[] {
  const open = (['encoding', 'delimiter', 'quote'] as const).filter(
    about => dialect[about].alternatives.length > 0 && dialect[about].by !== 'no_difference',
  )
  const { example } = encoding
  const examples = [encoding.value, ...encoding.alternatives].map(choice => ({
    choice,
    text: example ? textDecoder(choice).decode(example) : '',
  }))
  const isDecimalOpen = dialect.decimal.value === null && dialect.decimal.alternatives.length > 0
  return [
    ...open.map(about => ({ about, examples: about === 'encoding' && example ? examples : [] })),
    ...(isDecimalOpen ? [{ about: 'decimal' as const, examples: [] }] : []),
  ]
}

function windowOf(records: readonly (readonly string[])[]): SheetWindow {
  const width = Math.min(SHOWN_COLUMNS, Math.max(1, ...records.map(({ length }) => length)))
  const columns = Array.from({ length: width }, (_, at) => columnName(at))
  return {
    sheet: 'CSV',
    columns,
    rows: records.map((record, index) => ({
      row: index + 1,
      hidden: false,
      cells: columns.map((column, at) => {
        const value = record[at] ?? ''
        return { cell: `${column}${index + 1}`, type: value === '' ? 'empty' : 'text', value }
      }),
    })),
  }
}

/** A, B, …, Z, AA, AB, … */
const columnName = (at: number): string =>
  (at >= 26 ? columnName(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26))
