import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ROLES, type Role } from './role.ts'
import { type Grant, mayEndRole, mayNameDeputy, ROLE_PLACES, refuseGrant } from './role-grants.ts'

const role = fc.constantFrom(...ROLES)
const place = fc.constantFrom('county', 'department', 'institution') as fc.Arbitrary<Grant['place']>
const person = fc.constantFrom('ana', 'bela', 'cristi')
const granter = fc.record({
  person,
  countyRoles: fc.uniqueArray(role),
  rolesThere: fc.uniqueArray(role),
})
const grant = fc.record({ person: fc.option(person), role, place })

/** Who may give what, said a second time as the list of the cases that are allowed. */
function allowed(who: { person: string; countyRoles: Role[]; rolesThere: Role[] }, what: Grant): boolean {
  const places: Record<Role, string> = {
    reporter: 'institution',
    approver: 'institution',
    analyst: 'county',
    official: 'county department',
    clerk: 'county department',
    moderator: 'county department',
    publisher: 'county department',
    admin: 'county',
    auditor: 'county',
    citizen: 'county',
  }
  if (what.person === who.person || !places[what.role].split(' ').includes(what.place)) return false
  if (who.countyRoles.includes('admin')) return true
  return what.role === 'reporter' && what.place === 'institution' && who.rolesThere.includes('approver')
}

test('a role is given by an administrator, or a reporter by the head of the institution; never to oneself', () => {
  fc.assert(
    fc.property(granter, grant, (who, what) => {
      expect(refuseGrant(who, what) === null).toBe(allowed(who, what))
    }),
    { numRuns: 2000 },
  )
})

test('who may give a role may end it, everybody the own, nobody else', () => {
  fc.assert(
    fc.property(granter, grant, (who, what) => {
      const given = allowed(who, { ...what, person: null })
      const known = ROLE_PLACES[what.role].includes(what.place)
      if (known) expect(mayEndRole(who, what)).toBe(given || what.person === who.person)
    }),
    { numRuns: 2000 },
  )
})

test('a deputy is named by the person for an organisation, by an administrator for all, never by the deputy', () => {
  fc.assert(
    fc.property(granter, person, person, place, (who, principal, deputy, where) => {
      const may = mayNameDeputy(who, { principal, deputy, place: where })
      if (may) {
        expect(deputy).not.toBe(who.person)
        expect(deputy).not.toBe(principal)
        expect(who.countyRoles.includes('admin') || (principal === who.person && where !== 'county')).toBe(
          true,
        )
      } else
        expect(
          deputy === who.person ||
            deputy === principal ||
            (!who.countyRoles.includes('admin') && (principal !== who.person || where === 'county')),
        ).toBe(true)
    }),
    { numRuns: 2000 },
  )
})
