import { type Kysely, sql } from 'kysely'

/** Whoever is represented proves that an account is their own, and sees there who acts for them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `alter table mandate drop constraint mandate_basis_check`,
  `alter table mandate add constraint mandate_basis_check
    check (basis in ('administrator','power_of_attorney','guardian','parent','self'))`,
  `create index mandate_principal on mandate (principal, state)`,
]
