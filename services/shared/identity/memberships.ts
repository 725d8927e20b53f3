import { type RawBuilder, sql } from 'kysely'
import type { Names, Role } from '../../../domain/index.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { Store } from '../store/database.ts'
import { type ActedBy, inPlaceOf } from './actor.ts'
import { isLastAdministrator } from './administrators.ts'

/** A role of a person, for the whole county or at an organisation. */
export interface Membership {
  readonly id: string
  readonly person: { readonly id: string; readonly name: string; readonly email: string }
  readonly role: Role
  readonly organisation: { readonly id: string; readonly kind: string; readonly names: Names } | null
  readonly from: Date
  /** Null: without end. */
  readonly until: Date | null
}

const selectMemberships = (store: Store) =>
  store
    .selectFrom('membership')
    .innerJoin('auth_user', 'auth_user.id', 'membership.user_id')
    .leftJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .select([
      'membership.id',
      'membership.user_id',
      'membership.role',
      'membership.organisation_id',
      'membership.valid_from',
      'membership.valid_until',
      'auth_user.name',
      'auth_user.email',
      'organisation.kind',
      'name_ro',
      'name_hu',
      'name_en',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof selectMemberships>['execute']>>[number]

const toMembership = (row: Row): Membership => ({
  id: row.id,
  person: { id: row.user_id, name: row.name, email: row.email },
  role: row.role,
  organisation:
    row.organisation_id === null
      ? null
      : {
          id: row.organisation_id,
          kind: row.kind ?? '',
          names: { ro: row.name_ro ?? '', hu: row.name_hu ?? '', en: row.name_en ?? '' },
        },
  from: row.valid_from,
  until: row.valid_until,
})

export async function findMembership(store: Store, id: string): Promise<Membership | null> {
  const row = await selectMemberships(store).where('membership.id', '=', id).executeTakeFirst()
  return row ? toMembership(row) : null
}

/** Roles of people, or at an organisation, that have not ended at the moment; ended ones too when asked. */
export async function listMemberships(
  store: Store,
  of: { people: readonly string[] } | { organisation: string },
  at: Date,
  ended = false,
): Promise<Membership[]> {
  if ('people' in of && of.people.length === 0) return []
  const rows = await selectMemberships(store)
    .$call(query =>
      'people' in of
        ? query.where('membership.user_id', 'in', [...of.people])
        : query.where('membership.organisation_id', '=', of.organisation),
    )
    .$if(!ended, query =>
      query.where(({ eb, or }) =>
        or([eb('membership.valid_until', 'is', null), eb('membership.valid_until', '>', at)]),
      ),
    )
    .orderBy('auth_user.name')
    .orderBy('membership.valid_from')
    .execute()
  return rows.map(toMembership)
}

/** Gives a role from now on, or from a later moment. False when the person has it already in that time. */
export async function grantRole(
  store: Store,
  grant: {
    readonly person: string
    readonly role: Role
    readonly organisationId: string | null
    /** Now, where it is not said. */
    readonly from?: Date | null
    readonly until: Date | null
  },
  by: ActedBy,
  at: Date,
): Promise<boolean> {
  const from = grant.from && grant.from > at ? grant.from : at
  const row = await store
    .insertInto('membership')
    .values({
      user_id: grant.person,
      role: grant.role,
      organisation_id: grant.organisationId,
      valid_from: from,
      valid_until: grant.until,
      granted_by: by.person,
      ended_by: null,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) return false
  await recordEvent(store, {
    at,
    actor: by.person,
    action: 'role.granted',
    subjectKind: 'user',
    subjectId: grant.person,
    detail: {
      role: grant.role,
      organisation: grant.organisationId,
      from: from.toISOString(),
      until: grant.until?.toISOString() ?? null,
      ...inPlaceOf(by),
    },
  })
  return true
}

/** Ends a role now. The county keeps one administrator whose role has no end. */
export async function endRole(
  store: Store,
  membership: Membership,
  by: ActedBy,
  at: Date,
): Promise<'ended' | 'ended_before' | 'last_admin'> {
  if (await isLastOf(store, membership, at)) return 'last_admin'
  const end = { valid_until: sql<Date>`greatest(valid_from, ${at})`, ended_by: by.person }
  if (!(await setEnd(store, membership, end, at))) return 'ended_before'
  await recordEnd(store, membership, 'role.ended', {}, by, at)
  return 'ended'
}

/** Says on which day a role ends (null: without end) that has not ended. */
export async function endRoleOn(
  store: Store,
  membership: Membership,
  until: Date | null,
  by: ActedBy,
  at: Date,
): Promise<'changed' | 'ended_before' | 'last_admin'> {
  if (until !== null && (await isLastOf(store, membership, at))) return 'last_admin'
  const end = { valid_until: until, ended_by: until === null ? null : by.person }
  if (!(await setEnd(store, membership, end, at))) return 'ended_before'
  await recordEnd(store, membership, 'role.end_set', { until: until?.toISOString() ?? null }, by, at)
  return 'changed'
}

/** False when the role has ended before. */
async function setEnd(
  store: Store,
  { id }: Membership,
  end: { readonly valid_until: Date | RawBuilder<Date> | null; readonly ended_by: string | null },
  at: Date,
): Promise<boolean> {
  const row = await store
    .updateTable('membership')
    .set(end)
    .where('id', '=', id)
    .where(({ eb, or }) => or([eb('valid_until', 'is', null), eb('valid_until', '>', at)]))
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

const recordEnd = (
  store: Store,
  { role, organisation, person }: Membership,
  action: 'role.ended' | 'role.end_set',
  more: Record<string, unknown>,
  by: ActedBy,
  at: Date,
): Promise<void> =>
  recordEvent(store, {
    at,
    actor: by.person,
    action,
    subjectKind: 'user',
    subjectId: person.id,
    detail: { role, organisation: organisation?.id ?? null, ...more, ...inPlaceOf(by) },
  })

const isLastOf = async (
  store: Store,
  { role, organisation, person }: Membership,
  at: Date,
): Promise<boolean> => role === 'admin' && organisation === null && isLastAdministrator(store, person.id, at)
