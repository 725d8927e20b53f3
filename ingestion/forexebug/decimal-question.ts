import { type DecimalMark, type Detected, type Issue, makeIssue, readAmountText } from '../../domain/index.ts'
import { placeOf } from './line-cells.ts'
import type { DecimalMarks, SheetStatement } from './read-sheet.ts'

export const marksOf = (readings: readonly SheetStatement[]): Omit<DecimalMarks, 'firstEither'> => {
  const sum = (mark: 'comma' | 'point' | 'either'): number =>
    readings.reduce((total, { marks }) => total + marks[mark], 0)
  return { comma: sum('comma'), point: sum('point'), either: sum('either') }
}

/**
 * A recognised report has titles and totals that are narrower than its table, and says itself which of its lines are too
 * wide; in any other table every such row is an issue.
 */
export const isAboutReport =
  (readings: readonly SheetStatement[]) =>
  (issue: Issue): boolean =>
    readings.length === 0 || issue.code !== 'row_width_differs'

/** How a report was read names the mark of its own amounts, not of whatever else the file holds. */
export const withDecimal =
  (readings: readonly SheetStatement[], mark: Detected<DecimalMark | null> | null) =>
  (issue: Issue): Issue => {
    if (issue.code !== 'csv_read_as' || mark === null || readings.length === 0) return issue
    const isOpen = mark.value === null && mark.alternatives.length > 0
    return { ...issue, params: { ...issue.params, decimal: isOpen ? 'open' : (mark.value ?? '') } }
  }

/** Where every amount may be read in two ways, the file is asked about once and not each of its cells. */
export function askDecimal(
  issues: readonly Issue[],
  { marks }: SheetStatement,
  mark: Detected<DecimalMark | null> | null,
): Issue[] {
  const first = marks.firstEither
  if (!mark || mark.value !== null || mark.alternatives.length === 0 || !first) return [...issues]
  const reading = readAmountText(first.value)
  const [grouped, fraction] = reading.is === 'ambiguous' ? reading.readings : ['', '']
  const [byComma, byPoint] = first.value.includes(',') ? [fraction, grouped] : [grouped, fraction]
  return [
    ...issues.filter(({ code }) => code !== 'amount_ambiguous'),
    makeIssue('decimal_uncertain', placeOf(first), {
      rows: String(marks.either),
      first: byComma,
      second: byPoint,
    }),
  ]
}
