/** What is wrong, or worth confirming, in a file: where, what, and the values that the message names. */
export interface Issue {
  /** Stable identifier, one of the keys of the message catalogue. */
  readonly code: IssueCode
  /** Errors block the submission; warnings are shown and confirmed; information only informs. */
  readonly severity: 'error' | 'warning' | 'information'
  readonly sheet: string | null
  /** Address in the file's own terms ("H97"); null when the issue is about the whole file. */
  readonly cell: string | null
  /** The value as it stands in the file. */
  readonly value: string | null
  /** Values named by the message; amounts as decimal strings. */
  readonly params: Readonly<Record<string, string>>
}

export const ISSUE_CODES = [
  'file_empty',
  'file_unreadable',
  'file_too_large',
  'file_type_unknown',
  'file_protected',
  'csv_read_as',
  'encoding_uncertain',
  'delimiter_uncertain',
  'quote_uncertain',
  'decimal_uncertain',
  'row_width_differs',
  'report_not_recognised',
  'header_missing',
  'header_doubled',
  'report_type_missing',
  'report_type_unknown',
  'date_missing',
  'date_wrong',
  'date_in_future',
  'facts_differ',
  'sector_missing',
  'entity_missing',
  'entity_check_digit',
  'entity_unknown',
  'entity_not_permitted',
  'entity_differs_from_file_name',
  'entity_differs_from_request',
  'type_differs_from_request',
  'date_differs_from_file_name',
  'type_differs_from_file_name',
  'sector_differs_from_file_name',
  'kind_unknown',
  'code_malformed',
  'code_unknown',
  'economic_code_missing',
  'economic_code_on_revenue',
  'source_missing',
  'source_unknown',
  'section_unknown',
  'section_missing',
  'amount_missing',
  'amount_not_number',
  'amount_ambiguous',
  'amount_contradicts',
  'amount_decimals',
  'amount_too_large',
  'line_duplicate',
  'no_lines',
  'control_total_missing',
  'control_total_doubled',
  'control_total_differs',
  'cumulative_falls',
  'line_disappears',
  'section_transfers_differ',
  'subtotal_rows_skipped',
  'report_in_two_sheets',
  'sheets_differ',
  'hidden_sheet_skipped',
  'hidden_rows_read',
  'macros_ignored',
  'links_not_followed',
  'formulas_not_saved',
  'issues_cut',
] as const
export type IssueCode = (typeof ISSUE_CODES)[number]
