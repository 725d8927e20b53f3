import { recordEvent } from '../audit/record-event.ts'
import type { Database, Store } from '../store/database.ts'
import type { ScanAnswer } from './virus-scanner.ts'

/** What was taken while no scanner was set up, the oldest first. */
export async function listUnscanned(store: Store, limit: number): Promise<string[]> {
  const rows = await store
    .selectFrom('attachment')
    .select('id')
    .where('state', '=', 'ready')
    .where('scan', '=', 'not_scanned')
    .orderBy('created_at')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** Records what a scanner says of content that is handed out already: infected content is so no more. */
export async function settleRescan(
  db: Database,
  id: string,
  answer: Exclude<ScanAnswer, { outcome: 'unavailable' }>,
  at: Date,
): Promise<void> {
  await db.transaction().execute(async store => {
    const infected = answer.outcome === 'infected' ? answer.signature.slice(0, 200) : null
    const { numUpdatedRows } = await store
      .updateTable('attachment')
      .set(
        infected === null ? { scan: 'clean' } : { state: 'infected', scan: 'infected', signature: infected },
      )
      .where('id', '=', id)
      .where('state', '=', 'ready')
      .where('scan', '=', 'not_scanned')
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return
    await recordEvent(store, {
      at,
      actor: 'attachment check',
      action: infected === null ? 'attachment.scanned' : 'attachment.infected',
      subjectKind: 'attachment',
      subjectId: id,
      detail: infected === null ? { scan: 'clean' } : { signature: infected, later: true },
    })
  })
}
