import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellAddress } from './address.ts'
import type { Cell, SheetRow } from './cell.ts'
import { tableFinder } from './find-tables.ts'

/** Rows of a drawing: "." is an empty cell, a letter a title, a digit a number. */
function rowsOf(drawing: string): SheetRow[] {
  const lines = drawing.trim().split('\n')
  return lines.map((line, at): SheetRow => {
    const row = at + 1
    const cells = [...line.trim()].map((sign, left): Cell => {
      const column = left + 1
      const value = sign === '.' ? '' : sign
      const type = sign === '.' ? 'empty' : /\d/.test(sign) ? 'number' : 'text'
      return { sheet: 'S', cell: cellAddress(column, row), row, column, type, value, raw: value }
    })
    return { row, hidden: false, cells }
  })
}

function find(rows: readonly SheetRow[]) {
  const finder = tableFinder()
  for (const row of rows) finder.feed(row)
  return finder.finish()
}
const brief = (drawing: string): string[] =>
  find(rowsOf(drawing)).map(({ from, to, headerRow }) => `${from}:${to} ${headerRow ?? '–'}`)

test('one table with a title above, gaps inside and notes below', () => {
  expect(
    brief(`
      t........
      .........
      .abc.....
      .x12.....
      .x.2.....
      .x1......
      .........
      n........`),
  ).toEqual(['B3:D6 3'])
})

test('tables beside and below each other are told apart', () => {
  expect(
    brief(`
      ab.abc
      x1.x12
      x2.x34
      ......
      abcde.
      x1234.`),
  ).toEqual(['A1:B3 1', 'D1:F3 1', 'A5:E6 5'])
})

test('each table is shown by its own first rows and columns', () => {
  const starts = find(
    rowsOf(`
      ab.abc
      x1.x12
      ...x34
      ......
      ..a...
      .b1...
      ab2...`),
  ).map(({ start }) => start.map(({ row, cells }) => `${row} ${cells.map(cell => cell.value).join('')}`))
  expect(starts).toEqual([
    ['1 ab', '2 x1'],
    ['1 abc', '2 x12', '3 x34'],
    ['5 a', '6 b1', '7 ab2'],
  ])
  const long = find(rowsOf(Array.from({ length: 50 }, () => 'a'.repeat(40)).join('\n')))
  expect(long[0]?.start.map(({ cells }) => cells.length)).toEqual(Array(20).fill(20))
})

test('a title that touches the table is part of its block and not its header', () => {
  expect(
    brief(`
      t....
      abcde
      x1234`),
  ).toEqual(['A1:E3 2'])
})

test('a header with a gap is one header once a row joins its parts', () => {
  expect(
    brief(`
      ab.de
      x1234`),
  ).toEqual(['A1:E2 1'])
})

test('numbers alone are a table without a header; a single row or column is none', () => {
  expect(
    brief(`
      12
      34`),
  ).toEqual(['A1:B2 –'])
  expect(brief('abc')).toEqual([])
  expect(
    brief(`
      a
      b
      c`),
  ).toEqual([])
  expect(find([])).toEqual([])
})

test('texts that are numbers, as every cell of a CSV, are no titles', () => {
  const rows = [
    ['Suma', 'Cod', 'Data'],
    ['1.234,50', '(12)', '5%'],
  ].map((values, at): SheetRow => {
    const row = at + 1
    const cells = values.map((value, left): Cell => {
      const column = left + 1
      return { sheet: 'CSV', cell: cellAddress(column, row), row, column, type: 'text', value, raw: value }
    })
    return { row, hidden: false, cells }
  })
  expect(find(rows)).toMatchObject([{ from: 'A1', to: 'C2', rows: 2, columns: 3, headerRow: 1 }])
  expect(find(rows.slice(1))).toEqual([])
})

/** The same by flooding from cell to cell, which needs the whole sheet. */
function blocksByFlood(filled: ReadonlySet<string>): string[] {
  const left = new Set(filled)
  const found: string[] = []
  for (const start of filled) {
    if (!left.delete(start)) continue
    const waiting = [start]
    const [rows, columns]: [number[], number[]] = [[], []]
    for (let cell = waiting.pop(); cell; cell = waiting.pop()) {
      const [row = 0, column = 0] = cell.split(',').map(Number)
      rows.push(row)
      columns.push(column)
      for (const down of [-1, 0, 1])
        for (const right of [-1, 0, 1])
          if (left.delete(`${row + down},${column + right}`)) waiting.push(`${row + down},${column + right}`)
    }
    const corner = (of: 'min' | 'max') => cellAddress(Math[of](...columns), Math[of](...rows))
    found.push(`${corner('min')}:${corner('max')}`)
  }
  return found
}

test('every cell lies in at most one table, and each table holds whole groups of cells that touch', () => {
  const grid = fc.array(fc.array(fc.constantFrom('.', '.', 'a', '1'), { minLength: 9, maxLength: 9 }), {
    maxLength: 12,
  })
  fc.assert(
    fc.property(grid, lines => {
      const rows = rowsOf(lines.map(line => line.join('')).join('\n'))
      const filled = new Set(
        rows.flatMap(row =>
          row.cells.filter(cell => cell.value !== '').map(cell => `${cell.row},${cell.column}`),
        ),
      )
      const tables = find(rows).map(({ from, to }) => ({ from: place(from), to: place(to) }))
      const isInside = (cell: { row: number; column: number }, table: (typeof tables)[number]): boolean =>
        cell.row >= table.from.row &&
        cell.row <= table.to.row &&
        cell.column >= table.from.column &&
        cell.column <= table.to.column
      for (const block of blocksByFlood(filled)) {
        const [from = '', to = ''] = block.split(':')
        const [start, end] = [place(from), place(to)]
        if (end.row === start.row || end.column === start.column) continue
        const holding = tables.filter(table => isInside(start, table) && isInside(end, table))
        expect(holding.length, block).toBeGreaterThan(0)
      }
    }),
    { numRuns: 200 },
  )
})

const place = (address: string): { row: number; column: number } => ({
  column: address.charCodeAt(0) - 64,
  row: Number(address.slice(1)),
})

test('a sheet of scattered cells costs no more than its cells', () => {
  const finder = tableFinder()
  const started = performance.now()
  for (let row = 1; row <= 400; row++) {
    const cells = Array.from({ length: 2_000 }, (_, at): Cell => {
      const column = at * 3 + 1 + (row % 2)
      return { sheet: 'S', cell: 'A1', row, column, type: 'number', value: '1', raw: '1' }
    })
    finder.feed({ row, hidden: false, cells })
  }
  expect(finder.finish()).toHaveLength(100)
  expect(performance.now() - started).toBeLessThan(5_000)
})
