import Papa from 'papaparse'
import type { reportedIssue } from './submission-view.ts'

const COLUMNS = ['severity', 'code', 'sheet', 'cell', 'value', 'message', 'fix'] as const

/**
 * What a spreadsheet would take for the start of a formula: at the beginning of a text, and behind all that may part cells.
 * Excel parts a CSV by the sign of the reader's country, which in Romania and Hungary is the semicolon, whatever the file says.
 */
const FORMULA = /(^|[;\t\r\n])(?=[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20])/g

const inert = (text: string): string => text.replace(FORMULA, "$1'")

/** Issues as a file for spreadsheets: texts of the uploaded file stay texts there. */
export function issuesCsv(issues: readonly ReturnType<typeof reportedIssue>[]): string {
  const rows = issues.map(issue => COLUMNS.map(column => inert(issue[column] ?? '')))
  return `\uFEFF${Papa.unparse([[...COLUMNS], ...rows], { newline: '\r\n' })}`
}
