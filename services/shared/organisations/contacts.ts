import type { ContactKind } from '../../../domain/index.ts'
import { recordEvent } from '../audit/record-event.ts'
import { type ActedBy, inPlaceOf } from '../identity/actor.ts'
import type { Store } from '../store/database.ts'

/** A way to reach an organisation. */
export interface Contact {
  readonly kind: ContactKind
  readonly value: string
  /** What it is for, e.g. "registry"; empty where it says itself. */
  readonly label: string
}

export async function listContacts(store: Store, organisationId: string): Promise<Contact[]> {
  return store
    .selectFrom('organisation_contact')
    .select(['kind', 'value', 'label'])
    .where('organisation_id', '=', organisationId)
    .orderBy('position')
    .execute()
}

/** Puts these contacts in the place of all that there were. False when they are the same. */
export async function putContacts(
  store: Store,
  organisationId: string,
  contacts: readonly Contact[],
  by: ActedBy,
  at: Date,
): Promise<boolean> {
  const known = await listContacts(store, organisationId)
  const wanted = contacts.map(({ kind, value, label }) => ({ kind, value, label }))
  if (JSON.stringify(known) === JSON.stringify(wanted)) return false
  await store.deleteFrom('organisation_contact').where('organisation_id', '=', organisationId).execute()
  if (wanted.length > 0)
    await store
      .insertInto('organisation_contact')
      .values(wanted.map((contact, position) => ({ ...contact, organisation_id: organisationId, position })))
      .execute()
  await recordEvent(store, {
    at,
    actor: by.person,
    action: 'organisation.contacts',
    subjectKind: 'organisation',
    subjectId: organisationId,
    detail: { contacts: wanted.length, ...inPlaceOf(by) },
  })
  return true
}
