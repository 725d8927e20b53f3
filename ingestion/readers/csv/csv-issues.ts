import {
  type CsvEncoding,
  DELIMITER_NAMES,
  type DecimalMark,
  type Detected,
  type DetectedDialect,
  type DetectedEncoding,
  type Issue,
  makeIssue,
  QUOTE_NAMES,
  type RowWidths,
  textDecoder,
  WHOLE_FILE,
} from '../../../domain/index.ts'
import { cellAddress } from '../address.ts'

/** How the file was read. */
export const readAs = (
  { encoding, delimiter, quote, decimal }: DetectedDialect,
  widths: { readonly expected: number; readonly count: number },
): Issue =>
  makeIssue('csv_read_as', WHOLE_FILE, {
    encoding: encoding.value,
    delimiter: DELIMITER_NAMES[delimiter.value],
    quote: QUOTE_NAMES[quote.value],
    decimal: decimalWord(decimal),
    columns: String(widths.expected),
    rows: String(widths.count),
  })

function decimalWord({ value, alternatives }: Detected<DecimalMark | null>): string {
  if (alternatives.length === 0) return value ?? ''
  return value === null ? 'open' : 'both'
}

/** Questions that have to be answered before any cell is certain. */
export function questions(
  encoding: DetectedEncoding,
  { delimiter, quote }: Pick<DetectedDialect, 'delimiter' | 'quote'>,
): Issue[] {
  const issues: Issue[] = []
  if (encoding.alternatives.length > 0) {
    const choices = [encoding.value, ...encoding.alternatives]
    const word = encoding.example ?? new Uint8Array()
    const readings = new Map<string, string[]>()
    for (const choice of choices) {
      const text = readWord(word, choice)
      readings.set(text, [...(readings.get(text) ?? []), choice])
    }
    const examples = [...readings].map(([text, names]) => `„${text}” (${names.join(', ')})`).join(', ')
    issues.push(makeIssue('encoding_uncertain', WHOLE_FILE, { choices: choices.join(', '), examples }))
  }
  if (delimiter.alternatives.length > 0) {
    const names = [delimiter.value, ...delimiter.alternatives].map(mark => DELIMITER_NAMES[mark])
    issues.push(makeIssue('delimiter_uncertain', WHOLE_FILE, { choices: names.join(', ') }))
  }
  if (quote.alternatives.length > 0) {
    const names = [quote.value, ...quote.alternatives].map(mark => QUOTE_NAMES[mark])
    // The same fields, with or without apostrophes around them, are no reason to stop.
    const severity = quote.by === 'no_difference' ? 'warning' : 'error'
    issues.push(makeIssue('quote_uncertain', WHOLE_FILE, { choices: names.join(', ') }, severity))
  }
  return issues
}

/** A control where the encoding has no letter is shown as the sign for what cannot be shown. */
const readWord = (word: Uint8Array, encoding: CsvEncoding): string =>
  textDecoder(encoding)
    .decode(word)
    .replace(/\p{Cc}/gu, '□')

export const widthIssues = (sheet: string, widths: RowWidths, expected: number): Issue[] =>
  widths.differing(expected).map(({ width, count, firstRow, lines }) =>
    makeIssue(
      'row_width_differs',
      { sheet, cell: cellAddress(1, firstRow), value: null },
      {
        lines,
        rows: String(count),
        width: width === null ? '' : String(width),
        expected: String(expected),
      },
    ),
  )
