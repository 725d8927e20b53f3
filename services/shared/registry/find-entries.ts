import type { Names } from '../../../domain/index.ts'
import type { Store } from '../store/database.ts'

/** A line of a register. */
export interface RegisterEntry {
  readonly id: string
  readonly register: string
  readonly year: number
  readonly number: number
  readonly direction: 'entry' | 'exit'
  readonly day: string
  readonly at: Date
  readonly subject: { readonly kind: string; readonly id: string }
  readonly summary: string
  /** Null when nobody outside is concerned, or the person's account was erased. */
  readonly correspondent: string | null
  readonly answers: { readonly id: string; readonly number: number; readonly day: string } | null
  readonly annulled: { readonly reason: string; readonly at: Date } | null
}

export interface Register {
  readonly code: string
  readonly names: Names
  /** Years that have lines, the newest first. */
  readonly years: readonly number[]
}

const selectEntries = (store: Store) =>
  store
    .selectFrom('register_entry as entry')
    .leftJoin('register_entry as answered', 'answered.id', 'entry.answers')
    .leftJoin('register_annulment as annulment', 'annulment.entry', 'entry.id')
    .leftJoin('auth_user as person', 'person.id', 'entry.correspondent_person')
    .select([
      'entry.id',
      'entry.register',
      'entry.year',
      'entry.number',
      'entry.direction',
      'entry.day',
      'entry.at',
      'entry.subject_kind',
      'entry.subject_id',
      'entry.summary',
      'entry.correspondent_name',
      'person.name as person_name',
      'answered.id as answered_id',
      'answered.number as answered_number',
      'answered.day as answered_day',
      'annulment.reason',
      'annulment.at as annulled_at',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof selectEntries>['execute']>>[number]

const toEntry = (row: Row): RegisterEntry => ({
  id: row.id,
  register: row.register,
  year: row.year,
  number: row.number,
  direction: row.direction,
  day: row.day,
  at: row.at,
  subject: { kind: row.subject_kind, id: row.subject_id },
  summary: row.summary,
  correspondent: row.correspondent_name ?? row.person_name,
  answers:
    row.answered_id !== null && row.answered_number !== null && row.answered_day !== null
      ? { id: row.answered_id, number: row.answered_number, day: row.answered_day }
      : null,
  annulled:
    row.reason !== null && row.annulled_at !== null ? { reason: row.reason, at: row.annulled_at } : null,
})

/** Lines of a register's year, the newest first; `before` goes on behind a number. */
export async function listEntries(
  store: Store,
  wanted: {
    readonly register: string
    readonly year: number
    readonly direction: 'entry' | 'exit' | null
    readonly before: number | null
    readonly limit: number
  },
): Promise<RegisterEntry[]> {
  const { direction, before } = wanted
  const rows = await selectEntries(store)
    .where('entry.register', '=', wanted.register)
    .where('entry.year', '=', wanted.year)
    .$if(direction !== null, query => query.where('entry.direction', '=', direction as 'entry' | 'exit'))
    .$if(before !== null, query => query.where('entry.number', '<', before))
    .orderBy('entry.number', 'desc')
    .limit(wanted.limit)
    .execute()
  return rows.map(toEntry)
}

export async function findEntry(store: Store, register: string, id: string): Promise<RegisterEntry | null> {
  const row = await selectEntries(store)
    .where('entry.register', '=', register)
    .where('entry.id', '=', id)
    .executeTakeFirst()
  return row ? toEntry(row) : null
}

export async function listRegisters(store: Store): Promise<Register[]> {
  const rows = await store.selectFrom('register').selectAll().orderBy('code').execute()
  const counters = await store
    .selectFrom('register_counter')
    .select(['register', 'year'])
    .orderBy('year', 'desc')
    .execute()
  return rows.map(row => ({
    code: row.code,
    names: { ro: row.name_ro, hu: row.name_hu, en: row.name_en },
    years: counters.filter(({ register }) => register === row.code).map(({ year }) => year),
  }))
}
