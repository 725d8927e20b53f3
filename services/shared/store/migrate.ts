import { Kysely, type Migration, Migrator, PostgresDialect } from 'kysely'
import pg from 'pg'
import { prepareJobs } from '../jobs/prepare-jobs.ts'
import { carryKeyring } from '../vault/carried-keyring.ts'
import type { Keyring } from '../vault/keyring.ts'
import * as foundation from './migrations/0001-foundation.ts'
import * as csvReading from './migrations/0002-csv-reading.ts'
import * as accounts from './migrations/0003-accounts.ts'
import * as strongSignIn from './migrations/0004-strong-sign-in.ts'
import * as organisations from './migrations/0005-organisations.ts'
import * as calendarRegistry from './migrations/0006-calendar-registry.ts'
import * as notifications from './migrations/0007-notifications.ts'
import * as documents from './migrations/0008-documents.ts'
import * as attachments from './migrations/0009-attachments.ts'
import * as auditPrivacy from './migrations/0010-audit-privacy.ts'
import * as mandates from './migrations/0011-mandates.ts'
import * as invitationDays from './migrations/0014-invitation-days.ts'
import * as represented from './migrations/0016-represented.ts'
import * as strongTokens from './migrations/0017-strong-tokens.ts'
import * as reportTypes from './migrations/0018-report-types.ts'
import * as begunReportTypes from './migrations/0019-begun-report-types.ts'

export const APPLICATION_ROLE = 'open_county_app'

const MIGRATIONS: Record<string, Migration> = {
  '0001-foundation': foundation,
  '0002-csv-reading': csvReading,
  '0003-accounts': accounts,
  '0004-strong-sign-in': strongSignIn,
  '0005-organisations': organisations,
  '0006-calendar-registry': calendarRegistry,
  '0007-notifications': notifications,
  '0008-documents': documents,
  '0009-attachments': attachments,
  '0010-audit-privacy': auditPrivacy,
  '0011-mandates': mandates,
  '0014-invitation-days': invitationDays,
  '0016-represented': represented,
  '0017-strong-tokens': strongTokens,
  '0018-report-types': reportTypes,
  '0019-begun-report-types': begunReportTypes,
}

/** Migrations of a newer version, by their names. */
export const unknownMigrations = (names: readonly string[]): string[] =>
  names.filter(name => !Object.hasOwn(MIGRATIONS, name))

/**
 * Brings the schema up to date as the owner, and prepares the application's own role; `only` these migrations where a backup
 * of an older version is put back. Returns how many migrations ran.
 */
export async function migrate(
  ownerUrl: string,
  keyring: Keyring,
  only: readonly string[] = Object.keys(MIGRATIONS),
): Promise<number> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 })
  pool.on('error', () => {})
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool }),
    plugins: [carryKeyring(keyring)],
  })
  try {
    // Roles belong to the server: another database's migration may make it at the same moment.
    await pool.query(
      `do $$ begin if not exists (select from pg_roles where rolname = '${APPLICATION_ROLE}') then create role ${APPLICATION_ROLE} nologin; end if;
        exception when duplicate_object or unique_violation then null; end $$`,
    )
    const { error, results } = await new Migrator({
      db,
      provider: {
        getMigrations: async () =>
          Object.fromEntries(Object.entries(MIGRATIONS).filter(([name]) => only.includes(name))),
      },
    }).migrateToLatest()
    if (error) throw error
    await prepareJobs(pool, APPLICATION_ROLE)
    return results?.length ?? 0
  } finally {
    await db.destroy()
  }
}

/** Lets the application's role sign in with a password of this start; the owner's connection stays with the migrations. */
export async function applicationUrl(ownerUrl: string, password: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(`alter role ${APPLICATION_ROLE} login password ${client.escapeLiteral(password)}`)
  } finally {
    await client.end()
  }
  const url = new URL(ownerUrl)
  url.username = APPLICATION_ROLE
  url.password = password
  return url.toString()
}
