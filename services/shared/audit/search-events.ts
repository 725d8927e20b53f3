import type { Store } from '../store/database.ts'
import { keyringOf } from '../vault/carried-keyring.ts'
import { openFor } from '../vault/person-keys.ts'
import { PERSONAL } from './commitment.ts'

export interface EventFilter {
  /** Id of a person, their e-mail address, or the name of a program. */
  readonly actor?: string | undefined
  /** A whole action, or its first part: "submission" finds "submission.received". */
  readonly action?: string | undefined
  readonly subjectKind?: string | undefined
  readonly subjectId?: string | undefined
  readonly from?: Date | undefined
  readonly until?: Date | undefined
  /** Words of the action, the subject or the detail. What is personal is not searched. */
  readonly text?: string | undefined
  /** Only links before this number. */
  readonly before?: number | undefined
  readonly limit: number
}

export interface FoundEvent {
  readonly number: number
  readonly at: Date
  /** Name and address are null for programs and for people who are gone. */
  readonly actor: { readonly id: string; readonly name: string | null; readonly email: string | null }
  readonly action: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly detail: Record<string, unknown>
  /** none: nothing personal was recorded; erased: the person's key was destroyed. */
  readonly personal:
    | { readonly state: 'none' | 'erased' }
    | { readonly state: 'readable'; readonly detail: Record<string, unknown> }
  readonly hash: string
}

const literally = (text: string): string => text.replaceAll(/[\\%_]/g, '\\$&')

/** Events of the audit, the newest first, with the personal parts whose keys live. */
export async function searchEvents(store: Store, filter: EventFilter): Promise<FoundEvent[]> {
  let query = store
    .selectFrom('audit_link as link')
    .innerJoin('audit_event as event', 'event.id', 'link.event')
    .leftJoin('auth_user as who', 'who.id', 'event.actor')
    .select(['link.number', 'link.hash', 'event.at', 'event.actor', 'event.action', 'event.subject_kind'])
    .select(['event.subject_id', 'event.detail', 'event.person', 'event.personal', 'who.name', 'who.email'])
  const { actor, action, subjectKind, subjectId, from, until, text, before } = filter
  if (actor)
    query = query.where(({ eb, or }) =>
      or([eb('event.actor', '=', actor), eb('who.email', '=', actor.toLowerCase())]),
    )
  if (action)
    query = query.where(({ eb, or }) =>
      or([eb('event.action', '=', action), eb('event.action', 'like', `${literally(action)}.%`)]),
    )
  if (subjectKind) query = query.where('event.subject_kind', '=', subjectKind)
  if (subjectId) query = query.where('event.subject_id', '=', subjectId)
  if (from) query = query.where('event.at', '>=', from)
  if (until) query = query.where('event.at', '<', until)
  if (before !== undefined) query = query.where('link.number', '<', String(before))
  if (text) {
    const words = `%${literally(text)}%`
    query = query.where(({ eb, or, cast }) =>
      or([
        eb('event.action', 'ilike', words),
        eb('event.subject_id', 'ilike', words),
        eb(cast<string>('event.detail', 'text'), 'ilike', words),
      ]),
    )
  }
  const rows = await query.orderBy('link.number', 'desc').limit(filter.limit).execute()
  const found: FoundEvent[] = []
  for (const row of rows)
    found.push({
      number: Number(row.number),
      at: row.at,
      actor: { id: row.actor, name: row.name, email: row.email },
      action: row.action,
      subjectKind: row.subject_kind,
      subjectId: row.subject_id,
      detail: row.detail,
      personal: await personalOf(store, row.person, row.personal),
      hash: row.hash.toString('hex'),
    })
  return found
}

async function personalOf(
  store: Store,
  person: string | null,
  personal: Buffer | null,
): Promise<FoundEvent['personal']> {
  if (person === null || personal === null) return { state: 'none' }
  const text = await openFor(store, keyringOf(store), person, PERSONAL, personal)
  return text === null
    ? { state: 'erased' }
    : { state: 'readable', detail: JSON.parse(text) as Record<string, unknown> }
}

/** Actions that occur, for the choice of whoever searches. */
export async function listActions(store: Store): Promise<string[]> {
  const rows = await store.selectFrom('audit_event').select('action').distinct().orderBy('action').execute()
  return rows.map(({ action }) => action)
}
