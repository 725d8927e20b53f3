import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LANGUAGES } from '../../../domain/index.ts'
import { createTestDatabase } from '../../../tests/support/test-database.ts'
import { LEGAL_BASES } from './processing.ts'
import { REGISTER } from './register.ts'

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

/** Names of columns that tell of a person, wherever they stand. */
const TELLS_OF_A_PERSON =
  /mail|phone|cnp|birth|user_?agent|(^|_)ip(_|$)|ipAddress|(^|_)(name|person|actor|principal|deputy|user_id|correspondent)($|_)|userId|_by$/i

/** Columns with such a name that tell of nobody. */
const OF_NOBODY = new Set([
  ...['ro', 'hu', 'en'].flatMap(language =>
    ['organisation', 'organisation_past', 'legal_rule', 'register'].map(table => `${table}.name_${language}`),
  ),
  'counter.name',
  'outbox_consumer.name',
  'cui_proposal.name',
  'notification_choice.mail',
])

const described = new Set(
  REGISTER.flatMap(({ fields }) =>
    fields.flatMap(({ table, columns }) => columns.map(name => `${table}.${name}`)),
  ),
)

test('every column that refers to a person stands in the register of processing', async () => {
  // Ids of persons are texts; a uuid is the id of something else.
  const { rows } = await owner.query<{ column: string; person: boolean }>(`
    select c.table_name || '.' || c.column_name as column, exists (
      select from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
      where k.contype = 'f' and k.confrelid = 'auth_user'::regclass and k.conrelid = format('%I', c.table_name)::regclass
        and a.attname = c.column_name
    ) as person
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name not like 'kysely%' and c.data_type <> 'uuid'`)
  const missing = rows
    .filter(({ column, person }) => person || TELLS_OF_A_PERSON.test(column.split('.')[1] ?? ''))
    .map(({ column }) => column)
    .filter(column => !described.has(column) && !OF_NOBODY.has(column))
  expect(missing).toEqual([])
})

test('what the register describes exists, and an exception is still needed', async () => {
  const { rows } = await owner.query<{ column: string }>(
    `select table_name || '.' || column_name as column from information_schema.columns where table_schema = 'public'`,
  )
  const known = new Set(rows.map(({ column }) => column))
  expect([...described, ...OF_NOBODY].filter(column => !known.has(column))).toEqual([])
})

test('each entry has its own code, a basis, texts in every language and a term for each field', () => {
  expect(new Set(REGISTER.map(({ code }) => code)).size).toBe(REGISTER.length)
  for (const { name, purpose, people, recipients, basis, fields } of REGISTER) {
    for (const text of [name, purpose, people, recipients, ...fields.map(({ what }) => what)])
      for (const language of LANGUAGES) expect(text[language].trim()).not.toBe('')
    expect(basis.length).toBeGreaterThan(0)
    for (const { gdpr } of basis) expect(LEGAL_BASES).toContain(gdpr)
    for (const { retention } of fields)
      if (retention.kind === 'days' || retention.kind === 'years')
        expect(retention.kind === 'days' ? retention.days : retention.years).toBeGreaterThan(0)
  }
})

test('every entry collects from the tables as they are', async () => {
  for (const entry of REGISTER) await entry.collect(database.db, 'nobody')
  await database.db.transaction().execute(async store => {
    for (const entry of REGISTER) await entry.erase(store, 'nobody', new Date())
  })
})
