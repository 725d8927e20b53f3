import type { Issue } from '../domain/index.ts'
import { cellAddress } from './readers/address.ts'
import type { Book, Cell, SheetRow } from './readers/cell.ts'
import { type FoundTable, tableFinder } from './readers/find-tables.ts'
import { ReadFailure } from './readers/read-failure.ts'
import { shownGrids } from './readers/shown-cells.ts'

export interface SheetInspection {
  readonly name: string
  readonly hidden: boolean
  /** Number of the last row and of the last column that the file mentions. */
  readonly rows: number
  readonly columns: number
  /** Hidden rows, and columns with hidden cells, that the file has something in. */
  readonly hiddenRows: number
  readonly hiddenColumns: number
  readonly merges: number
  readonly formulas: number
  readonly errors: number
  readonly tables: readonly FoundTable[]
  /** The upper left corner of the sheet as a full grid. */
  readonly preview: readonly SheetRow[]
}

/** What a file holds, whatever it is about. */
export interface Inspection {
  /** null when the file could not be opened at all. */
  readonly format: Book['format'] | null
  /** The sheets that could be read; the last one up to where reading failed. */
  readonly sheets: readonly SheetInspection[]
  readonly issues: readonly Issue[]
}

const PREVIEW_ROWS = 20
const PREVIEW_COLUMNS = 20

/** Reads a book to its end and tells what is in it. A file that cannot be read further ends with the issue that says why. */
export async function inspectBook(book: Book): Promise<Inspection> {
  const sheets: SheetInspection[] = []
  const show = { preview: shownGrids(), start: shownGrids() }
  for (const index of book.sheets.keys()) {
    const sheet = startSheet(book, index, show)
    try {
      for await (const rows of book.rows(index)) for (const row of rows) sheet.feed(row)
      sheets.push(sheet.finish())
    } catch (error) {
      if (!(error instanceof ReadFailure)) throw error
      sheets.push(sheet.finish())
      return { format: book.format, sheets, issues: [...book.issues(), error.issue] }
    }
  }
  return { format: book.format, sheets, issues: book.issues() }
}

type Show = (rows: readonly SheetRow[]) => SheetRow[]

function startSheet(book: Book, index: number, show: { readonly preview: Show; readonly start: Show }) {
  const { name = '', hidden = false } = book.sheets[index] ?? {}
  const first: SheetRow[] = []
  const hiddenColumns = new Set<number>()
  const tables = tableFinder()
  const count = { rows: 0, columns: 0, hiddenRows: 0, formulas: 0, errors: 0 }
  return {
    feed(row: SheetRow): void {
      tables.feed(row)
      count.rows = Math.max(count.rows, row.row)
      count.columns = Math.max(count.columns, row.cells.at(-1)?.column ?? 0)
      if (row.hidden) count.hiddenRows++
      for (const cell of row.cells) {
        if (cell.formula) count.formulas++
        if (cell.type === 'error') count.errors++
        if (cell.hidden && !row.hidden) hiddenColumns.add(cell.column)
      }
      if (row.row <= PREVIEW_ROWS) first.push(row)
    },
    finish: (): SheetInspection => ({
      name,
      hidden,
      ...count,
      hiddenColumns: hiddenColumns.size,
      merges: book.merges(index).length,
      tables: tables.finish().map(table => ({ ...table, start: show.start(table.start) })),
      preview: show.preview(fullGrid(name, first, Math.min(count.columns, PREVIEW_COLUMNS))),
    }),
  }
}

/** Rows and cells that the file leaves out are there as empty ones, so that what is shown has the shape of the sheet. */
function fullGrid(sheet: string, rows: readonly SheetRow[], columns: number): SheetRow[] {
  const present = new Map(rows.map(row => [row.row, row]))
  return Array.from({ length: rows.at(-1)?.row ?? 0 }, (_, at): SheetRow => {
    const row = at + 1
    const known = new Map(present.get(row)?.cells.map(cell => [cell.column, cell]))
    const cells = Array.from({ length: columns }, (_, left): Cell => {
      const column = left + 1
      const empty = { sheet, cell: cellAddress(column, row), row, column, type: 'empty' as const }
      return known.get(column) ?? { ...empty, value: '', raw: '' }
    })
    return { row, hidden: present.get(row)?.hidden ?? false, cells }
  })
}
