import type { Generated } from 'kysely'
import type { Instant } from '../store/column-types.ts'

interface OrganisationTable {
  id: Generated<string>
  county: string
  cui: string | null
  siruta: string | null
  territory: string | null
  kind: string
  name_ro: string
  name_hu: string
  name_en: string
  demo: boolean
  created_at: Generated<Instant>
}

/** From valid_from (null: since ever) until the day before valid_until (null: without end). */
interface OrganisationParentTable {
  id: Generated<string>
  organisation_id: string
  parent_id: string
  valid_from: string | null
  valid_until: string | null
}

interface OrganisationPastTable {
  organisation_id: string
  valid_until: string
  kind: string
  name_ro: string
  name_hu: string
  name_en: string
}

interface OrganisationContactTable {
  organisation_id: string
  position: number
  kind: 'address' | 'phone' | 'email' | 'web'
  value: string
  label: string
}

interface CuiProposalTable {
  id: Generated<string>
  cui: string
  name: string
  reason: 'sender' | 'name' | 'unknown'
  organisation_id: string | null
  submission_id: string | null
  proposed_at: Instant
  decided_at: Instant | null
  decided_by: string | null
  decision: 'confirmed' | 'rejected' | null
}

/** Tables of this capability. */
export interface OrganisationTables {
  organisation: OrganisationTable
  organisation_parent: OrganisationParentTable
  organisation_past: OrganisationPastTable
  organisation_contact: OrganisationContactTable
  cui_proposal: CuiProposalTable
}
