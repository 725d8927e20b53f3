export {
  type Confirmation,
  confirmSubmission,
  REPORT_ACCEPTED,
} from './engines/reports/confirm-submission.ts'
export {
  ALL_SUBMISSIONS,
  countIssues,
  findSameFile,
  findSubmission,
  listIssues,
  listSubmissions,
  listUnread,
  type SubmissionScope,
} from './engines/reports/find-submissions.ts'
export { readAgain } from './engines/reports/read-again.ts'
export { type ReceivedFile, receiveSubmission } from './engines/reports/receive-submission.ts'
export { failReading, recordReading, startReading } from './engines/reports/record-reading.ts'
export { failPublication, settlePublication } from './engines/reports/settle-publication.ts'
export type { Reading, SheetSummary, Submission } from './engines/reports/submission.ts'
export { withdrawSubmission } from './engines/reports/withdraw-submission.ts'
export {
  createReportType,
  type DraftOutcome,
  dropReportTypeDraft,
  saveReportTypeDraft,
} from './reporting/draft-report-type.ts'
export {
  fieldsOfReportTypes,
  findReportTypeOn,
  listPublishedReportTypes,
  listReportTypeDrafts,
  listReportTypeVersions,
  type ReportTypeVersion,
} from './reporting/find-report-types.ts'
export { publishReportType } from './reporting/publish-report-type.ts'
export { findReportType, REPORT_TYPES, type ReportType } from './reporting/report-types.ts'
export { type AttachOutcome, attach } from './shared/attachments/attach.ts'
export {
  type Attachment,
  type AttachmentSubject,
  findAttachment,
  listAttachments,
} from './shared/attachments/attachment.ts'
export { type CheckQueue, createCheckQueue } from './shared/attachments/check-queue.ts'
export { type ContentFiles, openContentFiles } from './shared/attachments/content-files.ts'
export { createAttachment } from './shared/attachments/create-attachment.ts'
export {
  deleteAttachment,
  deleteNeverAttached,
  deletePastKeeping,
  eraseAttachmentsOf,
  storageKeysInUse,
  UNATTACHED_MS,
} from './shared/attachments/delete-attachment.ts'
export { markArrived } from './shared/attachments/settle-attachment.ts'
export { openClamd } from './shared/attachments/virus-scanner.ts'
export { lastCheck, recordCheck } from './shared/audit/checks.ts'
export { type AuditEvent, recordEvent } from './shared/audit/record-event.ts'
export { recordOwnEvent } from './shared/audit/record-own-event.ts'
export { type EventFilter, type FoundEvent, listActions, searchEvents } from './shared/audit/search-events.ts'
export {
  auditHead,
  CHAIN_FAULTS,
  type ChainReport,
  verifyChain,
  type WrittenHead,
} from './shared/audit/verify-chain.ts'
export { listTables } from './shared/backup/catalog.ts'
export { type DatabaseDump, dumpDatabase } from './shared/backup/dump-database.ts'
export { contentOf, measured, type Part } from './shared/backup/dump-tables.ts'
export { LoadRefused, loadTables } from './shared/backup/load-tables.ts'
export { connectForCopy } from './shared/backup/session.ts'
export {
  addExtraDay,
  EXTRA_DAY_KINDS,
  listExtraDays,
  loadWorkCalendar,
} from './shared/calendar/extra-days.ts'
export {
  addRule,
  confirmRule,
  findRule,
  type KeptRule,
  listRuleHistory,
  listRules,
} from './shared/calendar/rules.ts'
export type { DocumentFacts, NewDocument } from './shared/documents/document.ts'
export type { DocumentOffice } from './shared/documents/document-office.ts'
export {
  type DocumentScope,
  findDocument,
  findDocumentByCode,
  findDocumentByKey,
  listDocuments,
  type OfficialDocument,
} from './shared/documents/find-documents.ts'
export { type IssuedDocument, issueDocument } from './shared/documents/issue-document.ts'
export { createDocumentRenderer } from './shared/documents/render/document-renderer.ts'
export { revokeDocument } from './shared/documents/revoke-document.ts'
export { makeDemoCertificate, readDemoCertificate } from './shared/documents/sign/demo-identity.ts'
export { readP12 } from './shared/documents/sign/read-p12.ts'
export { SigningCertificateError, type SigningIdentity } from './shared/documents/sign/signing-identity.ts'
export { listDueDeletions, scheduleDeletion } from './shared/identity/account-deletion.ts'
export {
  addPerson,
  findPasswordHash,
  findSignIn,
  listDemoAccounts,
  type NewAccount,
  putAccount,
  setDemoPasswords,
} from './shared/identity/accounts.ts'
export {
  type ActedBy,
  type Actor,
  actedBy,
  allRoles,
  asItself,
  isAuditorOnly,
  mayReportFor,
  mayReportForAll,
  rolesAt,
  seesAllSubmissions,
  visibleOrganisations,
} from './shared/identity/actor.ts'
export { isLastAdministrator } from './shared/identity/administrators.ts'
export {
  findToken,
  issueToken,
  listTokens,
  revokeToken,
  type TokenEntry,
  type TokenUse,
} from './shared/identity/api-tokens.ts'
export { type Authentication, createAuthentication } from './shared/identity/authentication.ts'
export { type Deputy, endDeputy, findDeputy, listDeputies, nameDeputy } from './shared/identity/deputies.ts'
export { findActor } from './shared/identity/find-actor.ts'
export {
  findInvitation,
  type Invitation,
  invite,
  listInvitations,
  listWaiting,
  lookUpInvitation,
  renewInvitation,
  revokeInvitation,
  spendInvitation,
} from './shared/identity/invitations.ts'
export { endLinks, findLink, type MailLink, makeLink, takeLink } from './shared/identity/mail-links.ts'
export {
  endRole,
  findMembership,
  grantRole,
  listMemberships,
  type Membership,
} from './shared/identity/memberships.ts'
export { hashPassword, isOutdatedHash, verifyPassword } from './shared/identity/passwords.ts'
export {
  changeEmail,
  changeProfile,
  findProfile,
  type Profile,
  setPasswordHash,
} from './shared/identity/profile.ts'
export {
  listSessions,
  revokeSession,
  revokeSessions,
  type SessionEntry,
  touchSession,
} from './shared/identity/sessions.ts'
export { clearAttempts, sweepAttempts, takeAttempt } from './shared/identity/sign-in-tally.ts'
export type { LinkPurpose } from './shared/identity/tables.ts'
export { findUser, searchUsers, type User } from './shared/identity/users.ts'
export { type Jobs, startJobs } from './shared/jobs/run-jobs.ts'
export { type MemberNews, membersState, putListedMembers } from './shared/lists/members.ts'
export { ListRefused, putListedOrganisations } from './shared/lists/put-organisations.ts'
export { organisationsWithContacts, recordedOrganisations } from './shared/lists/recorded-organisations.ts'
export { fileTransport, smtpTransport } from './shared/mail/transport.ts'
export { advanceMandate } from './shared/mandates/advance-mandate.ts'
export { settleOpenMandates } from './shared/mandates/calendar-events.ts'
export { certificateKey, issueCertificate, listUncertified } from './shared/mandates/certificate.ts'
export { expireMandates } from './shared/mandates/expire-mandates.ts'
export { findMandate, findMandates, type Mandate } from './shared/mandates/find-mandates.ts'
export { proofsOf } from './shared/mandates/proofs.ts'
export { listRepresented, mayActFor, type Represented } from './shared/mandates/represented.ts'
export { type MandateRequest, requestMandate } from './shared/mandates/request-mandate.ts'
export { listSpokenFor, speaksFor } from './shared/mandates/speakers.ts'
export { type DeliveryTools, deliver, resumeDeliveries } from './shared/notifications/deliver.ts'
export {
  countDeliveries,
  findDelivery,
  listDeliveries,
  retryDelivery,
} from './shared/notifications/deliveries.ts'
export { sendDueDigests } from './shared/notifications/digest.ts'
export type { FactorChange } from './shared/notifications/factor-kind.ts'
export { countUnread, listInbox, markRead } from './shared/notifications/inbox.ts'
export { findKind } from './shared/notifications/kinds.ts'
export { notify } from './shared/notifications/notify.ts'
export { INVITATION_DAYS } from './shared/notifications/role-kinds.ts'
export { openUnsubscribeToken } from './shared/notifications/unsubscribe-token.ts'
export { choose, listKinds, readWishes } from './shared/notifications/wishes.ts'
export { createOidcClient, type OidcClaims, type OidcClient } from './shared/openid/client.ts'
export { linkIdentity, listLinkedIdentities, unlinkIdentity } from './shared/openid/linked-identities.ts'
export { type OidcProvider, OidcUnavailable } from './shared/openid/provider.ts'
export { resolveIdentity } from './shared/openid/resolve-identity.ts'
export {
  addOrganisation,
  changeOrganisation,
  lockOrganisations,
  type OrganisationInput,
  type OrganisationPut,
  type OrganisationRefusal,
} from './shared/organisations/change-organisation.ts'
export { type Contact, listContacts, putContacts } from './shared/organisations/contacts.ts'
export { changeParent, listParents, type ParentPeriod, setParent } from './shared/organisations/hierarchy.ts'
export {
  findOrganisation,
  listOrganisations,
  listPast,
  type NewOrganisation,
  ORGANISATIONS_CHANGED,
  type Organisation,
  OrganisationConflict,
  putOrganisations,
  tellOfOrganisations,
} from './shared/organisations/organisations.ts'
export {
  type CuiProposal,
  confirmProposal,
  listProposals,
  proposeCui,
  rejectProposal,
} from './shared/organisations/proposals.ts'
export { tellOfNewDay } from './shared/organisations/tell-of-new-day.ts'
export { doneEvents, emitEvent, type OutboxEvent } from './shared/outbox/outbox.ts'
export { type RunningConsumer, runOutsideConsumer } from './shared/outbox/run-consumer.ts'
export { countOpenTasks, markTaskDone, type OutboxTask } from './shared/outbox/tasks.ts'
export { listCalendarEvents, putCalendarEvent } from './shared/personal-calendar/events.ts'
export { closeFeed, findFeed, openFeed, readerOfFeed } from './shared/personal-calendar/feed.ts'
export { writeIcs } from './shared/personal-calendar/write-ics.ts'
export { applyRetention } from './shared/privacy/apply-retention.ts'
export { type CollectedEntry, collectPerson } from './shared/privacy/collect-person.ts'
export {
  type Erasure,
  type ErasureGrounds,
  type ErasureOutcome,
  erasePerson,
  isOwnErasure,
  keptAfterErasure,
  listErasures,
  repeatErasure,
} from './shared/privacy/erase-person.ts'
export { LEGAL_BASES, type ProcessedField } from './shared/privacy/processing.ts'
export { REGISTER } from './shared/privacy/register.ts'
export { searchPerson } from './shared/privacy/search-person.ts'
export { annulEntry } from './shared/registry/annul-entry.ts'
export {
  findEntry,
  listEntries,
  listRegisters,
  type RegisterEntry,
} from './shared/registry/find-entries.ts'
export {
  type Correspondent,
  GENERAL_REGISTER,
  registerEntry,
} from './shared/registry/register-entry.ts'
export { type Database, openDatabase, type Store } from './shared/store/database.ts'
export { type EmbeddedPostgres, startEmbeddedPostgres } from './shared/store/embedded-postgres.ts'
export { APPLICATION_ROLE, applicationUrl, migrate, unknownMigrations } from './shared/store/migrate.ts'
export { isSeeded, markSeeded } from './shared/store/seed-mark.ts'
export {
  type ChallengeKind,
  newToken,
  putChallenge,
  takeChallenge,
  tryChallenge,
} from './shared/strong-sign-in/challenges.ts'
export {
  CEREMONY_SECONDS,
  registrationOptions,
  relyingParty,
  signInOptions,
  verifyRegistration,
  verifySignIn,
} from './shared/strong-sign-in/passkey-ceremonies.ts'
export {
  addPasskey,
  findPasskey,
  listCredentials,
  listPasskeys,
  type Passkey,
  recordPasskeyUse,
  removePasskey,
  renamePasskey,
} from './shared/strong-sign-in/passkeys.ts'
export {
  countRecoveryCodes,
  looksLikeRecoveryCode,
  replaceRecoveryCodes,
  spendRecoveryCode,
} from './shared/strong-sign-in/recovery-codes.ts'
export {
  beginSecondFactor,
  type CodeOutcome,
  hasSecondFactor,
  removeSecondFactor,
  spendCode,
} from './shared/strong-sign-in/second-factor.ts'
export { markConfirmed, markStrong } from './shared/strong-sign-in/session-marks.ts'
export { base32, totpAddress } from './shared/strong-sign-in/totp.ts'
export { countWaysIn } from './shared/strong-sign-in/ways-in.ts'
export { createKeyring, KEY_BYTES, type Keyring, SealBroken, seal, unseal } from './shared/vault/keyring.ts'
export { erasePersonKey, openFor, PersonErased, sealFor } from './shared/vault/person-keys.ts'
