import type { Generated } from 'kysely'
import type { Instant } from '../store/column-types.ts'

interface OrganisationTable {
  id: Generated<string>
  county: string
  cui: string | null
  siruta: string | null
  kind: string
  name_ro: string
  name_hu: string
  name_en: string
  parent_id: string | null
  demo: boolean
  created_at: Generated<Instant>
}

/** Tables of this capability. */
export interface OrganisationTables {
  organisation: OrganisationTable
}
