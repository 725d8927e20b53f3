import type { Instant } from '../store/column-types.ts'

interface PersonKeyTable {
  person: string
  /** Wrapped by the keyring; null once destroyed. */
  sealed_key: Buffer | null
  erased_at: Instant | null
}

/** Tables of this capability. */
export interface VaultTables {
  person_key: PersonKeyTable
}
