import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase } from '../../../tests/support/test-database.ts'
import { erasePersonKey, openFor, PersonErased } from '../vault/person-keys.ts'
import { PERSONAL } from './commitment.ts'
import { recordEvent } from './record-event.ts'

let database: Awaited<ReturnType<typeof createTestDatabase>>
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const at = new Date('2026-07-01T10:00:00.123Z')
const event = {
  at,
  actor: 'person-1',
  action: 'submission.received' as const,
  subjectKind: 'submission',
  subjectId: 'a',
  detail: { fileName: 'x.xlsx' },
}

test('appends an event', async () => {
  await recordEvent(database.db, event)
  const rows = await database.db.selectFrom('audit_event').selectAll().execute()
  expect(rows).toMatchObject([
    { actor: event.actor, action: event.action, at, detail: { fileName: 'x.xlsx' } },
  ])
})

test("the application's role can neither change nor delete what was written, nor write the chain", async () => {
  const { db } = database
  const refused = [
    db.updateTable('audit_event').set({ actor: 'nobody' }),
    db.deleteFrom('audit_event'),
    db.updateTable('audit_link').set({ number: '7' }),
    db.deleteFrom('audit_link'),
    db.insertInto('audit_link').values({ number: '7', event: crypto.randomUUID(), hash: Buffer.alloc(32) }),
    db.updateTable('audit_head').set({ number: '7' }),
    db.deleteFrom('audit_head'),
  ]
  for (const query of refused) await expect(query.execute()).rejects.toThrow(/permission denied/)
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  try {
    await client.query('set role open_county_app')
    for (const table of ['audit_event', 'audit_link', 'audit_head'])
      await expect(client.query(`truncate ${table} cascade`)).rejects.toThrow(
        /permission denied|must be owner/,
      )
    await expect(client.query('alter table audit_event disable trigger all')).rejects.toThrow(/owner/)
    await expect(client.query('set session_replication_role = replica')).rejects.toThrow(/permission denied/)
  } finally {
    await client.end()
  }
})

test('a rolled back command leaves no event and no gap', async () => {
  const last = async () =>
    (await database.db.selectFrom('audit_head').select('number').executeTakeFirstOrThrow()).number
  const before = await last()
  await expect(
    database.db.transaction().execute(async store => {
      await recordEvent(store, event)
      throw new Error('refused')
    }),
  ).rejects.toThrow('refused')
  await recordEvent(database.db, event)
  expect(await last()).toBe(String(Number(before) + 1))
})

test('concurrent commands that lock other rows in any order all commit, with numbers of one row of digits', async () => {
  const { db } = database
  await db
    .insertInto('counter')
    .values([
      { name: 'a', value: '0' },
      { name: 'b', value: '0' },
    ])
    .execute()
  const bump = (store: typeof db, name: string) =>
    store
      .updateTable('counter')
      .set(({ eb }) => ({ value: eb('value', '+', '1') }))
      .where('name', '=', name)
      .execute()
  // Half of them record before they lock another row, half after: only a lock taken at commit can't meet itself.
  await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      db.transaction().execute(async store => {
        if (index % 2) await recordEvent(store, event)
        await bump(store, 'a')
        if (index % 2 === 0) await recordEvent(store, event)
      }),
    ),
  )
  const numbers = await db.selectFrom('audit_link').select('number').orderBy('number').execute()
  expect(numbers.map(({ number }) => Number(number))).toEqual(numbers.map((_, index) => index + 1))
  expect(await db.selectFrom('audit_event').select('id').execute()).toHaveLength(numbers.length)
})

test('the personal part is read with the key of its person, and gone with it', async () => {
  const { db, keyring } = database
  const personal = { person: 'person-2', detail: { name: 'Kovács Ilona', ip: '192.0.2.7' } }
  await recordEvent(db, { ...event, personal })
  const row = await db
    .selectFrom('audit_event')
    .selectAll()
    .where('person', '=', 'person-2')
    .executeTakeFirstOrThrow()
  expect(row.personal?.includes('Kovács')).toBe(false)
  const read = () => openFor(db, keyring, 'person-2', PERSONAL, row.personal ?? Buffer.alloc(0))
  expect(JSON.parse((await read()) ?? '')).toEqual(personal.detail)
  await erasePersonKey(db, 'person-2', at)
  expect(await read()).toBeNull()
  await expect(recordEvent(db, { ...event, personal })).rejects.toThrow(PersonErased)
})

test('no address of a person stands as actor or subject, and an odd text fails no command', async () => {
  await expect(recordEvent(database.db, { ...event, actor: 'a@b.ro' })).rejects.toThrow(
    /audit_event_actor_check/,
  )
  await expect(recordEvent(database.db, { ...event, subjectId: 'a@b.ro' })).rejects.toThrow(
    /subject_id_check/,
  )
  await recordEvent(database.db, { ...event, detail: { text: 'nul \0, half \ud83d, whole 😀' } })
})
