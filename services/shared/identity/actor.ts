import type { Language, Names, Role } from '../../../domain/index.ts'

/** Who acts: the person with their roles, or a program of the installation itself. */
export interface Actor {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly demo: boolean
  /** In which the person is written to. */
  readonly language: Language
  /** Roles for the whole county. */
  readonly roles: readonly Role[]
  readonly organisations: readonly ActorOrganisation[]
  /** Those of the roles that the actor has in the place of somebody else only. */
  readonly deputyFor: readonly Deputyship[]
}

export interface ActorOrganisation {
  readonly id: string
  readonly cui: string | null
  readonly kind: string
  readonly names: Names
  readonly roles: readonly Role[]
}

export interface Deputyship {
  /** Id of the person who is stood in for. */
  readonly person: string
  readonly role: Role
  /** Null: for the whole county. */
  readonly organisationId: string | null
}

const SEES_ALL: readonly Role[] = ['analyst', 'official', 'admin', 'auditor']
const REPORTS_FOR_ALL: readonly Role[] = ['official', 'admin']
const REPORTS: readonly Role[] = ['reporter', 'approver']

export const allRoles = (actor: Actor): Role[] => [
  ...new Set([...actor.roles, ...actor.organisations.flatMap(organisation => organisation.roles)]),
]

/** Whether the actor reads the submissions of every institution. */
export const seesAllSubmissions = (actor: Actor): boolean => actor.roles.some(role => SEES_ALL.includes(role))

/** Organisations whose submissions the actor reads. */
export const visibleOrganisations = (actor: Actor): string[] =>
  actor.organisations
    .filter(organisation => organisation.roles.some(role => REPORTS.includes(role)))
    .map(organisation => organisation.id)

export const mayReportForAll = (actor: Actor): boolean =>
  actor.roles.some(role => REPORTS_FOR_ALL.includes(role))

/** Whether the actor may send and confirm reports of an institution. */
export const mayReportFor = (actor: Actor, organisationId: string): boolean =>
  mayReportForAll(actor) || visibleOrganisations(actor).includes(organisationId)

/** Reads everything and changes nothing: no other role than this one, being a citizen apart. */
export const isAuditorOnly = (actor: Actor): boolean => {
  const roles = allRoles(actor).filter(role => role !== 'citizen')
  return roles.length > 0 && roles.every(role => role === 'auditor')
}

/** Who is written down for an act: the person, and in whose place when a deputy acts. */
export interface ActedBy {
  readonly person: string
  readonly deputyFor: readonly string[]
}

/** Roles that the actor has at the organisation; those for the whole county at null. */
export const rolesAt = (actor: Actor, organisationId: string | null): readonly Role[] =>
  organisationId === null
    ? actor.roles
    : (actor.organisations.find(({ id }) => id === organisationId)?.roles ?? [])

/** The actor using one of these roles at one of these places (null: the whole county), where own ones go before lent ones. */
export function actedBy(actor: Actor, places: readonly (string | null)[], roles: readonly Role[]): ActedBy {
  const usable = places.flatMap(place =>
    rolesAt(actor, place)
      .filter(role => roles.includes(role))
      .map(role => ({
        lentBy: actor.deputyFor
          .filter(lent => lent.organisationId === place && lent.role === role)
          .map(({ person }) => person),
      })),
  )
  const isOwn = usable.some(({ lentBy }) => lentBy.length === 0)
  return {
    person: actor.id,
    deputyFor: isOwn ? [] : [...new Set(usable.flatMap(({ lentBy }) => lentBy))],
  }
}

/** A person or a program that acts in nobody's place. */
export const asItself = (person: string): ActedBy => ({ person, deputyFor: [] })

/** For the detail of an audit event. */
export const inPlaceOf = ({ deputyFor }: ActedBy): { deputyFor?: readonly string[] } =>
  deputyFor.length > 0 ? { deputyFor } : {}
