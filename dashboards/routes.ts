import type { PageDataOf, PageModule, PageName } from './page-types.ts'

type Loaders = { readonly [P in PageName]: () => Promise<PageModule<PageDataOf[P]>> }

/** What is drawn for each page; the paths are in links.ts, the data in loaders/. Each import is a chunk of its own. */
export const PAGES: Loaders = {
  home: async () => (await import('./public/home-page.tsx')).homePage,
  entities: async () => (await import('./public/entities-page.tsx')).entitiesPage,
  budget: async () => (await import('./public/budget-page.tsx')).budgetPage,
  verify: async () => (await import('./public/verify-page.tsx')).verifyPage,
  verification: async () => (await import('./public/verification-page.tsx')).verificationPage,
  rules: async () => (await import('./public/rules-page.tsx')).rulesPage,
  rule: async () => (await import('./public/rule-page.tsx')).rulePage,
  holidays: async () => (await import('./public/holidays-page.tsx')).holidaysPage,
  'sign-in': async () => (await import('./account/sign-in-page.tsx')).signInPage,
  'sign-up': async () => (await import('./account/ask-mail-page.tsx')).signUpPage,
  forgot: async () => (await import('./account/ask-mail-page.tsx')).forgotPage,
  'mail-link': async () => (await import('./account/mail-link-page.tsx')).mailLinkPage,
  account: async () => (await import('./account/account-page.tsx')).accountPage,
  profile: async () => (await import('./account/profile-page.tsx')).profilePage,
  documents: async () => (await import('./account/documents-page.tsx')).documentsPage,
  mandates: async () => (await import('./citizen/mandates-page.tsx')).mandatesPage,
  mandate: async () => (await import('./citizen/mandate-page.tsx')).mandatePage,
  'office-mandates': async () => (await import('./office/mandates-page.tsx')).officeMandatesPage,
  'office-mandate': async () => (await import('./office/mandate-page.tsx')).officeMandatePage,
  security: async () => (await import('./account/security-page.tsx')).securityPage,
  audit: async () => (await import('./office/audit-page.tsx')).auditPage,
  privacy: async () => (await import('./public/privacy-page.tsx')).privacyPage,
  inbox: async () => (await import('./account/inbox-page.tsx')).inboxPage,
  'inbox-settings': async () => (await import('./account/inbox-settings-page.tsx')).inboxSettingsPage,
  unsubscribe: async () => (await import('./account/unsubscribe-page.tsx')).unsubscribePage,
  deliveries: async () => (await import('./office/deliveries-page.tsx')).deliveriesPage,
  reports: async () => (await import('./institution/reports-page.tsx')).reportsPage,
  upload: async () => (await import('./institution/upload-page.tsx')).uploadPage,
  submission: async () => (await import('./institution/submission-page.tsx')).submissionPage,
  'my-organisations': async () =>
    (await import('./institution/my-organisations-page.tsx')).myOrganisationsPage,
  organisation: async () => (await import('./institution/organisation-page.tsx')).organisationPage,
  invitation: async () => (await import('./account/invitation-page.tsx')).invitationPage,
  registers: async () => (await import('./office/registers-page.tsx')).registersPage,
  design: async () => (await import('./design/design-page.tsx')).designPage,
  problem: async () => (await import('./public/problem-page.tsx')).problemPage,
}

/** Source file of each page's chunk, as the browser's manifest names it. */
export const PAGE_FILES: Readonly<Record<PageName, string>> = {
  home: 'dashboards/public/home-page.tsx',
  entities: 'dashboards/public/entities-page.tsx',
  budget: 'dashboards/public/budget-page.tsx',
  verify: 'dashboards/public/verify-page.tsx',
  verification: 'dashboards/public/verification-page.tsx',
  rules: 'dashboards/public/rules-page.tsx',
  rule: 'dashboards/public/rule-page.tsx',
  holidays: 'dashboards/public/holidays-page.tsx',
  'sign-in': 'dashboards/account/sign-in-page.tsx',
  'sign-up': 'dashboards/account/ask-mail-page.tsx',
  forgot: 'dashboards/account/ask-mail-page.tsx',
  'mail-link': 'dashboards/account/mail-link-page.tsx',
  account: 'dashboards/account/account-page.tsx',
  profile: 'dashboards/account/profile-page.tsx',
  documents: 'dashboards/account/documents-page.tsx',
  mandates: 'dashboards/citizen/mandates-page.tsx',
  mandate: 'dashboards/citizen/mandate-page.tsx',
  'office-mandates': 'dashboards/office/mandates-page.tsx',
  'office-mandate': 'dashboards/office/mandate-page.tsx',
  security: 'dashboards/account/security-page.tsx',
  audit: 'dashboards/office/audit-page.tsx',
  privacy: 'dashboards/public/privacy-page.tsx',
  inbox: 'dashboards/account/inbox-page.tsx',
  'inbox-settings': 'dashboards/account/inbox-settings-page.tsx',
  unsubscribe: 'dashboards/account/unsubscribe-page.tsx',
  deliveries: 'dashboards/office/deliveries-page.tsx',
  reports: 'dashboards/institution/reports-page.tsx',
  upload: 'dashboards/institution/upload-page.tsx',
  submission: 'dashboards/institution/submission-page.tsx',
  'my-organisations': 'dashboards/institution/my-organisations-page.tsx',
  organisation: 'dashboards/institution/organisation-page.tsx',
  invitation: 'dashboards/account/invitation-page.tsx',
  registers: 'dashboards/office/registers-page.tsx',
  design: 'dashboards/design/design-page.tsx',
  problem: 'dashboards/public/problem-page.tsx',
}

/** The page and its data belong together by name; the compiler cannot follow that through a variable. */
export async function loadPage(page: PageName): Promise<PageModule<unknown>> {
  return (await PAGES[page]()) as unknown as PageModule<unknown>
}
