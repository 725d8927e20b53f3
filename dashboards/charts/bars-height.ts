const ROW = 34

/** Kept free before the chart itself is loaded. */
export const barsHeight = (rows: number): number => Math.max(rows, 2) * ROW + 16
