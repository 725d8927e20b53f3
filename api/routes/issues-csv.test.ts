import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { issuesCsv } from './issues-csv.ts'

const issue = (value: string) => ({
  code: 'amount_not_number' as const,
  severity: 'error' as const,
  sheet: null,
  cell: 'H7',
  value,
  message: `„${value}”`,
  fix: '',
})

/** As the spreadsheet programs of different countries part the same file. */
const cellsBy = (csv: string, delimiter: string, quoteChar = '"'): string[] =>
  Papa.parse<string[]>(csv.replace('\uFEFF', ''), { delimiter, quoteChar }).data.flat()

const HOSTILE = [
  "=cmd|' /C calc'!A0",
  "x;=cmd|' /C calc'!A0;",
  'x; =1+1',
  'x;\u00a0@SUM(1)',
  'x\n=1+1',
  'x\r\n;-2+3',
  'x\t+1',
  'x",;=1+1',
  '\uff1d1+1',
  ';;;=1',
]

test.each(HOSTILE)('%j of an uploaded file becomes a formula nowhere', value => {
  const csv = issuesCsv([issue(value)])
  for (const delimiter of [',', ';', '\t'])
    for (const quote of ['"', '\u0001'])
      for (const cell of cellsBy(csv, delimiter, quote)) expect(cell).not.toMatch(/^[\s"]*[=+\-@\uff1d]/)
})

test('other texts stay as they are', () => {
  const value = 'a = b; c-d, e@f, 1.234,50'
  const [, row] = Papa.parse<string[]>(issuesCsv([issue(value)]).slice(1)).data
  expect(row).toEqual(['error', 'amount_not_number', '', 'H7', value, `„${value}”`, ''])
})
