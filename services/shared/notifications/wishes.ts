import type { Digest } from '../../../domain/index.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { Database, Store } from '../store/database.ts'
import { nextDigest } from './digest-time.ts'
import type { Kind, Params } from './kind.ts'
import { findKind, KIND_NAMES, type KindName } from './kinds.ts'

export interface Wishes {
  readonly digest: Digest
  /** Kinds that the person wants no mail of. */
  readonly refused: readonly string[]
}

/** What a person wants to hear of besides the inbox. */
export async function readWishes(store: Store, person: string): Promise<Wishes> {
  const setting = await store
    .selectFrom('notification_setting')
    .select('digest')
    .where('person', '=', person)
    .executeTakeFirst()
  const refused = await store
    .selectFrom('notification_choice')
    .select('kind')
    .where('person', '=', person)
    .where('mail', '=', false)
    .orderBy('kind')
    .execute()
  return { digest: setting?.digest ?? 'none', refused: refused.map(row => row.kind) }
}

/** Every kind with what may be chosen of it. */
export const listKinds = (): { readonly name: KindName; readonly kind: Kind<Params> }[] =>
  KIND_NAMES.flatMap(name => {
    const kind = findKind(name)
    return kind ? [{ name, kind }] : []
  })

/** Keeps what a person chose; what is left out stays. Returns the first kind that is unknown or can't be refused. */
export async function choose(
  db: Database,
  person: string,
  wish: {
    readonly digest?: Digest | undefined
    readonly mail?: Readonly<Record<string, boolean>> | undefined
  },
  via: 'settings' | 'unsubscribe',
  at: Date,
): Promise<{ readonly wrongKind: string | null }> {
  const mail = Object.entries(wish.mail ?? {})
  const wrong = mail.find(([name, wanted]) => {
    const kind = findKind(name)
    return !kind || (kind.required && !wanted)
  })
  if (wrong) return { wrongKind: wrong[0] }
  await db.transaction().execute(async store => {
    for (const [kind, wanted] of mail)
      await store
        .insertInto('notification_choice')
        .values({ person, kind, mail: wanted })
        .onConflict(conflict => conflict.columns(['person', 'kind']).doUpdateSet({ mail: wanted }))
        .execute()
    if (wish.digest) await chooseDigest(store, person, wish.digest, at)
    await recordEvent(store, {
      at,
      actor: person,
      action: 'notifications.chosen',
      subjectKind: 'user',
      subjectId: person,
      detail: { via, ...(wish.digest ? { digest: wish.digest } : {}), ...Object.fromEntries(mail) },
    })
  })
  return { wrongKind: null }
}

/** What waits for the old digest goes with the new one, or at once when there is none any more. */
async function chooseDigest(store: Store, person: string, digest: Digest, at: Date): Promise<void> {
  await store
    .insertInto('notification_setting')
    .values({ person, digest })
    .onConflict(conflict => conflict.column('person').doUpdateSet({ digest }))
    .execute()
  await store
    .updateTable('notification')
    .set({ digest_at: digest === 'none' ? at : nextDigest(at, digest) })
    .where('person', '=', person)
    .where('digest_at', 'is not', null)
    .where('delivery_id', 'is', null)
    .execute()
}
