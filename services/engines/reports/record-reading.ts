import { formatBani } from '../../../domain/index.ts'
import { recordEvent } from '../../shared/audit/record-event.ts'
import type { Database } from '../../shared/store/database.ts'
import type { Reading } from './submission.ts'
import { tellSender } from './tell-sender.ts'

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
  const { recognised } = reading
  // How the file was read is a property of the submission, and nothing to work through among the issues.
  const readAs = reading.issues.find(({ code }) => code === 'csv_read_as')
  const issues = reading.issues.filter(issue => issue !== readAs)
  const control = (total: { amount: bigint } | null) => (total ? formatBani(total.amount) : null)
  await db.transaction().execute(async store => {
    const moved = await store
      .updateTable('submission')
      .set({
        status: invalid ? 'invalid' : 'awaiting_confirmation',
        sheets: JSON.stringify(reading.sheets),
        read_as: readAs ? JSON.stringify(readAs.params) : null,
        ...(organisationId ? { organisation_id: organisationId } : {}),
        ...(recognised
          ? {
              report_type: recognised.type,
              period_end: recognised.periodEnd,
              lines: recognised.lines,
              revenue: formatBani(recognised.sums.revenue),
              expenditure: formatBani(recognised.sums.expenditure),
              control_revenue: control(recognised.controlTotals.revenue),
              control_expenditure: control(recognised.controlTotals.expenditure),
            }
          : {}),
      })
      .where('id', '=', id)
      .where('status', '=', 'reading')
      .executeTakeFirst()
    if (moved.numUpdatedRows === 0n) return
    await store.deleteFrom('submission_issue').where('submission_id', '=', id).execute()
    const rows = issues.map((issue, ordinal) => ({
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
      detail: { issues: issues.length, ...(readAs ? { readAs: readAs.params } : {}) },
    })
    const errors = issues.filter(issue => issue.severity === 'error').length
    if (invalid) await tellSender(store, id, { kind: 'report.invalid', errors: Math.max(errors, 1) }, at)
  })
}

/** Reading broke on a fault of ours: the submission says so instead of waiting for ever. */
export async function failReading(db: Database, id: string, reason: string, at: Date): Promise<void> {
  await db.transaction().execute(async store => {
    const moved = await store
      .updateTable('submission')
      .set({ status: 'failed' })
      .where('id', '=', id)
      .where('status', 'in', ['received', 'reading'])
      .executeTakeFirst()
    if (moved.numUpdatedRows === 0n) return
    await recordEvent(store, {
      at,
      actor: 'reader',
      action: 'submission.failed',
      subjectKind: 'submission',
      subjectId: id,
      detail: { reason },
    })
    await tellSender(store, id, { kind: 'report.failed' }, at)
  })
}
