import type { IssueTexts } from '../issue-catalogue.ts'

/** What is said of a CSV as such, whatever its table is about. */
export type CsvIssueTexts = Pick<
  IssueTexts,
  | 'csv_read_as'
  | 'encoding_uncertain'
  | 'delimiter_uncertain'
  | 'quote_uncertain'
  | 'decimal_uncertain'
  | 'row_width_differs'
  | 'amount_contradicts'
>
