import { reportProcessing } from '../../engines/reports/privacy.ts'
import { attachmentProcessing } from '../attachments/privacy.ts'
import { auditProcessing } from '../audit/privacy.ts'
import { calendarProcessing } from '../calendar/privacy.ts'
import { documentProcessing } from '../documents/privacy.ts'
import { accountProcessing } from '../identity/privacy.ts'
import { mandateProcessing } from '../mandates/privacy.ts'
import { notificationProcessing } from '../notifications/privacy.ts'
import { organisationProcessing } from '../organisations/privacy.ts'
import { registryProcessing } from '../registry/privacy.ts'
import { strongSignInProcessing } from '../strong-sign-in/privacy.ts'
import type { Processing } from './processing.ts'

/** The register of processing, in the order in which it is shown. Whoever keeps something about people adds an entry. */
export const REGISTER: readonly Processing[] = [
  accountProcessing,
  strongSignInProcessing,
  organisationProcessing,
  notificationProcessing,
  reportProcessing,
  attachmentProcessing,
  documentProcessing,
  registryProcessing,
  mandateProcessing,
  calendarProcessing,
  auditProcessing,
]
