import crypto from 'node:crypto'
import type { AuditAction } from '../../../domain/index.ts'
import type { Store } from '../store/database.ts'
import { keyringOf } from '../vault/carried-keyring.ts'
import { macFor, sealFor } from '../vault/person-keys.ts'
import { canonical, commitmentOf, PERSONAL, personalContent, storedDetail } from './commitment.ts'

export interface AuditEvent {
  readonly at: Date
  /** The person's id, or the name of a program ("relay", "admin command"). */
  readonly actor: string
  readonly action: AuditAction
  readonly subjectKind: string
  readonly subjectId: string
  /** Nothing personal: it stays readable for ever. */
  readonly detail: Record<string, unknown>
  /** What is about a person: readable until their key is destroyed. */
  readonly personal?: { readonly person: string; readonly detail: Record<string, unknown> }
}

/**
 * Appends to the audit; the application's role can neither change nor delete what it wrote. The event gets its link in the
 * chain when the transaction commits, so that the chain is locked for no longer than that, whatever else is locked before.
 */
export async function recordEvent(store: Store, event: AuditEvent): Promise<void> {
  const keyring = keyringOf(store)
  const id = crypto.randomUUID()
  const detail = storedDetail(event.detail)
  const person = event.personal?.person ?? null
  const text = event.personal ? canonical(storedDetail(event.personal.detail)) : null
  const sealed =
    person !== null && text !== null
      ? {
          personal: await sealFor(store, keyring, person, PERSONAL, text),
          personalMac: await macFor(store, keyring, person, PERSONAL, personalContent(id, text)),
        }
      : { personal: null, personalMac: null }
  const { at, actor, action, subjectKind, subjectId } = event
  const committed = { id, at, actor, action, subjectKind, subjectId, detail, person }
  await store
    .insertInto('audit_event')
    .values({
      id,
      at,
      actor,
      action,
      subject_kind: subjectKind,
      subject_id: subjectId,
      detail: JSON.stringify(detail),
      person,
      personal: sealed.personal,
      personal_mac: sealed.personalMac,
      commitment: commitmentOf(keyring, { ...committed, personalMac: sealed.personalMac }),
    })
    .execute()
}
