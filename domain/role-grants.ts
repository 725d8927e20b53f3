import { ROLES, type Role } from './role.ts'

/** Where a role is held: for the whole county, at a department of the county council, or at any other organisation. */
export type RolePlace = 'county' | 'department' | 'institution'

/** Reports are an institution's own; the county's work is done for the whole county or for one of its departments. */
export const ROLE_PLACES: Readonly<Record<Role, readonly RolePlace[]>> = {
  reporter: ['institution'],
  approver: ['institution'],
  analyst: ['county'],
  official: ['county', 'department'],
  clerk: ['county', 'department'],
  moderator: ['county', 'department'],
  publisher: ['county', 'department'],
  admin: ['county'],
  auditor: ['county'],
  citizen: ['county'],
}

/** The place that an organisation of this kind is; null stands for the whole county. */
export const placeOfKind = (kind: string | null): RolePlace =>
  kind === null ? 'county' : kind === 'department' ? 'department' : 'institution'

export interface Granter {
  /** Id of the person. */
  readonly person: string
  readonly countyRoles: readonly Role[]
  /** Roles at the organisation that is spoken of. */
  readonly rolesThere: readonly Role[]
}

export interface Grant {
  /** Id of who gets the role; null for somebody who has no account yet. */
  readonly person: string | null
  readonly role: Role
  readonly place: RolePlace
}

/** Why a role can't be given: there is no such role there, it would be the granter's own, or it is not the granter's to give. */
export type GrantRefusal = 'role_wrong_place' | 'role_own' | 'not_allowed'

/** Administrators give every role; the head of an institution (approver) gives its reporters. Nobody gives himself any. */
export function refuseGrant(granter: Granter, grant: Grant): GrantRefusal | null {
  if (!ROLE_PLACES[grant.role].includes(grant.place)) return 'role_wrong_place'
  if (!managesRole(granter, grant)) return 'not_allowed'
  return grant.person === granter.person ? 'role_own' : null
}

/** Who may give a role may end it; and everybody may give up his own. That one administrator is left is checked apart. */
export const mayEndRole = (granter: Granter, grant: Grant): boolean =>
  grant.person === granter.person || managesRole(granter, grant)

const managesRole = (granter: Granter, { role, place }: Grant): boolean =>
  granter.countyRoles.includes('admin') ||
  (place === 'institution' && role === 'reporter' && granter.rolesThere.includes('approver'))

/** Roles that the granter may give to others at such a place. */
export const grantableRoles = (granter: Granter, place: RolePlace): Role[] =>
  ROLES.filter(role => refuseGrant(granter, { person: null, role, place }) === null)

/**
 * A person names the deputy for the own roles at an organisation; an administrator names anybody's, those for the whole
 * county included. Nobody becomes a deputy by his own word.
 */
export function mayNameDeputy(
  namer: Granter,
  named: { readonly principal: string; readonly deputy: string; readonly place: RolePlace },
): boolean {
  if (named.deputy === namer.person || named.deputy === named.principal) return false
  if (namer.countyRoles.includes('admin')) return true
  return named.principal === namer.person && named.place !== 'county'
}
