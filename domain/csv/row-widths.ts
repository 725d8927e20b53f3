/** Rows of one width: how many, and which, as ranges in order. */
interface Rows {
  count: number
  readonly ranges: [number, number][]
}

export interface DifferingRows {
  /** Number of their columns; null for rows of several widths taken together. */
  readonly width: number | null
  readonly count: number
  readonly firstRow: number
  /** "3, 7–9"; ends in "…" when there are more than anyone would read. */
  readonly lines: string
}

const MAX_RANGES = 50_000
const MAX_GROUPS = 20
const MAX_LISTED = 200

/** Keeps which rows of a table have how many fields, without keeping the rows. */
export class RowWidths {
  readonly #byWidth = new Map<number, Rows>()
  #ranges = 0
  #count = 0

  add(row: number, width: number): void {
    this.#count++
    let rows = this.#byWidth.get(width)
    if (!rows) {
      rows = { count: 0, ranges: [] }
      this.#byWidth.set(width, rows)
    }
    rows.count++
    const last = rows.ranges.at(-1)
    if (last && last[1] === row - 1) last[1] = row
    else if (!last || this.#ranges < MAX_RANGES) {
      rows.ranges.push([row, row])
      this.#ranges++
    }
  }

  /** Further rows of a width of which only the number is of interest. */
  addMany(count: number, width: number): void {
    const rows = this.#byWidth.get(width)
    if (rows) rows.count += count
    else this.#byWidth.set(width, { count, ranges: [] })
    this.#count += count
  }

  /** Rows that are not blank. */
  get count(): number {
    return this.#count
  }

  /**
   * The width of the table: what most rows have, of equally many the one that came first. Titles and notes around a table
   * are single fields, so these count only where hardly a row has more.
   */
  get expected(): number {
    const most = (least: number): { width: number; count: number } => {
      let found = { width: 0, count: 0 }
      for (const [width, { count }] of this.#byWidth)
        if (width >= least && count > found.count) found = { width, count }
      return found
    }
    const table = most(2)
    return table.count * 4 >= this.#count ? table.width : most(1).width
  }

  /** Rows that are not as wide as the table. */
  differing(expected: number): DifferingRows[] {
    const others = [...this.#byWidth].filter(([width]) => width !== expected)
    const groups = others.slice(0, MAX_GROUPS).map(([width, rows]) => describe(width, rows))
    const rest = others.slice(MAX_GROUPS).map(([, rows]) => rows)
    if (rest.length > 0)
      groups.push(
        describe(null, {
          count: rest.reduce((sum, { count }) => sum + count, 0),
          ranges: rest.flatMap(({ ranges }) => ranges).sort(([one], [other]) => one - other),
        }),
      )
    return groups
  }
}

function describe(width: number | null, { count, ranges }: Rows): DifferingRows {
  const listed = ranges.slice(0, MAX_LISTED)
  const shown = listed.reduce((sum, [from, to]) => sum + to - from + 1, 0)
  const lines = listed.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ')
  return { width, count, firstRow: ranges[0]?.[0] ?? 1, lines: shown < count ? `${lines}, …` : lines }
}
