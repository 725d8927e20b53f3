import { type Kysely, sql } from 'kysely'

/** Organisations, accounts, audit, submissions and the outbox. The application's role gets only what it needs: it can't change the audit. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table organisation (
    id uuid primary key default gen_random_uuid(),
    county text not null,
    cui text unique check (cui ~ '^[1-9][0-9]{1,9}$'),
    siruta text unique check (siruta ~ '^[0-9]{1,6}$'),
    kind text not null,
    name_ro text not null,
    name_hu text not null,
    name_en text not null,
    parent_id uuid references organisation,
    demo boolean not null default false,
    created_at timestamptz not null default now()
  )`,
  `create table auth_user (
    id text primary key, name text not null, email text not null unique, "emailVerified" boolean not null default false,
    image text, demo boolean not null default false, "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now()
  )`,
  `create table auth_session (
    id text primary key, "expiresAt" timestamptz not null, token text not null unique, "createdAt" timestamptz not null default now(),
    "updatedAt" timestamptz not null default now(), "ipAddress" text, "userAgent" text,
    "userId" text not null references auth_user on delete cascade
  )`,
  `create index auth_session_user on auth_session ("userId")`,
  `create table auth_account (
    id text primary key, "accountId" text not null, "providerId" text not null, "userId" text not null references auth_user on delete cascade,
    "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz,
    scope text, password text, "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now()
  )`,
  `create index auth_account_user on auth_account ("userId")`,
  `create table auth_verification (
    id text primary key, identifier text not null, value text not null, "expiresAt" timestamptz not null,
    "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now()
  )`,
  `create table membership (
    user_id text not null references auth_user on delete cascade,
    role text not null check (role in ('reporter','approver','analyst','official','admin','auditor','citizen')),
    organisation_id uuid references organisation,
    unique nulls not distinct (user_id, role, organisation_id)
  )`,
  `create table api_token (
    id uuid primary key default gen_random_uuid(), token_hash text not null unique,
    user_id text not null references auth_user on delete cascade,
    created_at timestamptz not null default now(), expires_at timestamptz not null
  )`,
  `create table audit_event (
    id bigint generated always as identity primary key, at timestamptz not null, actor text not null, action text not null,
    subject_kind text not null, subject_id text not null, detail jsonb not null
  )`,
  `create index audit_event_subject on audit_event (subject_kind, subject_id)`,
  `create table submission (
    id uuid primary key,
    sequence bigint generated always as identity unique,
    status text not null check (status in ('draft','received','reading','invalid','awaiting_confirmation','submitted','returned','approved','accepted','published','superseded','withdrawn','failed')),
    file_name text not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    size bigint not null,
    organisation_id uuid references organisation,
    requested_cui text,
    requested_type text,
    uploaded_by text not null,
    report_type text,
    period_end date,
    lines integer,
    revenue numeric(18,2),
    expenditure numeric(18,2),
    control_revenue numeric(18,2),
    control_expenditure numeric(18,2),
    sheets jsonb not null,
    sample boolean not null default false,
    version integer,
    publication bigint unique,
    received_at timestamptz not null,
    confirmed_at timestamptz,
    published_at timestamptz,
    unique (organisation_id, report_type, period_end, version)
  )`,
  `create index submission_sha256 on submission (sha256)`,
  `create index submission_organisation on submission (organisation_id, sequence desc)`,
  `create index submission_open on submission (status) where status in ('received','reading','accepted')`,
  `create table submission_issue (
    submission_id uuid not null references submission on delete cascade, ordinal integer not null, code text not null,
    severity text not null check (severity in ('error','warning','information')),
    sheet text, cell text, value text, params jsonb not null, primary key (submission_id, ordinal)
  )`,
  `create table outbox_event (
    id uuid primary key, sequence bigint generated always as identity unique, kind text not null, aggregate text not null,
    payload jsonb not null, created_at timestamptz not null, done_at timestamptz, attempts integer not null default 0, last_error text
  )`,
  `create index outbox_event_open on outbox_event (sequence) where done_at is null`,
  // Publication numbers have no gaps and ascend in the order of commits: a locked row, not a sequence.
  `create table counter (name text primary key, value bigint not null)`,
  `insert into counter values ('publication', 0)`,
  `grant usage on schema public to open_county_app`,
  `grant select, insert, update, delete on organisation, auth_user, auth_session, auth_account, auth_verification, membership, api_token, submission, submission_issue to open_county_app`,
  `grant select, insert, update on outbox_event, counter to open_county_app`,
  `grant select, insert on audit_event to open_county_app`,
  `revoke update, delete, truncate on audit_event from open_county_app`,
]
