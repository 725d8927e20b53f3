import type { Cell, SheetRow } from './cell.ts'

/** Longer texts are cut where people look at a grid; the file has them whole. */
const LONGEST = 1_000
const SHORTEST = 40
const MOST_CHARS = 4_000_000
const MOST_CELLS = 40_000

/** How long the texts of so many cells may be for all of them to be sent. */
export const longestShown = (cells: number): number =>
  Math.min(LONGEST, Math.max(SHORTEST, Math.floor(MOST_CHARS / Math.max(1, cells))))

/** A cell as it is shown. Its text is a copy: a cut alone would keep, and send, all that it was cut from. */
export function shownCell(cell: Cell, longest = LONGEST): Cell {
  if (cell.value.length <= longest && cell.raw.length <= longest) return cell
  return { ...cell, value: shortened(cell.value, longest), raw: shortened(cell.raw, longest) }
}

const shortened = (text: string, longest: number): string =>
  text.length <= longest ? text : `${Buffer.from(text.slice(0, longest - 1), 'utf16le').toString('utf16le')}…`

/**
 * Grids of a file that is shown as a whole: a few kilobytes of zip can name thousands of sheets. What comes after a bound is
 * listed, and not shown.
 */
export function shownGrids(): (rows: readonly SheetRow[]) => SheetRow[] {
  let cells = MOST_CELLS
  let chars = MOST_CHARS
  return rows => {
    const shown: SheetRow[] = []
    if (cells <= 0 || chars <= 0) return shown
    for (const row of rows) {
      const cut = { ...row, cells: row.cells.map(cell => shownCell(cell)) }
      cells -= cut.cells.length
      for (const { value } of cut.cells) chars -= value.length
      shown.push(cut)
    }
    return shown
  }
}
