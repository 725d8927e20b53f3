import { type ExecutionReport, formatBani, type StagedReport } from '../../domain/index.ts'
import { addUnknownCodes } from '../dimensions/add-unknown-codes.ts'
import type { Engine, Transaction } from '../engine/engine.ts'
import { WarehouseError } from '../engine/warehouse-error.ts'
import { checkPublication, LINES_PER_PUBLICATION } from './check-publication.ts'
import { insertStaged } from './insert-staged.ts'
import { pairReports } from './pair-reports.ts'
import { type Publication, utcTimestamp } from './publication.ts'

/** Writes a report's lines and, last, the row that makes them valid, in one transaction. The same event again does
 * nothing: whoever relays it may repeat it after a crash.
 * @throws WarehouseError totals_differ, publication_mismatch, publication_invalid, publication_out_of_order */
export async function publishExecution(
  engine: Engine,
  publication: Publication,
  report: ExecutionReport | StagedReport,
): Promise<'published' | 'already_published'> {
  checkPublication(publication, report)
  return engine.transaction(async transaction => {
    const known = await transaction.query(
      `select
         (select count(*) from publications where event_id = ?) as known,
         (select coalesce(max(publication), 0) from publications) as latest`,
      [publication.eventId],
    )
    const [events, latest] = known.rows[0] ?? []
    if (Number(events) > 0) return 'already_published'
    // Who read at number N must find the same again, so nothing may slip in below it.
    if (publication.publication <= Number(latest))
      throw new WarehouseError({
        code: 'publication_out_of_order',
        publication: publication.publication,
        current: Number(latest),
      })
    if (hasStagedLines(report)) await insertStaged(transaction, publication, report)
    else await transaction.append('facts.execution', LINE_COLUMNS, linesOf(publication, report))
    await addUnknownCodes(transaction, publication.publication)
    await pairReports(transaction, publication)
    await transaction.query(
      `update publications set superseded_by = ?
       where cui = ? and report_type = ? and period_end = cast(? as date) and superseded_by is null`,
      [publication.publication, publication.cui, publication.reportType, publication.periodEnd],
    )
    await insertPublication(transaction, publication)
    return 'published'
  })
}

const hasStagedLines = (report: ExecutionReport | StagedReport): report is StagedReport =>
  'file' in report.lines

export const LINE_COLUMNS = [
  'line_id',
  'publication',
  'county',
  'cui',
  'period_end',
  'sector',
  'kind',
  'functional',
  'economic',
  'source',
  'section',
  'functional_name',
  'economic_name',
  'source_name',
  'amount',
  'sheet',
  'cell',
  'row_number',
  'raw_value',
]

const linesOf = ({ publication, county, cui, periodEnd }: Publication, report: ExecutionReport) =>
  report.lines.map((line, index) => [
    publication * LINES_PER_PUBLICATION + index + 1,
    publication,
    county,
    cui,
    periodEnd,
    report.sector,
    line.kind,
    line.functional,
    line.economic,
    line.source,
    line.section,
    line.functionalName,
    line.economicName,
    line.sourceName,
    formatBani(line.amount),
    line.sheet,
    line.cell,
    line.row,
    line.rawValue,
  ])

async function insertPublication(transaction: Transaction, publication: Publication): Promise<void> {
  await transaction.query(
    `insert into publications (
       publication, event_id, submission_id, county, cui, report_type, visibility, period_end, version,
       published_at, superseded_by, lines, revenue, expenditure, file_name, sha256, demo, sample
     ) values (?, ?, ?, ?, ?, ?, ?, cast(? as date), ?, cast(? as timestamp), null, ?,
       cast(? as decimal(18,2)), cast(? as decimal(18,2)), ?, ?, ?, ?)`,
    [
      publication.publication,
      publication.eventId,
      publication.submissionId,
      publication.county,
      publication.cui,
      publication.reportType,
      publication.visibility,
      publication.periodEnd,
      publication.version,
      utcTimestamp(publication.publishedAt),
      publication.lines,
      publication.revenue,
      publication.expenditure,
      publication.fileName,
      publication.sha256,
      publication.demo,
      publication.sample,
    ],
  )
}
