import Papa from 'papaparse'
import { type ExecutionContent, type ExecutionLayout, writeGrid } from './write-grid.ts'

/** Writes a report as CSV text in the same layout as the workbook; amounts as plain decimals unless the layout says otherwise. */
export function makeExecutionCsv(
  content: ExecutionContent,
  layout: ExecutionLayout = {},
  delimiter: ';' | ',' | '\t' | '|' = ';',
): string {
  const rows = writeGrid(content, layout).map(row =>
    row.map(cell => (cell === null ? '' : typeof cell === 'string' ? cell : cell.decimal)),
  )
  return `${Papa.unparse(rows, { delimiter, newline: '\r\n' })}\r\n`
}
