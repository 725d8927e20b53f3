import { formatAmount, formatCount } from '../format-amount.ts'
import type { CsvIssueTexts } from './csv-issue-texts.ts'

const count = (digits: string, one: string, many: string): string =>
  digits === '1' ? `one ${one}` : `${formatCount(digits, 'en')} ${many}`
const list = (names: string, words: Readonly<Record<string, string>>): string =>
  names
    .split(', ')
    .map(name => words[name] ?? name)
    .join(' or ')

const DELIMITERS: Readonly<Record<string, string>> = {
  semicolon: 'semicolons',
  comma: 'commas',
  tab: 'tabs',
  bar: 'vertical bars',
}
const QUOTES: Readonly<Record<string, string>> = {
  single: ', apostrophes as quotation marks',
  none: ', no quotation marks',
}
const DECIMALS: Readonly<Record<string, string>> = {
  comma: ', decimal comma',
  point: ', decimal point',
  both: ', amounts with a comma and amounts with a point',
  open: ', decimal mark not decided',
}

export const CSV_TEXTS_EN: CsvIssueTexts = {
  csv_read_as: ({ encoding, delimiter, quote, decimal, columns, rows }) => ({
    message: `The file was read as ${encoding}, parted by ${DELIMITERS[delimiter] ?? delimiter}${QUOTES[quote] ?? ''}${DECIMALS[decimal] ?? ''}: ${count(columns, 'column', 'columns')}, ${count(rows, 'row', 'rows')}.`,
    fix: 'If it was written otherwise, say so and have it read again.',
  }),
  encoding_uncertain: ({ choices, examples }) => ({
    message: `The letters of the file can be read in more than one way: ${examples}.`,
    fix: `Choose the encoding that shows them right (${choices}). If none does, save the file again as “CSV UTF-8”.`,
  }),
  delimiter_uncertain: ({ choices }) => ({
    message: `The fields may be parted by ${list(choices, DELIMITERS)}: both fit every row.`,
    fix: 'Choose which of them parts the fields.',
  }),
  quote_uncertain: () => ({
    message:
      'Fields of the file stand between apostrophes, which may belong to the text or only hold it together.',
    fix: 'Choose whether apostrophes are the quotation marks of the file.',
  }),
  decimal_uncertain: ({ rows, first, second }, value) => ({
    message: `The amounts of the file can be read in two ways: “${value}” may be ${formatAmount(first, 'en')} or ${formatAmount(second, 'en')} (${count(rows, 'amount', 'amounts')}).`,
    fix: 'Choose whether the decimal mark of the file is a comma or a point.',
  }),
  row_width_differs: ({ lines, rows, width, expected }) => ({
    message: `${rows === '1' ? `Row ${lines} has` : `Rows ${lines} (${formatCount(rows, 'en')}) have`} ${width === '' ? 'other numbers of columns' : count(width, 'column', 'columns')}; the table has ${formatCount(expected, 'en')}.`,
    fix: 'Correct the rows: a delimiter is missing or one too many, or stands in a text without quotation marks.',
  }),
  amount_contradicts: ({ decimal }, value) => ({
    message: `“${value}” is written unlike the other amounts, whose decimal mark is a ${decimal}.`,
    fix: 'Write it as the others, or choose the decimal mark of the file and have it read again.',
  }),
}
