import {
  type DecimalMark,
  type Detected,
  decideDecimal,
  type Issue,
  makeIssue,
  WHOLE_FILE,
} from '../../domain/index.ts'
import type { ReadResult, SheetSummary } from '../read-result.ts'
import type { Book } from '../readers/cell.ts'
import { judgeReport } from '../validation/judge-report.ts'
import type { KnownCodes } from '../validation/known-codes.ts'
import { findInLines } from '../validation/line-findings.ts'
import { sortIssues } from '../validation/sort-issues.ts'
import { chooseSheet } from './choose-sheet.ts'
import { askDecimal, isAboutReport, marksOf, withDecimal } from './decimal-question.ts'
import { parseFileName } from './file-name.ts'
import { SheetReader, type SheetReading } from './read-sheet.ts'

/**
 * Reads an open spreadsheet to its end: recognises the report, judges what the file alone can tell. `decimal` is the decimal
 * mark that the sender gives for a CSV; else its amounts decide, and it is read a second time where they have to.
 */
export async function readExecutionReport(
  book: Book,
  fileName: string,
  known: KnownCodes | null,
  onRead: (share: number) => void = () => {},
  decimal: DecimalMark | null = null,
): Promise<ReadResult> {
  let { readings, sheets } = await readSheets(book, decimal, onRead)
  let mark: Detected<DecimalMark | null> | null = null
  if (book.format === 'csv' && decimal === null) {
    mark = decideDecimal(marksOf(readings))
    const isNeeded = marksOf(readings).either > 0 || mark.alternatives.length > 0
    if (mark.value !== null && isNeeded) ({ readings, sheets } = await readSheets(book, mark.value))
  }
  const about = [...book.issues().filter(isAboutReport(readings)).map(withDecimal(readings, mark))]
  const visible = readings.filter(reading => !reading.hidden)
  // A sheet of one's own notes may borrow a few of the titles: it is no second report beside a whole one.
  const whole = visible.filter(reading => reading.hasWholeHeader)
  const choice = chooseSheet(whole.length > 0 ? whole : visible.slice(0, 1))
  const others = [...hiddenReports(readings), ...about]
  if (!choice) return { report: null, recognised: null, issues: [noReport(sheets), ...others], sheets }
  const judged = judgeReport(choice.chosen, findInLines(choice.chosen, known), parseFileName(fileName))
  const issues = askDecimal([...judged.issues, ...choice.issues], choice.chosen, mark)
  return { ...judged, issues: sortIssues([...issues, ...others]), sheets }
}

async function readSheets(
  book: Book,
  decimal: DecimalMark | null,
  onRead: (share: number) => void = () => {},
): Promise<{ readings: SheetReading[]; sheets: SheetSummary[] }> {
  const sheets: SheetSummary[] = []
  const readings: SheetReading[] = []
  for (const [index, { name, hidden }] of book.sheets.entries()) {
    const reader = new SheetReader(name, hidden, book.format, decimal)
    let [rows, columns] = [0, 0]
    for await (const batch of book.rows(index)) {
      for (const row of batch) {
        reader.feed(row)
        rows = Math.max(rows, row.row)
        columns = Math.max(columns, row.cells.at(-1)?.column ?? 0)
      }
      onRead(book.progress())
    }
    sheets.push({ name, hidden, rows, columns })
    const reading = reader.finish()
    if (reading) readings.push(reading)
  }
  return { readings, sheets }
}

const hiddenReports = (readings: readonly SheetReading[]): Issue[] =>
  readings
    .filter(reading => reading.hidden && reading.lines.length > 0)
    .map(({ sheet }) => makeIssue('hidden_sheet_skipped', { sheet, cell: null, value: null }, { sheet }))

const NAMED_SHEETS = 5

export function noReport(sheets: readonly SheetSummary[]): Issue {
  if (sheets.every(sheet => sheet.rows === 0)) return makeIssue('file_empty', WHOLE_FILE, {})
  const names = sheets.filter(sheet => !sheet.hidden).map(sheet => sheet.name)
  return makeIssue('report_not_recognised', WHOLE_FILE, { sheets: names.slice(0, NAMED_SHEETS).join(', ') })
}
