import { executionLineKey, type Issue, makeIssue } from '../../domain/index.ts'
import type { SheetReading } from './read-sheet.ts'
import { sameFact } from './sheet-facts.ts'

const FACTS = ['type', 'date', 'sector', 'entity'] as const
const SHOWN = 3

/** Cells in which two readings of the same report differ; empty when they say the same. */
function differences(first: SheetReading, other: SheetReading): string[] {
  const found: string[] = []
  for (const name of FACTS) {
    const [one, two] = [first.facts.get(name), other.facts.get(name)]
    if (one && two && !sameFact(name, one, two)) found.push(`${one.cell.cell} / ${two.cell.cell}`)
  }
  const remaining = new Map<string, { amount: bigint; cell: string }[]>()
  for (const { line } of other.lines) {
    const key = executionLineKey(line)
    const same = remaining.get(key)
    if (same) same.push(line)
    else remaining.set(key, [line])
  }
  for (const { line } of first.lines) {
    const same = remaining.get(executionLineKey(line)) ?? []
    const at = same.findIndex(candidate => candidate.amount === line.amount)
    const [partner] = same.splice(at < 0 ? 0 : at, 1)
    if (!partner) found.push(`${line.cell} / –`)
    else if (at < 0) found.push(`${line.cell} / ${partner.cell}`)
  }
  for (const left of remaining.values()) found.push(...left.map(line => `– / ${line.cell}`))
  for (const kind of ['revenue', 'expenditure'] as const) {
    const [one, two] = [first.controlTotals[kind], other.controlTotals[kind]]
    if (one && two && one !== 'unreadable' && two !== 'unreadable' && one.amount !== two.amount)
      found.push(`${one.cell} / ${two.cell}`)
    if (first.unreadable[kind] !== other.unreadable[kind] && found.length === 0) found.push('')
  }
  return found
}

/** Takes the report from one sheet: the same one twice is read once, two different ones are an error. */
export function chooseSheet(
  readings: readonly SheetReading[],
): { chosen: SheetReading; issues: Issue[] } | null {
  const [chosen, ...others] = readings
  if (!chosen) return null
  const issues = others.map(other => {
    const cells = differences(chosen, other)
    const place = { sheet: other.sheet, cell: null, value: null }
    const names = { first: chosen.sheet, other: other.sheet }
    if (cells.length === 0) return makeIssue('report_in_two_sheets', place, names)
    const shown = cells.filter(cell => cell !== '')
    const list = shown.slice(0, SHOWN).join(', ') + (shown.length > SHOWN ? ', …' : '')
    return makeIssue('sheets_differ', place, { ...names, cells: list })
  })
  return { chosen, issues }
}
