import { type Kysely, sql } from 'kysely'

/** Report types as data: each version is written once, and never changes after it was published. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table report_type (
    code text primary key check (code ~ '^[A-Za-z][A-Za-z0-9_-]{1,59}$'),
    created_by text not null, created_at timestamptz(3) not null
  )`,
  `create table report_type_version (
    code text not null references report_type,
    version integer not null check (version > 0),
    state text not null check (state in ('draft','published')),
    -- Counts how often a draft was saved, so that two people don't save over each other.
    revision integer not null default 1,
    applies_from date not null,
    definition jsonb not null,
    saved_by text not null, saved_at timestamptz(3) not null,
    published_at timestamptz(3),
    primary key (code, version),
    check ((state = 'published') = (published_at is not null))
  )`,
  `create unique index report_type_version_draft on report_type_version (code) where state = 'draft'`,
  `create unique index report_type_version_from on report_type_version (code, applies_from) where state = 'published'`,
  `create function report_type_version_stays() returns trigger language plpgsql as $$ begin
    if old.state = 'published' then raise exception 'a published version of a report type never changes'; end if;
    return case tg_op when 'DELETE' then old else new end;
  end $$`,
  `create trigger report_type_version_stays before update or delete on report_type_version
    for each row execute function report_type_version_stays()`,
  `grant select, insert, update, delete on report_type to open_county_app`,
  `grant select, insert, update, delete on report_type_version to open_county_app`,
]
