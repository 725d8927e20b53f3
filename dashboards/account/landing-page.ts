import type { SessionUser } from '../api-types.ts'
import type { LinkedPage } from '../links.ts'

const WORKS_WITH_REPORTS = ['reporter', 'approver', 'official', 'analyst', 'admin', 'auditor']

/** Where a sign-in leads when nothing else was asked for: whoever works with reports to them, everybody else to their account. */
export const landingPage = (user: SessionUser): LinkedPage =>
  user.roles.some(role => WORKS_WITH_REPORTS.includes(role)) ? 'reports' : 'account'
