import { type Kysely, sql } from 'kysely'

/** Who began a type is what its first version says. Installations may have had the table without these columns. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table report_type drop column if exists created_by, drop column if exists created_at`.execute(
    db,
  )
}
