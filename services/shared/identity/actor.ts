import type { Names, Role } from '../../../domain/index.ts'

/** Who acts: the person with their roles, or a program of the installation itself. */
export interface Actor {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly demo: boolean
  /** Roles for the whole county. */
  readonly roles: readonly Role[]
  readonly organisations: readonly ActorOrganisation[]
}

export interface ActorOrganisation {
  readonly id: string
  readonly cui: string | null
  readonly names: Names
  readonly roles: readonly Role[]
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
