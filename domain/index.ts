export {
  BUDGET_SUFFIXES,
  budgetSuffix,
  codeLevel,
  displayEconomicCode,
  displayFunctionalCode,
} from './classification-code.ts'
export { type Cui, cuiCheckDigit, parseCui } from './cui.ts'
export {
  type BudgetKind,
  type BudgetSection,
  type ControlTotal,
  EXECUTION_REPORT_TYPES,
  type ExecutionLine,
  type ExecutionReport,
  type ExecutionReportType,
} from './execution-report.ts'
export { ISSUE_CODES, type Issue, type IssueCode } from './issue.ts'
export { isLanguage, LANGUAGES, type Language, type Names } from './language.ts'
export { type Bani, bani, formatBani, parseBani, sumBani } from './money.ts'
export { canMove, SUBMISSION_STATES, type SubmissionState } from './submission-state.ts'
