import { type Kysely, sql } from 'kysely'

/** Accounts that people open and keep themselves: language, last use of sessions, tokens with scopes, links sent by mail, the
 * tally of failed sign-ins, and the day on which a closed account is erased. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `alter table auth_user add column language text not null default 'ro' check (language in ('ro','hu','en')),
    add column deletion_due timestamptz`,
  `create index auth_user_deletion on auth_user (deletion_due) where deletion_due is not null`,
  `alter table auth_session add column last_seen timestamptz not null default now()`,
  // Tokens from before could do everything that their account could.
  `alter table api_token add column name text not null default '', add column scopes text[] not null default '{read,report,office,personal}',
    add column last_used_at timestamptz`,
  `alter table api_token alter column scopes drop default`,
  `create index api_token_user on api_token (user_id)`,
  // Only the hash of what the mail holds is kept: whoever reads the table can't follow a link.
  `create table account_link (
    token_hash text primary key, purpose text not null check (purpose in ('sign_up','password_reset','email_change','unlock')),
    user_id text references auth_user on delete cascade, email text not null, language text not null,
    created_at timestamptz not null, expires_at timestamptz not null
  )`,
  `create index account_link_email on account_link (email)`,
  `create index account_link_expiry on account_link (expires_at)`,
  // The subject is a keyed hash: the table does not tell which addresses were tried.
  `create table sign_in_tally (
    subject text primary key, failures integer not null, last_failure timestamptz not null, next_attempt timestamptz not null,
    locked boolean not null default false
  )`,
  `create index sign_in_tally_age on sign_in_tally (last_failure)`,
  `grant select, insert, update, delete on account_link, sign_in_tally to open_county_app`,
]
