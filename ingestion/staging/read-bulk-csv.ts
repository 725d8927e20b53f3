import { rename } from 'node:fs/promises'
import path from 'node:path'
import {
  type DecimalMark,
  type Detected,
  decideDecimal,
  type StagedLines,
  type StagedReport,
} from '../../domain/index.ts'
import { askDecimal, isAboutReport, marksOf, withDecimal } from '../forexebug/decimal-question.ts'
import { parseFileName } from '../forexebug/file-name.ts'
import { noReport } from '../forexebug/read-execution-report.ts'
import { HEADER_WITHIN } from '../forexebug/read-sheet.ts'
import type { ReadResult, SheetSummary } from '../read-result.ts'
import { SHEET } from '../readers/csv/csv-book.ts'
import { judgeReport } from '../validation/judge-report.ts'
import { findInStaged } from './find-in-staged.ts'
import { plainCsv } from './plain-csv.ts'
import { stageBySql } from './stage-by-sql.ts'
import { stageRowByRow } from './stage-row-by-row.ts'
import type { BulkOptions, Staged } from './staged.ts'
import { openStaging, type StagingDatabase } from './staging-database.ts'
import { writeLines } from './write-lines.ts'

const LINES_FILE = 'lines.parquet'

/**
 * Reads and judges a report in a CSV of any length, with the same result as readExecutionReport has for it, but with its lines
 * in a Parquet file: rows that are lines without any doubt never become objects.
 */
export async function readBulkCsv(options: BulkOptions): Promise<ReadResult<StagedReport>> {
  const { folder, choices, signal, onProgress = () => {} } = options
  const database = await openStaging(options.path, folder, signal)
  try {
    const stage = { ...options, database, sheet: SHEET }
    const plain = await plainCsv(options, HEADER_WITHIN)
    onProgress(0.15)
    const read = async (decimal: DecimalMark | null): Promise<Staged> => {
      const bySql = plain && (await stageBySql(stage, plain, decimal))
      options.onStaged?.(bySql ? 'sql' : 'rows')
      return bySql ?? stageRowByRow(stage, decimal)
    }
    let staged = await read(choices.decimal ?? null)
    let mark: Detected<DecimalMark | null> | null = null
    if (choices.decimal === undefined) {
      const marks = marksOf(staged.statement ? [staged.statement] : [])
      mark = decideDecimal(marks)
      const isNeeded = marks.either > 0 || mark.alternatives.length > 0
      if (mark.value !== null && isNeeded) staged = await read(mark.value)
    }
    onProgress(0.8)
    return await judge(database, staged, mark, options)
  } finally {
    database.close()
  }
}

async function judge(
  database: StagingDatabase,
  { feed, statement, size, about, whole }: Staged,
  mark: Detected<DecimalMark | null> | null,
  { folder, fileName, known, onProgress = () => {} }: BulkOptions,
): Promise<ReadResult<StagedReport>> {
  const sheets: SheetSummary[] = [{ name: SHEET, hidden: false, ...size }]
  const readings = statement ? [statement] : []
  const others = about.filter(isAboutReport(readings)).map(withDecimal(readings, mark))
  if (!statement) return { report: null, recognised: null, issues: [noReport(sheets), ...others], sheets }
  feed.issues.add(statement.issues)
  const { findings, hasTitleRows } = await findInStaged(database, feed, statement, known)
  onProgress(0.9)
  const lines: StagedLines = {
    file: path.join(folder, LINES_FILE),
    length: findings.counts.revenue + findings.counts.expenditure,
    sheet: SHEET,
    place: whole && !hasTitleRows ? whole.place : null,
  }
  const judged = judgeReport(
    { ...statement, issues: feed.issues.held },
    { lines, findings },
    parseFileName(fileName),
  )
  if (judged.report) {
    if (whole && lines.place) await rename(whole.file, lines.file)
    else await writeLines(database, feed.columns, lines.file)
  }
  const issues = askDecimal(judged.issues, statement, mark)
  return { ...judged, issues: feed.issues.sortedWith([...issues, ...others]), sheets }
}
