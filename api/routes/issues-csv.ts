import Papa from 'papaparse'
import { inertText } from '../http/inert-text.ts'
import type { reportedIssue } from './submission-view.ts'

const COLUMNS = ['severity', 'code', 'sheet', 'cell', 'value', 'message', 'fix'] as const

/** Issues as a file for spreadsheets: texts of the uploaded file stay texts there. */
export function issuesCsv(issues: readonly ReturnType<typeof reportedIssue>[]): string {
  const rows = issues.map(issue => COLUMNS.map(column => inertText(issue[column] ?? '')))
  return `\uFEFF${Papa.unparse([[...COLUMNS], ...rows], { newline: '\r\n' })}`
}
