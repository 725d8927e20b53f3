import { type Actor, allRoles, findOrganisation, type Organisation, rolesAt } from '../../services/index.ts'
import { ProblemError } from '../http/problem.ts'
import type { System } from './system.ts'

const OFFICE = new Set(['official', 'clerk', 'moderator', 'publisher', 'analyst', 'admin', 'auditor'])

/** The county's people, those of its departments included, see every organisation; others those that they act for. */
export const seesAllOrganisations = (actor: Actor): boolean => allRoles(actor).some(role => OFFICE.has(role))

export const seesOrganisation = (actor: Actor, id: string): boolean =>
  seesAllOrganisations(actor) || rolesAt(actor, id).length > 0

/** Organisations are changed by the county's officials and administrators, not by those of one department. */
export const editsOrganisations = (actor: Actor): boolean =>
  actor.roles.some(role => role === 'official' || role === 'admin')

export const editsContacts = (actor: Actor, id: string): boolean =>
  editsOrganisations(actor) || rolesAt(actor, id).includes('approver')

const MEMBER_READERS = new Set(['official', 'admin', 'auditor'])

/** Who works there knows who else does; so do the county's officials, administrators and auditors. */
export const seesMembers = (actor: Actor, id: string): boolean =>
  actor.roles.some(role => MEMBER_READERS.has(role)) || rolesAt(actor, id).length > 0

/** The organisation, when there is one and the actor sees it. */
export async function visibleOrganisation(
  system: System,
  actor: Actor,
  id: string,
  on: string | null = null,
): Promise<Organisation> {
  const organisation = seesOrganisation(actor, id) ? await findOrganisation(system.db, { id }, on) : null
  if (!organisation) throw new ProblemError('organisation_unknown')
  return organisation
}
