import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase } from '../../../tests/support/test-database.ts'
import { putAccount } from '../identity/accounts.ts'
import { asItself } from '../identity/actor.ts'
import { endDeputy, findDeputy, nameDeputy } from '../identity/deputies.ts'
import { invite, revokeInvitation, spendInvitation } from '../identity/invitations.ts'
import { endRole, grantRole, listMemberships } from '../identity/memberships.ts'
import { collectPerson } from '../privacy/collect-person.ts'
import { erasePerson } from '../privacy/erase-person.ts'

let database: Awaited<ReturnType<typeof createTestDatabase>>
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const at = new Date('2026-07-01T10:00:00Z')
const later = new Date('2026-08-01T10:00:00Z')
const account = (email: string) =>
  putAccount(
    database.db,
    { email, name: email, passwordHash: null, demo: false, memberships: [], grantedBy: 'tests' },
    at,
  )
const offer = (email: string) => ({
  ...{ email, role: 'analyst' as const, organisationId: null, language: 'ro' as const, expiresAt: later },
})
/** Tables of this part that still hold the text. */
const holders = async (text: string): Promise<string[]> => {
  const { db } = database
  const tables = {
    invitation: await db.selectFrom('invitation').selectAll().execute(),
    membership: await db.selectFrom('membership').selectAll().execute(),
    deputy: await db.selectFrom('deputy').selectAll().execute(),
  }
  return Object.entries(tables).flatMap(([name, rows]) => (JSON.stringify(rows).includes(text) ? [name] : []))
}

test('a person gets what they sent, took, gave and ended, and none of it leads to them after the erasure', async () => {
  const { db } = database
  const person = await account('ana@x.ro')
  const other = await account('bela@x.ro')
  const third = await account('cili@x.ro')
  const by = asItself(person)
  const accepted = await invite(db, offer('bela@x.ro'), by, at)
  await spendInvitation(db, accepted?.id ?? '', other, at)
  await invite(db, offer('waits@x.ro'), by, at)
  const withdrawn = await invite(db, offer('dani@x.ro'), asItself(other), at)
  await revokeInvitation(db, withdrawn?.id ?? '', by, at)
  await invite(db, offer('ana@x.ro'), asItself(other), at)
  const grant = { role: 'analyst' as const, organisationId: null, until: null }
  for (const who of [person, other, third]) await grantRole(db, { ...grant, person: who }, by, at)
  const [held] = await listMemberships(db, { people: [third] }, at)
  if (held) await endRole(db, held, by, later)
  const named = { principal: other, deputy: third, organisationId: null, from: at, until: later }
  const deputy = await findDeputy(db, (await nameDeputy(db, named, by, at)) ?? '', at)
  if (deputy) await endDeputy(db, deputy, by, at)
  await nameDeputy(db, { ...named, principal: other, deputy: person }, asItself(other), at)

  const collected: Record<string, unknown> = {}
  for await (const { processing, data } of collectPerson(db, person)) collected[processing.code] = data
  expect(collected).toMatchObject({
    organisations: {
      invitations: [{ email: 'ana@x.ro', role: 'analyst' }],
      invited: [{ role: 'analyst', accepted_at: at }, { accepted_at: null }],
      withdrawn: [{ revoked_at: at }],
    },
    accounts: {
      roles: [{ role: 'analyst' }],
      rolesGiven: [{}, {}, {}],
      rolesEnded: [{ valid_until: later }],
      deputyOf: [{ principal: other }],
      deputiesNamed: [{ valid_until: later }],
      deputiesEnded: [{ ended_at: at }],
    },
  })
  // The addresses of others are theirs.
  expect(JSON.stringify(collected.organisations)).not.toMatch(/bela@|waits@|dani@/)

  expect((await erasePerson(db, person, 'tests', at)).outcome).toBe('erased')
  expect(await holders(person)).toEqual([])
  expect(await holders('ana@x.ro')).toEqual([])
  // What the person began and nobody took is gone; what others have stays.
  expect(await holders('waits@x.ro')).toEqual([])
  expect(await holders('bela@x.ro')).toEqual(['invitation'])
  expect(await listMemberships(db, { people: [other, third] }, at)).toHaveLength(2)
})
