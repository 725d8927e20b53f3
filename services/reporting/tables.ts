import type { ColumnType, Generated } from 'kysely'
import type { ReportDefinition } from '../../domain/index.ts'
import type { Instant } from '../shared/store/column-types.ts'

interface ReportTypeTable {
  code: string
}

interface ReportTypeVersionTable {
  code: string
  version: number
  state: 'draft' | 'published'
  revision: Generated<number>
  /** First day of the first period that it applies to. */
  applies_from: string
  definition: ColumnType<ReportDefinition, string, string>
  saved_by: string
  saved_at: Instant
  published_at: Instant | null
}

/** Tables of this capability. */
export interface ReportTypeTables {
  report_type: ReportTypeTable
  report_type_version: ReportTypeVersionTable
}
