export {
  AMOUNT_LIMIT,
  type AmountHint,
  type AmountReading,
  decimalMarkOf,
  readAmountDecimal,
  readAmountText,
} from './amount-text.ts'
export {
  ATTACHMENT_PROBLEMS,
  ATTACHMENT_STATES,
  type AttachmentProblem,
  type AttachmentState,
  SCAN_RESULTS,
  type ScanResult,
} from './attachments/attachment-state.ts'
export {
  type ContentKind,
  extensionsOf,
  isImage,
  kindOfMediaType,
  mediaTypeOf,
  nameForKind,
} from './attachments/content-kind.ts'
export { cleanFileName } from './attachments/file-name.ts'
export {
  ATTACHMENT_PURPOSES,
  type AttachmentPurpose,
  acceptedTypes,
  isAttachmentPurpose,
  purposeRule,
} from './attachments/purpose.ts'
export type { AuditAction } from './audit-action.ts'
export { type ClockEvent, type ClockState, readClock, type Term } from './calendar/clock.ts'
export { addDays, type Day } from './calendar/day.ts'
export { HOLIDAY_NAMES } from './calendar/holiday-names.ts'
export { endOfDay, localDay, startOfDay } from './calendar/local-day.ts'
export { HOLIDAYS, publicHolidays } from './calendar/public-holidays.ts'
export { RULE_UNITS, type Rule, type RuleUnit, termOf } from './calendar/rule.ts'
export { type WorkCalendar, workCalendar } from './calendar/working-days.ts'
export {
  BUDGET_SUFFIXES,
  budgetSuffix,
  codeLevel,
  displayEconomicCode,
  displayFunctionalCode,
} from './classification-code.ts'
export { adultOn, type Cnp, type CnpFault, cnpFault, holdsCnp, maskedCnp, parseCnp } from './cnp.ts'
export { DecimalTally, decideDecimal } from './csv/decimal-tally.ts'
export { type TextPieces, textDecoder } from './csv/decode-text.ts'
export { type CsvSplitter, detectLayout, separatorLine } from './csv/detect-layout.ts'
export {
  CSV_DELIMITERS,
  CSV_ENCODINGS,
  CSV_QUOTES,
  type CsvChoices,
  type CsvDelimiter,
  type CsvDialect,
  type CsvEncoding,
  type CsvQuote,
  DECIMAL_MARKS,
  DELIMITER_NAMES,
  type DecimalMark,
  type Detected,
  type DetectedDialect,
  type KnownBy,
  QUOTE_NAMES,
} from './csv/dialect.ts'
export { type DetectedEncoding, EncodingSurvey } from './csv/encoding-survey.ts'
export { type ChoiceTexts, parseCsvChoices } from './csv/parse-choices.ts'
export { type DifferingRows, RowWidths } from './csv/row-widths.ts'
export { type Cui, cuiCheckDigit, parseCui } from './cui.ts'
export { DELIVERY_STATES, type DeliveryState, DIGESTS, type Digest } from './delivery-state.ts'
export {
  DOCUMENT_KINDS,
  DOCUMENT_STATES,
  type DocumentKind,
  type DocumentState,
  RENDITIONS,
  REVOCATION_REASONS,
  type Rendition,
  type RevocationReason,
} from './documents/document.ts'
export { printable } from './documents/printable.ts'
export { makeVerificationCode, parseVerificationCode } from './documents/verification-code.ts'
export { ERASURE_REASONS, type ErasureReason } from './erasure.ts'
export {
  type BudgetKind,
  type BudgetSection,
  type ControlTotal,
  EXECUTION_REPORT_TYPES,
  type ExecutionLine,
  type ExecutionReport,
  type ExecutionReportType,
  executionLineKey,
  type PreviousLine,
  type StagedLines,
  type StagedReport,
} from './execution-report.ts'
export { formatAmount, formatCount, formatDay } from './format-amount.ts'
export { INVITATION_STATES, type InvitationState } from './invitation-state.ts'
export { ISSUE_CODES, type Issue, type IssueCode } from './issue.ts'
export {
  ISSUE_PARAMS,
  type IssueParams,
  type IssuePlace,
  type IssueText,
  makeIssue,
  usualSeverity,
  WHOLE_FILE,
} from './issue-catalogue.ts'
export { issueMessage } from './issue-messages.ts'
export { isLanguage, LANGUAGES, type Language, type Names } from './language.ts'
export { type Known, referenceTo } from './lists/known-organisations.ts'
export {
  LIST_COLUMNS,
  LIST_KINDS,
  LIST_LIMITS,
  type ListColumn,
  type ListKind,
} from './lists/list-columns.ts'
export type { ListItem, ListMistake, ListPlan } from './lists/list-mistake.ts'
export { listMistakeMessage } from './lists/list-mistake-message.ts'
export type { OrganisationValues } from './lists/organisation-values.ts'
export type { PeriodOf } from './lists/parent-periods.ts'
export {
  type ContactsOrder,
  type OrganisationContacts,
  planContacts,
} from './lists/plan-contacts.ts'
export {
  type HeldRole,
  type MembersOrder,
  type MembersState,
  planMembers,
  type WaitingInvitation,
} from './lists/plan-members.ts'
export {
  type OrganisationOrder,
  planOrganisations,
  type RecordedOrganisation,
} from './lists/plan-organisations.ts'
export { type ListRow, type ReadList, readList, type SourceRow } from './lists/read-list.ts'
export { listTemplate, writeOrganisations } from './lists/write-list.ts'
export {
  BASES_OF,
  isActiveMandate,
  isRevocable,
  LEGAL_BASES,
  MANDATE_BASES,
  MANDATE_STATES,
  MANDATE_STEPS,
  type MandateBasis,
  type MandateState,
  type MandateStep,
  MOST_PROOFS,
  PRINCIPAL_KINDS,
  type PrincipalKind,
  stateAfter,
} from './mandate.ts'
export { type Bani, bani, formatBani, parseBani, sumBani } from './money.ts'
export {
  CONTACT_KINDS,
  type ContactKind,
  ORGANISATION_KINDS,
  type OrganisationKind,
  UAT_KINDS,
} from './organisation-kind.ts'
export { CONTACT_KIND_NAMES, ORGANISATION_KIND_NAMES } from './organisation-kind-names.ts'
export { nameKey } from './organisation-name.ts'
export { PASSWORD_LENGTH, type PasswordFault, passwordFault } from './password-rules.ts'
export {
  parseRegistrationNumber,
  type RegistrationNumber,
  registrationNumber,
} from './registration-number.ts'
export { checkDefinition, DEFINITION_FAULTS, type DefinitionMistake } from './reporting/check-definition.ts'
export { draftFields } from './reporting/draft-fields.ts'
export { MISTAKES, VALUE_TYPES, type ValueType } from './reporting/expression/syntax.ts'
export { PERIODICITIES, parsePeriod } from './reporting/period.ts'
export {
  ADDITIVITIES,
  FIELD_ROLES,
  FIELD_UNITS,
  type ReportDefinition,
} from './reporting/report-definition.ts'
export { fromTableSchema, toTableSchema } from './reporting/table-schema.ts'
export { MISSING_STRATEGIES, RULE_OPERATORS, RULE_SEVERITIES } from './reporting/validation-rule.ts'
export { ROLES, type Role } from './role.ts'
export {
  type Granter,
  type GrantRefusal,
  grantableRoles,
  mayEndRole,
  mayNameDeputy,
  placeOfKind,
  ROLE_PLACES,
  type RolePlace,
  refuseGrant,
} from './role-grants.ts'
export { ROLE_NAMES } from './role-names.ts'
export { needsSecondFactor } from './second-factor-roles.ts'
export { SIGN_IN_LOCK, SIGN_IN_MEMORY_HOURS, SIGN_IN_WAITS } from './sign-in-delay.ts'
export { isSitePath } from './site-path.ts'
export { SUBMISSION_STATES, type SubmissionState } from './submission-state.ts'
export { TOKEN_SCOPES, type TokenScope } from './token-scope.ts'
export { withoutMarks } from './without-marks.ts'
