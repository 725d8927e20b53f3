import { ROLES, type Role } from './role.ts'
import { ROLE_PLACES } from './role-grants.ts'

/**
 * The county's own roles, for whose data and decisions a password alone is too little (Law 58/2023; NIS 2, art. 21). Citizens and
 * those who report for institutions decide for themselves.
 */
const COUNTY_ROLES: ReadonlySet<Role> = new Set(
  ROLES.filter(role => role !== 'citizen' && !ROLE_PLACES[role].includes('institution')),
)

export const needsSecondFactor = (roles: readonly Role[]): boolean =>
  roles.some(role => COUNTY_ROLES.has(role))
