import { expect, test } from 'vitest'
import { bani, formatBani, type Issue } from '../domain/index.ts'
import { odsRows, odsTable, rawOds } from './fixtures/raw-ods.ts'
import { rawParts, rawXlsx, rowsXml, zipOf } from './fixtures/raw-xlsx.ts'
import { readContent, smallReport } from './fixtures/read-content.ts'
import { makeExecutionCsv } from './forexebug/make-execution-csv.ts'
import { makeExecutionWorkbook } from './forexebug/make-execution-workbook.ts'
import {
  type ExecutionContent,
  type ExecutionLayout,
  type GridCell,
  writeGrid,
} from './forexebug/write-grid.ts'
import { ReadFailure } from './readers/read-failure.ts'

type Content = string | Uint8Array | Promise<Uint8Array>

const small = smallReport()
const LINES = small.lines.length
const CSV = makeExecutionCsv(small)
const grid = (
  layout: ExecutionLayout = {},
  content: ExecutionContent = small,
): (string | number | null)[][] => writeGrid(content, layout).map(row => row.map(plain))
const plain = (cell: GridCell): string | number | null =>
  cell !== null && typeof cell === 'object' ? Number(cell.decimal) : cell
/** 1,234.56 as people of several countries write it. */
const written =
  (thousands: string, decimal: string) =>
  (amount: bigint): string => {
    const [whole = '', fraction = '00'] = formatBani(bani(amount)).split('.')
    return whole.replace(/\B(?=(\d{3})+$)/g, thousands) + decimal + fraction
  }
const changedCsv = (from: string | RegExp, to: string): string => {
  const changed = CSV.replace(from, to)
  if (changed === CSV) throw new Error(`no ${from}`)
  return changed
}
const sheet = (rows: readonly (readonly (string | number | null)[])[], more: object = {}): Buffer =>
  rawXlsx({ sheets: [{ name: 'Foaie', rows: rowsXml(rows), ...more }] })
const ods = (rows: readonly (readonly (string | number | null)[])[], attributes = '', styles = ''): Buffer =>
  rawOds({ body: odsTable('Foaie', odsRows(rows), attributes), styles })
const windows1250 = (text: string): Buffer =>
  Buffer.from(
    [...text].map(
      letter =>
        ({ ș: 0xba, Ș: 0xaa, ț: 0xfe, Ț: 0xde, ă: 0xe3, â: 0xe2, î: 0xee, Ă: 0xc3, Î: 0xce })[letter] ??
        letter.charCodeAt(0),
    ),
  )
const movedHeader = grid({
  columns: [
    'amount',
    null,
    'section',
    'kind',
    'economic',
    'economicName',
    'functional',
    'functionalName',
    'source',
  ],
})
const withoutHeader = grid().filter(row => !row.includes('Executie Cumulat'))
const headerAt = grid().findIndex(row => row.includes('Executie Cumulat'))
const doubledHeader = grid().map((row, at) =>
  at === headerAt ? [...row, 'Executie Cumulat'] : [...row, null],
)
const merged = grid().map(row => row)
const wrongTotal = grid().map(row =>
  row.some(cell => typeof cell === 'string' && cell.includes('TOTAL VENITURI'))
    ? row.map(cell => (typeof cell === 'number' ? cell + 1 : cell))
    : row,
)
const amountColumn = grid()[headerAt]?.indexOf('Executie Cumulat') ?? -1
const errorCell = grid().map((row, at) =>
  at === headerAt + 1
    ? row.map((cell, column) => (column === amountColumn ? '<c t="e"><v>#REF!</v></c>' : cell))
    : row,
)
const unsaved = grid().map((row, at) =>
  at === headerAt + 1
    ? row.map((cell, column) => (column === amountColumn ? '<c><f>1+1</f></c>' : cell))
    : row,
)
const dateAmount = grid().map((row, at) =>
  at === headerAt + 1
    ? row.map((cell, column) => (column === amountColumn ? '<c s="1"><v>46203</v></c>' : cell))
    : row,
)
const STYLES = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
/** The date of the report as a date of the sheet, in the row of its own label. */
const dated = (serial: number, date1904: boolean): Buffer =>
  rawXlsx({
    styles: STYLES,
    date1904,
    sheets: [
      {
        name: 'Foaie',
        rows: rowsXml(
          grid().map(row =>
            String(row[0]).startsWith('LA DATA') ? ['LA DATA:', `<c s="1"><v>${serial}</v></c>`] : row,
          ),
        ),
      },
    ],
  })
const doctype = (name: string): Buffer =>
  zipOf(
    rawParts({ sheets: [{ name: 'S', rows: rowsXml(grid()) }] }).map(([part, xml]): [string, string] => [
      part,
      part.endsWith(name) ? `<!DOCTYPE a [<!ENTITY b "c">]>${xml}` : xml,
    ]),
  )

/** Each with the number of lines that are read, null when there is no report, and the codes of what is told. */
const files: readonly (readonly [
  name: string,
  content: () => Content,
  lines: number | null,
  codes: readonly string[],
])[] = [
  ['the plain CSV', () => CSV, LINES, []],
  [
    'CSV in windows-1250',
    () => windows1250(changedCsv('Integral de la buget', 'Integral de la bugetul țării și al județului')),
    LINES,
    [],
  ],
  ['CSV in UTF-16 with a mark', () => Buffer.from(`\ufeff${CSV}`, 'utf16le'), LINES, []],
  ['CSV in UTF-16 without a mark', () => Buffer.from(CSV, 'utf16le'), LINES, []],
  ['CSV in UTF-8 with a mark', () => `\ufeff${CSV}`, LINES, []],
  ['CSV with tabs', () => makeExecutionCsv(small, {}, '\t'), LINES, []],
  ['CSV with bars', () => makeExecutionCsv(small, {}, '|'), LINES, []],
  ['CSV with line ends of an old Macintosh', () => CSV.replaceAll('\r\n', '\r'), LINES, []],
  ['CSV with the first line of Excel', () => `sep=;\r\n${CSV}`, LINES, []],
  ['Romanian numbers', () => makeExecutionCsv(small, { amount: written('.', ',') }), LINES, []],
  ['English numbers', () => makeExecutionCsv(small, { amount: written(',', '.') }), LINES, []],
  ['numbers with spaces', () => makeExecutionCsv(small, { amount: written('\u00a0', ',') }), LINES, []],
  ['numbers in an XLSX as text', () => sheet(grid({ amount: written('.', ',') })), LINES, []],
  ['a CSV called .xlsx', () => CSV, LINES, []],
  ['moved headers', () => sheet(movedHeader), LINES, []],
  ['moved headers in an ODS', () => ods(movedHeader), LINES, []],
  ['no header', () => sheet(withoutHeader), null, ['report_not_recognised']],
  ['a header twice', () => sheet(doubledHeader), 0, ['header_doubled']],
  ['a header on every page', () => sheet(grid({ headerEvery: 2 })), LINES, []],
  ['rows above', () => sheet(grid({ preamble: [['Consiliul Județean'], [], ['Către toți']] })), LINES, []],
  [
    'capitals and diacritics',
    () => sheet(grid({ word: text => text.toUpperCase().replace('FINANTELOR', 'FINANȚELOR') })),
    LINES,
    [],
  ],
  [
    'merged headings',
    () =>
      sheet(merged, { after: '<mergeCells><mergeCell ref="A1:H1"/><mergeCell ref="A2:H2"/></mergeCells>' }),
    LINES,
    [],
  ],
  ['a wrong total', () => sheet(wrongTotal), LINES, ['control_total_differs']],
  ['a wrong total in an ODS', () => ods(wrongTotal), LINES, ['control_total_differs']],
  [
    'no totals',
    () => sheet(grid().filter(row => !row.some(cell => String(cell).includes('TOTAL ')))),
    LINES,
    ['control_total_missing'],
  ],
  [
    'the same report in two sheets',
    () => makeExecutionWorkbook(small, { sheet: 'A' }, { sheet: 'B' }),
    LINES,
    ['report_in_two_sheets'],
  ],
  [
    'two different reports',
    () =>
      rawXlsx({
        sheets: [
          { name: 'A', rows: rowsXml(grid()) },
          { name: 'B', rows: rowsXml(grid({}, { ...small, periodEnd: '2026-03-31' })) },
        ],
      }),
    LINES,
    ['sheets_differ'],
  ],
  [
    'a report in a hidden sheet only',
    () =>
      rawXlsx({
        sheets: [
          { name: 'A', rows: rowsXml([['x']]) },
          { name: 'B', state: 'hidden', rows: rowsXml(grid()) },
        ],
      }),
    null,
    ['hidden_sheet_skipped', 'report_not_recognised'],
  ],
  [
    'hidden rows',
    () =>
      rawXlsx({
        sheets: [{ name: 'A', rows: rowsXml(grid(), row => (row === headerAt + 3 ? 'hidden="1"' : '')) }],
      }),
    LINES,
    ['hidden_rows_read'],
  ],
  [
    'a hidden column',
    () => sheet(grid(), { before: '<cols><col min="8" max="8" hidden="1"/></cols>' }),
    LINES,
    ['hidden_rows_read'],
  ],
  [
    'an error in an amount',
    () => sheet(errorCell),
    LINES - 1,
    ['amount_not_number', 'control_total_differs'],
  ],
  [
    'a formula that was never calculated',
    () => sheet(unsaved),
    LINES - 1,
    ['amount_missing', 'control_total_differs', 'formulas_not_saved'],
  ],
  [
    'a date in place of an amount',
    () => rawXlsx({ styles: STYLES, sheets: [{ name: 'S', rows: rowsXml(dateAmount) }] }),
    LINES - 1,
    ['amount_not_number', 'control_total_differs'],
  ],
  ['the date as a date of 1900', () => dated(46203, false), LINES, []],
  ['the date as a date of 1904', () => dated(44741, true), LINES, []],
  ['the date four years off for the wrong epoch', () => dated(46203, true), LINES, ['date_wrong']],
  ['an ODS', () => ods(grid()), LINES, []],
  [
    'an ODS whose sheet is hidden',
    () =>
      ods(
        grid(),
        'table:style-name="h"',
        '<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/></style:style>',
      ),
    null,
    ['hidden_sheet_skipped', 'report_not_recognised'],
  ],
  [
    'an ODS with many empty rows above',
    () =>
      rawOds({
        body: odsTable('S', `<table:table-row table:number-rows-repeated="40"/>${odsRows(grid())}`),
      }),
    LINES,
    [],
  ],
  [
    'an ODS with macros',
    () => rawOds({ body: odsTable('S', odsRows(grid())), parts: [['Basic/Standard/Module1.xml', '<x/>']] }),
    LINES,
    ['macros_ignored'],
  ],
  [
    'an XLSX with macros',
    () =>
      zipOf([...rawParts({ sheets: [{ name: 'S', rows: rowsXml(grid()) }] }), ['xl/vbaProject.bin', 'x']]),
    LINES,
    ['macros_ignored'],
  ],
  [
    'an XLSX with links',
    () =>
      zipOf([
        ...rawParts({ sheets: [{ name: 'S', rows: rowsXml(grid()) }] }),
        ['xl/externalLinks/externalLink1.xml', '<x/>'],
      ]),
    LINES,
    ['links_not_followed'],
  ],
  ['an entity in the sheet', () => doctype('sheet1.xml'), null, ['file_unreadable']],
  ['an entity in the workbook', () => doctype('xl/workbook.xml'), null, ['file_unreadable']],
  ['half an archive', () => sheet(grid()).subarray(0, 900), null, ['file_unreadable']],
  [
    'an archive with a password',
    () => zipOf(rawParts({ sheets: [{ name: 'S', rows: '' }] }), { flags: 1 }),
    null,
    ['file_protected'],
  ],
  ['an empty file', () => '', null, ['file_empty']],
  ['an empty sheet', () => sheet([]), null, ['file_empty']],
  ['a PDF', () => '%PDF-1.7', null, ['file_type_unknown']],
  ['a web page', () => '<html><table><tr><td>1</td></tr></table></html>', null, ['file_type_unknown']],
  [
    'a line twice',
    () => sheet(grid().flatMap((row, at) => (at === headerAt + 1 ? [row, row] : [row]))),
    LINES + 1,
    ['line_duplicate', 'control_total_differs'],
  ],
  [
    'a letter for a digit',
    () => changedCsv('1250.5', '125O.5'),
    LINES - 1,
    ['amount_not_number', 'control_total_differs'],
  ],
  [
    'a quotation mark without an end',
    () => changedCsv('Cod Fiscal', '"Cod Fiscal'),
    null,
    ['file_unreadable'],
  ],
  ['a null character', () => changedCsv('MUNICIPIUL', 'MUNI\0CIPIUL'), null, ['file_unreadable']],
]

test('there are at least forty', () => {
  expect(files.length).toBeGreaterThanOrEqual(40)
})

/** What the sender is told, a failure to read at all included. */
async function outcomeOf(
  content: string | Uint8Array,
): Promise<{ lines: number | null; issues: readonly Issue[] }> {
  try {
    const { report, issues } = await readContent(content)
    return { lines: report?.lines.length ?? null, issues }
  } catch (error) {
    if (error instanceof ReadFailure) return { lines: null, issues: [error.issue] }
    throw error
  }
}

test.each(files)('%s', async (_, content, expected, codes) => {
  const { lines, issues } = await outcomeOf(await content())
  const told = new Set(issues.map(issue => issue.code).filter(code => code !== 'csv_read_as'))
  expect({ lines, codes: [...told].sort() }).toEqual({ lines: expected, codes: [...codes].sort() })
})
