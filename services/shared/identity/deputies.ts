import type { Names } from '../../../domain/index.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { Store } from '../store/database.ts'
import { type ActedBy, inPlaceOf } from './actor.ts'

/** Somebody who has the roles of another at an organisation (null: those for the whole county) for a time. */
export interface Deputy {
  readonly id: string
  readonly principal: { readonly id: string; readonly name: string; readonly email: string }
  readonly deputy: { readonly id: string; readonly name: string; readonly email: string }
  readonly organisation: { readonly id: string; readonly names: Names } | null
  readonly from: Date
  readonly until: Date
}

const selectDeputies = (store: Store) =>
  store
    .selectFrom('deputy')
    .innerJoin('auth_user as one', 'one.id', 'deputy.principal')
    .innerJoin('auth_user as other', 'other.id', 'deputy.deputy')
    .leftJoin('organisation', 'organisation.id', 'deputy.organisation_id')
    .selectAll('deputy')
    .select([
      'one.name as one_name',
      'one.email as one_email',
      'other.name as other_name',
      'other.email as other_email',
      'name_ro',
      'name_hu',
      'name_en',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof selectDeputies>['execute']>>[number]

const toDeputy = (row: Row): Deputy => ({
  id: row.id,
  principal: { id: row.principal, name: row.one_name, email: row.one_email },
  deputy: { id: row.deputy, name: row.other_name, email: row.other_email },
  organisation:
    row.organisation_id === null
      ? null
      : {
          id: row.organisation_id,
          names: { ro: row.name_ro ?? '', hu: row.name_hu ?? '', en: row.name_en ?? '' },
        },
  from: row.valid_from,
  until: row.valid_until,
})

/** Deputies, now or later, whom a person has or is, or at an organisation. */
export async function listDeputies(
  store: Store,
  of: { readonly person: string } | { readonly organisation: string },
  at: Date,
): Promise<Deputy[]> {
  const rows = await selectDeputies(store)
    .where(({ eb, or }) =>
      'organisation' in of
        ? eb('deputy.organisation_id', '=', of.organisation)
        : or([eb('deputy.principal', '=', of.person), eb('deputy.deputy', '=', of.person)]),
    )
    .where('deputy.valid_until', '>', at)
    .where('deputy.ended_at', 'is', null)
    .orderBy('deputy.valid_from')
    .execute()
  return rows.map(toDeputy)
}

/** A deputy whose time is not over, or null. */
export async function findDeputy(store: Store, id: string, at: Date): Promise<Deputy | null> {
  const row = await selectDeputies(store)
    .where('deputy.id', '=', id)
    .where('deputy.valid_until', '>', at)
    .where('deputy.ended_at', 'is', null)
    .executeTakeFirst()
  return row ? toDeputy(row) : null
}

/** Names a deputy. Null when the person has no role there that somebody could stand in for. */
export async function nameDeputy(
  store: Store,
  named: {
    readonly principal: string
    readonly deputy: string
    readonly organisationId: string | null
    readonly from: Date
    readonly until: Date
  },
  by: ActedBy,
  at: Date,
): Promise<string | null> {
  const held = await store
    .selectFrom('membership')
    .select('id')
    .where('user_id', '=', named.principal)
    .where('organisation_id', 'is not distinct from', named.organisationId)
    .where('role', '<>', 'citizen')
    .where(({ eb, or }) => or([eb('valid_until', 'is', null), eb('valid_until', '>', at)]))
    .limit(1)
    .executeTakeFirst()
  if (!held) return null
  const { id } = await store
    .insertInto('deputy')
    .values({
      principal: named.principal,
      deputy: named.deputy,
      organisation_id: named.organisationId,
      valid_from: named.from,
      valid_until: named.until,
      named_by: by.person,
      ended_at: null,
      ended_by: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordEvent(store, {
    at,
    actor: by.person,
    action: 'deputy.named',
    subjectKind: 'user',
    subjectId: named.principal,
    detail: {
      deputy: named.deputy,
      organisation: named.organisationId,
      from: named.from.toISOString(),
      until: named.until.toISOString(),
      ...inPlaceOf(by),
    },
  })
  return id
}

/** Ends a deputy's time now. */
export async function endDeputy(store: Store, deputy: Deputy, by: ActedBy, at: Date): Promise<void> {
  const ended = await store
    .updateTable('deputy')
    .set({ ended_at: at, ended_by: by.person })
    .where('id', '=', deputy.id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!ended) return
  await recordEvent(store, {
    at,
    actor: by.person,
    action: 'deputy.ended',
    subjectKind: 'user',
    subjectId: deputy.principal.id,
    detail: {
      deputy: deputy.deputy.id,
      organisation: deputy.organisation?.id ?? null,
      ...inPlaceOf(by),
    },
  })
}
