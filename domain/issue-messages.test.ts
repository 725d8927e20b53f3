import { expect, test } from 'vitest'
import { formatAmount, formatCount, formatDay } from './format-amount.ts'
import { ISSUE_CODES, type Issue, type IssueCode } from './issue.ts'
import { ISSUE_PARAMS, makeIssue, usualSeverity, WHOLE_FILE } from './issue-catalogue.ts'
import { issueMessage } from './issue-messages.ts'
import { LANGUAGES, type Language } from './language.ts'

/** Values for every parameter that any message names. */
const SAMPLES: Readonly<Record<string, string>> = {
  reason: 'quotes',
  detail: '12',
  what: 'date',
  limit: '50',
  sheets: 'Foaie1',
  header: 'Executie Cumulat',
  other: 'H15',
  date: '2026-06-30',
  today: '2026-06-15',
  first: '1234',
  second: '1.234',
  cui: '4245747',
  name: 'Municipiul',
  fileCui: '4245763',
  expected: '4245763',
  type: 'FXB-EXB-900',
  fileDate: '2026-03-31',
  fileType: 'FXB-EXB-901',
  sector: '02',
  fileSector: '01',
  which: 'economic',
  hint: 'letter_o',
  suggestion: '12480.00',
  code: '510096',
  rows: '3',
  cells: 'E8, E9, E10',
  source: 'Q',
  functional: '650301',
  economic: '200130',
  section: 'F',
  kind: 'expenditure',
  sum: '144652213.51',
  control: '144652214.51',
  difference: '-1.00',
  unreadable: '',
  previous: '500.00',
  current: '400.00',
  previousDate: '2026-05-31',
  given: '-10.00',
  received: '9.00',
  sheet: 'Ascunsă',
  shown: '20000',
  encoding: 'windows-1250',
  delimiter: 'semicolon',
  quote: 'double',
  decimal: 'comma',
  columns: '8',
  choices: 'comma, semicolon',
  examples: 'windows-1250 „Sřren”, iso-8859-16 „Sűren”',
  lines: '3, 7–9',
  width: '4',
}

const issueOf = (code: IssueCode, params: Record<string, string> = {}): Issue => ({
  code,
  severity: usualSeverity(code),
  sheet: 'Sheet1',
  cell: 'H97',
  value: '12.48O,00',
  params: Object.fromEntries(
    ISSUE_PARAMS[code].map((name: string) => [name, params[name] ?? SAMPLES[name] ?? '']),
  ),
})

test('every parameter of the catalogue has a sample here', () => {
  for (const code of ISSUE_CODES) for (const name of ISSUE_PARAMS[code]) expect(SAMPLES).toHaveProperty(name)
})

test.each(
  ISSUE_CODES.flatMap(code => LANGUAGES.map(language => [code, language] as const)),
)('%s has a message and a fix in %s', (code, language) => {
  for (const params of [
    {},
    { ...SAMPLES, hint: 'none', reason: 'none', what: 'none', name: '', cells: '', rows: '1' },
  ]) {
    const { message, fix } = issueMessage(issueOf(code, params), language)
    for (const text of [message, fix]) {
      expect(text).toMatch(/^[\p{Lu}\d„“]/u)
      expect(text).toMatch(/[.…]$/)
      expect(text).not.toMatch(/undefined|\bnull\b|NaN|\[object|\$\{| {2}|\(\)/)
      // Cedillas are the wrong letters.
      expect(text).not.toMatch(/[şţŞŢ]/)
    }
  }
})

test('the three languages say different things', () => {
  for (const code of ISSUE_CODES) {
    const messages = LANGUAGES.map(language => issueMessage(issueOf(code), language).message)
    expect(new Set(messages).size, code).toBe(3)
  }
})

test('reasons, hints and kinds each have their own words in every language', () => {
  const variants: readonly [IssueCode, string, readonly string[]][] = [
    [
      'file_unreadable',
      'reason',
      [
        'damaged',
        'part_missing',
        'xml',
        'quotes',
        'nul',
        'encoding',
        'long_record',
        'time',
        'memory',
        'stopped',
      ],
    ],
    ['file_too_large', 'what', ['file', 'content', 'rows', 'columns', 'cells', 'texts']],
    [
      'file_type_unknown',
      'kind',
      ['xls', 'xlsb', 'odf', 'word', 'pdf', 'html', 'xml', 'text', 'archive', 'image', 'binary'],
    ],
    ['date_wrong', 'reason', ['not_a_date', 'not_month_end', 'too_old']],
    ['facts_differ', 'what', ['type', 'date', 'sector', 'entity']],
    ['code_malformed', 'hint', ['missing', 'letter', 'leading_zero', 'date', 'dotted', 'length']],
    [
      'amount_not_number',
      'hint',
      ['letter_o', 'letter_for_digit', 'scientific', 'date', 'cell_error', 'two_numbers', 'none'],
    ],
    ['amount_missing', 'hint', ['formula', 'empty']],
    ['csv_read_as', 'delimiter', ['semicolon', 'comma', 'tab', 'bar']],
    ['csv_read_as', 'quote', ['double', 'single', 'none']],
    ['csv_read_as', 'decimal', ['comma', 'point', 'both', 'open', '']],
    ['csv_read_as', 'columns', ['1', '2', '20']],
    ['delimiter_uncertain', 'choices', ['comma, semicolon', 'comma, tab', 'bar, comma']],
    ['row_width_differs', 'width', ['1', '2', '']],
    ['amount_contradicts', 'decimal', ['comma', 'point']],
  ]
  for (const language of LANGUAGES)
    for (const [code, param, values] of variants) {
      const texts = values.map(value => {
        const { message, fix } = issueMessage(issueOf(code, { ...SAMPLES, [param]: value }), language)
        return `${message} ${fix}`
      })
      expect(new Set(texts).size, `${code} ${language}`).toBe(values.length)
    }
})

test.each<[Language, string, string]>([
  ['ro', '„12.48O,00” nu este un număr.', 'Pare litera O în loc de cifra 0. Scrie 12.480,00.'],
  ['hu', '„12.48O,00”: ez nem szám.', 'Úgy tűnik, O betű áll a 0 számjegy helyett. Írd be: 12\u00a0480,00.'],
  [
    'en',
    '“12.48O,00” is not a number.',
    'It looks like the letter O in place of the digit 0. Write 12,480.00.',
  ],
])('the letter O is explained in %s', (language, message, fix) => {
  expect(issueMessage(issueOf('amount_not_number'), language)).toEqual({ message, fix })
})

test('amounts, counts and dates are written as the language does', () => {
  expect(issueMessage(issueOf('control_total_differs'), 'ro').message).toBe(
    'TOTAL CHELTUIELI nu este suma rândurilor: rândurile dau 144.652.213,51, fișierul spune 144.652.214,51, diferență 1,00 lei.',
  )
  const rows = (count: string): string =>
    issueMessage(issueOf('section_missing', { rows: count }), 'ro').message
  expect([rows('1'), rows('3'), rows('20'), rows('101'), rows('1120')]).toEqual(
    ['un rând', '3 rânduri', '20 de rânduri', '101 rânduri', '1.120 de rânduri'].map(
      text => `Cheltuieli fără secțiune: ${text} (E8, E9, E10).`,
    ),
  )
  expect(formatAmount('103323008.93', 'hu')).toBe('103\u00a0323\u00a0008,93')
  expect(formatAmount('-0.5', 'en')).toBe('−0.50')
  expect(formatAmount('1.234', 'ro')).toBe('1,234')
  expect(formatAmount('abc', 'ro')).toBe('abc')
  expect(formatCount('1048576', 'en')).toBe('1,048,576')
  expect(LANGUAGES.map(language => formatDay('2026-06-30', language))).toEqual([
    '30 iunie 2026',
    '2026. június 30.',
    '30 June 2026',
  ])
})

test('Hungarian articles fit the word as spoken', () => {
  const first = (value: string): string =>
    issueMessage({ ...issueOf('date_wrong'), value }, 'hu').message.split(' ')[0] ?? ''
  expect(
    ['5', '1', '1000', 'Alma', 'ősz', 'FXB-EXB', '10', '12', '4245747', 'Munka1', 'TOTAL VENITURI'].map(
      first,
    ),
  ).toEqual(['Az', 'Az', 'Az', 'Az', 'Az', 'Az', 'A', 'A', 'A', 'A', 'A'])
})

test('a missing part without a name has no empty brackets', () => {
  for (const language of LANGUAGES)
    expect(
      issueMessage(issueOf('file_unreadable', { reason: 'part_missing', detail: '' }), language).message,
    ).not.toContain('(')
})

test('a day something was on has the Hungarian ending of its number', () => {
  const on = (previousDate: string): string | undefined =>
    /márc\S* (\S+) még/.exec(issueMessage(issueOf('line_disappears', { previousDate }), 'hu').message)?.[1]
  const days = ['01', '02', '10', '20', '28', '29', '30', '31']
  expect(days.map(day => on(`2026-03-${day}`))).toEqual([
    '1-jén',
    '2-án',
    '10-én',
    '20-án',
    '28-án',
    '29-én',
    '30-án',
    '31-én',
  ])
})

test('a long value is shortened for showing and kept whole in the issue', () => {
  const issue = makeIssue('kind_unknown', { ...WHOLE_FILE, value: `${'x'.repeat(500)}\n` }, {})
  expect(issueMessage(issue, 'en').message.length).toBeLessThan(140)
  expect(issue.value).toHaveLength(501)
})
