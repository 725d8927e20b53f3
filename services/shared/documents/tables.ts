import type { Generated } from 'kysely'
import type { Instant } from '../store/column-types.ts'

interface DocumentTable {
  id: Generated<string>
  key: string
  code: string
  kind: string
  number: string
  date: string
  issuer_ro: string
  issuer_hu: string
  issuer_en: string
  signer: string
  demo_signature: boolean
  owner_person: string | null
  owner_organisation: string | null
  /** Whoever is represented by those who hold a mandate. */
  owner_principal: string | null
  issued_at: Instant
  superseded_by: Generated<string | null>
  superseded_at: Instant | null
  revoked_at: Instant | null
  revocation_reason: string | null
}

interface DocumentFileTable {
  document_id: string
  rendition: string
  language: string
  sha256: string
  size: number
}

/** Tables of this capability. */
export interface DocumentTables {
  document: DocumentTable
  document_file: DocumentFileTable
}
