import type { Generated } from 'kysely'
import type { Language, Role } from '../../../domain/index.ts'
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
  /** In which the person is written to. */
  language: Generated<Language>
  deletion_due: Instant | null
}

interface SessionTable {
  id: string
  token: string
  userId: string
  createdAt: Instant
  expiresAt: Instant
  last_seen: Instant
  ipAddress: string | null
  userAgent: string | null
  /** Both factors were shown. */
  strong: Generated<boolean>
  /** When the person last showed that it is still them. */
  confirmedAt: Instant | null
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
  created_at: Instant
  expires_at: Instant
  name: Generated<string>
  scopes: string[]
  last_used_at: Instant | null
  /** Made by a session that had shown both factors, or by whoever owns the machine. */
  strong: Generated<boolean>
}

interface AccountLinkTable {
  token_hash: string
  purpose: LinkPurpose
  user_id: string | null
  email: string
  language: Language
  created_at: Instant
  expires_at: Instant
}

interface SignInTallyTable {
  subject: string
  failures: number
  last_failure: Instant
  next_attempt: Instant
  locked: Generated<boolean>
}

/** What a link in a mail is good for. */
export type LinkPurpose = 'sign_up' | 'password_reset' | 'email_change' | 'unlock'

/** A role that waits to be taken; of its token only the hash is kept. */
interface InvitationTable {
  id: Generated<string>
  email: string
  role: Role
  organisation_id: string | null
  language: Language
  token_hash: string
  invited_by: string
  created_at: Instant
  sent_at: Instant
  expires_at: Instant
  first_day: string | null
  last_day: string | null
  accepted_at: Instant | null
  accepted_by: string | null
  revoked_at: Instant | null
  revoked_by: string | null
}

/** Tables of this capability. */
export interface IdentityTables {
  auth_user: UserTable
  auth_session: SessionTable
  auth_account: AccountTable
  account_link: AccountLinkTable
  sign_in_tally: SignInTallyTable
  membership: MembershipTable
  deputy: DeputyTable
  invitation: InvitationTable
  api_token: ApiTokenTable
}
