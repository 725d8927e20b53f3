import { type Issue, RowWidths } from '../../domain/index.ts'
import type { SheetRow } from '../readers/cell.ts'
import { widthIssues } from '../readers/csv/csv-issues.ts'
import { matchHeaderRow } from './header-row.ts'

/** Which rows of a CSV do not fit its table, when that is an execution report: its titles and totals are narrower by nature. */
export class ReportWidths {
  #header = 0
  #sheet = ''
  readonly #tooWide = new RowWidths()

  add(row: SheetRow): void {
    const { cells } = row
    if (matchHeaderRow(row)) {
      this.#header = cells.length
      this.#sheet = cells[0]?.sheet ?? ''
    } else if (
      this.#header > 0 &&
      cells.some(({ column, type }) => column > this.#header && type !== 'empty')
    )
      this.#tooWide.add(row.row, cells.length)
  }

  /** Takes the place of what was found without knowing the report. */
  instead(issues: readonly Issue[]): readonly Issue[] {
    if (this.#header === 0) return issues
    return [
      ...widthIssues(this.#sheet, this.#tooWide, this.#header),
      ...issues.filter(({ code }) => code !== 'row_width_differs'),
    ]
  }
}
