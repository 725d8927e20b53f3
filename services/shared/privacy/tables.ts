import type { Instant } from '../store/column-types.ts'

interface ErasureTable {
  id: string
  person: string
  at: Instant
  /** Id of the person who decided, or the name of a program. */
  decided_by: string
  /** Keyed hash: nobody can add a line that the installation would follow. */
  mac: string
}

/** Tables of this capability. */
export interface PrivacyTables {
  erasure: ErasureTable
}
