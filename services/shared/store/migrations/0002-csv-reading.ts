import { type Kysely, sql } from 'kysely'

/** What the sender said of a CSV, and how it was read: whoever reads the file again reads it the same way. And the how manieth
 * reading it is, so that a confirmation can name what it confirms. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table submission add column reading_options jsonb not null default '{}', add column read_as jsonb,
    add column reading integer not null default 1`.execute(db)
}
