import type { ReportTables } from '../../engines/reports/tables.ts'
import type { ReportTypeTables } from '../../reporting/tables.ts'
import type { AttachmentTables } from '../attachments/tables.ts'
import type { AuditTables } from '../audit/tables.ts'
import type { CalendarTables } from '../calendar/tables.ts'
import type { DocumentTables } from '../documents/tables.ts'
import type { IdentityTables } from '../identity/tables.ts'
import type { MandateTables } from '../mandates/tables.ts'
import type { NotificationTables } from '../notifications/tables.ts'
import type { OpenidTables } from '../openid/tables.ts'
import type { OrganisationTables } from '../organisations/tables.ts'
import type { OutboxTables } from '../outbox/tables.ts'
import type { PersonalCalendarTables } from '../personal-calendar/tables.ts'
import type { PrivacyTables } from '../privacy/tables.ts'
import type { RegistryTables } from '../registry/tables.ts'
import type { StrongSignInTables } from '../strong-sign-in/tables.ts'
import type { VaultTables } from '../vault/tables.ts'

interface CounterTable {
  name: string
  value: string
}

/** Every table; each capability names its own in its tables.ts. */
export interface Schema
  extends OrganisationTables,
    IdentityTables,
    AuditTables,
    DocumentTables,
    NotificationTables,
    PersonalCalendarTables,
    OutboxTables,
    ReportTables,
    ReportTypeTables,
    StrongSignInTables,
    OpenidTables,
    CalendarTables,
    PrivacyTables,
    VaultTables,
    RegistryTables,
    AttachmentTables,
    MandateTables {
  counter: CounterTable
}
