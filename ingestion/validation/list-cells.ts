const SHOWN = 5

/** Addresses for a message: the first few, then "…". */
export const listCells = (cells: readonly string[]): string =>
  cells.slice(0, SHOWN).join(', ') + (cells.length > SHOWN ? ', …' : '')
