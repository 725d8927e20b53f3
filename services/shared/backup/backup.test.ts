import crypto from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { migrate } from '../store/migrate.ts'
import { createKeyring } from '../vault/keyring.ts'
import { listMigrations } from './catalog.ts'
import { dumpDatabase } from './dump-database.ts'
import { contentOf } from './dump-tables.ts'
import { LoadRefused, loadTables } from './load-tables.ts'
import { connectForCopy } from './session.ts'

const keyring = createKeyring('a secret of a test')
const open: pg.Client[] = []
let folder: string
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'open-county-dump-'))
})
afterAll(async () => {
  for (const client of open) await client.end()
  fs.rmSync(folder, { recursive: true })
})

async function freshDatabase(): Promise<{ url: string; client: pg.Client }> {
  const name = `test_${crypto.randomBytes(6).toString('hex')}`
  const owner = new pg.Client({ connectionString: inject('postgresUrl') })
  await owner.connect()
  await owner.query(`create database ${name}`)
  await owner.end()
  const url = new URL(inject('postgresUrl'))
  url.pathname = `/${name}`
  const client = await connectForCopy(url.toString())
  open.push(client)
  return { url: url.toString(), client }
}

async function dumpInto(name: string, url: string) {
  const target = path.join(folder, name)
  fs.mkdirSync(path.join(target, 'tables'), { recursive: true })
  return { target, dump: await dumpDatabase(url, target, new AbortController().signal, () => {}) }
}

/** Values that a copy could get wrong. */
const STRANGE = 'a\tb\\N\nc\r"\u0001 ș ő 😀 \\.'

async function fill(client: pg.Client): Promise<void> {
  await client.query(
    `insert into organisation (id, county, cui, kind, name_ro, name_hu, name_en, parent_id) values
      ('00000000-0000-4000-8000-000000000002', 'HR', null, 'school', $1, '', 'x', '00000000-0000-4000-8000-000000000001'),
      ('00000000-0000-4000-8000-000000000001', 'HR', '4245747', 'municipality', 'x', 'x', 'x', null)`,
    [STRANGE],
  )
  await client.query(
    `insert into outbox_event (id, kind, aggregate, payload, created_at) select gen_random_uuid(), 'x', 'x', '{"a":1}', now() from generate_series(1, 3000)`,
  )
}

test('rows of an older version are loaded at its own level, then brought forward', async () => {
  const [from, to] = [await freshDatabase(), await freshDatabase()]
  await migrate(from.url, keyring, ['0001-foundation', '0002-csv-reading'])
  await fill(from.client)
  const { target, dump } = await dumpInto('older', from.url)
  expect(dump.migrations).toEqual(['0001-foundation', '0002-csv-reading'])
  await migrate(to.url, keyring, dump.migrations)
  await loadTables(to.client, dump, target, () => {})
  for (const table of dump.tables)
    expect([table.name, await contentOf(to.client, table)]).toEqual([
      table.name,
      await contentOf(from.client, table),
    ])
  const { rows } = await to.client.query('select name_ro from organisation where kind = $1', ['school'])
  expect(rows).toEqual([{ name_ro: STRANGE }])
  expect(await migrate(to.url, keyring)).toBeGreaterThan(0)
  expect((await listMigrations(to.client)).length).toBeGreaterThan(2)
  // The next number continues where the copied ones end.
  const next = `insert into outbox_event (id, kind, aggregate, payload, created_at) values (gen_random_uuid(), 'x', 'x', '{}', now()) returning sequence`
  expect((await to.client.query(next)).rows).toEqual([{ sequence: '3001' }])
})

test('a snapshot is of one moment, whatever is written meanwhile', async () => {
  const from = await freshDatabase()
  await migrate(from.url, keyring)
  let writing = true
  const count = async () => {
    while (writing)
      await from.client.query(
        `with c as (update counter set value = value + 1 where name = 'publication' returning value)
         insert into outbox_event (id, kind, aggregate, payload, created_at) select gen_random_uuid(), 'n', 'x', to_jsonb(value), now() from c`,
      )
  }
  const writer = count()
  const { target, dump } = await dumpInto('moment', from.url)
  writing = false
  await writer
  const to = await freshDatabase()
  await migrate(to.url, keyring, dump.migrations)
  await loadTables(to.client, dump, target, () => {})
  const { rows } = await to.client.query(
    `select (select value from counter where name = 'publication') = (select count(*) from outbox_event) as together`,
  )
  expect(rows).toEqual([{ together: true }])
})

test('references and triggers are on again, and rows that break a reference are refused whole', async () => {
  const [from, to] = [await freshDatabase(), await freshDatabase()]
  await migrate(from.url, keyring)
  await from.client.query(
    `insert into auth_user (id, name, email) values ('a', 'A', 'a@example.ro');
     insert into auth_session (id, "expiresAt", token, "userId") values ('s', now(), 't', 'a')`,
  )
  const { target, dump } = await dumpInto('constraints', from.url)
  await migrate(to.url, keyring, dump.migrations)
  await loadTables(to.client, dump, target, () => {})
  const structure = `select conname, pg_get_constraintdef(oid), convalidated from pg_constraint
    where connamespace in (select oid from pg_namespace where nspname in ('public', 'pgboss')) order by 1, 2`
  expect((await to.client.query(structure)).rows).toEqual((await from.client.query(structure)).rows)
  const triggers = `select tgrelid::regclass::text, tgname, tgenabled from pg_trigger where not tgisinternal order by 1, 2`
  expect((await to.client.query(triggers)).rows).toEqual((await from.client.query(triggers)).rows)

  const without = (name: string) => dump.tables.filter(table => table.name !== name)
  await expect(
    loadTables(to.client, { ...dump, tables: without('auth_user') }, target, () => {}),
  ).rejects.toThrow(LoadRefused)
  const people = dump.tables.find(({ name }) => name === 'auth_user')
  if (!people) throw new Error('no people')
  fs.writeFileSync(path.join(target, people.part.path), gzipSync(''))
  await expect(loadTables(to.client, dump, target, () => {})).rejects.toThrow(LoadRefused)
  const nobody = { ...people, rows: 0, content: crypto.createHash('sha256').digest('hex') }
  await expect(
    loadTables(to.client, { ...dump, tables: [...without('auth_user'), nobody] }, target, () => {}),
  ).rejects.toThrow(/violates foreign key/)
  expect((await to.client.query('select id from auth_user')).rows).toEqual([{ id: 'a' }])
})
