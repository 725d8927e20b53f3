import type { Store } from '../store/database.ts'

export interface AuditEvent {
  readonly at: Date
  /** E-mail of the person, or the name of the program ("relay", "admin command"). */
  readonly actor: string
  readonly action: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly detail: Record<string, unknown>
}

/** Appends to the audit; the application's role can neither change nor delete what it wrote. */
export async function recordEvent(store: Store, event: AuditEvent): Promise<void> {
  await store
    .insertInto('audit_event')
    .values({
      at: event.at,
      actor: event.actor,
      action: event.action,
      subject_kind: event.subjectKind,
      subject_id: event.subjectId,
      detail: JSON.stringify(event.detail),
    })
    .execute()
}
