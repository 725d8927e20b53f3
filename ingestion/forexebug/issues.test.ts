import { expect, test } from 'vitest'
import { formatBani, type Issue, type IssueCode, issueMessage } from '../../domain/index.ts'
import { rawXlsx, rowsXml } from '../fixtures/raw-xlsx.ts'
import { readContent, smallReport } from '../fixtures/read-content.ts'
import type { KnownCodes } from '../validation/known-codes.ts'
import { makeExecutionCsv } from './make-execution-csv.ts'
import { makeExecutionWorkbook } from './make-execution-workbook.ts'
import { type ExecutionContent, writeGrid } from './write-grid.ts'

/** A1…H16: header in row 7, lines in 8 to 13, totals in 14 and 15, type in 16. */
/** Fields that only begin with a space need no quotes; without them the texts below are easier to change. */
const csvOf = (content: ExecutionContent): string => makeExecutionCsv(content).replace(/"( [^"]*)"/g, '$1')
const CSV = csvOf(smallReport())
const FILE = '20260630_FXB-EXB-901_TREZ351_4245747_4245747_02_90000002.csv'
/** The cells of the report for a hand-made sheet. */
const gridOf = (content: ExecutionContent): (string | number | null)[][] =>
  writeGrid(content).map(row =>
    row.map(cell => (cell !== null && typeof cell === 'object' ? Number(cell.decimal) : cell)),
  )
const TOTALS = ['revenue', 'expenditure'] as const

/** The small report with one text replaced by another. */
const changed = (...pairs: readonly (readonly [from: string, to: string])[]): string =>
  pairs.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`no ${from} in\n${text}`)
    return text.replace(from, to)
  }, CSV)

const brief = ({ code, severity, cell, value }: Issue) => [code, severity, cell, value]
/** Without the information on how the file was read, which every CSV has. */
const wrong = (issues: readonly Issue[]): Issue[] => issues.filter(({ code }) => code !== 'csv_read_as')
const issuesOf = async (content: string | Uint8Array, fileName = '', known: KnownCodes | null = null) =>
  wrong((await readContent(content, fileName, known)).issues)
const only = async (content: string | Uint8Array, fileName = '') => {
  const issues = await issuesOf(content, fileName)
  expect(issues.map(brief)).toHaveLength(1)
  return issues[0]
}
const romanian = (issue: Issue | undefined): string => {
  if (!issue) return ''
  const { message, fix } = issueMessage(issue, 'ro')
  return `${message} ${fix}`
}

test('the small report is right', async () => {
  expect(await issuesOf(CSV, FILE)).toEqual([])
})

test.each<
  [IssueCode, 'error' | 'warning', string | null, string | null, readonly (readonly [string, string])[]]
>([
  ['date_missing', 'error', null, null, [['LA DATA: 30-JUN-26', 'Iunie']]],
  ['date_missing', 'error', 'A3', 'LA DATA:', [['LA DATA: 30-JUN-26', 'LA DATA:']]],
  ['date_wrong', 'error', 'A3', '31-JUN-26', [['30-JUN-26', '31-JUN-26']]],
  ['date_wrong', 'error', 'A3', '29-JUN-26', [['30-JUN-26', '29-JUN-26']]],
  ['date_wrong', 'error', 'A3', '30.06.1926', [['30-JUN-26', '30.06.1926']]],
  ['date_wrong', 'error', 'A3', 'curând', [['30-JUN-26', 'curând']]],
  ['sector_missing', 'error', null, null, [['Sector bugetar', 'Nota']]],
  ['entity_missing', 'error', null, null, [['Cod Fiscal IP:', 'Instituția']]],
  [
    'entity_missing',
    'error',
    'A5',
    'Cod Fiscal IP:    Denumire IP : MUNICIPIUL MIERCUREA CIUC',
    [['4245747', '']],
  ],
  ['entity_check_digit', 'error', 'A5', '4245748', [['4245747', '4245748']]],
  ['entity_check_digit', 'error', 'A5', '42457A7', [['4245747', '42457A7']]],
  ['report_type_missing', 'error', null, null, [['FXB-EXB-901', 'Sfârșit']]],
  ['report_type_unknown', 'error', 'A16', 'FXB-EXB-903', [['FXB-EXB-901', 'FXB-EXB-903']]],
  [
    'facts_differ',
    'error',
    'A16',
    'FXB-EXB-901 LA DATA: 31-JUL-26',
    [['FXB-EXB-901', 'FXB-EXB-901 LA DATA: 31-JUL-26']],
  ],
  ['header_missing', 'error', 'A7', null, [['Executie Cumulat', 'Suma']]],
  ['header_missing', 'error', 'A7', null, [['Sectiune', 'Altceva']]],
  ['header_missing', 'warning', 'A7', null, [['Clasificatie Economica Descriere', 'Nume']]],
  [
    'header_doubled',
    'error',
    'H7',
    'Executie Cumulat',
    [
      ['Sectiune', 'Executie Cumulat'],
      ['Clasificatie Economica Descriere', 'Sectiune'],
    ],
  ],
])('%s (%s) at %s', async (code, severity, cell, value, pairs) => {
  const issues = await issuesOf(changed(...pairs))
  expect(issues.map(brief)).toContainEqual([code, severity, cell, value])
})

test('what is right about the file’s name is taken from it, and what differs is said', async () => {
  expect(await issuesOf(changed(['FXB-EXB-901', '']), FILE)).toEqual([])
  expect(await issuesOf(changed(['Sector bugetar', 'Nota']), FILE)).toEqual([])
  expect((await issuesOf(CSV, FILE.replace('20260630', '20260331'))).map(brief)).toEqual([
    ['date_differs_from_file_name', 'warning', 'A3', '30-JUN-26'],
  ])
  expect((await issuesOf(CSV, FILE.replace('901', '900'))).map(brief)).toEqual([
    ['type_differs_from_file_name', 'warning', 'A16', 'FXB-EXB-901'],
  ])
  expect((await issuesOf(CSV, FILE.replace('_02_', '_01_'))).map(brief)).toEqual([
    ['sector_differs_from_file_name', 'warning', 'A4', '02'],
  ])
  // The principal's code comes first and says nothing about the entity.
  expect(await issuesOf(CSV, FILE.replace('4245747', '4245763'))).toEqual([])
  const issue = await only(CSV, FILE.replace('4245747_02', '4245763_02'))
  expect(issue && brief(issue)).toEqual(['entity_differs_from_file_name', 'error', 'A5', '4245747'])
})

test('the letter O for a zero is named, with the amount that was meant', async () => {
  const issues = await issuesOf(changed(['900.25', '9O0,25']))
  expect(issues.map(brief)).toEqual([
    ['amount_not_number', 'error', 'H11', '9O0,25'],
    ['control_total_differs', 'error', 'H15', '1250.00'],
  ])
  expect(romanian(issues[0])).toBe(
    '„9O0,25” nu este un număr. Pare litera O în loc de cifra 0. Scrie 900,25.',
  )
  expect(romanian(issues[1])).toBe(
    'TOTAL CHELTUIELI nu este suma rândurilor: rândurile dau 349,75, fișierul spune 1.250,00, diferență 900,25 lei. Din sumă lipsesc rândurile cu greșeli (un rând). Îndreaptă-le întâi, apoi totalul se verifică din nou.',
  )
})

test.each<[IssueCode, string, string, Readonly<Record<string, string>>]>([
  ['amount_missing', '', 'H11', { hint: 'empty' }],
  ['amount_missing', ' - ', 'H11', { hint: 'dash' }],
  ['amount_decimals', '1.234', 'H11', {}],
  ['amount_contradicts', '1.234,56', 'H11', { decimal: 'point' }],
  ['amount_decimals', '900.255', 'H11', {}],
  ['amount_contradicts', '1234,567', 'H11', { decimal: 'point' }],
  ['amount_too_large', '12345678901234.50', 'H11', { limit: '10000000000000.00' }],
  ['amount_not_number', '9.0353E+05', 'H11', { hint: 'scientific', suggestion: '' }],
  ['amount_not_number', '30.06.2026', 'H11', { hint: 'date', suggestion: '' }],
  ['amount_not_number', '12 34', 'H11', { hint: 'two_numbers', suggestion: '' }],
  ['amount_not_number', '#REF!', 'H11', { hint: 'cell_error', suggestion: '' }],
  ['amount_not_number', 'vezi anexa', 'H11', { hint: 'none', suggestion: '' }],
])('%s: %j', async (code, amount, cell, params) => {
  const content = amount === '900.255' ? changed(['900.25', '0900.255']) : changed(['900.25', amount])
  const issue = (await issuesOf(content)).find(found => found.code === code)
  expect(issue).toMatchObject({ severity: 'error', sheet: 'CSV', cell, params })
})

test.each([
  ['9.0.0,25', 'H11'],
  ['1.234.56', 'H11'],
])('%j is no number', async amount => {
  expect((await issuesOf(changed(['900.25', amount]))).map(issue => issue.code)).toContain(
    'amount_not_number',
  )
})

test.each([
  ['65030', '', 'length'],
  ['6503011', '', 'length'],
  ['65.03.01', '650301', 'dotted'],
  ['65.02.03.01', '650301', 'dotted'],
  ['6503Ol', '650301', 'letter'],
  ['', '', 'missing'],
])('the functional code %j is refused with advice', async (code, suggestion, hint) => {
  const issue = (await issuesOf(changed(['650301', code])))[0]
  expect(issue).toMatchObject({
    code: 'code_malformed',
    cell: 'C11',
    params: { which: 'functional', hint, suggestion },
  })
})

test('Excel’s own damage to codes has its own advice', async () => {
  const rows = gridOf(smallReport())
  const set = (row: number, column: number, value: string | number): void => {
    const cells = rows[row - 1]
    if (cells) cells[column] = value
  }
  set(8, 2, 70_101)
  set(11, 4, '<c s="1"><v>46203</v></c>')
  set(12, 4, 200_130)
  const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
  const { issues, report } = await readContent(
    rawXlsx({ styles, sheets: [{ name: 'S', rows: rowsXml(rows) }] }),
  )
  expect(issues.map(issue => [issue.code, issue.cell, issue.params.hint, issue.params.suggestion])).toEqual([
    ['code_malformed', 'C8', 'leading_zero', '070101'],
    ['code_malformed', 'E11', 'date', ''],
  ])
  // A number of six digits is the code.
  expect(report?.lines.find(line => line.row === 12)?.economic).toBe('200130')
})

test('a line without kind, source, economic code or a known section is refused', async () => {
  const codes = async (...pairs: readonly (readonly [string, string])[]) =>
    (await issuesOf(changed(...pairs))).map(({ code, severity, cell }) => [code, severity, cell])
  expect(await codes([' Venit;', 'Venitt;'])).toEqual([
    ['kind_unknown', 'error', 'A8'],
    ['control_total_differs', 'error', 'H14'],
  ])
  expect(await codes([' Venit;', ';'])).toContainEqual(['kind_unknown', 'error', 'A8'])
  // A lost delimiter moves every cell: no title has a code with an amount behind it.
  expect(await codes([' Venit;', ' Venit'])).toContainEqual(['kind_unknown', 'error', 'A8'])
  expect(await codes(['A-Integral de la buget', ''])).toEqual([['source_missing', 'error', 'B8']])
  expect(await codes(['A-Integral de la buget', 'Integral'])).toEqual([['source_unknown', 'error', 'B8']])
  expect(await codes(['100101;', ';'])).toEqual([['economic_code_missing', 'error', 'E11']])
  expect(await codes(['F - FUNCTIONARE', 'X'])).toEqual([['section_unknown', 'error', 'G8']])
  expect(await codes(['D - DEZVOLTARE;250', ';250'])).toEqual([['section_missing', 'warning', 'G13']])
  expect(await codes(['Functional 070101;;', 'Functional 070101;100101;'])).toEqual([
    ['economic_code_on_revenue', 'warning', 'E8'],
  ])
})

test('a doubled line names the other one', async () => {
  const report = smallReport()
  const issue = await only(
    makeExecutionCsv({ ...report, lines: [...report.lines, ...report.lines.slice(3, 4)] }),
  )
  expect(issue).toMatchObject({
    code: 'line_duplicate',
    cell: 'H14',
    params: { other: 'H11', functional: '650301', economic: '100101', source: 'A', section: 'F' },
  })
})

test('a control total that differs by a ban names both sums and the difference', async () => {
  const issue = await only(changed(['TOTAL CHELTUIELI:;;;;;;;1250', 'TOTAL CHELTUIELI:;;;;;;;1251']))
  expect(issue).toMatchObject({
    code: 'control_total_differs',
    severity: 'error',
    cell: 'H15',
    params: { kind: 'expenditure', sum: '1250.00', control: '1251.00', difference: '-1.00', unreadable: '' },
  })
  expect(romanian(issue)).toContain('rândurile dau 1.250,00, fișierul spune 1.251,00, diferență 1,00 lei')
})

test('a missing total is an error where there are lines, and a warning where there are none', async () => {
  const without = (kind: string): string => CSV.replace(new RegExp(`^ TOTAL ${kind}.*\\r\\n`, 'm'), '')
  expect((await issuesOf(without('VENITURI'))).map(brief)).toEqual([
    ['control_total_missing', 'error', null, null],
  ])
  const spending = csvOf(smallReport(['expenditure 650301/100101 A F 900.25']))
  const bare = spending.replace(/^ TOTAL VENITURI.*\r\n/m, '')
  expect((await issuesOf(bare)).map(brief)).toEqual([['control_total_missing', 'warning', null, null]])
})

test('a total may stand twice, with one amount', async () => {
  const total = /^ TOTAL CHELTUIELI.*\r\n/m.exec(CSV)?.[0] ?? ''
  expect(await issuesOf(CSV.replace(total, total + total))).toEqual([])
  const issue = await only(CSV.replace(total, total + total.replace('1250', '17')))
  expect(issue).toMatchObject({ code: 'control_total_doubled', cell: 'H16', params: { other: 'H15' } })
  expect(await only(CSV.replace(total, total.replace('1250', '1.25O')))).toMatchObject({
    code: 'amount_not_number',
    cell: 'H15',
  })
})

test('37.03 and 37.04 that are not each other’s opposite are a warning', async () => {
  const lines = [
    'revenue 370300 A F -100.00',
    'revenue 370400 A D 99.00',
    'expenditure 650301/100101 A F 1.00',
  ]
  const issue = await only(makeExecutionCsv(smallReport(lines)))
  expect(issue).toMatchObject({
    code: 'section_transfers_differ',
    severity: 'warning',
    cell: 'H8',
    params: { given: '-100.00', received: '99.00', difference: '-1.00' },
  })
})

test('unknown codes and sources are listed once each, with their rows', async () => {
  const known: KnownCodes = {
    functional: { revenue: new Set(['070101', '370300', '370400']), expenditure: new Set(['840301']) },
    economic: new Set(['100101', '710101']),
    sources: new Set(['A']),
  }
  const issues = await issuesOf(CSV, '', known)
  expect(issues.map(issue => [issue.code, issue.severity, issue.cell, issue.value])).toEqual([
    ['code_unknown', 'warning', 'C11', '650301'],
    ['code_unknown', 'warning', 'E12', '200130'],
    ['source_unknown', 'warning', 'B13', 'D-Integral de la buget'],
  ])
  expect(romanian(issues[0])).toMatch(
    /^Cod funcțional necunoscut 650301, „Functional 650301”: 2 rânduri \(C11, C12\)\./,
  )
})

test('title rows are left out when, and only when, the control total says so', async () => {
  const report = smallReport([
    'revenue 070000 A F 12.00',
    'revenue 070100 A F 12.00',
    'revenue 070101 A F 10.00',
    'revenue 070102 A F 2.00',
    'expenditure 650301/100000 A F 35.00',
    'expenditure 650301/100100 A F 30.00',
    'expenditure 650301/100101 A F 20.00',
    'expenditure 650301/100117 A F 10.00',
    'expenditure 650301/100307 A F 5.00',
    'expenditure 650301/200200 A F 7.00',
  ])
  const csv = csvOf(report)
  const fitting = csv.replace(/(TOTAL VENITURI:;+).*/, '$112').replace(/(TOTAL CHELTUIELI:;+).*/, '$142')
  const read = await readContent(fitting)
  expect(wrong(read.issues).map(issue => [issue.code, issue.severity, issue.params.cells])).toEqual([
    ['subtotal_rows_skipped', 'warning', 'H8, H9, H12, H13'],
  ])
  expect(read.report?.lines.map(line => line.economic ?? line.functional)).toEqual([
    '070101',
    '070102',
    '100101',
    '100117',
    '100307',
    '200200',
  ])
  expect(TOTALS.map(kind => formatBani(read.report?.totals[kind] ?? 0n))).toEqual(['12.00', '42.00'])
  // The file's own total counts them: they are lines.
  expect((await readContent(csv)).report?.lines).toHaveLength(10)
  // Neither fits: nothing is left out, both sums are named.
  const neither = csv.replace(/(TOTAL CHELTUIELI:;+).*/, '$143')
  expect((await issuesOf(neither)).map(issue => [issue.code, issue.params.sum])).toEqual([
    ['control_total_differs', '107.00'],
  ])
})

test('rows that call themselves subtotals are left out and said', async () => {
  const csv = CSV.replace(' TOTAL VENITURI', 'Total capitol 65;;;;;;;1000\r\n TOTAL VENITURI')
  expect((await issuesOf(csv)).map(brief)).toEqual([['subtotal_rows_skipped', 'warning', 'H14', null]])
})

test('a header without rows, and a file without a report', async () => {
  const empty = makeExecutionCsv({ ...smallReport(), lines: [] })
  expect((await issuesOf(empty)).map(brief)).toEqual([['no_lines', 'error', null, null]])
  const other = await readContent('nume;localitate\nAna;Ciuc\n')
  expect(wrong(other.issues).map(brief)).toEqual([['report_not_recognised', 'error', null, null]])
  expect(other).toMatchObject({
    report: null,
    recognised: null,
    sheets: [{ name: 'CSV', rows: 2, columns: 2 }],
  })
  expect((await issuesOf('\n\n')).map(issue => issue.code)).toEqual(['report_not_recognised'])
  expect((await issuesOf(rawXlsx({ sheets: [{ name: 'Gol', rows: '' }] }))).map(issue => issue.code)).toEqual(
    ['file_empty'],
  )
})

test('two sheets with different reports are an error that names cells', async () => {
  const { lines } = smallReport()
  const one = rowsXml(gridOf(smallReport()))
  const other = one.replace('<v>900.25</v>', '<v>901.25</v>').replace('<v>1250</v>', '<v>1251</v>')
  const file = rawXlsx({
    sheets: [
      { name: 'Unu', rows: one },
      { name: 'Doi', rows: other },
    ],
  })
  const { issues, report } = await readContent(file)
  expect(issues.map(issue => [issue.code, issue.sheet, issue.params.cells])).toEqual([
    ['sheets_differ', 'Doi', 'H11 / H11, H15 / H15'],
  ])
  expect(report?.lines).toHaveLength(lines.length)
})

test('a hidden report is not read but mentioned; hidden rows are read and mentioned', async () => {
  const rows = gridOf(smallReport())
  const xml = rowsXml(rows)
  const both = rawXlsx({
    sheets: [
      { name: 'Vechi', state: 'hidden', rows: xml },
      { name: 'Nou', rows: xml },
    ],
  })
  expect((await issuesOf(both)).map(issue => [issue.code, issue.severity, issue.sheet])).toEqual([
    ['hidden_sheet_skipped', 'warning', 'Vechi'],
  ])
  const alone = rawXlsx({
    sheets: [
      { name: 'Vechi', state: 'hidden', rows: xml },
      { name: 'Nou', rows: rowsXml([['a']]) },
    ],
  })
  expect((await issuesOf(alone)).map(issue => issue.code)).toEqual([
    'report_not_recognised',
    'hidden_sheet_skipped',
  ])
  const partly = rawXlsx({
    sheets: [{ name: 'S', rows: rowsXml(rows, row => (row === 9 ? 'hidden="1"' : '')) }],
  })
  expect((await issuesOf(partly)).map(brief)).toEqual([['hidden_rows_read', 'warning', 'H9', null]])
})

test('statements may stand in cells of their own, as real dates and numbers', async () => {
  const rows = gridOf(smallReport())
  rows[2] = ['LA DATA:', null, '<c s="1"><v>46203</v></c>']
  rows[3] = ['Sector bugetar:', 2]
  rows[4] = ['Cod Fiscal IP:', 4_245_747, 'Denumire IP:', 'Miercurea Ciuc']
  const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
  const { report, issues } = await readContent(
    rawXlsx({ styles, sheets: [{ name: 'S', rows: rowsXml(rows) }] }),
  )
  expect(issues).toEqual([])
  expect(report).toMatchObject({
    periodEnd: '2026-06-30',
    sector: '02',
    cui: '4245747',
    entityName: 'Miercurea Ciuc',
  })
})

test('a formula without a saved result is asked for again', async () => {
  const rows = gridOf(smallReport())
  const line = rows[10]
  if (line) line[7] = '<c><f>1+1</f></c>'
  const issues = await issuesOf(rawXlsx({ sheets: [{ name: 'S', rows: rowsXml(rows) }] }))
  expect(issues[0]).toMatchObject({ code: 'amount_missing', cell: 'H11', params: { hint: 'formula' } })
})

test('all errors are collected, errors first and in the file’s order; what is readable stays readable', async () => {
  const { issues, report, recognised } = await readContent(
    changed(['30-JUN-26', '30-JUN'], ['1250.5', 'x'], ['650301', '6503'], ['D-Integral', 'Q-Integral']),
  )
  expect(issues.map(issue => issue.code)).toEqual([
    'date_wrong',
    'amount_not_number',
    'code_malformed',
    'control_total_differs',
    'csv_read_as',
  ])
  expect(report).toBeNull()
  expect(recognised).toMatchObject({ type: 'FXB-EXB-901', periodEnd: null, cui: '4245747', lines: 4 })
  expect(formatBani(recognised?.sums.expenditure ?? 0n)).toBe('1250.00')
})

test('an XLSX gives the addresses of its own columns', async () => {
  const file = await makeExecutionWorkbook(smallReport(), {
    columns: [
      null,
      'amount',
      'kind',
      'source',
      null,
      'functional',
      'economic',
      'functionalName',
      'economicName',
      'section',
    ],
    amount: () => '12,5O',
  })
  const issues = await issuesOf(file)
  expect(issues.filter(issue => issue.code === 'amount_not_number').map(issue => issue.cell)).toEqual([
    'B8',
    'B9',
    'B10',
    'B11',
    'B12',
    'B13',
    'B14',
    'B15',
  ])
})
