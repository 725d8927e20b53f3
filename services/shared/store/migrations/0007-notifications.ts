import { type Kysely, sql } from 'kysely'

/** Who carries events on; inbox, mails with the state of their delivery, what a person wants to be told, and the calendar that a person follows. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  // Whoever does something about events of some kinds, in the order of all of them or of each aggregate.
  `create table outbox_consumer (
    name text primary key, kinds text[] not null, in_order text not null check (in_order in ('all','aggregate'))
  )`,
  // What a consumer has to do, and has done: the mark that makes an event count once.
  `create table outbox_task (
    consumer text not null references outbox_consumer on delete cascade,
    event_id uuid not null references outbox_event,
    sequence bigint not null,
    stream text not null,
    done_at timestamptz,
    attempts integer not null default 0,
    last_error text,
    next_attempt_at timestamptz,
    primary key (consumer, event_id)
  )`,
  `create index outbox_task_open on outbox_task (consumer, sequence) where done_at is null`,
  `create index outbox_task_stream on outbox_task (consumer, stream, sequence) where done_at is null`,
  `insert into outbox_consumer values ('warehouse', array['report.accepted','organisations.changed'], 'all')`,
  `insert into outbox_task (consumer, event_id, sequence, stream, done_at, attempts, last_error)
    select 'warehouse', id, sequence, '', done_at, attempts, last_error from outbox_event
    where kind in ('report.accepted','organisations.changed')`,
  `drop index outbox_event_open`,
  `alter table outbox_event drop column done_at, drop column attempts, drop column last_error`,
  `create index outbox_event_kind on outbox_event (kind, sequence)`,
  `revoke update on outbox_event from open_county_app`,
  `grant select, insert, update on outbox_consumer, outbox_task to open_county_app`,
  `alter table auth_user add column if not exists language text not null default 'ro'`,
  `create table delivery (
    id uuid primary key default gen_random_uuid(),
    sequence bigint generated always as identity unique,
    channel text not null default 'mail' check (channel in ('mail')),
    person text references auth_user on delete cascade,
    -- Only for someone without an account; the address of a person is looked up when the mail is sent.
    email text,
    language text,
    kind text not null,
    params jsonb not null,
    link text,
    calendar_uid text,
    state text not null default 'waiting' check (state in ('waiting','kept','sent','failed','gave_up')),
    attempts integer not null default 0,
    last_error text,
    message_id text unique,
    created_at timestamptz not null,
    next_attempt_at timestamptz,
    valid_until timestamptz,
    settled_at timestamptz,
    check ((person is null) <> (email is null)),
    check ((email is null) = (language is null))
  )`,
  `create index delivery_person on delivery (person)`,
  `create index delivery_open on delivery (sequence) where state in ('waiting','kept')`,
  `create table notification (
    id uuid primary key default gen_random_uuid(),
    sequence bigint generated always as identity unique,
    person text not null references auth_user on delete cascade,
    principal text,
    kind text not null,
    params jsonb not null,
    link text,
    calendar_uid text,
    created_at timestamptz not null,
    read_at timestamptz,
    digest_at timestamptz,
    delivery_id uuid references delivery on delete set null
  )`,
  `create index notification_person on notification (person, sequence desc)`,
  `create index notification_unread on notification (person) where read_at is null`,
  `create index notification_digest on notification (digest_at) where digest_at is not null and delivery_id is null`,
  `create index notification_delivery on notification (delivery_id)`,
  `create table notification_choice (
    person text not null references auth_user on delete cascade,
    kind text not null,
    mail boolean not null,
    primary key (person, kind)
  )`,
  `create table notification_setting (
    person text primary key references auth_user on delete cascade,
    digest text not null check (digest in ('none','daily','weekly'))
  )`,
  `create table calendar_event (
    person text not null references auth_user on delete cascade,
    uid text not null,
    sequence integer not null default 0,
    title jsonb not null,
    link text,
    -- A whole day, or a time with its end.
    starts_on date,
    starts_at timestamptz,
    ends_at timestamptz,
    cancelled boolean not null default false,
    updated_at timestamptz not null,
    primary key (person, uid),
    check ((starts_on is null) <> (starts_at is null)),
    check ((starts_at is null) = (ends_at is null)),
    check (ends_at > starts_at)
  )`,
  `create table calendar_feed (
    person text primary key references auth_user on delete cascade,
    token_hash text not null unique,
    created_at timestamptz not null
  )`,
  `grant select, insert, update, delete on delivery, notification, notification_choice, notification_setting, calendar_event, calendar_feed to open_county_app`,
]
