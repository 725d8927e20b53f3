import { type Kysely, sql } from 'kysely'

/** Days of the role that an invitation gives; null: from its acceptance, without end. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `alter table invitation add column first_day date, add column last_day date,
        add constraint invitation_days check (last_day >= first_day)`,
    )
    .execute(db)
}
