import { cellAddress } from './address.ts'
import type { Book, Cell, SheetRow } from './cell.ts'
import { longestShown, shownCell } from './shown-cells.ts'

export interface RowWindow {
  readonly sheet: string
  /** First and last row, both included. */
  readonly from: number
  readonly to: number
}

/** A grid for people; a sheet as wide as Excel allows would help nobody. */
const MAX_ROWS = 1_000
const MAX_COLUMNS = 256

/**
 * Some rows of a sheet as a full grid: rows and cells that the file leaves out are there as empty ones, so that what is
 * shown has the shape of the sheet. Empty when the sheet has no such rows.
 */
export async function readRowWindow(book: Book, window: RowWindow): Promise<SheetRow[]> {
  const index = book.sheets.findIndex(sheet => sheet.name === window.sheet)
  if (index < 0) throw new RangeError(`no sheet ${JSON.stringify(window.sheet)}`)
  const to = Math.min(window.to, window.from + MAX_ROWS - 1)
  const found = new Map<number, SheetRow>()
  let columns = 0
  let last = 0
  outer: for await (const batch of book.rows(index)) {
    for (const row of batch) {
      if (row.row > to) {
        last = to
        break outer
      }
      last = row.row
      columns = Math.max(columns, Math.min(row.cells.at(-1)?.column ?? 0, MAX_COLUMNS))
      if (row.row >= window.from) found.set(row.row, row)
    }
  }
  const rows: SheetRow[] = []
  const longest = longestShown(columns * found.size)
  for (let row = Math.max(1, window.from); row <= Math.min(to, last); row++) {
    const present = new Map(found.get(row)?.cells.map(cell => [cell.column, cell]))
    const cells = Array.from({ length: columns }, (_, at): Cell => {
      const column = at + 1
      const empty = {
        sheet: window.sheet,
        cell: cellAddress(column, row),
        row,
        column,
        type: 'empty' as const,
      }
      const known = present.get(column)
      return known ? shownCell(known, longest) : { ...empty, value: '', raw: '' }
    })
    rows.push({ row, hidden: found.get(row)?.hidden ?? false, cells })
  }
  return rows
}
