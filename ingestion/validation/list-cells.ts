const SHOWN = 5

/** So many addresses have to be known for a message. */
export const NAMED_CELLS = SHOWN + 1

/** Addresses for a message: the first few, then "…". */
export const listCells = (cells: readonly string[]): string =>
  cells.slice(0, SHOWN).join(', ') + (cells.length > SHOWN ? ', …' : '')
