import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { CsvChoices, SubmissionState } from '../../../domain/index.ts'

type Instant = ColumnType<Date, Date | string | undefined, Date | string>

export interface OrganisationTable {
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

export interface UserTable {
  id: string
  name: string
  email: string
  emailVerified: boolean
  image: string | null
  demo: boolean
  createdAt: Instant
  updatedAt: Instant
}

export interface AccountTable {
  id: string
  accountId: string
  providerId: string
  userId: string
  password: string | null
  createdAt: Instant
  updatedAt: Instant
}

export interface MembershipTable {
  user_id: string
  role: string
  organisation_id: string | null
}

export interface ApiTokenTable {
  id: Generated<string>
  token_hash: string
  user_id: string
  created_at: Generated<Instant>
  expires_at: Instant
}

export interface AuditEventTable {
  id: Generated<string>
  at: Instant
  actor: string
  action: string
  subject_kind: string
  subject_id: string
  detail: JSONColumnType<Record<string, unknown>>
}

export interface SubmissionTable {
  id: string
  sequence: Generated<string>
  status: SubmissionState
  file_name: string
  sha256: string
  size: number
  /** Institution that the upload is for, from the request or from the file. */
  organisation_id: string | null
  requested_cui: string | null
  requested_type: string | null
  uploaded_by: string
  report_type: string | null
  period_end: string | null
  lines: number | null
  revenue: string | null
  expenditure: string | null
  control_revenue: string | null
  control_expenditure: string | null
  sheets: JSONColumnType<{ name: string; hidden: boolean; rows: number; columns: number }[]>
  /** What the sender said of a CSV; the rest is detected. */
  reading_options: ColumnType<CsvChoices, string | undefined, string>
  reading: Generated<number>
  /** How a CSV was read, by the names of the information that says it. */
  read_as: ColumnType<Record<string, string> | null, string | null | undefined, string | null>
  sample: boolean
  version: number | null
  publication: string | null
  received_at: Instant
  confirmed_at: Instant | null
  published_at: Instant | null
}

export interface SubmissionIssueTable {
  submission_id: string
  ordinal: number
  code: string
  severity: 'error' | 'warning' | 'information'
  sheet: string | null
  cell: string | null
  value: string | null
  params: JSONColumnType<Record<string, string>>
}

export interface OutboxEventTable {
  id: string
  sequence: Generated<string>
  kind: string
  aggregate: string
  payload: JSONColumnType<Record<string, unknown>>
  created_at: Instant
  done_at: Instant | null
  attempts: Generated<number>
  last_error: string | null
}

export interface CounterTable {
  name: string
  value: string
}

export interface Schema {
  organisation: OrganisationTable
  auth_user: UserTable
  auth_account: AccountTable
  membership: MembershipTable
  api_token: ApiTokenTable
  audit_event: AuditEventTable
  submission: SubmissionTable
  submission_issue: SubmissionIssueTable
  outbox_event: OutboxEventTable
  counter: CounterTable
}
