import { type Kysely, sql } from 'kysely'

/** Official documents with their files. What is in a document stands in its files only; a row is what a verifier may see, and
 * whose the document is. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table document (
    id uuid primary key default gen_random_uuid(),
    key text not null unique,
    code text not null unique,
    kind text not null,
    number text not null,
    date date not null,
    issuer_ro text not null, issuer_hu text not null, issuer_en text not null,
    signer text not null,
    demo_signature boolean not null,
    owner_person text references auth_user on delete set null,
    owner_organisation uuid references organisation,
    issued_at timestamptz not null,
    superseded_by uuid references document deferrable initially deferred,
    superseded_at timestamptz,
    revoked_at timestamptz,
    revocation_reason text,
    check (num_nonnulls(superseded_by, superseded_at) in (0, 2)),
    check (num_nonnulls(revoked_at, revocation_reason) in (0, 2))
  )`,
  `create index document_owner_person on document (owner_person)`,
  `create index document_owner_organisation on document (owner_organisation)`,
  `create table document_file (
    document_id uuid not null references document,
    rendition text not null check (rendition in ('official','archive','copy')),
    language text not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    size integer not null,
    primary key (document_id, rendition, language)
  )`,
  // What a document is never changes; only its state does, and whose it is ends with the account.
  `grant select, insert on document, document_file to open_county_app`,
  `grant update (owner_person, superseded_by, superseded_at, revoked_at, revocation_reason) on document to open_county_app`,
]
