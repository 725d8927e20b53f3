import {
  type BudgetKind,
  type ExecutionLine,
  executionLineKey,
  formatBani,
  type Issue,
  type IssuePlace,
  makeIssue,
  sumBani,
  WHOLE_FILE,
} from '../../domain/index.ts'
import type { ReadLine } from '../forexebug/read-line.ts'
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
  lines: readonly ReadLine[],
  by: (line: ExecutionLine) => string | null,
): Map<string, ReadLine[]> {
  const groups = new Map<string, ReadLine[]>()
  for (const read of lines) {
    const key = by(read.line)
    if (key === null) continue
    const group = groups.get(key)
    if (group) group.push(read)
    else groups.set(key, [read])
  }
  return groups
}

type Part = keyof ReadLine['at']

/** Place of the first of the lines, count and addresses of all, at one of their columns. */
function located(lines: readonly ReadLine[], part: Part, value: string | null) {
  const [first] = lines
  const place: IssuePlace = { sheet: first?.line.sheet ?? null, cell: first?.at[part] ?? null, value }
  const counts = { rows: String(lines.length), cells: listCells(lines.map(read => read.at[part])) }
  return { place, counts, first: first?.line }
}

/** Codes that the classification does not have: kept with the file's own name, and listed once each. */
export function unknownCodes(lines: readonly ReadLine[], known: KnownCodes): Issue[] {
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
    ...functional.map(([code, group]) => {
      const { place, counts, first } = located(group, 'functional', code)
      return makeIssue('code_unknown', place, {
        which: 'functional',
        code,
        name: first?.functionalName ?? '',
        ...counts,
      })
    }),
    ...[...economic].map(([code, group]) => {
      const { place, counts, first } = located(group, 'economic', code)
      return makeIssue('code_unknown', place, {
        which: 'economic',
        code,
        name: first?.economicName ?? '',
        ...counts,
      })
    }),
    ...[...sources].map(([letter, group]) => {
      const name = group[0]?.line.sourceName
      const source = name ? `${letter}-${name}` : letter
      const { place, counts } = located(group, 'source', source)
      return makeIssue('source_unknown', place, { source, ...counts }, 'warning')
    }),
  ]
}

export function missingSections(lines: readonly ReadLine[]): Issue[] {
  const without = lines.filter(({ line }) => line.kind === 'expenditure' && line.section === null)
  if (without.length === 0) return []
  const { place, counts } = located(without, 'section', null)
  return [makeIssue('section_missing', place, counts)]
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
    makeIssue('section_transfers_differ', line ? atAmount(line) : WHOLE_FILE, {
      given: formatBani(from),
      received: formatBani(to),
      difference: formatBani(from + to),
    }),
  ]
}
