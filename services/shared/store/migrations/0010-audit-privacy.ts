import crypto from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { commitmentOf } from '../../audit/commitment.ts'
import { keyringOf } from '../../vault/carried-keyring.ts'

/** The chain of the audit, the keys of persons, and people named by their id instead of their address. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const old = await readOldEvents(db)
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  await chainOldEvents(db, old)
}

const STATEMENTS = [
  `create table person_key (
    person text primary key,
    sealed_key bytea,
    erased_at timestamptz,
    check ((sealed_key is null) = (erased_at is not null))
  )`,
  `grant select, insert, update on person_key to open_county_app`,
  // Who was erased, so that a restored backup can forget them again.
  `create table erasure (
    id uuid primary key, person text not null unique, at timestamptz(3) not null, decided_by text not null, mac text not null
  )`,
  `grant select, insert on erasure to open_county_app`,
  `update submission set uploaded_by = coalesce(
    (select id from auth_user where email = submission.uploaded_by),
    case uploaded_by when 'system@localhost' then 'system' else 'unknown' end
  )`,
  `drop table audit_event`,
  `create table audit_event (
    id uuid primary key,
    at timestamptz(3) not null,
    actor text not null check (actor not like '%@%'),
    action text not null,
    subject_kind text not null,
    subject_id text not null check (subject_id not like '%@%'),
    detail jsonb not null,
    person text,
    personal bytea,
    personal_mac text,
    commitment bytea not null check (length(commitment) = 32),
    check ((person is null) = (personal is null) and (person is null) = (personal_mac is null))
  )`,
  `create table audit_link (
    number bigint primary key,
    event uuid not null unique references audit_event,
    hash bytea not null
  )`,
  `create table audit_head (
    one boolean primary key default true check (one),
    number bigint not null,
    hash bytea not null
  ) with (fillfactor = 10)`,
  `insert into audit_head (number, hash) values (0, sha256('open-county audit'::bytea))`,
  // What each check of the whole chain found.
  `create table audit_check (
    id uuid primary key, at timestamptz not null, links bigint not null, head text not null,
    broken_number bigint, fault text, check ((broken_number is null) = (fault is null))
  )`,
  `create index audit_check_at on audit_check (at desc)`,
  `grant select, insert on audit_check to open_county_app`,
  // As the owner, and at commit: the application's role writes neither links nor the head, and no lock is taken after theirs.
  `create function link_audit_event() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
    declare head record;
    begin
      update audit_head set number = number + 1, hash = sha256(hash || int8send(number + 1) || new.commitment)
        returning number, hash into head;
      insert into audit_link (number, event, hash) values (head.number, new.id, head.hash);
      return null;
    end
  $$`,
  `create constraint trigger link_audit_event after insert on audit_event deferrable initially deferred
    for each row execute function link_audit_event()`,
  `create index audit_event_subject on audit_event (subject_kind, subject_id)`,
  `create index audit_event_actor on audit_event (actor)`,
  `grant select, insert on audit_event to open_county_app`,
  `grant select on audit_link, audit_head to open_county_app`,
]

interface OldEvent {
  at: Date
  actor: string
  action: string
  subject_kind: string
  subject_id: string
  detail: Record<string, unknown>
}

/** Events from before the chain, in their order; whom an address meant is found, or nobody's name is kept. */
async function readOldEvents(db: Kysely<unknown>): Promise<OldEvent[]> {
  const person = (column: string) =>
    `case when ${column} = 'system@localhost' then 'system' when ${column} like '%@%'
      then coalesce((select id from auth_user where email = lower(${column})), 'unknown') else ${column} end`
  const { rows } = await sql
    .raw<OldEvent>(
      `select date_trunc('milliseconds', at) as at, ${person('actor')} as actor, action, subject_kind,
        ${person('subject_id')} as subject_id, detail from audit_event order by audit_event.id`,
    )
    .execute(db)
  return rows
}

async function chainOldEvents(db: Kysely<unknown>, events: readonly OldEvent[]): Promise<void> {
  for (const { at, actor, action, subject_kind, subject_id, detail } of events) {
    const id = crypto.randomUUID()
    const commitment = commitmentOf(keyringOf(db), {
      ...{ id, at, actor, action, detail, person: null, personalMac: null },
      subjectKind: subject_kind,
      subjectId: subject_id,
    })
    await sql`insert into audit_event (id, at, actor, action, subject_kind, subject_id, detail, commitment) values
      (${id}, ${at}, ${actor}, ${action}, ${subject_kind}, ${subject_id}, ${JSON.stringify(detail)}, ${commitment})`.execute(
      db,
    )
  }
  // A table whose triggers still wait can't be altered by the migrations that follow.
  await sql`set constraints all immediate`.execute(db)
}
