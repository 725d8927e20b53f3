import { type Kysely, sql } from 'kysely'

/** Files that people attach; their content lies sealed on the disk under a random name. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table attachment (
    id uuid primary key,
    uploaded_by text references auth_user on delete set null,
    purpose text not null,
    file_name bytea,
    state text not null check (state in ('uploading','checking','waiting','ready','refused','infected','deleted')),
    scan text not null check (scan in ('not_scanned','clean','infected')),
    signature text,
    problem text,
    kind text,
    size bigint not null check (size > 0),
    sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
    storage_key text not null unique check (storage_key ~ '^[0-9a-f]{32}$'),
    sealed_key bytea,
    subject_kind text,
    subject_id text,
    created_at timestamptz not null,
    arrived_at timestamptz,
    attached_at timestamptz,
    delete_after timestamptz,
    check (state = 'deleted' or (sealed_key is not null and file_name is not null)),
    check (state <> 'ready' or (kind is not null and sha256 is not null)),
    check ((subject_kind is null) = (subject_id is null)),
    check ((subject_kind is null) = (attached_at is null))
  )`,
  `create index attachment_uploaded_by on attachment (uploaded_by)`,
  `create index attachment_subject on attachment (subject_kind, subject_id)`,
  `create index attachment_open on attachment (state) where state in ('uploading','checking','waiting')`,
  `create index attachment_unattached on attachment (created_at) where subject_kind is null`,
  `create index attachment_due on attachment (delete_after) where state <> 'deleted'`,
  `grant select, insert, update, delete on attachment to open_county_app`,
]
