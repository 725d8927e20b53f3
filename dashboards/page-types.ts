import type { ComponentType } from 'react'
import type { DeliveryState, Language, ListKind, Names, Role } from '../domain/index.ts'
import type {
  Account,
  AccountSession,
  AccountToken,
  Attachment,
  AuditPage,
  Budget,
  CalendarFeed,
  CuiProposal,
  Deliveries,
  DocumentSummary,
  Entity,
  EntitySummary,
  Inbox,
  Invitation,
  LegalCalendar,
  LinkedIdentity,
  MailLink,
  Mandate,
  Members,
  NotificationSettings,
  OidcProvider,
  OpenInvitation,
  Organisation,
  OrganisationDetails,
  Passkey,
  Processing,
  Register,
  RegisterPage,
  Rule,
  SecondFactor,
  Session,
  SheetWindow,
  Submission,
  SubmissionPage,
  Trace,
  TraceRow,
  Unsubscription,
  UserDetails,
  UserList,
  UserListItem,
  Verification,
} from './api-types.ts'
import type { Texts } from './i18n/index.ts'
import type { BudgetState } from './public/budget-state.ts'

export interface HomeData {
  entities: EntitySummary[]
}
export interface EntitiesData {
  query: string
  entities: EntitySummary[]
}
export interface OpenTrace {
  code: string
  /** Null names stand for the total. */
  names: Names | null
  trace: Trace
  line: TraceRow | null
  excerpt: SheetWindow | null
}
export interface BudgetData {
  entity: Entity
  state: BudgetState
  /** Null when the institution has not published any report. */
  budget: Budget | null
  /** Cumulative totals of the whole report, at the same publication as the budget. */
  totals: { revenue: string; expenditure: string } | null
  trace: OpenTrace | null
}
export interface DocumentsData {
  items: DocumentSummary[]
}
export interface OfficeDocumentsData extends DocumentsData {
  query: string
  state: DocumentSummary['state'] | null
}
export interface MandatesData {
  items: Mandate[]
  /** Of others, for whom the reader speaks for. */
  represented: Mandate[]
  /** The day in Romania: the first day that a form offers. */
  today: string
}
export interface MandateData {
  mandate: Mandate
  /** None where the reader may not see them. */
  proofs: Attachment[]
}
export interface OfficeMandatesData {
  items: Mandate[]
  next: string | null
  /** Null: those that wait. */
  state: Mandate['state'] | null
}
export interface VerifyData {
  /** A code that can be none, to be put right. */
  given: string | null
}
export interface VerificationData {
  /** Null when no document has the code. */
  document: Verification | null
}
export interface RulesData {
  on: string
  /** False when the reader chose the day. */
  today: boolean
  rules: Rule[]
}

export interface RuleData {
  today: string
  /** The newest first. */
  rows: Rule[]
}

export interface HolidaysData {
  calendar: LegalCalendar
  today: string
}

export interface RegistersData {
  registers: Register[]
  register: string
  year: number
  thisYear: number
  direction: 'entry' | 'exit' | null
  /** Whether this is not the first page. */
  older: boolean
  page: RegisterPage
}

export interface SignInData {
  /** Null leads to the page that fits the person's roles. */
  next: string | null
  demoAccounts: string[]
  providers: OidcProvider[]
  /** Code of what went wrong at a provider, or that a code is needed now. */
  problem: string | null
}
export interface MailLinkData {
  /** Null for a link that is no longer good. */
  link: MailLink | null
  token: string
}
export interface ProfileData {
  account: Account
}
export interface SecurityData {
  account: Account
  sessions: AccountSession[]
  tokens: AccountToken[]
  secondFactor: SecondFactor
  passkeys: Passkey[]
  links: LinkedIdentity[]
  providers: OidcProvider[]
}
export interface AuditData {
  /** What is searched for, by the names of the API. */
  asked: Record<string, string>
  page: AuditPage
}
export interface PrivacyData {
  items: Processing[]
}
export interface ErasureData {
  /** The register of processing. */
  items: Processing[]
  hasPassword: boolean
}
export interface OfficeErasuresData extends ErasureData {
  query: string
  /** Null before anything was searched for. */
  people: UserListItem[] | null
  /** Where the next page of people begins. */
  next: string | null
}
export interface ReportsData {
  page: SubmissionPage
  entity: string | null
  status: string | null
}
export interface SubmissionData {
  submission: Submission
  /** Other submissions for the same institution and date, newest first. */
  versions: Submission[]
  preview: SheetWindow | null
  sheet: string | null
  from: number
}
export interface PeopleData {
  people: UserList
  asked: { q: string; role: Role | null; organisation: string | null }
  /** Whether this is not the first page. */
  further: boolean
  organisations: Organisation[]
  /** Invitations to roles for the whole county. */
  invitations: Invitation[]
}
export interface PersonData {
  person: UserDetails
  organisations: Organisation[]
  today: string
}
export interface OrganisationsData {
  asked: { q: string; kind: string | null; parent: string | null; on: string | null }
  items: Organisation[]
  /** All of that day, for the names of parents. */
  all: Organisation[]
  mayAdd: boolean
  mayImport: boolean
  today: string
  /** What a form to add one begins with, from a proposal; null: it is closed. */
  draft: { cui: string; name: string } | null
}
export interface ProposalsData {
  items: CuiProposal[]
  /** Those without a fiscal code. */
  candidates: Organisation[]
  mayDecide: boolean
}
export interface ListsData {
  kind: ListKind
  /** Those that the reader may take over. */
  kinds: ListKind[]
}
export interface OrganisationData {
  organisation: OrganisationDetails
  /** The day in Romania: what is shown of another day is only looked at. */
  today: string
  /** Null for those who don't see who works there. */
  people: Members | null
  /** Whether roles that have ended are among them. */
  ended: boolean
  /** Null for those who don't see them. */
  invitations: Invitation[] | null
  /** Which organisations can be its parent; null for those who don't say. */
  candidates: Organisation[] | null
}
export interface InvitationData {
  /** Null when no invitation has this link. */
  invitation: OpenInvitation | null
  token: string
}
export interface InboxData {
  inbox: Inbox
  unreadOnly: boolean
}
export interface InboxSettingsData {
  settings: NotificationSettings
  feed: CalendarFeed
}
export interface UnsubscribeData {
  /** Null when the token is none of ours. */
  subscription: Unsubscription | null
  token: string
}
export interface DeliveriesData {
  deliveries: Deliveries
  state: DeliveryState | null
}
export interface ProblemData {
  status: number
  /** The API's own word for the problem; null where it had none. */
  code: string | null
}

export interface PageDataOf {
  home: HomeData
  entities: EntitiesData
  budget: BudgetData
  verify: VerifyData
  verification: VerificationData
  rules: RulesData
  rule: RuleData
  holidays: HolidaysData
  'sign-in': SignInData
  'sign-up': null
  forgot: null
  'mail-link': MailLinkData
  account: null
  profile: ProfileData
  documents: DocumentsData
  'office-documents': OfficeDocumentsData
  mandates: MandatesData
  mandate: MandateData
  'office-mandates': OfficeMandatesData
  'office-mandate': MandateData
  'person-search': null
  security: SecurityData
  audit: AuditData
  privacy: PrivacyData
  erasure: ErasureData
  'office-erasures': OfficeErasuresData
  inbox: InboxData
  'inbox-settings': InboxSettingsData
  unsubscribe: UnsubscribeData
  deliveries: DeliveriesData
  reports: ReportsData
  'my-organisations': null
  people: PeopleData
  person: PersonData
  proposals: ProposalsData
  lists: ListsData
  organisations: OrganisationsData
  organisation: OrganisationData
  invitation: InvitationData
  upload: null
  submission: SubmissionData
  registers: RegistersData
  design: null
  problem: ProblemData
}
export type PageName = keyof PageDataOf

export interface Site {
  readonly countyNames: Names
  /** Messages that the signed-in person has not read. */
  readonly unread: number
}

/** What a page is made of, in HTML and as the JSON of a client-side navigation. */
export interface Envelope<P extends PageName = PageName> {
  readonly page: P
  readonly status: number
  readonly language: Language
  /** Path and query that the page was rendered for. */
  readonly path: string
  /** Path of the same page in each language. */
  readonly alternates: Names
  readonly data: PageDataOf[P]
  readonly session: Session | null
  readonly site: Site
}

export interface Head {
  readonly title: string
  readonly description: string
}

export interface HeadContext {
  readonly language: Language
  readonly t: Texts
  readonly site: Site
}

export interface PageModule<D> {
  readonly Page: ComponentType<{ data: D }>
  readonly head: (data: D, context: HeadContext) => Head
}
