import { type Kysely, sql } from 'kysely'

/** Tokens know whether the session that made them had shown both factors; those from before had not, as far as is known. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table api_token add column strong boolean not null default false`.execute(db)
}
