import type { Generated, JSONColumnType } from 'kysely'
import type { DeliveryState, Digest } from '../../../domain/index.ts'
import type { Instant } from '../store/column-types.ts'
import type { Params } from './kind.ts'

interface DeliveryTable {
  id: Generated<string>
  sequence: Generated<string>
  channel: Generated<'mail'>
  person: string | null
  email: string | null
  language: string | null
  kind: string
  params: JSONColumnType<Params>
  link: string | null
  calendar_uid: string | null
  state: Generated<DeliveryState>
  attempts: Generated<number>
  last_error: string | null
  message_id: string | null
  created_at: Instant
  next_attempt_at: Instant | null
  valid_until: Instant | null
  settled_at: Instant | null
}

interface NotificationTable {
  id: Generated<string>
  sequence: Generated<string>
  person: string
  /** Whom the person represents in this matter; null for their own. */
  principal: string | null
  kind: string
  params: JSONColumnType<Params>
  link: string | null
  calendar_uid: string | null
  created_at: Instant
  read_at: Instant | null
  /** When it goes out together with others; null for what has a mail of its own, or none. */
  digest_at: Instant | null
  delivery_id: string | null
}

interface ChoiceTable {
  person: string
  kind: string
  mail: boolean
}

interface SettingTable {
  person: string
  digest: Digest
}

/** Tables of this capability. */
export interface NotificationTables {
  delivery: DeliveryTable
  notification: NotificationTable
  notification_choice: ChoiceTable
  notification_setting: SettingTable
}
