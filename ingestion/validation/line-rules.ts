import {
  type BudgetKind,
  type ExecutionLine,
  executionLineKey,
  formatBani,
  type Issue,
  type IssuePlace,
  makeIssue,
  sumBani,
} from '../../domain/index.ts'
import type { KnownCodes } from './known-codes.ts'
import { listCells } from './list-cells.ts'

const atAmount = (line: ExecutionLine): IssuePlace => ({
  sheet: line.sheet,
  cell: line.cell,
  value: line.rawValue,
})

/** The same kind, codes, source and section twice: one of the two is a mistake, and both would be added. */
export function duplicateLines(lines: readonly ExecutionLine[]): Issue[] {
  const first = new Map<string, ExecutionLine>()
  return lines.flatMap(line => {
    const key = executionLineKey(line)
    const earlier = first.get(key)
    if (!earlier) {
      first.set(key, line)
      return []
    }
    const { functional, economic, source, section } = line
    return makeIssue('line_duplicate', atAmount(line), {
      other: earlier.cell,
      functional,
      economic: economic ?? '',
      source,
      section: section ?? '',
    })
  })
}

/** Groups lines by a text, in order of appearance. */
function groupLines(
  lines: readonly ExecutionLine[],
  by: (line: ExecutionLine) => string | null,
): Map<string, ExecutionLine[]> {
  const groups = new Map<string, ExecutionLine[]>()
  for (const line of lines) {
    const key = by(line)
    if (key === null) continue
    const group = groups.get(key)
    if (group) group.push(line)
    else groups.set(key, [line])
  }
  return groups
}

const counted = (lines: readonly ExecutionLine[]): { rows: string; cells: string } => ({
  rows: String(lines.length),
  cells: listCells(lines.map(line => line.cell)),
})
const inSheet = (line: ExecutionLine | undefined, value: string): IssuePlace => ({
  sheet: line?.sheet ?? null,
  cell: line?.cell ?? null,
  value,
})

/** Codes that the classification does not have: kept with the file's own name, and listed once each. */
export function unknownCodes(lines: readonly ExecutionLine[], known: KnownCodes): Issue[] {
  const kinds: readonly BudgetKind[] = ['revenue', 'expenditure']
  const functional = kinds.flatMap(kind => [
    ...groupLines(lines, line =>
      line.kind === kind && !known.functional[kind].has(line.functional) ? line.functional : null,
    ),
  ])
  const economic = groupLines(lines, ({ economic: code }) =>
    code && !known.economic.has(code) ? code : null,
  )
  const sources = groupLines(lines, ({ source }) => (known.sources.has(source) ? null : source))
  return [
    ...functional.map(([code, group]) =>
      makeIssue('code_unknown', inSheet(group[0], code), {
        which: 'functional',
        code,
        name: group[0]?.functionalName ?? '',
        ...counted(group),
      }),
    ),
    ...[...economic].map(([code, group]) =>
      makeIssue('code_unknown', inSheet(group[0], code), {
        which: 'economic',
        code,
        name: group[0]?.economicName ?? '',
        ...counted(group),
      }),
    ),
    ...[...sources].map(([letter, group]) => {
      const source = group[0]?.sourceName ? `${letter}-${group[0].sourceName}` : letter
      return makeIssue('source_unknown', inSheet(group[0], source), { source, ...counted(group) }, 'warning')
    }),
  ]
}

export function missingSections(lines: readonly ExecutionLine[]): Issue[] {
  const without = lines.filter(line => line.kind === 'expenditure' && line.section === null)
  return without.length === 0
    ? []
    : [makeIssue('section_missing', { ...inSheet(without[0], ''), value: null }, counted(without))]
}

/** 37.03 (negative, functioning) and 37.04 (development) are the same money moved between the sections. */
export function sectionTransfers(lines: readonly ExecutionLine[]): Issue[] {
  const of = (code: string): ExecutionLine[] =>
    lines.filter(line => line.kind === 'revenue' && line.functional.startsWith(code))
  const [given, received] = [of('3703'), of('3704')]
  const [from, to] = [sumBani(given.map(line => line.amount)), sumBani(received.map(line => line.amount))]
  if (from + to === 0n) return []
  const line = given[0] ?? received[0]
  return [
    makeIssue('section_transfers_differ', line ? atAmount(line) : inSheet(undefined, ''), {
      given: formatBani(from),
      received: formatBani(to),
      difference: formatBani(from + to),
    }),
  ]
}
