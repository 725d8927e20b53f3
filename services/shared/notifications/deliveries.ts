import type { DeliveryState } from '../../../domain/index.ts'
import { recordEvent } from '../audit/record-event.ts'
import { enqueue } from '../jobs/enqueue.ts'
import type { Database, Store } from '../store/database.ts'

export interface Delivery {
  readonly id: string
  readonly sequence: string
  readonly address: string
  readonly kind: string
  readonly state: DeliveryState
  readonly attempts: number
  readonly lastError: string | null
  readonly messageId: string | null
  readonly createdAt: Date
  readonly nextAttemptAt: Date | null
  readonly settledAt: Date | null
}

const selectDeliveries = (store: Store) =>
  store
    .selectFrom('delivery')
    .leftJoin('auth_user', 'auth_user.id', 'delivery.person')
    .selectAll('delivery')
    .select('auth_user.email as account_email')

type Row = Awaited<ReturnType<ReturnType<typeof selectDeliveries>['execute']>>[number]

const toDelivery = (row: Row): Delivery => ({
  id: row.id,
  sequence: row.sequence,
  address: row.account_email ?? row.email ?? '',
  kind: row.kind,
  state: row.state,
  attempts: row.attempts,
  lastError: row.last_error,
  messageId: row.message_id,
  createdAt: row.created_at,
  nextAttemptAt: row.next_attempt_at,
  settledAt: row.settled_at,
})

/** Mails of the installation, newest first. */
export async function listDeliveries(
  store: Store,
  filter: { state: DeliveryState | null; before: string | null; limit: number },
): Promise<Delivery[]> {
  let query = selectDeliveries(store)
  if (filter.state) query = query.where('delivery.state', '=', filter.state)
  if (filter.before) query = query.where('delivery.sequence', '<', filter.before)
  const rows = await query.orderBy('delivery.sequence', 'desc').limit(filter.limit).execute()
  return rows.map(toDelivery)
}

export async function findDelivery(store: Store, id: string): Promise<Delivery | null> {
  const row = await selectDeliveries(store).where('delivery.id', '=', id).executeTakeFirst()
  return row ? toDelivery(row) : null
}

export async function countDeliveries(store: Store): Promise<Record<DeliveryState, number>> {
  const counts = { waiting: 0, kept: 0, sent: 0, failed: 0, gave_up: 0 }
  const rows = await store
    .selectFrom('delivery')
    .select(({ fn }) => ['state', fn.countAll<string>().as('count')])
    .groupBy('state')
    .execute()
  for (const row of rows) counts[row.state] = Number(row.count)
  return counts
}

/** Tries a mail again now, with all its attempts before it. False for one that was sent, or does not exist. */
export async function retryDelivery(db: Database, id: string, actor: string, at: Date): Promise<boolean> {
  return db.transaction().execute(async store => {
    const { numUpdatedRows } = await store
      .updateTable('delivery')
      .set({ state: 'waiting', attempts: 0, next_attempt_at: at, settled_at: null })
      .where('id', '=', id)
      .where('state', '!=', 'sent')
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return false
    await enqueue(store, 'mail', { delivery: id })
    await recordEvent(store, {
      at,
      actor,
      action: 'delivery.retried',
      subjectKind: 'delivery',
      subjectId: id,
      detail: {},
    })
    return true
  })
}
