import type { ColumnType } from 'kysely'
import type { Instant } from '../store/column-types.ts'

type DayColumn = ColumnType<string, string, never>

interface LegalRuleTable {
  code: string
  valid_from: DayColumn
  value: string | null
  unit: string
  prolonged: boolean
  article: string
  to_be_confirmed: boolean
  name_ro: string
  name_hu: string
  name_en: string
  explanation_ro: string
  explanation_hu: string
  explanation_en: string
  added_by: string
  added_at: Instant
}

interface LegalRuleConfirmationTable {
  code: string
  valid_from: DayColumn
  confirmed_by: string
  confirmed_on: DayColumn
  recorded_by: string
  recorded_at: Instant
}

interface ExtraDayTable {
  id: ColumnType<string, never, never>
  day: DayColumn
  kind: string
  act: string
  added_by: string
  added_at: Instant
}

/** Tables of this capability. Their rows are only ever added. */
export interface CalendarTables {
  legal_rule: LegalRuleTable
  legal_rule_confirmation: LegalRuleConfirmationTable
  extra_day: ExtraDayTable
}
