import type { Session } from '../api-types.ts'
import type { LinkedPage } from '../links.ts'

const WORKS_WITH_REPORTS = ['reporter', 'approver', 'official', 'analyst', 'admin', 'auditor']

/** Where a sign-in leads when nothing else was asked for: who has to set up a second factor there, whoever works with reports to them, everybody else to their account. */
export const landingPage = ({ user, lacksFactor }: Pick<Session, 'user' | 'lacksFactor'>): LinkedPage =>
  lacksFactor
    ? 'security'
    : user.roles.some(role => WORKS_WITH_REPORTS.includes(role))
      ? 'reports'
      : 'account'
