/** How a text file of cells is written: what a reader has to know before it can say which cells there are. */
export interface CsvDialect {
  readonly encoding: CsvEncoding
  readonly delimiter: CsvDelimiter
  readonly quote: CsvQuote
  /** The decimal mark of its amounts; null when nothing in the file needs one, or nothing decides. */
  readonly decimal: DecimalMark | null
}

/** Names as TextDecoder has them. The last three are what Romanian and Hungarian programs wrote before UTF-8. */
export const CSV_ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'iso-8859-2',
  'iso-8859-16',
] as const
export type CsvEncoding = (typeof CSV_ENCODINGS)[number]

export const CSV_DELIMITERS = [';', ',', '\t', '|'] as const
export type CsvDelimiter = (typeof CSV_DELIMITERS)[number]

/** '' when quotation marks have no meaning in the file. */
export const CSV_QUOTES = ['"', "'", ''] as const
export type CsvQuote = (typeof CSV_QUOTES)[number]

export const DECIMAL_MARKS = ['comma', 'point'] as const
export type DecimalMark = (typeof DECIMAL_MARKS)[number]

/** What the sender says of a file; what it leaves out is detected. */
export type CsvChoices = { readonly [Property in keyof CsvDialect]?: NonNullable<CsvDialect[Property]> }

/**
 * bom: the file's byte-order mark; bytes: only this encoding makes text of the bytes; named: the file's line "sep=;";
 * counted: the records or amounts of the file show it; given: the sender said so; no_difference: any other would read the same.
 */
export type KnownBy = 'bom' | 'bytes' | 'named' | 'counted' | 'given' | 'no_difference'

export interface Detected<Value> {
  readonly value: Value
  readonly by: KnownBy
  /** Other values that fit as well and read differently: with any, the value is no more than the first of a question. */
  readonly alternatives: readonly Value[]
}

export type DetectedDialect = { readonly [Property in keyof CsvDialect]: Detected<CsvDialect[Property]> }

/** Names for commands, forms and messages, where a tabulator would get lost. */
export const DELIMITER_NAMES = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'bar' } as const
export const QUOTE_NAMES = { '"': 'double', "'": 'single', '': 'none' } as const
