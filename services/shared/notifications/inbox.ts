import type { Language } from '../../../domain/index.ts'
import type { Store } from '../store/database.ts'
import { messageOf } from './kinds.ts'

export interface InboxItem {
  readonly id: string
  readonly sequence: string
  readonly kind: string
  readonly principal: string | null
  readonly subject: string
  readonly text: string
  readonly action: string | null
  readonly link: string | null
  readonly createdAt: Date
  readonly readAt: Date | null
}

/** A person's notifications, newest first, in the language that they read. */
export async function listInbox(
  store: Store,
  person: string,
  filter: { unread: boolean; before: string | null; limit: number; language: Language },
): Promise<InboxItem[]> {
  let query = store
    .selectFrom('notification')
    .select(['id', 'sequence', 'kind', 'principal', 'params', 'link', 'created_at', 'read_at'])
    .where('person', '=', person)
  if (filter.unread) query = query.where('read_at', 'is', null)
  if (filter.before) query = query.where('sequence', '<', filter.before)
  const rows = await query.orderBy('sequence', 'desc').limit(filter.limit).execute()
  return rows.map(row => ({
    id: row.id,
    sequence: row.sequence,
    kind: row.kind,
    principal: row.principal,
    ...messageOf(row.kind, row.params, filter.language),
    link: row.link,
    createdAt: row.created_at,
    readAt: row.read_at,
  }))
}

export async function countUnread(store: Store, person: string): Promise<number> {
  const row = await store
    .selectFrom('notification')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('person', '=', person)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Marks one as read, or all of them. False when the person has no such notification. */
export async function markRead(store: Store, person: string, id: string | null, at: Date): Promise<boolean> {
  let query = store
    .updateTable('notification')
    .set(({ fn, val }) => ({ read_at: fn.coalesce('read_at', val(at)) }))
    .where('person', '=', person)
  query = id === null ? query.where('read_at', 'is', null) : query.where('id', '=', id)
  const { numUpdatedRows } = await query.executeTakeFirst()
  return id === null || numUpdatedRows > 0n
}
