import type { Issue, IssueCode } from './issue.ts'

/**
 * Names of the values that each message needs. Amounts are decimal strings, dates ISO, counts plain digits, `other` and
 * `cells` addresses of the file. The message leaves out the issue's own address: whoever shows it puts that in front.
 */
export const ISSUE_PARAMS = {
  file_empty: [],
  /** reason: damaged | part_missing | xml | quotes | nul | encoding | long_record | time | memory | stopped; detail: line number or part */
  file_unreadable: ['reason', 'detail'],
  /** what: file | content | rows | columns | cells | texts; limit: MB or a count */
  file_too_large: ['what', 'limit'],
  /** kind: xls | xlsb | odf | word | pdf | html | xml | text | archive | image | binary */
  file_type_unknown: ['kind'],
  file_protected: [],
  /** delimiter: semicolon | comma | tab | bar; quote: double | single | none; decimal: comma | point | both | open | '' (no amounts) */
  csv_read_as: ['encoding', 'delimiter', 'quote', 'decimal', 'columns', 'rows'],
  /** choices: encodings; examples: a word of the file as each reads it */
  encoding_uncertain: ['choices', 'examples'],
  /** choices: names of delimiters */
  delimiter_uncertain: ['choices'],
  /** choices: double, single or none */
  quote_uncertain: ['choices'],
  /** rows: number of such cells; first and second: what the first of them would be with a comma and with a point for mark */
  decimal_uncertain: ['rows', 'first', 'second'],
  /** lines: row numbers; width: number of columns, '' for several numbers */
  row_width_differs: ['lines', 'rows', 'width', 'expected'],
  report_not_recognised: ['sheets'],
  header_missing: ['header'],
  header_doubled: ['header', 'other'],
  report_type_missing: [],
  report_type_unknown: ['type'],
  date_missing: [],
  /** reason: not_a_date | not_month_end | too_old */
  date_wrong: ['reason'],
  date_in_future: ['date', 'today'],
  /** what: type | date | sector | entity */
  facts_differ: ['what', 'first', 'second', 'other'],
  sector_missing: [],
  entity_missing: [],
  entity_check_digit: ['cui'],
  entity_unknown: ['cui', 'name'],
  entity_not_permitted: ['cui', 'name'],
  entity_differs_from_file_name: ['cui', 'fileCui'],
  entity_differs_from_request: ['cui', 'expected'],
  type_differs_from_request: ['type', 'expected'],
  date_differs_from_file_name: ['date', 'fileDate'],
  type_differs_from_file_name: ['type', 'fileType'],
  sector_differs_from_file_name: ['sector', 'fileSector'],
  kind_unknown: [],
  /** which: functional | economic; hint: missing | letter | leading_zero | date | dotted | length | none; suggestion: six digits or '' */
  code_malformed: ['which', 'hint', 'suggestion'],
  /** which: functional | economic */
  code_unknown: ['which', 'code', 'name', 'rows', 'cells'],
  economic_code_missing: [],
  economic_code_on_revenue: ['code', 'rows', 'cells'],
  source_missing: [],
  source_unknown: ['source', 'rows', 'cells'],
  section_unknown: [],
  section_missing: ['rows', 'cells'],
  /** hint: formula | dash | empty */
  amount_missing: ['hint'],
  /** hint: letter_o | letter_for_digit | scientific | date | cell_error | two_numbers | none; suggestion: amount or '' */
  amount_not_number: ['hint', 'suggestion'],
  amount_ambiguous: ['first', 'second'],
  /** decimal: the mark of the file, comma | point */
  amount_contradicts: ['decimal'],
  amount_decimals: [],
  amount_too_large: ['limit'],
  line_duplicate: ['other', 'functional', 'economic', 'source', 'section'],
  no_lines: [],
  control_total_missing: ['kind'],
  control_total_doubled: ['kind', 'first', 'second', 'other'],
  /** unreadable: lines of this kind left out because of other errors */
  control_total_differs: ['kind', 'sum', 'control', 'difference', 'unreadable'],
  cumulative_falls: ['previous', 'current', 'previousDate', 'functional', 'economic'],
  line_disappears: ['previous', 'previousDate', 'functional', 'economic'],
  section_transfers_differ: ['given', 'received', 'difference'],
  subtotal_rows_skipped: ['rows', 'cells'],
  report_in_two_sheets: ['first', 'other'],
  sheets_differ: ['first', 'other', 'cells'],
  hidden_sheet_skipped: ['sheet'],
  hidden_rows_read: ['rows', 'cells'],
  macros_ignored: [],
  links_not_followed: [],
  /** rows: number of such cells */
  formulas_not_saved: ['rows', 'cells'],
  issues_cut: ['shown'],
} as const satisfies Readonly<Record<IssueCode, readonly string[]>>

export type IssueParams<Code extends IssueCode> = Readonly<
  Record<(typeof ISSUE_PARAMS)[Code][number], string>
>

/** What is wrong, and what to do about it, in whole sentences. */
export interface IssueText {
  readonly message: string
  readonly fix: string
}

/** `value` is the text in the file, shortened for showing; empty when the issue has none. */
export type IssueTexts = {
  readonly [Code in IssueCode]: (params: IssueParams<Code>, value: string) => IssueText
}

const WARNINGS: ReadonlySet<IssueCode> = new Set([
  'date_differs_from_file_name',
  'type_differs_from_file_name',
  'sector_differs_from_file_name',
  'code_unknown',
  'economic_code_on_revenue',
  'section_missing',
  'cumulative_falls',
  'line_disappears',
  'section_transfers_differ',
  'subtotal_rows_skipped',
  'hidden_sheet_skipped',
  'hidden_rows_read',
  'links_not_followed',
  'formulas_not_saved',
])
const INFORMATION: ReadonlySet<IssueCode> = new Set([
  'csv_read_as',
  'report_in_two_sheets',
  'macros_ignored',
  'issues_cut',
])

/** Errors block; a few rules lower their severity where they raise the issue. */
export function usualSeverity(code: IssueCode): Issue['severity'] {
  if (INFORMATION.has(code)) return 'information'
  return WARNINGS.has(code) ? 'warning' : 'error'
}

export interface IssuePlace {
  readonly sheet: string | null
  readonly cell: string | null
  readonly value: string | null
}

export const WHOLE_FILE: IssuePlace = { sheet: null, cell: null, value: null }

export function makeIssue<Code extends IssueCode>(
  code: Code,
  place: IssuePlace,
  params: IssueParams<Code>,
  severity: Issue['severity'] = usualSeverity(code),
): Issue {
  return { code, severity, ...place, params }
}
