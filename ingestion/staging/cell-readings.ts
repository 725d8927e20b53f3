import type { BudgetKind, BudgetSection } from '../../domain/index.ts'
import type { HeaderRow } from '../forexebug/header-row.ts'
import { readKind, readSection, readSource, type Source } from '../forexebug/line-cells.ts'
import { TableRow } from '../forexebug/read-line.ts'
import type { SheetRow } from '../readers/cell.ts'

/** What the few texts say that a report repeats in every line, by the rules for a single cell. */
export interface Readings {
  readonly kinds: Map<string, BudgetKind>
  readonly sources: Map<string, Source>
  readonly sections: Map<string, BudgetSection | null>
}

/** So many different ways of writing one thing are no repetition any more. */
const MOST = 100

export const noReadings = (): Readings => ({
  kinds: new Map(),
  sources: new Map(),
  sections: new Map([['', null]]),
})

/** Adds the texts of a row; returns whether any was new. Texts that say nothing are left out. */
export function learn(readings: Readings, sheet: string, row: SheetRow, header: HeaderRow): boolean {
  const table = new TableRow(sheet, row, header)
  const kindCell = table.at('kind')
  const kind = readKind(kindCell)
  // What stands in the columns of other rows is no example.
  if (!kind) return false
  const sourceCell = table.at('source')
  const sectionCell = table.at('section')
  const source = readSource(sourceCell)
  const section = readSection(sectionCell)
  const news = [
    put(readings.kinds, kindCell.value, kind),
    'value' in source && put(readings.sources, sourceCell.value, source.value),
    'value' in section && put(readings.sections, sectionCell.value, section.value),
  ]
  return news.some(Boolean)
}

function put<Value>(known: Map<string, Value>, text: string, value: Value): boolean {
  if (known.has(text) || known.size >= MOST) return false
  known.set(text, value)
  return true
}
