import { type Kysely, sql } from 'kysely'

/** Second factors, passkeys and identities of OpenID Connect providers, with the challenges of sign-ins that are under way. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  // strong: both factors were shown; confirmedAt: when the person last showed that it is still them.
  `alter table auth_session add column strong boolean not null default false, add column "confirmedAt" timestamptz`,
  `create table second_factor (
    user_id text primary key references auth_user on delete cascade,
    secret bytea not null,
    confirmed_at timestamptz,
    last_step bigint not null default 0,
    failures integer not null default 0,
    failed_at timestamptz
  )`,
  `create table recovery_code (
    user_id text not null references auth_user on delete cascade,
    code_mac text not null,
    used_at timestamptz,
    primary key (user_id, code_mac)
  )`,
  `create table passkey (
    id uuid primary key,
    user_id text not null references auth_user on delete cascade,
    credential_id text not null unique,
    public_key bytea not null,
    counter bigint not null,
    transports text[] not null,
    backed_up boolean not null,
    name text not null,
    created_at timestamptz not null,
    last_used_at timestamptz
  )`,
  `create index passkey_user on passkey (user_id)`,
  `create table linked_identity (
    id uuid primary key,
    user_id text not null references auth_user on delete cascade,
    issuer text not null,
    subject text not null,
    provider text not null,
    email text,
    created_at timestamptz not null,
    last_used_at timestamptz,
    unique (issuer, subject)
  )`,
  `create index linked_identity_user on linked_identity (user_id)`,
  `create table sign_in_challenge (
    token_hash text primary key,
    kind text not null check (kind in ('second_factor','passkey_registration','passkey_sign_in','oidc')),
    user_id text references auth_user on delete cascade,
    payload jsonb not null,
    tries integer not null default 0,
    expires_at timestamptz not null
  )`,
  `create index sign_in_challenge_expiry on sign_in_challenge (expires_at)`,
  `grant select, insert, update, delete on second_factor, recovery_code, passkey, linked_identity, sign_in_challenge to open_county_app`,
]
