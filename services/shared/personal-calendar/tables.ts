import type { Generated, JSONColumnType } from 'kysely'
import type { Names } from '../../../domain/index.ts'
import type { Instant } from '../store/column-types.ts'

interface CalendarEventTable {
  person: string
  uid: string
  sequence: Generated<number>
  title: JSONColumnType<Names>
  link: string | null
  starts_on: string | null
  starts_at: Instant | null
  ends_at: Instant | null
  cancelled: Generated<boolean>
  updated_at: Instant
}

interface CalendarFeedTable {
  person: string
  token_hash: string
  created_at: Instant
}

/** Tables of this capability. */
export interface PersonalCalendarTables {
  calendar_event: CalendarEventTable
  calendar_feed: CalendarFeedTable
}
