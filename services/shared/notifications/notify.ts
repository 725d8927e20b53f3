import type { Language, Role } from '../../../domain/index.ts'
import { enqueue } from '../jobs/enqueue.ts'
import type { Store } from '../store/database.ts'
import { nextDigest } from './digest-time.ts'
import type { Kind, Params } from './kind.ts'
import { findKind, type KindName, type ParamsOf } from './kinds.ts'

/** Whom to tell: a person; everyone with a role in an organisation, or for the whole county; or an address without an account. */
export type Recipient =
  | { readonly person: string; readonly principal?: string | null }
  | { readonly organisation: string; readonly role: Role }
  | { readonly role: Role }
  | { readonly email: string; readonly language: Language }

export interface Notice<K extends KindName> {
  readonly to: Recipient
  readonly kind: K
  readonly params: ParamsOf<K>
  /** Path of the page in any of its languages, without the language: "/reports/<id>". */
  readonly link?: string | null
  /** Event of the person's calendar that goes with the mail. */
  readonly calendarUid?: string | null
}

/**
 * Puts a notice into the inbox of everyone it is for, and a mail on its way, unless they chose otherwise. All of it stands
 * in the caller's transaction: nobody is told of what did not happen.
 */
export async function notify<K extends KindName>(store: Store, notice: Notice<K>, at: Date): Promise<void> {
  const kind = findKind(notice.kind)
  if (!kind) throw new Error(`there is no kind of notification "${notice.kind}"`)
  const params: Params = notice.params
  const content = {
    kind: notice.kind,
    params: JSON.stringify(params),
    link: notice.link ?? null,
    calendar_uid: notice.calendarUid ?? null,
  }
  const { to } = notice
  if ('email' in to) {
    await addDelivery(store, kind, { ...content, person: null, email: to.email, language: to.language }, at)
    return
  }
  const principal = 'person' in to ? (to.principal ?? null) : null
  for (const person of await peopleOf(store, to)) {
    const wish = await wishOf(store, person, notice.kind, kind)
    const deliveryId =
      wish === 'mail'
        ? await addDelivery(store, kind, { ...content, person, email: null, language: null }, at)
        : null
    await store
      .insertInto('notification')
      .values({
        ...content,
        // A key belongs in its mail alone.
        ...(kind.secret ? { params: '{}', link: null } : {}),
        person,
        principal,
        created_at: at,
        read_at: null,
        digest_at: wish === 'daily' || wish === 'weekly' ? nextDigest(at, wish) : null,
        delivery_id: deliveryId,
      })
      .execute()
  }
}

async function peopleOf(store: Store, to: Exclude<Recipient, { email: string }>): Promise<string[]> {
  if ('person' in to) return [to.person]
  const members = store
    .selectFrom('membership')
    .select('user_id')
    .distinct()
    .where('role', '=', to.role)
    .orderBy('user_id')
  const rows = await ('organisation' in to
    ? members.where('organisation_id', '=', to.organisation)
    : members.where('organisation_id', 'is', null)
  ).execute()
  return rows.map(row => row.user_id)
}

/** How the person wants to hear of it besides the inbox. */
async function wishOf(
  store: Store,
  person: string,
  name: KindName,
  kind: Kind<Params>,
): Promise<'mail' | 'daily' | 'weekly' | 'nothing'> {
  if (kind.required && !kind.digest) return 'mail'
  const row = await store
    .selectFrom('auth_user')
    .leftJoin('notification_choice as choice', join =>
      join.onRef('choice.person', '=', 'auth_user.id').on('choice.kind', '=', name),
    )
    .leftJoin('notification_setting as setting', 'setting.person', 'auth_user.id')
    .select(['choice.mail', 'setting.digest'])
    .where('auth_user.id', '=', person)
    .executeTakeFirst()
  if (!kind.required && row?.mail === false) return 'nothing'
  return kind.digest && row?.digest && row.digest !== 'none' ? row.digest : 'mail'
}

/** A mail on its way: the delivery and the job that carries it. */
async function addDelivery(
  store: Store,
  kind: Kind<Params>,
  content: {
    kind: string
    params: string
    link: string | null
    calendar_uid: string | null
    person: string | null
    email: string | null
    language: Language | null
  },
  at: Date,
): Promise<string> {
  const validUntil = kind.validHours === null ? null : new Date(at.getTime() + kind.validHours * 3_600_000)
  const { id } = await store
    .insertInto('delivery')
    .values({
      ...content,
      last_error: null,
      message_id: null,
      created_at: at,
      next_attempt_at: at,
      valid_until: validUntil,
      settled_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await enqueue(store, 'mail', { delivery: id })
  return id
}
