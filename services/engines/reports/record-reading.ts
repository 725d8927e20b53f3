import { formatBani } from '../../../domain/index.ts'
import { recordEvent } from '../../shared/audit/record-event.ts'
import type { Database } from '../../shared/store/database.ts'
import type { Reading } from './submission.ts'

/** Marks a received submission as being read. False when it was withdrawn meanwhile. */
export async function startReading(db: Database, id: string): Promise<boolean> {
  const result = await db
    .updateTable('submission')
    .set({ status: 'reading' })
    .where('id', '=', id)
    .where('status', 'in', ['received', 'reading'])
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Keeps what was read: errors make the submission invalid, otherwise it waits for its sender's confirmation. */
export async function recordReading(
  db: Database,
  id: string,
  reading: Reading,
  organisationId: string | null,
  at: Date,
): Promise<void> {
  const invalid = reading.report === null || reading.issues.some(issue => issue.severity === 'error')
  const { report } = reading
  const control = (total: { amount: bigint } | null | undefined) => (total ? formatBani(total.amount) : null)
  await db.transaction().execute(async store => {
    const moved = await store
      .updateTable('submission')
      .set({
        status: invalid ? 'invalid' : 'awaiting_confirmation',
        sheets: JSON.stringify(reading.sheets),
        ...(organisationId ? { organisation_id: organisationId } : {}),
        ...(report
          ? {
              report_type: report.type,
              period_end: report.periodEnd,
              lines: report.lines.length,
              revenue: formatBani(report.totals.revenue),
              expenditure: formatBani(report.totals.expenditure),
              control_revenue: control(report.controlTotals.revenue),
              control_expenditure: control(report.controlTotals.expenditure),
            }
          : {}),
      })
      .where('id', '=', id)
      .where('status', '=', 'reading')
      .executeTakeFirst()
    if (moved.numUpdatedRows === 0n) return
    await store.deleteFrom('submission_issue').where('submission_id', '=', id).execute()
    const rows = reading.issues.map((issue, ordinal) => ({
      submission_id: id,
      ordinal,
      code: issue.code,
      severity: issue.severity,
      sheet: issue.sheet,
      cell: issue.cell,
      value: issue.value?.slice(0, 1000) ?? null,
      params: JSON.stringify(issue.params),
    }))
    for (let from = 0; from < rows.length; from += 1000)
      await store
        .insertInto('submission_issue')
        .values(rows.slice(from, from + 1000))
        .execute()
    await recordEvent(store, {
      at,
      actor: 'reader',
      action: invalid ? 'submission.invalid' : 'submission.read',
      subjectKind: 'submission',
      subjectId: id,
      detail: { issues: reading.issues.length },
    })
  })
}
