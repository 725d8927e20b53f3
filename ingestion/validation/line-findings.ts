import {
  type Bani,
  type BudgetKind,
  type ExecutionLine,
  executionLineKey,
  sumBani,
} from '../../domain/index.ts'
import type { ReadLine } from '../forexebug/read-line.ts'
import type { SheetReading } from '../forexebug/read-sheet.ts'
import { dropTitleRows } from '../forexebug/subtotal-rows.ts'
import type { KnownCodes } from './known-codes.ts'
import { NAMED_CELLS } from './list-cells.ts'

/** Rows that a message speaks of: how many, and the addresses of the first few. */
export interface NamedRows {
  readonly rows: number
  readonly cells: readonly string[]
}
export interface LineGroup extends NamedRows {
  readonly first: ReadLine
}

/**
 * What the rules on all lines of a report need to know of them: found in an array of lines, or by a database where they are
 * too many for one. Groups are in order of appearance, their addresses those of the column that they are about.
 */
export interface LineFindings {
  readonly counts: Readonly<Record<BudgetKind, number>>
  /** Sums of the lines, and of all amounts that could be read; title rows that count twice are in neither. */
  readonly totals: Readonly<Record<BudgetKind, Bani>>
  readonly sums: Readonly<Record<BudgetKind, bigint>>
  /** Title rows and subtotals, which are no lines. */
  readonly skipped: NamedRows
  readonly duplicates: readonly { readonly line: ExecutionLine; readonly other: string }[]
  readonly transfers: {
    readonly given: bigint
    readonly received: bigint
    readonly first: ExecutionLine | null
  }
  /** Lines with codes that the classification does not have. */
  readonly unknown: Readonly<Record<'functional' | 'economic' | 'source', readonly LineGroup[]>>
  readonly withoutSection: LineGroup | null
  readonly hidden: LineGroup | null
  /** Economic codes on revenue lines. */
  readonly stray: readonly (NamedRows & { readonly code: string })[]
}

const KINDS: readonly BudgetKind[] = ['revenue', 'expenditure']

export function findInLines(
  reading: SheetReading,
  known: KnownCodes | null,
): { lines: readonly ExecutionLine[]; findings: LineFindings } {
  const { lines: readLines, sums, dropped } = withoutTitleRows(reading)
  const lines = readLines.map(({ line }) => line)
  const ofKind = (kind: BudgetKind) => lines.filter(line => line.kind === kind)
  const [revenue, expenditure] = [ofKind('revenue'), ofKind('expenditure')]
  const skipped = [...dropped.map(({ line }) => line), ...reading.labelledSubtotals].sort(
    (one, other) => one.row - other.row,
  )
  const findings: LineFindings = {
    counts: { revenue: revenue.length, expenditure: expenditure.length },
    totals: { revenue: total(revenue), expenditure: total(expenditure) },
    sums,
    skipped: { rows: skipped.length, cells: skipped.slice(0, NAMED_CELLS).map(({ cell }) => cell) },
    duplicates: duplicates(lines),
    transfers: transfers(revenue),
    unknown: known ? unknown(readLines, known) : { functional: [], economic: [], source: [] },
    withoutSection:
      groups(readLines, 'section', line =>
        line.kind === 'expenditure' && line.section === null ? '' : null,
      )[0] ?? null,
    hidden: groupOf(
      readLines.filter(({ hidden }) => hidden),
      ({ line }) => line.cell,
    ),
    stray: strayCodes(reading.strayEconomic),
  }
  return { lines, findings }
}

const total = (lines: readonly ExecutionLine[]): Bani => sumBani(lines.map(line => line.amount))

function withoutTitleRows(reading: SheetReading): {
  lines: readonly ReadLine[]
  sums: Record<BudgetKind, bigint>
  dropped: readonly ReadLine[]
} {
  let lines = reading.lines
  const sums = { ...reading.sums }
  const dropped: ReadLine[] = []
  for (const kind of KINDS) {
    const control = reading.controlTotals[kind]
    if (control === null || control === 'unreadable') continue
    const result = dropTitleRows(lines, kind, sums[kind], control.amount)
    lines = result.kept
    sums[kind] = result.sum
    dropped.push(...result.dropped)
  }
  return { lines, sums, dropped }
}

function duplicates(lines: readonly ExecutionLine[]): { line: ExecutionLine; other: string }[] {
  const first = new Map<string, ExecutionLine>()
  return lines.flatMap(line => {
    const key = executionLineKey(line)
    const earlier = first.get(key)
    if (earlier) return { line, other: earlier.cell }
    first.set(key, line)
    return []
  })
}

function transfers(revenue: readonly ExecutionLine[]): LineFindings['transfers'] {
  const of = (code: string) => revenue.filter(line => line.functional.startsWith(code))
  const [given, received] = [of('3703'), of('3704')]
  return { given: total(given), received: total(received), first: given[0] ?? received[0] ?? null }
}

function groupOf(lines: readonly ReadLine[], cell: (line: ReadLine) => string): LineGroup | null {
  const [first] = lines
  return first ? { first, rows: lines.length, cells: lines.slice(0, NAMED_CELLS).map(cell) } : null
}

/** Groups lines by a text of theirs, leaving out those that have none. */
function groups(
  lines: readonly ReadLine[],
  part: keyof ReadLine['at'],
  by: (line: ExecutionLine) => string | null,
): LineGroup[] {
  const found = new Map<string, ReadLine[]>()
  for (const read of lines) {
    const key = by(read.line)
    if (key === null) continue
    const group = found.get(key)
    if (group) group.push(read)
    else found.set(key, [read])
  }
  return [...found.values()].flatMap(group => groupOf(group, read => read.at[part]) ?? [])
}

function unknown(lines: readonly ReadLine[], known: KnownCodes): LineFindings['unknown'] {
  return {
    functional: KINDS.flatMap(kind =>
      groups(lines, 'functional', line =>
        line.kind === kind && !known.functional[kind].has(line.functional) ? line.functional : null,
      ),
    ),
    economic: groups(lines, 'economic', ({ economic }) =>
      economic && !known.economic.has(economic) ? economic : null,
    ),
    source: groups(lines, 'source', ({ source }) => (known.sources.has(source) ? null : source)),
  }
}

function strayCodes(stray: SheetReading['strayEconomic']): LineFindings['stray'] {
  const byCode = new Map<string, { code: string; rows: number; cells: string[] }>()
  for (const { code, cell } of stray) {
    const group = byCode.get(code) ?? { code, rows: 0, cells: [] }
    byCode.set(code, group)
    group.rows++
    if (group.cells.length < NAMED_CELLS) group.cells.push(cell)
  }
  return [...byCode.values()]
}
