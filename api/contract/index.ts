import * as account from './account.ts'
import * as accountMail from './account-mail.ts'
import * as attachments from './attachments.ts'
import * as audit from './audit.ts'
import * as calendar from './calendar.ts'
import * as documents from './documents.ts'
import * as imports from './imports.ts'
import * as mandates from './mandates.ts'
import * as notifications from './notifications.ts'
import * as openid from './openid.ts'
import * as organisations from './organisations.ts'
import * as passkeys from './passkeys.ts'
import * as people from './people.ts'
import * as personSearch from './person-search.ts'
import * as privacy from './privacy.ts'
import * as publicRoutes from './public.ts'
import * as registers from './registers.ts'
import * as reportTypes from './report-types.ts'
import * as reporting from './reporting.ts'
import * as secondFactor from './second-factor.ts'
import * as session from './session.ts'

/** All routes of the OpenAPI document. */
export const documentedRoutes = [
  session,
  account,
  accountMail,
  secondFactor,
  passkeys,
  openid,
  reporting,
  reportTypes,
  organisations,
  people,
  imports,
  documents,
  publicRoutes,
  calendar,
  registers,
  mandates,
  notifications,
  attachments,
  audit,
  privacy,
  personSearch,
]
  .flatMap(module => Object.values(module) as unknown[])
  .filter(
    (value): value is typeof session.signIn =>
      typeof value === 'object' && value !== null && 'responses' in value && 'path' in value,
  )
