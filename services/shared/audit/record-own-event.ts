import type { AuditAction } from '../../../domain/index.ts'
import type { Store } from '../store/database.ts'
import { recordEvent } from './record-event.ts'

/** What a person did with their own account. */
export const recordOwnEvent = (
  store: Store,
  person: string,
  action: AuditAction,
  at: Date,
  detail: Record<string, unknown> = {},
): Promise<void> =>
  recordEvent(store, { at, actor: person, action, subjectKind: 'user', subjectId: person, detail })
