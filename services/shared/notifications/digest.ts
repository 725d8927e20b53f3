import type { Database } from '../store/database.ts'
import { addDelivery } from './add-delivery.ts'
import { DIGEST_KIND } from './deliver.ts'

/** Puts one mail on its way for everyone whose digest is due; what they read meanwhile is left out. Returns how many. */
export async function sendDueDigests(db: Database, at: Date): Promise<number> {
  const due = await db
    .selectFrom('notification')
    .select('person')
    .distinct()
    .where('digest_at', '<=', at)
    .where('delivery_id', 'is', null)
    .where('read_at', 'is', null)
    .orderBy('person')
    .execute()
  for (const { person } of due)
    await db.transaction().execute(async store => {
      const rows = await store
        .selectFrom('notification')
        .select('id')
        .where('person', '=', person)
        .where('digest_at', '<=', at)
        .where('delivery_id', 'is', null)
        .where('read_at', 'is', null)
        .forUpdate()
        .execute()
      if (rows.length === 0) return
      const delivery = await addDelivery(
        store,
        null,
        {
          kind: DIGEST_KIND,
          params: '{}',
          link: null,
          calendar_uid: null,
          person,
          email: null,
          language: null,
        },
        at,
      )
      await store
        .updateTable('notification')
        .set({ delivery_id: delivery })
        .where(
          'id',
          'in',
          rows.map(row => row.id),
        )
        .execute()
    })
  return due.length
}
