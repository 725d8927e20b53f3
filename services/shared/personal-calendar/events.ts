import type { Names } from '../../../domain/index.ts'
import type { Store } from '../store/database.ts'

export interface CalendarEvent {
  /** Stays the same for the same matter, so that a change moves the event instead of adding one. */
  readonly uid: string
  readonly title: Names
  /** Path of the page, without the language. */
  readonly link: string | null
  /** A day as YYYY-MM-DD, e.g. a deadline; or a time with its end, e.g. a debate. */
  readonly when: string | { readonly from: Date; readonly to: Date }
}

export interface StoredEvent extends CalendarEvent {
  /** Rises with each change: calendar programs take the highest. */
  readonly sequence: number
  readonly isCancelled: boolean
  readonly updatedAt: Date
}

/** Puts an event into a person's calendar, or changes it; what did not change keeps its sequence. */
export async function putCalendarEvent(
  store: Store,
  person: string,
  event: CalendarEvent,
  at: Date,
): Promise<void> {
  const known = await findCalendarEvent(store, person, event.uid)
  if (known && !known.isCancelled && isSame(known, event)) return
  const { when } = event
  const values = {
    title: JSON.stringify(event.title),
    link: event.link,
    starts_on: typeof when === 'string' ? when : null,
    starts_at: typeof when === 'string' ? null : when.from,
    ends_at: typeof when === 'string' ? null : when.to,
    cancelled: false,
    updated_at: at,
  }
  await store
    .insertInto('calendar_event')
    .values({ person, uid: event.uid, ...values })
    .onConflict(conflict =>
      conflict
        .columns(['person', 'uid'])
        .doUpdateSet(({ eb, ref }) => ({ ...values, sequence: eb(ref('calendar_event.sequence'), '+', 1) })),
    )
    .execute()
}

/** Calls an event off: programs that have it take it out. */
export async function cancelCalendarEvent(
  store: Store,
  person: string,
  uid: string,
  at: Date,
): Promise<void> {
  await store
    .updateTable('calendar_event')
    .set(({ eb, ref }) => ({ cancelled: true, sequence: eb(ref('sequence'), '+', 1), updated_at: at }))
    .where('person', '=', person)
    .where('uid', '=', uid)
    .where('cancelled', '=', false)
    .execute()
}

const moment = (when: CalendarEvent['when']) =>
  typeof when === 'string' ? when : `${when.from.toISOString()}/${when.to.toISOString()}`

const isSame = (one: CalendarEvent, other: CalendarEvent): boolean =>
  moment(one.when) === moment(other.when) &&
  one.link === other.link &&
  (['ro', 'hu', 'en'] as const).every(language => one.title[language] === other.title[language])

const selectEvents = (store: Store, person: string) =>
  store.selectFrom('calendar_event').selectAll().where('person', '=', person)

type Row = Awaited<ReturnType<ReturnType<typeof selectEvents>['execute']>>[number]

const toEvent = (row: Row): StoredEvent => ({
  uid: row.uid,
  title: row.title,
  link: row.link,
  when: row.starts_at && row.ends_at ? { from: row.starts_at, to: row.ends_at } : (row.starts_on ?? ''),
  sequence: row.sequence,
  isCancelled: row.cancelled,
  updatedAt: row.updated_at,
})

export async function findCalendarEvent(
  store: Store,
  person: string,
  uid: string,
): Promise<StoredEvent | null> {
  const row = await selectEvents(store, person).where('uid', '=', uid).executeTakeFirst()
  return row ? toEvent(row) : null
}

export async function listCalendarEvents(store: Store, person: string): Promise<StoredEvent[]> {
  return (await selectEvents(store, person).orderBy('updated_at').orderBy('uid').execute()).map(toEvent)
}
