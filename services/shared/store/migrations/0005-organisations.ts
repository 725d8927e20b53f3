import { type Kysely, sql } from 'kysely'

/** Organisations through time, contacts, roles with a period, deputies, invitations, and fiscal codes proposed by reports. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const ROLES = `('reporter','approver','analyst','official','clerk','moderator','publisher','admin','auditor','citizen')`
/** Stands for the whole county where an organisation would be named. */
const COUNTY = `'00000000-0000-0000-0000-000000000000'::uuid`

const STATEMENTS = [
  // Equality of ids inside an exclusion constraint.
  `create extension if not exists btree_gist`,
  // SIRUTA code of the town or commune that an organisation serves; null: the whole county.
  `alter table organisation add column territory text check (territory ~ '^[0-9]{1,6}$')`,
  `create table organisation_parent (
    id uuid primary key default gen_random_uuid(),
    organisation_id uuid not null references organisation on delete cascade,
    parent_id uuid not null references organisation check (parent_id <> organisation_id),
    valid_from date, valid_until date check (valid_until > valid_from),
    exclude using gist (organisation_id with =, daterange(valid_from, valid_until) with &&)
  )`,
  `create index organisation_parent_children on organisation_parent (parent_id)`,
  `insert into organisation_parent (organisation_id, parent_id) select id, parent_id from organisation where parent_id is not null`,
  `alter table organisation drop column parent_id`,
  // What an organisation was until a day; from the last such day on it is what its own row says.
  `create table organisation_past (
    organisation_id uuid not null references organisation on delete cascade, valid_until date not null,
    kind text not null, name_ro text not null, name_hu text not null, name_en text not null,
    primary key (organisation_id, valid_until)
  )`,
  `create table organisation_contact (
    organisation_id uuid not null references organisation on delete cascade, position integer not null,
    kind text not null check (kind in ('address','phone','email','web')), value text not null, label text not null,
    primary key (organisation_id, position)
  )`,
  `alter table membership
    add column id uuid not null default gen_random_uuid() primary key,
    add column valid_from timestamptz,
    add column valid_until timestamptz check (valid_until >= valid_from),
    add column granted_by text not null default 'installation',
    add column ended_by text`,
  `update membership set valid_from = auth_user."createdAt" from auth_user where auth_user.id = membership.user_id`,
  `alter table membership alter column valid_from set not null, alter column granted_by drop default`,
  `alter table membership drop constraint membership_user_id_role_organisation_id_key, drop constraint membership_role_check`,
  `alter table membership add constraint membership_role_check check (role in ${ROLES})`,
  `alter table membership add constraint membership_once exclude using gist
    (user_id with =, role with =, (coalesce(organisation_id, ${COUNTY})) with =, tstzrange(valid_from, valid_until) with &&)`,
  `create index membership_organisation on membership (organisation_id)`,
  `create table deputy (
    id uuid primary key default gen_random_uuid(),
    principal text not null references auth_user on delete cascade,
    deputy text not null references auth_user on delete cascade check (deputy <> principal),
    organisation_id uuid references organisation,
    valid_from timestamptz not null, valid_until timestamptz not null check (valid_until > valid_from),
    named_by text not null, ended_at timestamptz, ended_by text
  )`,
  `create index deputy_deputy on deputy (deputy)`,
  `create index deputy_principal on deputy (principal)`,
  `create table invitation (
    id uuid primary key default gen_random_uuid(),
    email text not null, role text not null check (role in ${ROLES}), organisation_id uuid references organisation,
    language text not null check (language in ('ro','hu','en')), token_hash text not null unique,
    invited_by text not null, created_at timestamptz not null, sent_at timestamptz not null, expires_at timestamptz not null,
    accepted_at timestamptz, accepted_by text, revoked_at timestamptz, revoked_by text
  )`,
  `create unique index invitation_open on invitation (email, role, organisation_id) nulls not distinct
    where accepted_at is null and revoked_at is null`,
  `create table cui_proposal (
    id uuid primary key default gen_random_uuid(),
    cui text not null check (cui ~ '^[1-9][0-9]{1,9}$'), name text not null,
    reason text not null check (reason in ('sender','name','unknown')),
    organisation_id uuid references organisation,
    submission_id uuid references submission on delete set null,
    proposed_at timestamptz not null, decided_at timestamptz, decided_by text,
    decision text check (decision in ('confirmed','rejected'))
  )`,
  `create unique index cui_proposal_open on cui_proposal (cui) where decided_at is null`,
  `grant select, insert, update, delete on organisation_parent, organisation_past, organisation_contact, deputy, invitation, cui_proposal to open_county_app`,
]
