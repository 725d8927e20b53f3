import { sql } from 'kysely'
import type { CsvChoices } from '../../../domain/index.ts'
import { recordEvent } from '../../shared/audit/record-event.ts'
import { type ActedBy, inPlaceOf } from '../../shared/identity/actor.ts'
import type { Database } from '../../shared/store/database.ts'

/** Takes back what was read, so that the file is read as its sender now says. False when it is too late for that. */
export async function readAgain(
  db: Database,
  id: string,
  csv: CsvChoices,
  by: ActedBy,
  at: Date,
): Promise<boolean> {
  return db.transaction().execute(async store => {
    const result = await store
      .updateTable('submission')
      .set({
        status: 'received',
        reading: sql<number>`reading + 1`,
        reading_options: JSON.stringify(csv),
        read_as: null,
        report_type: null,
        period_end: null,
        lines: null,
        revenue: null,
        expenditure: null,
        control_revenue: null,
        control_expenditure: null,
      })
      .where('id', '=', id)
      .where('status', 'in', ['invalid', 'awaiting_confirmation'])
      .executeTakeFirst()
    if (result.numUpdatedRows === 0n) return false
    await store.deleteFrom('submission_issue').where('submission_id', '=', id).execute()
    await recordEvent(store, {
      at,
      actor: by.person,
      action: 'submission.read_again',
      subjectKind: 'submission',
      subjectId: id,
      detail: { ...csv, ...inPlaceOf(by) },
    })
    return true
  })
}
