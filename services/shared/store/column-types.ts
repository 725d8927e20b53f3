import type { ColumnType } from 'kysely'

/** A moment in time. */
export type Instant = ColumnType<Date, Date | string | undefined, Date | string>
