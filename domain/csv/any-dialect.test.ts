import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { readAmountText } from '../amount-text.ts'
import { formatBani } from '../money.ts'
import { DecimalTally } from './decimal-tally.ts'
import { textDecoder } from './decode-text.ts'
import { type CsvSplitter, detectLayout } from './detect-layout.ts'
import { CSV_DELIMITERS, CSV_ENCODINGS, type CsvDelimiter, type CsvEncoding } from './dialect.ts'
import { EncodingSurvey } from './encoding-survey.ts'

const RUNS = Number(process.env.FUZZ_RUNS ?? 400)

interface Parsed {
  readonly data: string[][]
  readonly errors: readonly unknown[]
}
const split: CsvSplitter = (text, { delimiter, quote, isCut }) => {
  const parser = new Papa.Parser({
    delimiter,
    newline: '\n',
    ...(quote === '' ? { fastMode: true } : { quoteChar: quote }),
  })
  const { data, errors } = parser.parse(text, 0, isCut) as Parsed
  return { records: data, isBroken: errors.length > 0 }
}

const CODES = new Map(
  (['windows-1250', 'iso-8859-2', 'iso-8859-16'] as const).map(encoding => [
    encoding as CsvEncoding,
    new Map(
      Array.from({ length: 256 }, (_, byte) => [textDecoder(encoding).decode(Uint8Array.of(byte)), byte]),
    ),
  ]),
)
/** The bytes of the text, with comma or cedilla as the encoding has them; null when a letter is not in it. */
function encode(text: string, encoding: CsvEncoding): Uint8Array | null {
  if (encoding === 'utf-8') return new TextEncoder().encode(text)
  if (encoding.startsWith('utf-16')) {
    const bytes = Buffer.from(text, 'utf16le')
    return encoding === 'utf-16be' ? bytes.swap16() : bytes
  }
  const codes = CODES.get(encoding)
  const spelled = encoding === 'iso-8859-16' ? text : withCedillas(text)
  const bytes = [...spelled].map(letter => codes?.get(letter) ?? -1)
  return bytes.includes(-1) ? null : Uint8Array.from(bytes)
}
const CEDILLAS: Readonly<Record<string, string>> = { ș: 'ş', ț: 'ţ', Ș: 'Ş', Ț: 'Ţ' }
const withCedillas = (text: string): string => text.replace(/[șțȘȚ]/g, letter => CEDILLAS[letter] ?? '')

/** Words begin with a letter of ASCII: "Ăştia" alone would be valid UTF-8 of other letters. */
const word = fc
  .tuple(
    fc.constantFrom(...'abcmstBCM'),
    fc.string({ unit: fc.constantFrom(...'aeinrtăâîșțáéóöőúüű'), maxLength: 7 }),
  )
  .map(parts => parts.join(''))
const phrase = fc
  .array(
    fc.oneof(word, fc.constantFrom('„Ciuc”', '–', '§ 5', 'nr. 1', 'a,b', 'c;d', 'e|f', '"x"', "'y'", 'l\nm')),
    {
      maxLength: 3,
    },
  )
  .map(words => words.join(' '))
const cell = fc.oneof(phrase, word, fc.constantFrom('0065', '10.01', '1E5', '12,50', '1.234,00', ''))
/** One column whose every row has a comma is a table of two as well: nothing in it says otherwise. */
const table = fc
  .integer({ min: 2, max: 5 })
  .chain(columns =>
    fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 12 }),
  )

const write = (rows: readonly (readonly string[])[], delimiter: CsvDelimiter, quote: '"' | "'"): string =>
  rows
    .map(row =>
      row
        .map(field =>
          field.includes(delimiter) || field.includes(quote) || /[\n]|^["' ]| $/.test(field)
            ? quote + field.replaceAll(quote, quote + quote) + quote
            : field,
        )
        .join(delimiter),
    )
    .join('\n')

test('a table in any dialect is read as it was written, or its sender is asked', () => {
  let read = 0
  let written = 0
  fc.assert(
    fc.property(
      table,
      fc.constantFrom(...CSV_ENCODINGS),
      fc.constantFrom(...CSV_DELIMITERS),
      fc.constantFrom('"' as const, '"' as const, "'" as const),
      (rows, encoding, delimiter, quote) => {
        const text = write(rows, delimiter, quote)
        const bytes = encode(text, encoding)
        if (!bytes) return
        written++
        const survey = new EncodingSurvey()
        for (let at = 0; at < bytes.length; at += 7) survey.add(bytes.subarray(at, at + 7))
        const found = survey.finish()
        if (found.alternatives.length > 0) return
        const decoder = textDecoder(found.value)
        const decoded = decoder.decode(bytes) + decoder.decode()
        expect(withCedillas(decoded)).toBe(withCedillas(text))
        const layout = detectLayout(decoded, split)
        if (layout.delimiter.alternatives.length > 0 || layout.quote.alternatives.length > 0) return
        const { records, isBroken } = split(decoded, {
          delimiter: layout.delimiter.value,
          quote: layout.quote.value,
          isCut: false,
        })
        // Broken quotation marks and ragged rows are errors that the reader names.
        const isRagged = new Set(records.map(({ length }) => length)).size > 1
        if (isBroken || isRagged) return
        read++
        const plain = (cells: readonly (readonly string[])[]) => cells.map(row => row.map(withCedillas))
        expect(plain(records)).toEqual(plain(rows))
      },
    ),
    {
      numRuns: RUNS,
      // Without its apostrophes this is a table of two columns, parted by semicolons.
      examples: [
        [
          [
            ['a', '', 'e|f', '0065', 'c;d'],
            ['a', 'a', 'c;d', '0065', 'a'],
          ],
          'utf-8',
          '|',
          "'",
        ],
      ],
    },
  )
  // Asking about everything would be right as well, and of no use.
  expect(read).toBeGreaterThan(written / 3)
})

const GROUPS = ['.', ',', ' ', '\u00a0', "'", ''] as const
const amounts = fc
  .record({
    mark: fc.constantFrom('comma' as const, 'point' as const),
    group: fc.constantFrom(...GROUPS),
    values: fc.array(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), { minLength: 1, maxLength: 20 }),
    decimals: fc.constantFrom(0, 2),
    negative: fc.constantFrom('-', '(', 'behind'),
  })
  .filter(({ mark, group }) => group !== (mark === 'comma' ? ',' : '.'))

test('the amounts of a file are read by its convention, or it is asked for', () => {
  fc.assert(
    fc.property(amounts, ({ mark, group, values, decimals, negative }) => {
      const texts = values.map(value => {
        const whole = decimals === 0 ? (value / 100n) * 100n : value
        const [digits = '', fraction = ''] = formatBani(whole < 0n ? -whole : whole).split('.')
        const grouped = digits.replace(/\B(?=(\d{3})+$)/g, group)
        const body = decimals === 0 ? grouped : grouped + (mark === 'comma' ? ',' : '.') + fraction
        const signed = { '-': `-${body}`, '(': `(${body})`, behind: `${body}-` }[negative] ?? body
        return { text: whole < 0n ? signed : body, decimal: formatBani(whole) }
      })
      const tally = new DecimalTally()
      for (const [row, { text }] of texts.entries()) {
        tally.add(1, text)
        tally.add(2, `65.${String(row).padStart(2, '0')}`)
      }
      const { value, alternatives } = tally.decide()
      if (alternatives.length > 0) return
      if (value !== null) expect(value).toBe(mark)
      for (const { text, decimal } of texts) {
        const reading = readAmountText(text, value)
        expect(reading.is === 'amount' && formatBani(reading.amount), text).toBe(decimal)
      }
    }),
    { numRuns: RUNS },
  )
})
