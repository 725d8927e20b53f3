import type { Cell, SheetRow } from '../readers/cell.ts'
import { foldText, squeeze } from './fold-text.ts'
import { parseLeadingDate } from './report-date.ts'

/** A statement of the sheet about the whole report, as written, with the cell that holds it. */
export interface Fact {
  readonly text: string
  readonly cell: Cell
}
export const FACT_NAMES = ['type', 'date', 'sector', 'entity', 'name'] as const
export type FactName = (typeof FACT_NAMES)[number]

/**
 * The labels of the Treasury; the statement follows in the same cell or in the next ones. An empty statement counts as found,
 * so that the error can point at its label.
 */
const PATTERNS: Readonly<Record<FactName, RegExp>> = {
  type: /\b(FXB[\s_–-]?EXB[\s_–-]?\d{3})\b/i,
  date: /\bla data\s*(?::\s*|(?=\d))(.*)$/i,
  sector: /\bsector(?:ul)?\s+bugetar\s*:?\s*(\d{1,2}\b|)/i,
  entity: /\bcod(?:ul)?\s+fiscal(?:\s+ip)?\s*:?\s*(.*?)\s*(?=\bdenumire|$)/i,
  name: /\bdenumirea?\s+ip\s*:?\s*(.*)$/i,
}
/** Longer texts are notes; the widest row of a Treasury preamble has two statements. */
const LONGEST = 400

/** Finds statements in a row that is not a line of the report. */
export function* readFacts(row: SheetRow): Generator<readonly [FactName, Fact]> {
  const pieces: { start: number; cell: Cell }[] = []
  let joined = ''
  for (const cell of row.cells) {
    if (cell.type === 'empty') continue
    if (joined !== '') joined += ' '
    pieces.push({ start: joined.length, cell })
    joined += squeeze(cell.value)
    if (joined.length > LONGEST) return
  }
  if (joined === '') return
  for (const name of FACT_NAMES) {
    const match = PATTERNS[name].exec(joined)
    if (!match) continue
    const text = squeeze(match[1] ?? '')
    const at = text === '' ? match.index : joined.indexOf(text, match.index)
    const holder = pieces.findLast(piece => piece.start <= at)
    if (holder) yield [name, { text, cell: holder.cell }]
  }
}

/** Whether two statements say the same: a date may be written in two ways, and a sector without its zero. */
export function sameFact(name: FactName, one: Fact, other: Fact): boolean {
  const plain = ({ text }: Fact): string => {
    if (name === 'date') return parseLeadingDate(text) ?? foldText(text)
    return foldText(text).replace(/^(?:RO )?0*(?=\d)/, '')
  }
  return plain(one) === plain(other)
}
