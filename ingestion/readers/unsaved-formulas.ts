import { type Issue, makeIssue } from '../../domain/index.ts'
import { listCells } from '../validation/list-cells.ts'

const SHOWN = 6

/** Formulas whose result the file does not hold, by sheet: some programs write them so, and formulas are never run here. */
export interface UnsavedFormulas {
  /** Begins a sheet; what was noted for it before is forgotten. */
  start(sheet: string): (address: string) => void
  issues(): Issue[]
}

export function unsavedFormulas(): UnsavedFormulas {
  const found = new Map<string, { count: number; cells: string[] }>()
  return {
    start(sheet) {
      const here = { count: 0, cells: [] as string[] }
      found.set(sheet, here)
      return address => {
        here.count++
        if (here.cells.length < SHOWN) here.cells.push(address)
      }
    },
    issues: () =>
      [...found]
        .filter(([, { count }]) => count > 0)
        .map(([sheet, { count, cells }]) =>
          makeIssue(
            'formulas_not_saved',
            { sheet, cell: null, value: null },
            { rows: String(count), cells: listCells(cells) },
          ),
        ),
  }
}
