import { type Day, type WorkCalendar, workCalendar } from '../../../domain/index.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { Database, Store } from '../store/database.ts'

export const EXTRA_DAY_KINDS = ['free', 'working', 'usual'] as const
export type ExtraDayKind = (typeof EXTRA_DAY_KINDS)[number]

/** What a decision says of a day; "usual" takes back what an earlier row said. */
export interface KeptExtraDay {
  readonly day: Day
  readonly kind: ExtraDayKind
  /** The government's decision. */
  readonly act: string
}

/** What holds of the days for which a decision was entered, in their order; `year` limits them to one. */
export async function listExtraDays(store: Store, year: number | null = null): Promise<KeptExtraDay[]> {
  const rows = await store
    .selectFrom('extra_day')
    .distinctOn('day')
    .select(['day', 'kind', 'act'])
    .$if(year !== null, query =>
      query.where('day', '>=', `${year}-01-01`).where('day', '<=', `${year}-12-31`),
    )
    .orderBy('day')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(row => ({ ...row, kind: row.kind as ExtraDayKind })).filter(({ kind }) => kind !== 'usual')
}

/** The calendar of working days with all decisions entered so far. */
export async function loadWorkCalendar(store: Store): Promise<WorkCalendar> {
  const days = await listExtraDays(store)
  return workCalendar(days.map(({ day, kind }) => ({ day, working: kind === 'working' })))
}

/** Enters what a decision says of a day. Earlier rows stay; the last one counts. */
export async function addExtraDay(db: Database, extra: KeptExtraDay, by: string, at: Date): Promise<void> {
  await db.transaction().execute(async store => {
    await store
      .insertInto('extra_day')
      .values({ ...extra, added_by: by, added_at: at })
      .execute()
    await recordEvent(store, {
      at,
      actor: by,
      action: 'calendar.day_added',
      subjectKind: 'calendar',
      subjectId: extra.day,
      detail: { kind: extra.kind, act: extra.act },
    })
  })
}
