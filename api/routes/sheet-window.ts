import { isHeaderRow, type ReportFile, type SheetRow } from '../../ingestion/index.ts'
import type { Submission } from '../../services/index.ts'
import { ProblemError } from '../http/problem.ts'
import { readingOf } from '../instance/reading-of.ts'
import type { System } from '../instance/system.ts'

/** A report's header stands near the top; further down nobody would look for it either. */
const HEADER_WITHIN = 60

type StoredFile = Pick<Submission, 'sha256' | 'fileName' | 'readAs' | 'readingOptions'>

const sourceOf = (system: System, submission: StoredFile): ReportFile => ({
  path: system.files.path(submission.sha256),
  fileName: submission.fileName,
  csv: readingOf(submission),
})

/** Number of the row that names the columns, so that an excerpt can show it; null when there is none. */
export async function headerRow(
  system: System,
  submission: StoredFile,
  sheet: string,
): Promise<number | null> {
  const source = sourceOf(system, submission)
  const rows = await system.reader.rows(source, { sheet, from: 1, to: HEADER_WITHIN }).catch(() => [])
  return rows.find(isHeaderRow)?.row ?? null
}

/** Rows of a stored file as a grid. `head` is put before the window when it lies above it. */
export async function sheetWindow(
  system: System,
  submission: StoredFile,
  sheet: string,
  [from, to]: [number, number],
  head: number | null = null,
) {
  const source = sourceOf(system, submission)
  const read = (window: [number, number]) =>
    system.reader.rows(source, { sheet, from: window[0], to: window[1] }).catch(error => {
      throw new ProblemError('sheet_unknown', error instanceof Error ? error.message : null)
    })
  const rows = [
    ...(head !== null && head < from ? await read([head, head]) : []),
    ...(await read([from, to])),
  ]
  return windowOf(sheet, rows)
}

/** Rows as the API gives them. */
export function windowOf(sheet: string, rows: readonly SheetRow[]) {
  const columns = [...new Set(rows.flatMap(row => row.cells.map(cell => cell.cell.replace(/\d+$/, ''))))]
  return {
    sheet,
    columns: columns.sort((left, right) => left.length - right.length || (left < right ? -1 : 1)),
    rows: rows.map(row => ({
      row: row.row,
      hidden: row.hidden,
      cells: row.cells.map(({ cell, type, value }) => ({ cell, type, value })),
    })),
  }
}
