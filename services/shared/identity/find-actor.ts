import type { Names, Role } from '../../../domain/index.ts'
import type { Store } from '../store/database.ts'
import type { Actor, Deputyship } from './actor.ts'

/** A role that counts now: the person's own, or one of somebody whose deputy the person is. */
interface Held {
  readonly role: Role
  readonly organisation: { id: string; cui: string | null; kind: string; names: Names } | null
  /** Id of the person who is stood in for. */
  readonly lentBy: string | null
}

/** The person with the roles and organisations of this moment, or null. */
export async function findActor(
  store: Store,
  by: { id: string } | { email: string },
  at: Date,
): Promise<Actor | null> {
  const people = store.selectFrom('auth_user').select(['id', 'email', 'name', 'demo', 'language'])
  const person = await ('id' in by
    ? people.where('id', '=', by.id)
    : people.where('email', '=', by.email.toLowerCase())
  ).executeTakeFirst()
  if (!person) return null
  return { ...person, ...gather(await rolesHeld(store, person.id, at)) }
}

async function rolesHeld(store: Store, person: string, at: Date): Promise<Held[]> {
  const valid = store
    .selectFrom('membership')
    .leftJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .select(['role', 'organisation.id', 'organisation.cui', 'kind', 'name_ro', 'name_hu', 'name_en'])
    .where('membership.valid_from', '<=', at)
    .where(({ eb, or }) =>
      or([eb('membership.valid_until', 'is', null), eb('membership.valid_until', '>', at)]),
    )
    .orderBy('name_ro')
  const own = await valid.where('membership.user_id', '=', person).execute()
  // A deputy has what the person holds himself, not what was lent to that person in turn.
  const lent = await valid
    .innerJoin('deputy', join =>
      join
        .onRef('deputy.principal', '=', 'membership.user_id')
        .on(({ eb, ref }) =>
          eb('deputy.organisation_id', 'is not distinct from', ref('membership.organisation_id')),
        ),
    )
    .select('deputy.principal')
    .where('deputy.deputy', '=', person)
    .where('deputy.valid_from', '<=', at)
    .where('deputy.valid_until', '>', at)
    .where('deputy.ended_at', 'is', null)
    .where('membership.role', '<>', 'citizen')
    .execute()
  const toHeld = (row: (typeof own)[number], lentBy: string | null): Held => ({
    role: row.role,
    organisation:
      row.id === null
        ? null
        : {
            id: row.id,
            cui: row.cui,
            kind: row.kind ?? '',
            names: { ro: row.name_ro ?? '', hu: row.name_hu ?? '', en: row.name_en ?? '' },
          },
    lentBy,
  })
  return [...own.map(row => toHeld(row, null)), ...lent.map(row => toHeld(row, row.principal))]
}

function gather(held: readonly Held[]): Pick<Actor, 'roles' | 'organisations' | 'deputyFor'> {
  const roles = new Set<Role>()
  const organisations = new Map<string, { about: NonNullable<Held['organisation']>; roles: Set<Role> }>()
  const deputyFor: Deputyship[] = []
  for (const { role, organisation, lentBy } of held) {
    const here = organisation
      ? (organisations.get(organisation.id) ?? { about: organisation, roles: new Set<Role>() })
      : null
    if (organisation && here) organisations.set(organisation.id, here)
    const known = here?.roles ?? roles
    // What somebody may do himself he doesn't do for another.
    const own = held.some(
      other => other.lentBy === null && other.role === role && other.organisation?.id === organisation?.id,
    )
    if (lentBy !== null && !own)
      deputyFor.push({ person: lentBy, role, organisationId: organisation?.id ?? null })
    known.add(role)
  }
  return {
    roles: [...roles],
    organisations: [...organisations.values()].map(({ about, roles: there }) => ({
      ...about,
      roles: [...there],
    })),
    deputyFor,
  }
}
