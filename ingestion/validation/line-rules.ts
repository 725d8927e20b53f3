import {
  type ExecutionLine,
  formatBani,
  type Issue,
  type IssuePlace,
  makeIssue,
  WHOLE_FILE,
} from '../../domain/index.ts'
import type { ReadLine } from '../forexebug/read-line.ts'
import type { LineFindings, LineGroup, NamedRows } from './line-findings.ts'
import { listCells } from './list-cells.ts'

const atAmount = (line: ExecutionLine): IssuePlace => ({
  sheet: line.sheet,
  cell: line.cell,
  value: line.rawValue,
})

/** All that the lines of a report show together. */
export function judgeLines(sheet: string, findings: LineFindings): Issue[] {
  return [
    ...findings.duplicates.map(duplicateLine),
    ...sectionTransfers(findings.transfers),
    ...unknownCodes(findings.unknown),
    ...missingSections(findings.withoutSection),
    ...rowsOf(sheet, 'subtotal_rows_skipped', findings.skipped),
    ...(findings.hidden ? rowsOf(sheet, 'hidden_rows_read', findings.hidden) : []),
    ...findings.stray.map(({ code, rows, cells }) =>
      makeIssue(
        'economic_code_on_revenue',
        { sheet, cell: cells[0] ?? null, value: code },
        { code, rows: String(rows), cells: listCells(cells) },
      ),
    ),
  ]
}

/** The same kind, codes, source and section twice: one of the two is a mistake, and both would be added. */
function duplicateLine({ line, other }: LineFindings['duplicates'][number]): Issue {
  const { functional, economic, source, section } = line
  return makeIssue('line_duplicate', atAmount(line), {
    other,
    functional,
    economic: economic ?? '',
    source,
    section: section ?? '',
  })
}

/** Place of the first of the lines, count and addresses of all, at one of their columns. */
function located({ first, rows, cells }: LineGroup, part: keyof ReadLine['at'], value: string | null) {
  const place: IssuePlace = { sheet: first.line.sheet, cell: first.at[part], value }
  return { place, counts: { rows: String(rows), cells: listCells(cells) }, line: first.line }
}

/** Codes that the classification does not have: kept with the file's own name, and listed once each. */
function unknownCodes({ functional, economic, source }: LineFindings['unknown']): Issue[] {
  const codeIssue = (which: 'functional' | 'economic') => (group: LineGroup) => {
    const { [which]: code, [`${which}Name` as const]: name } = group.first.line
    const { place, counts } = located(group, which, code)
    return makeIssue('code_unknown', place, { which, code: code ?? '', name: name ?? '', ...counts })
  }
  return [
    ...functional.map(codeIssue('functional')),
    ...economic.map(codeIssue('economic')),
    ...source.map(group => {
      const { source: letter, sourceName: name } = group.first.line
      const text = name ? `${letter}-${name}` : letter
      const { place, counts } = located(group, 'source', text)
      return makeIssue('source_unknown', place, { source: text, ...counts }, 'warning')
    }),
  ]
}

function missingSections(without: LineGroup | null): Issue[] {
  if (!without) return []
  const { place, counts } = located(without, 'section', null)
  return [makeIssue('section_missing', place, counts)]
}

/** 37.03 (negative, functioning) and 37.04 (development) are the same money moved between the sections. */
function sectionTransfers({ given, received, first }: LineFindings['transfers']): Issue[] {
  if (given + received === 0n) return []
  return [
    makeIssue('section_transfers_differ', first ? atAmount(first) : WHOLE_FILE, {
      given: formatBani(given),
      received: formatBani(received),
      difference: formatBani(given + received),
    }),
  ]
}

function rowsOf(
  sheet: string,
  code: 'subtotal_rows_skipped' | 'hidden_rows_read',
  { rows, cells }: NamedRows,
): Issue[] {
  const [first] = cells
  if (first === undefined) return []
  return [
    makeIssue(code, { sheet, cell: first, value: null }, { rows: String(rows), cells: listCells(cells) }),
  ]
}
