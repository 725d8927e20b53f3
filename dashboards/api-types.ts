import type { components } from './api-types.generated.ts'

type Schemas = components['schemas']

export type Entity = Schemas['Entity']
export type EntitySummary = Schemas['EntitySummary']
export type Period = Schemas['Period']
export type Budget = Schemas['Budget']
export type BudgetRow = Schemas['BudgetRow']
export type Trace = Schemas['Trace']
export type TraceRow = Schemas['TraceRow']
export type SheetWindow = Schemas['SheetWindow']
export type ReportedIssue = Schemas['ReportedIssue']
export type Preview = Schemas['Preview']
export type DocumentSummary = Schemas['DocumentSummary']
export type Verification = Schemas['Verification']
export type Attachment = Schemas['Attachment']
export type Rule = Schemas['Rule']
export type LegalCalendar = Schemas['LegalCalendar']
export type Register = Schemas['Register']
export type RegisterEntry = Schemas['RegisterEntry']
export type RegisterPage = Schemas['RegisterPage']
export type Problem = Schemas['Problem']
export type MailLink = Schemas['MailLink']
export type Account = Schemas['Account']
export type SecondFactor = Schemas['SecondFactor']
export type TotpEnrolment = Schemas['TotpEnrolment']
export type Passkey = Schemas['Passkey']
export type LinkedIdentity = Schemas['LinkedIdentity']
export type OidcProvider = Schemas['OidcProvider']
export type AccountSession = Schemas['AccountSession']
export type AccountToken = Schemas['AccountToken']
export type AuditEvent = Schemas['AuditEvent']
export type AuditPage = Schemas['AuditPage']
export type Processing = Schemas['Processing']
export type CalendarFeed = Schemas['CalendarFeed']
export type Erased = Schemas['Erased']
export type UserListItem = Schemas['UserList']['items'][number]
export type Notification = Schemas['Notification']
export type Inbox = Schemas['Inbox']
export type NotificationSettings = Schemas['NotificationSettings']
export type Unsubscription = Schemas['Unsubscription']
export type Delivery = Schemas['Delivery']
export type Deliveries = Schemas['Deliveries']
export type Organisation = Schemas['Organisation']
export type OrganisationDetails = Schemas['OrganisationDetails']
export type Contact = Schemas['Contact']
export type Members = Schemas['Members']
export type UserList = Schemas['UserList']
export type UserDetails = Schemas['UserDetails']
export type CuiProposal = Omit<Schemas['CuiProposal'], 'organisation'> & {
  organisation: Pick<Schemas['OrganisationRef'], 'id' | 'names'> | null
}
export type ListResult = Schemas['ListResult']
export type Membership = Schemas['Membership']
export type Deputy = Schemas['Deputy']
export type Invitation = Schemas['Invitation']
export type OpenInvitation = Schemas['OpenInvitation']
export type SessionUser = Schemas['SessionUser']
export type Session = Schemas['Session']
export type PersonRecords = Schemas['PersonRecords']

/** Nullable references lose their null in the generated type (an intersection), so they are written here. */
export type Mandate = Omit<Schemas['Mandate'], 'until' | 'clock' | 'document'> & {
  until: string | null
  clock: Omit<Schemas['Mandate']['clock'], 'deadline'> & { deadline: string | null }
  document: DocumentSummary | null
}

/** The generated type of a nullable amount loses its null (an intersection), so it is written here. */
export type Submission = Omit<Schemas['Submission'], 'controlTotals'> & {
  controlTotals: { revenue: string | null; expenditure: string | null } | null
}
export interface SubmissionPage {
  items: Submission[]
  next: string | null
}
export interface EntityList {
  items: EntitySummary[]
}
