import crypto from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import {
  APPLICATION_ROLE,
  createKeyring,
  type Database,
  type Keyring,
  migrate,
  openDatabase,
} from '../../services/index.ts'

/** A fresh, migrated database on the test run's server, as the application sees it. */
export async function createTestDatabase(onQuery?: (sql: string) => void): Promise<{
  db: Database
  keyring: Keyring
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
  const keyring = createKeyring('a secret of the tests')
  await migrate(url.toString(), keyring)
  const { db } = openDatabase({
    url: url.toString(),
    role: APPLICATION_ROLE,
    max: 4,
    keyring,
    ...(onQuery ? { onQuery } : {}),
  })
  return { db, keyring, ownerUrl: url.toString(), close: () => db.destroy() }
}
