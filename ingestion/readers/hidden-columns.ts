/** Which columns are hidden: asked for every cell, so answered without a search, however many ranges a file lists. */
export interface HiddenColumns {
  hide(from: number, to: number): void
  has(column: number): boolean
}

export function hiddenColumns(columns: number): HiddenColumns {
  const hidden = new Uint8Array(columns + 1)
  return {
    hide: (from, to) => {
      hidden.fill(1, Math.max(1, from), Math.min(columns, to) + 1)
    },
    has: column => hidden[column] === 1,
  }
}
