import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase } from '../../../tests/support/test-database.ts'
import { recordEvent } from '../audit/record-event.ts'
import { auditHead, verifyChain } from '../audit/verify-chain.ts'
import { putAccount } from '../identity/accounts.ts'
import { sealFor } from '../vault/person-keys.ts'
import { collectPerson } from './collect-person.ts'
import { erasePerson, keptAfterErasure, repeatErasure } from './erase-person.ts'

let database: Awaited<ReturnType<typeof createTestDatabase>>
let owner: pg.Client
beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await database.close()
})

const at = new Date('2026-07-01T10:00:00Z')
let count = 0
const account = (role: 'admin' | 'citizen') =>
  putAccount(
    database.db,
    {
      email: `person${++count}@x.ro`,
      name: `Kovács Ilona ${count}`,
      passwordHash: 'x',
      demo: false,
      memberships: [{ role, organisationId: null }],
      grantedBy: 'tests',
    },
    at,
  )

/** Every row of every table that holds a text, whatever its type. */
async function placesOf(text: string): Promise<string[]> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'pgboss')`,
  )
  const found: string[] = []
  for (const { name } of tables) {
    const { rows } = await owner.query(`select 1 from ${name} as one where one::text ilike $1 limit 1`, [
      `%${text}%`,
    ])
    if (rows.length > 0) found.push(name)
  }
  return found
}

test('nothing of a person is left but the identifier where the law keeps it; chain and ledger stand', async () => {
  const { db, keyring } = database
  await account('admin')
  const person = await account('citizen')
  const email = `person${count}@x.ro`
  await recordEvent(db, {
    ...{ at, actor: person, action: 'account.changed', subjectKind: 'user', subjectId: person, detail: {} },
    personal: { person, detail: { email } },
  })
  await sealFor(db, keyring, person, 'x', 'y')
  expect(await placesOf(email)).toEqual(['public.auth_user'])
  const collected: Record<string, unknown> = {}
  for await (const { processing, data } of collectPerson(db, person)) collected[processing.code] = data
  expect(collected.accounts).toMatchObject({ account: [{ id: person, email }], roles: [{ role: 'citizen' }] })
  expect(collected.audit).toMatchObject({ personalDetails: [{ personal: { email } }] })

  expect((await erasePerson(db, person, person, at)).outcome).toBe('erased')
  expect(await placesOf(email)).toEqual([])
  expect(await placesOf(`Kovács Ilona ${count}`)).toEqual([])
  expect((await placesOf(person)).sort()).toEqual([
    'public.audit_event',
    'public.erasure',
    'public.person_key',
  ])
  expect(await verifyChain(db, keyring, [await auditHead(db)])).toMatchObject({ broken: null, erased: 1 })
  expect(await erasePerson(db, person, person, at)).toEqual({ outcome: 'unknown' })
  expect(keptAfterErasure().map(({ table }) => table)).toContain('audit_event')
})

test('the last administrator stays, also when the last two go at the same moment', async () => {
  const { db } = database
  await db.deleteFrom('membership').execute()
  const two = [await account('admin'), await account('admin')]
  const outcomes = await Promise.all(two.map(person => erasePerson(db, person, person, at)))
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['erased', 'last_admin'])
})

test('an erasure is repeated where a restored backup brought the person back, and only there', async () => {
  const { db } = database
  const person = await account('citizen')
  const result = await erasePerson(db, person, 'admin command', at)
  if (result.outcome !== 'erased') throw new Error(result.outcome)
  expect(await repeatErasure(db, result.erasure, at)).toBe(false)
  await owner.query(`delete from erasure where person = $1`, [person])
  await owner.query(`insert into auth_user (id, name, email) values ($1, 'Back', 'back@x.ro')`, [person])
  expect(await repeatErasure(db, result.erasure, at)).toBe(true)
  expect(await placesOf('back@x.ro')).toEqual([])
})
