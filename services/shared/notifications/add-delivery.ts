import type { Language } from '../../../domain/index.ts'
import { enqueue } from '../jobs/enqueue.ts'
import type { Store } from '../store/database.ts'

/** A mail on its way: the delivery and the job that carries it. */
export async function addDelivery(
  store: Store,
  validHours: number | null,
  content: {
    kind: string
    params: string
    link: string | null
    calendar_uid: string | null
    person: string | null
    email: string | null
    language: Language | null
  },
  at: Date,
): Promise<string> {
  const validUntil = validHours === null ? null : new Date(at.getTime() + validHours * 3_600_000)
  const { id } = await store
    .insertInto('delivery')
    .values({
      ...content,
      last_error: null,
      message_id: null,
      created_at: at,
      next_attempt_at: at,
      valid_until: validUntil,
      settled_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await enqueue(store, 'mail', { delivery: id })
  return id
}
