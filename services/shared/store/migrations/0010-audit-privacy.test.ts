import crypto from 'node:crypto'
import { Kysely, Migrator, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { carryKeyring } from '../../vault/carried-keyring.ts'
import { createKeyring } from '../../vault/keyring.ts'
import * as foundation from './0001-foundation.ts'
import * as auditPrivacy from './0010-audit-privacy.ts'

test('old events are chained in their order and name people by their id', async () => {
  const name = `test_${crypto.randomBytes(6).toString('hex')}`
  const owner = new pg.Client({ connectionString: inject('postgresUrl') })
  await owner.connect()
  await owner.query(`create database ${name}`)
  await owner.end()
  const url = new URL(inject('postgresUrl'))
  url.pathname = `/${name}`
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url.toString(), max: 1 }) }),
    plugins: [carryKeyring(createKeyring('a secret'))],
  })
  try {
    await new Migrator({
      db,
      provider: { getMigrations: async () => ({ '0001': foundation }) },
    }).migrateToLatest()
    await sql`insert into auth_user (id, name, email) values ('u1', 'Ana', 'ana@b.ro')`.execute(db)
    await sql`insert into audit_event (at, actor, action, subject_kind, subject_id, detail) values
      ('2026-01-01T00:00:00.123456Z', 'ana@b.ro', 'submission.received', 'submission', 's', '{"b":1,"a":2}'),
      ('2026-01-02T00:00:00Z', 'system@localhost', 'submission.confirmed', 'submission', 's', '{}'),
      ('2026-01-03T00:00:00Z', 'gone@b.ro', 'submission.withdrawn', 'submission', 's', '{}'),
      ('2026-01-04T00:00:00Z', 'admin command', 'account.put', 'user', 'ana@b.ro', '{}')`.execute(db)
    await sql`insert into submission (id, status, file_name, sha256, size, uploaded_by, sheets, received_at)
      select gen_random_uuid(), 'received', 'x', repeat('a', 64), 1, by, '[]', now() from
      (values ('ana@b.ro'), ('system@localhost'), ('gone@b.ro')) v(by)`.execute(db)
    await db.transaction().execute(auditPrivacy.up)
    const { rows } =
      await sql`select number::int, actor, subject_id from audit_link join audit_event on event = id order by number`.execute(
        db,
      )
    expect(rows).toEqual([
      { number: 1, actor: 'u1', subject_id: 's' },
      { number: 2, actor: 'system', subject_id: 's' },
      { number: 3, actor: 'unknown', subject_id: 's' },
      { number: 4, actor: 'admin command', subject_id: 'u1' },
    ])
    const uploaders = await sql<{
      uploaded_by: string
    }>`select uploaded_by from submission order by uploaded_by`.execute(db)
    expect(uploaders.rows.map(row => row.uploaded_by)).toEqual(['system', 'u1', 'unknown'])
  } finally {
    await db.destroy()
  }
})
