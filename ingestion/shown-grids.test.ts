import { expect, test } from 'vitest'
import { odsRows, odsTable, rawOds } from './fixtures/raw-ods.ts'
import { rawXlsx } from './fixtures/raw-xlsx.ts'
import { failureBrief, withBook } from './fixtures/read-book.ts'
import { type Inspection, inspectBook } from './inspect-book.ts'
import { readRowWindow } from './readers/row-window.ts'

/** What a small file makes of itself when it is shown is bounded: it goes to the page, through the memory of the server. */
const inspect = (content: Uint8Array): Promise<Inspection> => withBook(content, inspectBook)
const bytes = (value: unknown): number => JSON.stringify(value).length
const MB = 1024 * 1024

const grid = (rows: number, columns: number, text: string): string =>
  odsRows(Array.from({ length: rows }, () => Array.from({ length: columns }, () => text)))

test('long texts are cut where they are shown', async () => {
  const long = 'ș'.repeat(50_000)
  const book = rawOds({ body: odsTable('x', grid(20, 20, long)) })
  const found = await inspect(book)
  expect(bytes(found)).toBeLessThan(4 * MB)
  const [first] = found.sheets[0]?.preview[0]?.cells ?? []
  expect(first).toMatchObject({ value: `${'ș'.repeat(999)}…`, raw: `${'ș'.repeat(999)}…` })
  const rows = await withBook(book, open => readRowWindow(open, { sheet: 'x', from: 1, to: 20 }))
  expect(rows[19]?.cells[19]?.value).toBe(`${'ș'.repeat(999)}…`)
  expect(bytes(rows)).toBeLessThan(2 * MB)
})

test('of many wide rows each cell keeps its beginning', async () => {
  const text = 'abcdefghij'.repeat(10)
  const book = rawOds({ body: odsTable('x', grid(250, 200, text)) })
  const rows = await withBook(book, open => readRowWindow(open, { sheet: 'x', from: 1, to: 250 }))
  expect(rows).toHaveLength(250)
  expect(rows[249]?.cells[199]?.value).toBe(`${text.slice(0, 79)}…`)
})

test('of a thousand sheets the first ones are shown, and all are listed', async () => {
  const table = grid(20, 20, '7')
  const names = Array.from({ length: 1000 }, (_, at) => `s${at}`)
  const { sheets, issues } = await inspect(
    rawOds({ body: names.map(name => odsTable(name, table)).join('') }),
  )
  expect(issues).toEqual([])
  expect(sheets.map(({ name }) => name)).toEqual(names)
  expect(sheets[99]).toMatchObject({ rows: 20, preview: { length: 20 }, tables: [{ start: { length: 20 } }] })
  expect(sheets[999]).toMatchObject({ rows: 20, preview: [], tables: [{ from: 'A1', to: 'T20', start: [] }] })
})

test('more sheets, and names longer than any program gives, are damage', async () => {
  const sheets = (count: number, name = 's') =>
    rawXlsx({ sheets: Array.from({ length: count }, (_, at) => ({ name: `${name}${at}`, rows: '' })) })
  expect(await failureBrief(sheets(1001))).toEqual(['file_unreadable', 'xml'])
  expect(await failureBrief(sheets(1, 'n'.repeat(255)))).toEqual(['file_unreadable', 'xml'])
  expect((await inspect(sheets(1, 'n'.repeat(254)))).issues).toEqual([])
  expect(await failureBrief(rawOds({ body: odsTable('n'.repeat(256), '') }))).toEqual([
    'file_unreadable',
    'xml',
  ])
})
