import type { SessionUser } from '../api-types.ts'
import type { Texts } from '../i18n/index.ts'
import type { LinkedPage } from '../links.ts'

/** A page of the signed-in person: in the menu under their name and, with one line of explanation, on the account page. */
export interface AccountLink {
  readonly page: LinkedPage
  readonly title: (t: Texts) => string
  readonly line: (t: Texts) => string
  readonly isFor: (user: SessionUser) => boolean
}

const everybody = () => true

const WORK: readonly AccountLink[] = [
  {
    page: 'reports',
    title: t => t.account.links.reports.title,
    line: t => t.account.links.reports.line,
    isFor: user => user.roles.some(role => role !== 'citizen'),
  },
  {
    page: 'my-organisations',
    title: t => t.organisation.mine,
    line: t => t.organisation.mineLine,
    isFor: user => user.organisations.length > 0,
  },
  {
    page: 'people',
    title: t => t.people.title,
    line: t => t.people.lead,
    isFor: user => user.roles.some(role => role === 'auditor' || role === 'admin'),
  },
  {
    page: 'organisations',
    title: t => t.organisationList.title,
    line: t => t.organisationList.lead,
    isFor: user => user.roles.some(role => !['reporter', 'approver', 'citizen'].includes(role)),
  },
  {
    page: 'proposals',
    title: t => t.proposals.title,
    line: t => t.proposals.lead,
    isFor: user => user.roles.some(role => ['official', 'admin', 'auditor'].includes(role)),
  },
  {
    page: 'lists',
    title: t => t.lists.title,
    line: t => t.lists.lead,
    isFor: user => user.roles.some(role => ['official', 'admin'].includes(role)),
  },
  {
    page: 'audit',
    title: t => t.audit.link.title,
    line: t => t.audit.link.line,
    isFor: user => user.roles.some(role => role === 'auditor' || role === 'admin'),
  },
  {
    page: 'office-mandates',
    title: t => t.officeMandates.title,
    line: t => t.officeMandates.lead,
    isFor: user => user.roles.some(role => role === 'official' || role === 'clerk' || role === 'auditor'),
  },
  {
    page: 'office-documents',
    title: t => t.officeDocuments.title,
    line: t => t.officeDocuments.lead,
    isFor: user => user.roles.some(role => ['official', 'clerk', 'admin', 'auditor'].includes(role)),
  },
  {
    page: 'person-search',
    title: t => t.personSearch.title,
    line: t => t.personSearch.lead,
    isFor: user => user.roles.includes('official'),
  },
  {
    page: 'registers',
    title: t => t.registers.title,
    line: t => t.registers.lead,
    isFor: user => user.roles.some(role => ['official', 'clerk', 'auditor'].includes(role)),
  },
  {
    page: 'rules',
    title: t => t.rules.linkText,
    line: t => t.rules.adminLine,
    isFor: user => user.roles.includes('admin'),
  },
  {
    page: 'office-erasures',
    title: t => t.officeErasures.title,
    line: t => t.officeErasures.lead,
    isFor: user => user.roles.includes('admin'),
  },
  {
    page: 'deliveries',
    title: t => t.deliveries.heading,
    line: t => t.deliveries.lead,
    isFor: user => user.roles.some(role => role === 'admin' || role === 'auditor'),
  },
]

const OWN: readonly AccountLink[] = [
  {
    page: 'mandates',
    title: t => t.mandates.title,
    line: t => t.mandates.lead,
    // An auditor asks for none.
    isFor: user => user.roles.some(role => role !== 'auditor'),
  },
  {
    page: 'documents',
    title: t => t.documents.title,
    line: t => t.documents.lead,
    isFor: everybody,
  },
  {
    page: 'profile',
    title: t => t.account.links.profile.title,
    line: t => t.account.links.profile.line,
    isFor: everybody,
  },
  {
    page: 'security',
    title: t => t.account.links.security.title,
    line: t => t.account.links.security.line,
    isFor: everybody,
  },
  {
    page: 'inbox-settings',
    title: t => t.inboxSettings.title,
    line: t => t.inboxSettings.lead,
    isFor: everybody,
  },
  {
    page: 'privacy',
    title: t => t.privacy.title,
    line: t => t.privacy.yours.line,
    isFor: everybody,
  },
]

/** What the person does for an institution or the county, then what is their own; a group without pages is left out. */
export const accountLinksOf = (user: SessionUser) =>
  (['work', 'own'] as const)
    .map(group => ({ group, links: (group === 'work' ? WORK : OWN).filter(link => link.isFor(user)) }))
    .filter(({ links }) => links.length > 0)
