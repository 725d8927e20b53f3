import type { Generated } from 'kysely'
import type { Instant } from '../store/column-types.ts'

interface UserTable {
  id: string
  name: string
  email: string
  emailVerified: boolean
  image: string | null
  demo: boolean
  createdAt: Instant
  updatedAt: Instant
}

interface AccountTable {
  id: string
  accountId: string
  providerId: string
  userId: string
  password: string | null
  createdAt: Instant
  updatedAt: Instant
}

interface MembershipTable {
  user_id: string
  role: string
  organisation_id: string | null
}

interface ApiTokenTable {
  id: Generated<string>
  token_hash: string
  user_id: string
  created_at: Generated<Instant>
  expires_at: Instant
}

/** Tables of this capability. */
export interface IdentityTables {
  auth_user: UserTable
  auth_account: AccountTable
  membership: MembershipTable
  api_token: ApiTokenTable
}
