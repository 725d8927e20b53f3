export {
  type CellRecord,
  createReportReader,
  type ReaderOptions,
  type ReportFile,
  type ReportReader,
} from './create-report-reader.ts'
export { isHeaderRow } from './forexebug/header-row.ts'
export { makeExecutionCsv } from './forexebug/make-execution-csv.ts'
export { makeExecutionWorkbook } from './forexebug/make-execution-workbook.ts'
export type { ExecutionContent, ExecutionLayout, WrittenLine } from './forexebug/write-grid.ts'
export type { Inspection, SheetInspection } from './inspect-book.ts'
export type { AnyReport, ReadResult, Recognised, SheetSummary } from './read-result.ts'
export type { Cell, CellType, SheetRow } from './readers/cell.ts'
export type { FoundTable } from './readers/find-tables.ts'
export { type KnownCodes, loadKnownCodes } from './validation/known-codes.ts'
export { type ReportContext, validateInContext } from './validation/validate-in-context.ts'
