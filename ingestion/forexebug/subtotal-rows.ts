import type { BudgetKind } from '../../domain/index.ts'
import type { ReadLine } from './read-line.ts'

const codeOf = ({ line }: ReadLine): string => line.economic ?? line.functional

/** Lines that a total may stand above: same kind, source and section, and for expenditure the same functional code. */
const familyOf = ({ line }: ReadLine): string =>
  [line.kind, line.kind === 'expenditure' ? line.functional : '', line.source, line.section ?? ''].join('|')

/**
 * Finds title rows (…00 or …0000) whose children are present and add up to them: reports exported with titles count every
 * leu twice. Works from the articles up, so that a title over articles over lines is compared with the lines alone.
 */
export function findTitleRows(lines: readonly ReadLine[]): ReadonlySet<ReadLine> {
  const families = new Map<string, ReadLine[]>()
  for (const line of lines) {
    const family = families.get(familyOf(line))
    if (family) family.push(line)
    else families.set(familyOf(line), [line])
  }
  const titles = new Set<ReadLine>()
  for (const family of families.values()) {
    for (const digits of [4, 2]) markTitles(family, digits, titles)
  }
  return titles
}

/** Adds the rows that sum up all others with their first `digits`. */
function markTitles(family: readonly ReadLine[], digits: number, titles: Set<ReadLine>): void {
  const groups = new Map<string, { sum: bigint; rows: number; title: ReadLine | null }>()
  for (const row of family) {
    if (titles.has(row)) continue
    const code = codeOf(row)
    const prefix = code.slice(0, digits)
    const group = groups.get(prefix) ?? { sum: 0n, rows: 0, title: null }
    groups.set(prefix, group)
    if (!group.title && code === prefix.padEnd(6, '0')) group.title = row
    else {
      group.sum += row.line.amount
      group.rows++
    }
  }
  for (const { sum, rows, title } of groups.values()) {
    if (title && rows > 0 && sum === title.line.amount) titles.add(title)
  }
}

/**
 * The lines without title rows, when and only when the control total says that they were counted twice. `sum` is the sum of
 * all readable amounts of the kind; `control` the file's own total.
 */
export function dropTitleRows(
  lines: readonly ReadLine[],
  kind: BudgetKind,
  sum: bigint,
  control: bigint,
): { readonly kept: readonly ReadLine[]; readonly dropped: readonly ReadLine[]; readonly sum: bigint } {
  const untouched = { kept: lines, dropped: [], sum }
  if (sum === control) return untouched
  const titles = findTitleRows(lines.filter(({ line }) => line.kind === kind))
  const doubled = [...titles].reduce((total, { line }) => total + line.amount, 0n)
  if (titles.size === 0 || sum - doubled !== control) return untouched
  return { kept: lines.filter(line => !titles.has(line)), dropped: [...titles], sum: control }
}
