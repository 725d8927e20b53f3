import type {
  BudgetKind,
  ControlTotal,
  CsvChoices,
  ExecutionReport,
  Issue,
  Names,
  StagedReport,
  SubmissionState,
} from '../../../domain/index.ts'
import type { Store } from '../../shared/store/database.ts'

export interface Submission {
  readonly id: string
  readonly sequence: string
  readonly status: SubmissionState
  readonly fileName: string
  readonly sha256: string
  readonly size: number
  readonly organisation: SubmissionOrganisation | null
  readonly requestedCui: string | null
  readonly requestedType: string | null
  /** Id of the person, or the name of a program. */
  readonly uploadedBy: string
  /** Null for programs, and for accounts that are gone. */
  readonly uploaderEmail: string | null
  readonly reportType: string | null
  readonly periodEnd: string | null
  readonly lines: number | null
  /** Decimal strings in lei. */
  readonly totals: { readonly revenue: string; readonly expenditure: string } | null
  readonly controlTotals: { readonly revenue: string | null; readonly expenditure: string | null } | null
  readonly sheets: readonly SheetSummary[]
  /** What the sender said of a CSV. */
  readonly readingOptions: CsvChoices
  /** Parameters of the information csv_read_as; null for what is no CSV, or was not read yet. */
  readonly readAs: Readonly<Record<string, string>> | null
  /** Which reading of the file this is: 1 for the first, one more each time that it is read again. */
  readonly reading: number
  /** Published totals with a rebuilt split. */
  readonly sample: boolean
  readonly version: number | null
  readonly publication: number | null
  readonly receivedAt: Date
  readonly confirmedAt: Date | null
  readonly publishedAt: Date | null
}

export interface SubmissionOrganisation {
  readonly id: string
  readonly cui: string | null
  readonly county: string
  readonly names: Names
  readonly demo: boolean
}

export interface SheetSummary {
  readonly name: string
  readonly hidden: boolean
  readonly rows: number
  readonly columns: number
}

/** What reading a file gave: the report, unless it could not be recognised, and everything to say about it. */
export interface Reading {
  readonly report: ExecutionReport | StagedReport | null
  /** What could be recognised, even when errors keep it from being a report. */
  readonly recognised: Recognised | null
  readonly issues: readonly Issue[]
  readonly sheets: readonly SheetSummary[]
}

export interface Recognised {
  readonly type: string | null
  readonly periodEnd: string | null
  readonly lines: number
  /** Sums of all amounts that could be read, in bani. */
  readonly sums: Readonly<Record<BudgetKind, bigint>>
  readonly controlTotals: Readonly<Record<BudgetKind, ControlTotal | null>>
}

export const selectSubmissions = (store: Store) =>
  store
    .selectFrom('submission')
    .leftJoin('organisation', 'organisation.id', 'submission.organisation_id')
    .leftJoin('auth_user', 'auth_user.id', 'submission.uploaded_by')
    .selectAll('submission')
    .select([
      'organisation.cui',
      'organisation.county',
      'organisation.name_ro',
      'organisation.name_hu',
      'organisation.name_en',
      'organisation.demo',
      'auth_user.email as uploader_email',
    ])

export type SubmissionRow = Awaited<ReturnType<ReturnType<typeof selectSubmissions>['execute']>>[number]

export function toSubmission(row: SubmissionRow): Submission {
  return {
    id: row.id,
    sequence: row.sequence,
    status: row.status,
    fileName: row.file_name,
    sha256: row.sha256,
    size: Number(row.size),
    organisation: row.organisation_id
      ? {
          id: row.organisation_id,
          cui: row.cui,
          county: row.county ?? '',
          demo: row.demo ?? false,
          names: { ro: row.name_ro ?? '', hu: row.name_hu ?? '', en: row.name_en ?? '' },
        }
      : null,
    requestedCui: row.requested_cui,
    requestedType: row.requested_type,
    uploadedBy: row.uploaded_by,
    uploaderEmail: row.uploader_email,
    reportType: row.report_type,
    periodEnd: row.period_end,
    lines: row.lines,
    totals:
      row.revenue !== null && row.expenditure !== null
        ? { revenue: row.revenue, expenditure: row.expenditure }
        : null,
    controlTotals:
      row.revenue !== null ? { revenue: row.control_revenue, expenditure: row.control_expenditure } : null,
    sheets: row.sheets,
    readingOptions: row.reading_options,
    readAs: row.read_as,
    reading: row.reading,
    sample: row.sample,
    version: row.version,
    publication: row.publication === null ? null : Number(row.publication),
    receivedAt: row.received_at,
    confirmedAt: row.confirmed_at,
    publishedAt: row.published_at,
  }
}
