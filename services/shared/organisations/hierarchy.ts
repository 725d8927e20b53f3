import { sql } from 'kysely'
import { addDays } from '../../../domain/index.ts'
import { recordEvent } from '../audit/record-event.ts'
import { type ActedBy, inPlaceOf } from '../identity/actor.ts'
import type { Store } from '../store/database.ts'

/** A parent from its first to its last day; null: since ever, without end. */
export interface ParentPeriod {
  readonly parentId: string
  readonly from: string | null
  readonly lastDay: string | null
}

/** Parents of an organisation through time, the oldest first. */
export async function listParents(store: Store, organisationId: string): Promise<ParentPeriod[]> {
  const rows = await store
    .selectFrom('organisation_parent')
    .select(['parent_id', 'valid_from', 'valid_until'])
    .where('organisation_id', '=', organisationId)
    .orderBy(sql`valid_from nulls first`)
    .execute()
  return rows.map(row => ({
    parentId: row.parent_id,
    from: row.valid_from,
    lastDay: row.valid_until && addDays(row.valid_until, -1),
  }))
}

/** The first and the last day; null: without one. */
interface ParentChange {
  readonly parentId: string | null
  readonly from: string | null
  readonly lastDay: string | null
}

/**
 * Says which parent an organisation has in a time (null: none): what was said of that time before gives way. False when the
 * organisation would be above itself on some day; nothing is changed then.
 */
export async function setParent(
  store: Store,
  organisationId: string,
  period: ParentChange,
): Promise<boolean> {
  // Two changes that are harmless alone can close a circle together: they come one after the other.
  await sql`select pg_advisory_xact_lock(hashtextextended('organisation_parent', 0))`.execute(store)
  const until = period.lastDay && addDays(period.lastDay, 1)
  if (period.parentId !== null && (await isAbove(store, organisationId, period.parentId, period.from, until)))
    return false
  const known = await store
    .selectFrom('organisation_parent')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where(
      sql<boolean>`daterange(valid_from, valid_until) && daterange(${period.from}::date, ${until}::date)`,
    )
    .execute()
  await store
    .deleteFrom('organisation_parent')
    .where('id', 'in', known.map(({ id }) => id).concat('00000000-0000-0000-0000-000000000000'))
    .execute()
  const left = known.flatMap(row => [
    ...(period.from !== null && (row.valid_from === null || row.valid_from < period.from)
      ? [{ parent_id: row.parent_id, valid_from: row.valid_from, valid_until: period.from }]
      : []),
    ...(until !== null && (row.valid_until === null || row.valid_until > until)
      ? [{ parent_id: row.parent_id, valid_from: until, valid_until: row.valid_until }]
      : []),
  ])
  const rows = [
    ...left,
    ...(period.parentId === null
      ? []
      : [{ parent_id: period.parentId, valid_from: period.from, valid_until: until }]),
  ]
  if (rows.length > 0)
    await store
      .insertInto('organisation_parent')
      .values(rows.map(row => ({ ...row, organisation_id: organisationId })))
      .execute()
  return true
}

/** Whether `upper` is above `lower` (or the same) on any day of the time, by what is on record. */
async function isAbove(
  store: Store,
  upper: string,
  lower: string,
  from: string | null,
  until: string | null,
): Promise<boolean> {
  const found = await sql<{ id: string }>`
    with recursive above(id, days) as (
      select ${lower}::uuid, daterange(${from}::date, ${until}::date)
      union
      select parent.parent_id, daterange(parent.valid_from, parent.valid_until) * above.days
      from organisation_parent parent join above
        on parent.organisation_id = above.id and daterange(parent.valid_from, parent.valid_until) && above.days
    )
    select id from above where id = ${upper}::uuid limit 1`.execute(store)
  return found.rows.length > 0
}

/** The same as a command of somebody, which the audit tells. */
export async function changeParent(
  store: Store,
  organisationId: string,
  period: ParentChange,
  by: ActedBy,
  at: Date,
): Promise<boolean> {
  if (!(await setParent(store, organisationId, period))) return false
  const { parentId, from, lastDay } = period
  await recordEvent(store, {
    at,
    actor: by.person,
    action: 'organisation.parent',
    subjectKind: 'organisation',
    subjectId: organisationId,
    detail: { parent: parentId, from, lastDay, ...inPlaceOf(by) },
  })
  return true
}
