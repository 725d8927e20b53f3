import type {
  DocumentKind,
  DocumentState,
  Language,
  Names,
  Rendition,
  RevocationReason,
} from '../../../domain/index.ts'
import type { Store } from '../store/database.ts'

export interface DocumentFile {
  readonly rendition: Rendition
  readonly language: Language
  readonly sha256: string
  readonly size: number
}

/** What is known of a document beside its content. Nothing in it is personal, save the signer's name in the certificate. */
export interface OfficialDocument {
  readonly id: string
  readonly code: string
  readonly kind: DocumentKind
  readonly number: string
  readonly date: string
  readonly issuer: Names
  readonly signer: string
  readonly demoSignature: boolean
  readonly issuedAt: Date
  readonly state: DocumentState
  /** Since when the state is what it is. */
  readonly since: Date
  readonly revocationReason: RevocationReason | null
  readonly supersededBy: { readonly code: string; readonly number: string } | null
  readonly files: readonly DocumentFile[]
}

/** Whose documents are read: everyone's, or those of a person and of the organisations and principals that they act for. */
export type DocumentScope =
  | { readonly kind: 'all' }
  | {
      readonly kind: 'own'
      readonly person: string
      readonly organisations: readonly string[]
      readonly principals: readonly string[]
    }

const documents = (store: Store) =>
  store
    .selectFrom('document as document')
    .leftJoin('document as successor', 'successor.id', 'document.superseded_by')
    .selectAll('document')
    .select(['successor.code as successor_code', 'successor.number as successor_number'])

type Rows = Awaited<ReturnType<ReturnType<typeof documents>['execute']>>

/** The document of a code, for whoever holds the code. */
export async function findDocumentByCode(store: Store, code: string): Promise<OfficialDocument | null> {
  const rows = await documents(store).where('document.code', '=', code).execute()
  return (await withFiles(store, rows))[0] ?? null
}

/** The document that was issued for this reason. Whoever asks must still ask whether the caller may see it. */
export async function findDocumentByKey(store: Store, key: string): Promise<OfficialDocument | null> {
  const rows = await documents(store).where('document.key', '=', key).execute()
  return (await withFiles(store, rows))[0] ?? null
}

export async function findDocument(
  store: Store,
  id: string,
  scope: DocumentScope,
): Promise<OfficialDocument | null> {
  const rows = await scoped(documents(store), scope).where('document.id', '=', id).execute()
  return (await withFiles(store, rows))[0] ?? null
}

export interface DocumentFilter {
  readonly person: string | null
  /** A verification code as it is stored, or a part of a registration number. */
  readonly named: { readonly code: string } | { readonly number: string } | null
  readonly state: DocumentState | null
  readonly limit: number
}

/** Newest first. */
export async function listDocuments(
  store: Store,
  scope: DocumentScope,
  { person, named, state, limit }: DocumentFilter,
): Promise<OfficialDocument[]> {
  let query = scoped(documents(store), scope)
  if (person !== null) query = query.where('document.owner_person', '=', person)
  if (named !== null && 'code' in named) query = query.where('document.code', '=', named.code)
  if (named !== null && 'number' in named)
    query = query.where('document.number', 'like', `%${named.number.replaceAll(/[\\%_]/g, '\\$&')}%`)
  if (state !== null) query = query.where('document.revoked_at', state === 'revoked' ? 'is not' : 'is', null)
  if (state === 'valid' || state === 'superseded')
    query = query.where('document.superseded_at', state === 'valid' ? 'is' : 'is not', null)
  return withFiles(
    store,
    await query.orderBy('document.issued_at', 'desc').orderBy('document.id').limit(limit).execute(),
  )
}

function scoped(query: ReturnType<typeof documents>, scope: DocumentScope): ReturnType<typeof documents> {
  if (scope.kind === 'all') return query
  return query.where(({ eb, or }) =>
    or([
      eb('document.owner_person', '=', scope.person),
      ...(scope.organisations.length > 0
        ? [eb('document.owner_organisation', 'in', [...scope.organisations])]
        : []),
      ...(scope.principals.length > 0 ? [eb('document.owner_principal', 'in', [...scope.principals])] : []),
    ]),
  )
}

async function withFiles(store: Store, rows: Rows): Promise<OfficialDocument[]> {
  if (rows.length === 0) return []
  const files = await store
    .selectFrom('document_file')
    .selectAll()
    .where(
      'document_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('rendition')
    .orderBy('language')
    .execute()
  return rows.map(row => ({
    id: row.id,
    code: row.code,
    kind: row.kind as DocumentKind,
    number: row.number,
    date: row.date,
    issuer: { ro: row.issuer_ro, hu: row.issuer_hu, en: row.issuer_en },
    signer: row.signer,
    demoSignature: row.demo_signature,
    issuedAt: row.issued_at,
    ...stateOf(row),
    revocationReason: row.revocation_reason as RevocationReason | null,
    supersededBy:
      row.successor_code === null || row.successor_number === null
        ? null
        : { code: row.successor_code, number: row.successor_number },
    files: files
      .filter(file => file.document_id === row.id)
      .map(({ rendition, language, sha256, size }) => ({
        rendition: rendition as Rendition,
        language: language as Language,
        sha256,
        size,
      })),
  }))
}

/** Revoked outweighs superseded: the one before it may be relied on no more than this one. */
function stateOf(row: Rows[number]): Pick<OfficialDocument, 'state' | 'since'> {
  if (row.revoked_at) return { state: 'revoked', since: row.revoked_at }
  if (row.superseded_at) return { state: 'superseded', since: row.superseded_at }
  return { state: 'valid', since: row.issued_at }
}
