import crypto from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { APPLICATION_ROLE, type Database, migrate, openDatabase } from '../../services/index.ts'

/** A fresh, migrated database on the test run's server, as the application sees it. */
export async function createTestDatabase(onQuery?: (sql: string) => void): Promise<{
  db: Database
  ownerUrl: string
  close(): Promise<void>
}> {
  const name = `test_${crypto.randomBytes(6).toString('hex')}`
  const owner = new pg.Client({ connectionString: inject('postgresUrl') })
  await owner.connect()
  await owner.query(`create database ${name}`)
  await owner.end()
  const url = new URL(inject('postgresUrl'))
  url.pathname = `/${name}`
  await migrate(url.toString())
  const { db } = openDatabase({
    url: url.toString(),
    role: APPLICATION_ROLE,
    max: 4,
    ...(onQuery ? { onQuery } : {}),
  })
  return { db, ownerUrl: url.toString(), close: () => db.destroy() }
}
