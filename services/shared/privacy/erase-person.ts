import crypto from 'node:crypto'
import type { ErasureReason } from '../../../domain/index.ts'
import { recordEvent } from '../audit/record-event.ts'
import { isLastAdministrator } from '../identity/administrators.ts'
import type { Database, Store } from '../store/database.ts'
import { keyringOf } from '../vault/carried-keyring.ts'
import { erasePersonKey } from '../vault/person-keys.ts'
import type { ProcessedField } from './processing.ts'
import { REGISTER } from './register.ts'

/** A line of the ledger of erasures. */
export interface Erasure {
  readonly id: string
  readonly person: string
  readonly at: Date
  readonly mac: string
}

/** Why the office erased somebody. */
export interface ErasureGrounds {
  readonly reason: ErasureReason
  /** Registration number of the written request; null where none was registered. */
  readonly reference: string | null
}

export type ErasureOutcome =
  | { readonly outcome: 'erased'; readonly erasure: Erasure }
  | { readonly outcome: 'unknown' }
  /** Without them nobody could administer the installation. */
  | { readonly outcome: 'last_admin' }

const macOf = (store: Store, id: string, person: string, at: Date): string =>
  keyringOf(store).mac('erasure', `${id}\0${person}\0${at.toISOString()}`)

/** Whether this installation wrote the line itself. */
export const isOwnErasure = (store: Store, { id, person, at, mac }: Erasure): boolean =>
  macOf(store, id, person, at) === mac

/** What stays after an erasure because the law keeps it, without anything that leads to the person. */
export const keptAfterErasure = (): ProcessedField[] =>
  REGISTER.flatMap(({ fields }) =>
    fields.filter(
      ({ onErasure, retention }) =>
        onErasure === 'pseudonymised' && (retention.kind === 'years' || retention.kind === 'permanent'),
    ),
  )

/**
 * Erases a person in one transaction: what each capability holds, the account with all that hangs on it, and the key under
 * which the rest is sealed. The chain of the audit and the registers stay whole.
 */
export async function erasePerson(
  db: Database,
  person: string,
  decidedBy: string,
  at: Date,
  grounds: ErasureGrounds | null = null,
): Promise<ErasureOutcome> {
  return db.transaction().execute(async store => {
    if (await isLastAdministrator(store, person, at)) return { outcome: 'last_admin' }
    const account = await store
      .selectFrom('auth_user')
      .select('id')
      .where('id', '=', person)
      .forUpdate()
      .executeTakeFirst()
    if (!account) return { outcome: 'unknown' }
    const erasure = await forget(store, person, { decidedBy, at, grounds })
    return { outcome: 'erased', erasure }
  })
}

/** Erases again whoever a restored backup brought back. False when there is nobody to erase. */
export async function repeatErasure(db: Database, erasure: Erasure, at: Date): Promise<boolean> {
  return db.transaction().execute(async store => {
    const known = await store
      .selectFrom('erasure')
      .select('id')
      .where('person', '=', erasure.person)
      .executeTakeFirst()
    if (known) return false
    await forget(store, erasure.person, { decidedBy: 'restore', at, repeated: erasure })
    return true
  })
}

async function forget(
  store: Store,
  person: string,
  {
    decidedBy,
    at,
    grounds = null,
    repeated = null,
  }: { decidedBy: string; at: Date; grounds?: ErasureGrounds | null; repeated?: Erasure | null },
): Promise<Erasure> {
  for (const entry of REGISTER) await entry.erase(store, person, at)
  await store.deleteFrom('auth_user').where('id', '=', person).execute()
  await erasePersonKey(store, person, at)
  const id = crypto.randomUUID()
  const erasure = repeated ?? { id, person, at, mac: macOf(store, id, person, at) }
  await store
    .insertInto('erasure')
    .values({ ...erasure, decided_by: decidedBy })
    .execute()
  await recordEvent(store, {
    at,
    actor: decidedBy,
    action: repeated ? 'person.erased_again' : 'person.erased',
    subjectKind: 'user',
    subjectId: person,
    detail: { erasure: erasure.id, ...grounds },
  })
  return erasure
}

/** All erasures, the oldest first. */
export async function listErasures(store: Store): Promise<Erasure[]> {
  return store
    .selectFrom('erasure')
    .select(['id', 'person', 'at', 'mac'])
    .orderBy('at')
    .orderBy('id')
    .execute()
}
