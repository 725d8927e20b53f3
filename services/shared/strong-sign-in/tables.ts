import type { Generated, JSONColumnType } from 'kysely'
import type { Instant } from '../store/column-types.ts'

interface SecondFactorTable {
  user_id: string
  /** Sealed by the installation's keyring for this person alone. */
  secret: Buffer
  /** Null while the person has not shown a code yet. */
  confirmed_at: Instant | null
  /** Time step of the last code that was taken: no code counts twice. */
  last_step: Generated<string>
  /** Wrong codes in a row. */
  failures: Generated<number>
  failed_at: Instant | null
}

interface RecoveryCodeTable {
  user_id: string
  code_mac: string
  used_at: Instant | null
}

interface PasskeyTable {
  id: string
  user_id: string
  credential_id: string
  public_key: Buffer
  counter: string
  transports: string[]
  /** Whether the authenticator keeps a copy elsewhere (a synced passkey). */
  backed_up: boolean
  name: string
  created_at: Instant
  last_used_at: Instant | null
}

interface SignInChallengeTable {
  token_hash: string
  kind: string
  user_id: string | null
  payload: JSONColumnType<Record<string, unknown>>
  tries: Generated<number>
  expires_at: Instant
}

/** Tables of this capability. */
export interface StrongSignInTables {
  second_factor: SecondFactorTable
  recovery_code: RecoveryCodeTable
  passkey: PasskeyTable
  sign_in_challenge: SignInChallengeTable
}
