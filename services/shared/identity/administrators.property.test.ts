import crypto from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase } from '../../../tests/support/test-database.ts'
import { erasePerson } from '../privacy/erase-person.ts'
import { scheduleDeletion } from './account-deletion.ts'
import { putAccount } from './accounts.ts'
import { asItself } from './actor.ts'
import { isLastAdministrator } from './administrators.ts'
import { endRole, listMemberships } from './memberships.ts'

let database: Awaited<ReturnType<typeof createTestDatabase>>
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const at = new Date('2026-07-01T10:00:00Z')

/** Ways in which an administrator can go; each says whether it did. */
const WAYS = {
  endRole: async (person: string) => {
    const { db } = database
    const [membership] = await listMemberships(db, { people: [person] }, at)
    if (!membership) return false
    const outcome = await db.transaction().execute(store => endRole(store, membership, asItself(person), at))
    return outcome === 'ended'
  },
  deletion: (person: string) =>
    database.db.transaction().execute(async store => {
      if (await isLastAdministrator(store, person, at)) return false
      await scheduleDeletion(store, person, at)
      return true
    }),
  erasure: async (person: string) =>
    (await erasePerson(database.db, person, person, at)).outcome === 'erased',
}
const way = fc.constantFrom(...(Object.keys(WAYS) as (keyof typeof WAYS)[]))

/** Those who will go on to administer. */
const left = async (people: readonly string[]) => {
  const rows = await database.db
    .selectFrom('membership')
    .innerJoin('auth_user', 'auth_user.id', 'membership.user_id')
    .select('user_id')
    .where('user_id', 'in', people)
    .where('role', '=', 'admin')
    .where('valid_until', 'is', null)
    .where('deletion_due', 'is', null)
    .execute()
  return rows.length
}

test('whatever way administrators go at the same moment, one stays', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(way, { minLength: 2, maxLength: 4 }), async ways => {
      await database.db.deleteFrom('membership').execute()
      const people = await Promise.all(
        ways.map(() =>
          putAccount(
            database.db,
            {
              ...{ email: `${crypto.randomUUID()}@x.ro`, name: 'x', passwordHash: 'x', demo: false },
              memberships: [{ role: 'admin', organisationId: null }],
              grantedBy: 'tests',
            },
            at,
          ),
        ),
      )
      const went = await Promise.all(ways.map((one, index) => WAYS[one](people[index] ?? '')))
      expect(went.filter(Boolean)).toHaveLength(ways.length - 1)
      expect(await left(people)).toBe(1)
    }),
    { numRuns: 20 },
  )
}, 60_000)

test('a citizen is no administrator, and whose role ends soon keeps nobody from going', async () => {
  const { db } = database
  await db.deleteFrom('membership').execute()
  const put = (email: string, role: 'admin' | 'citizen') =>
    putAccount(
      db,
      {
        ...{ email, name: 'x', passwordHash: 'x', demo: false, grantedBy: 'tests' },
        memberships: [{ role, organisationId: null }],
      },
      at,
    )
  const [ana, ion, citizen] = [
    await put('ana@x.ro', 'admin'),
    await put('ion@x.ro', 'admin'),
    await put('c@x.ro', 'citizen'),
  ]
  const isLast = (person: string) => db.transaction().execute(store => isLastAdministrator(store, person, at))
  expect([await isLast(ana), await isLast(ion), await isLast(citizen)]).toEqual([false, false, false])
  await db
    .updateTable('membership')
    .set({ valid_until: new Date(at.getTime() + 60_000) })
    .where('user_id', '=', ion)
    .execute()
  expect([await isLast(ana), await isLast(ion), await isLast(citizen)]).toEqual([true, false, false])
})
