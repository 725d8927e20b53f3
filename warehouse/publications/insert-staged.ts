import { type BudgetKind, parseBani, type StagedReport } from '../../domain/index.ts'
import type { Transaction } from '../engine/engine.ts'
import { checkTotals, LINES_PER_PUBLICATION, same } from './check-publication.ts'
import type { Publication } from './publication.ts'
import { stagedLines } from './staged-lines.ts'

/** Inserts lines from their file, then adds up what is in the table: nothing is published that is not what was accepted. */
export async function insertStaged(
  transaction: Transaction,
  publication: Publication,
  report: StagedReport,
): Promise<void> {
  const { publication: number, county, cui, periodEnd } = publication
  await transaction.query(
    `insert into facts.execution (
       line_id, publication, county, cui, period_end, sector, kind, functional, economic, source, section,
       functional_name, economic_name, source_name, amount, sheet, cell, row_number, raw_value)
     select cast(? as bigint) * ${LINES_PER_PUBLICATION} + row_number() over (), cast(? as bigint), ?, ?,
       cast(? as date), ?, kind, functional, economic, source, section,
       functional_name, economic_name, source_name, amount, sheet, cell, row_number, raw_value
     from (${stagedLines(report.lines)})`,
    [number, number, county, cui, periodEnd, report.sector],
  )
  const { rows } = await transaction.query(
    `select kind, cast(sum(amount) as varchar), count(*) from facts.execution
     where publication = cast(? as bigint) group by kind`,
    [number],
  )
  same(
    'lines',
    publication.lines,
    rows.reduce((count, row) => count + Number(row[2]), 0),
  )
  checkTotals(publication, report, (kind: BudgetKind) => {
    const sum = rows.find(row => row[0] === kind)?.[1]
    return parseBani(sum ?? '0') ?? 0n
  })
}
