import type { Generated } from 'kysely'
import type { Role } from '../../../domain/index.ts'
import type { Instant } from '../store/column-types.ts'

interface UserTable {
  id: string
  name: string
  email: string
  emailVerified: boolean
  image: string | null
  demo: boolean
  /** In which mails are written. */
  language: Generated<string>
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

interface SessionTable {
  id: string
  userId: string
  /** Both factors were shown. */
  strong: Generated<boolean>
  /** When the person last showed that it is still them. */
  confirmedAt: Instant | null
  createdAt: Instant
}

interface MembershipTable {
  id: Generated<string>
  user_id: string
  role: Role
  organisation_id: string | null
  valid_from: Instant
  valid_until: Instant | null
  /** Id of a person, or the name of a program. */
  granted_by: string
  ended_by: string | null
}

/** `deputy` has the roles of `principal` at the organisation (null: those for the whole county) in this time. */
interface DeputyTable {
  id: Generated<string>
  principal: string
  deputy: string
  organisation_id: string | null
  valid_from: Instant
  valid_until: Instant
  named_by: string
  ended_at: Instant | null
  ended_by: string | null
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
  auth_session: SessionTable
  membership: MembershipTable
  deputy: DeputyTable
  api_token: ApiTokenTable
}
