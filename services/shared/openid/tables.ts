import type { Instant } from '../store/column-types.ts'

interface LinkedIdentityTable {
  id: string
  user_id: string
  issuer: string
  subject: string
  /** Name of the provider in the settings. */
  provider: string
  email: string | null
  created_at: Instant
  last_used_at: Instant | null
}

/** Tables of this capability. */
export interface OpenidTables {
  linked_identity: LinkedIdentityTable
}
