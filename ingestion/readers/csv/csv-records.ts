import Papa from 'papaparse'
import type { CsvDelimiter, CsvQuote, CsvSplitter } from '../../../domain/index.ts'

interface ParsedRecords {
  readonly data: readonly (readonly string[])[]
  readonly errors: readonly { readonly row?: number }[]
  readonly meta: { readonly cursor: number }
}
export interface RecordParser {
  parse(input: string, baseIndex: number, ignoreLastRow: boolean): ParsedRecords
}

/** Papaparse for text whose lines end in "\n"; its fast mode is splitting without regard to quotation marks. */
export const recordParser = (layout: {
  readonly delimiter: CsvDelimiter
  readonly quote: CsvQuote
}): RecordParser =>
  new Papa.Parser({
    delimiter: layout.delimiter,
    newline: '\n',
    ...(layout.quote === '' ? { fastMode: true } : { quoteChar: layout.quote }),
  }) as RecordParser

export const splitSample: CsvSplitter = (text, layout) => {
  const { data, errors } = recordParser(layout).parse(text, 0, layout.isCut)
  return { records: data, isBroken: errors.length > 0 }
}
