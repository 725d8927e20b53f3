import { type Kysely, sql } from 'kysely'

/** Mandates: who may act for whom. Names and numbers of those represented are sealed; a number is found by its keyed hash. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  // Whoever is represented: a company or sole trader by its fiscal code, a person by the personal number.
  `create table principal (
    id uuid primary key default gen_random_uuid(), kind text not null check (kind in ('company','person')),
    cui text unique check (cui ~ '^[1-9][0-9]{1,9}$'), cnp_mac text unique, cnp bytea, created_at timestamptz not null,
    check ((kind = 'company') = (cui is not null)), check (cnp_mac is null or kind = 'person')
  )`,
  `create table mandate (
    id uuid primary key default gen_random_uuid(), sequence bigint generated always as identity unique,
    principal uuid not null references principal, person text not null,
    principal_name bytea not null, basis text not null check (basis in ('administrator','power_of_attorney','guardian','parent')),
    state text not null check (state in ('submitted','completion','confirmed','refused','withdrawn','ended')),
    valid_from date not null, valid_until date, entry uuid not null references register_entry, created_at timestamptz not null,
    check (valid_until >= valid_from)
  )`,
  // One at a time for the same two.
  `create unique index mandate_open on mandate (principal, person) where state in ('submitted','completion','confirmed')`,
  `create index mandate_person on mandate (person)`,
  `create index mandate_state on mandate (state, sequence)`,
  `create table mandate_step (
    id bigint generated always as identity primary key, mandate uuid not null references mandate,
    step text not null check (step in ('requested','completion_asked','completed','confirmed','refused','withdrawn','renounced','revoked','ended_by_office','expired')),
    at timestamptz not null, actor text not null, reason bytea, registered uuid references register_entry
  )`,
  `create index mandate_step_mandate on mandate_step (mandate, id)`,
  `alter table document add column owner_principal uuid references principal`,
  `create index document_owner_principal on document (owner_principal)`,
  `grant select, insert on principal, mandate, mandate_step to open_county_app`,
  `grant update (state) on mandate to open_county_app`,
  // Somebody who was erased is found no more.
  `grant update (cnp, cnp_mac) on principal to open_county_app`,
]
