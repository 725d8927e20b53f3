import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { CsvChoices, SubmissionState } from '../../../domain/index.ts'
import type { Instant } from '../../shared/store/column-types.ts'

interface SubmissionTable {
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

interface SubmissionIssueTable {
  submission_id: string
  ordinal: number
  code: string
  severity: 'error' | 'warning' | 'information'
  sheet: string | null
  cell: string | null
  value: string | null
  params: JSONColumnType<Record<string, string>>
}

/** Tables of this capability. */
export interface ReportTables {
  submission: SubmissionTable
  submission_issue: SubmissionIssueTable
}
