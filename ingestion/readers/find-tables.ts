import { cellAddress } from './address.ts'
import type { Cell, SheetRow } from './cell.ts'

/** A block of a sheet between blank rows and columns. */
export interface FoundTable {
  /** Corners, e.g. "B3" and "H97". */
  readonly from: string
  readonly to: string
  /** Size of the block, its header included. */
  readonly rows: number
  readonly columns: number
  /** Row that holds the titles of the columns, as far as can be told. */
  readonly headerRow: number | null
  /** Its upper left corner as the file has it: rows of the block with its own cells. */
  readonly start: readonly SheetRow[]
}

/** What is known of one of the first rows of a block. */
interface RowSummary {
  readonly row: number
  filled: number
  /** Cells that could be titles: texts that are no numbers. */
  titles: number
}

interface Block {
  from: number
  to: number
  readonly top: number
  bottom: number
  first: RowSummary[]
  start: SheetRow[]
}

/** A header deeper in a block than this would be no header. */
const HEADER_WITHIN = 30
const TITLE_SHARE = 0.6
/** Nobody chooses among more; a sheet of scattered cells has thousands of blocks. */
const MOST_TABLES = 100
/** Rows and columns kept of a table, to show it by. */
const START = 20
const NUMBER_LIKE = /^[-−+(]?[\d.,'\s\u00a0\u202f]*\d[\d.,'\s\u00a0\u202f]*[-)%]?$/

const isFilled = (cell: Cell): boolean => cell.type !== 'empty' && cell.value.trim() !== ''
const isTitle = (cell: Cell): boolean => cell.type === 'text' && !NUMBER_LIKE.test(cell.value.trim())

/**
 * Finds the tables of a sheet while its rows go by. Cells belong together when they touch, also by a corner; a row or column that
 * is blank across a block ends it. Keeps the blocks that are open, and little of each.
 */
export function tableFinder(): { feed(row: SheetRow): void; finish(): FoundTable[] } {
  /** Open blocks from left to right; their columns never overlap. */
  let open: Block[] = []
  const closed: Block[] = []

  function feed({ row, hidden, cells }: SheetRow): void {
    const still: Block[] = []
    for (const block of open) {
      if (block.bottom >= row - 1) still.push(block)
      else if (closed.length < MOST_TABLES && isTable(block)) closed.push(block)
    }
    open = joinRuns(still, runsOf(cells), row)
    for (const block of open) if (block.bottom === row) keepStart(block, { row, hidden, cells })
  }

  function finish(): FoundTable[] {
    const blocks = [...closed, ...open.filter(isTable)]
    return blocks
      .sort((one, other) => one.top - other.top || one.from - other.from)
      .slice(0, MOST_TABLES)
      .map(block => ({
        from: cellAddress(block.from, block.top),
        to: cellAddress(block.to, block.bottom),
        rows: block.bottom - block.top + 1,
        columns: block.to - block.from + 1,
        headerRow: headerRow(block),
        start: startOf(block),
      }))
  }
  return { feed, finish }
}

/** A title, a date or a note beside a table is a block too, and no table. */
const isTable = (block: Block): boolean => block.bottom > block.top && block.to > block.from

interface Run extends Omit<RowSummary, 'row'> {
  readonly from: number
  to: number
}

/** The filled cells of a row, cut where a column is blank. */
function runsOf(cells: readonly Cell[]): Run[] {
  const runs: Run[] = []
  for (const cell of cells) {
    if (!isFilled(cell)) continue
    let run = runs.at(-1)
    if (!run || cell.column > run.to + 1) {
      run = { from: cell.column, to: cell.column, filled: 0, titles: 0 }
      runs.push(run)
    }
    run.to = cell.column
    run.filled++
    if (isTitle(cell)) run.titles++
  }
  return runs
}

/** Both lists go from left to right, so each block and each run is looked at once. */
function joinRuns(blocks: readonly Block[], runs: readonly Run[], row: number): Block[] {
  const joined: Block[] = []
  let at = 0
  for (const run of runs) {
    for (let block = blocks[at]; block && block.to < run.from - 1; block = blocks[++at]) joined.push(block)
    // A run before this one, on the same row, may have made its block reach as far.
    const last = joined.at(-1)
    let target = last && last.to >= run.from - 1 ? joined.pop() : undefined
    for (let block = blocks[at]; block && block.from <= run.to + 1; block = blocks[++at])
      target = target ? merge(target, block) : block
    target ??= { from: run.from, to: run.to, top: row, bottom: row, first: [], start: [] }
    target.from = Math.min(target.from, run.from)
    target.to = Math.max(target.to, run.to)
    target.bottom = row
    note(target.first, { row, filled: run.filled, titles: run.titles })
    joined.push(target)
  }
  return [...joined, ...blocks.slice(at)]
}

function note(first: RowSummary[], summary: RowSummary): void {
  const same = first.find(known => known.row === summary.row)
  if (same) {
    same.filled += summary.filled
    same.titles += summary.titles
  } else if (first.length < HEADER_WITHIN) first.push(summary)
}

function merge(left: Block, right: Block): Block {
  const first = left.first.map(summary => ({ ...summary }))
  for (const summary of right.first) note(first, summary)
  return {
    from: Math.min(left.from, right.from),
    to: Math.max(left.to, right.to),
    top: Math.min(left.top, right.top),
    bottom: Math.max(left.bottom, right.bottom),
    first: first.sort((one, other) => one.row - other.row).slice(0, HEADER_WITHIN),
    start: joinStarts(left.start, right.start),
  }
}

const within = (cells: readonly Cell[], from: number, to: number): Cell[] =>
  cells.filter(({ column }) => column >= from && column <= Math.min(to, from + START - 1))

/** A block that grows to the left later had its cells there in a block of their own, which is joined to it. */
function keepStart({ from, to, top, start }: Block, { row, hidden, cells }: SheetRow): void {
  if (row < top + START) start.push({ row, hidden, cells: within(cells, from, to) })
}

function joinStarts(left: readonly SheetRow[], right: readonly SheetRow[]): SheetRow[] {
  const rows = new Map(left.map(row => [row.row, row]))
  for (const row of right) {
    const known = rows.get(row.row)
    const columns = new Set(known?.cells.map(cell => cell.column))
    const more = row.cells.filter(cell => !columns.has(cell.column))
    const cells = [...(known?.cells ?? []), ...more].sort((one, other) => one.column - other.column)
    rows.set(row.row, { ...row, cells })
  }
  return [...rows.values()].sort((one, other) => one.row - other.row).slice(0, START)
}

const startOf = ({ from, to, top, start }: Block): SheetRow[] =>
  start
    .filter(({ row }) => row < top + START)
    .map(({ row, hidden, cells }) => ({ row, hidden, cells: within(cells, from, to) }))

/** The first row with a title over most columns and nothing but titles, when there is a row below it. */
function headerRow({ from, to, bottom, first }: Block): number | null {
  const enough = Math.max(2, (to - from + 1) * TITLE_SHARE)
  const found = first.find(({ filled, titles }) => titles === filled && titles >= enough)
  return found && found.row < bottom ? found.row : null
}
