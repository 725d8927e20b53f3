import type { Language, Role } from '../../../domain/index.ts'
import type { Store } from '../store/database.ts'
import { addDelivery } from './add-delivery.ts'
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
    await addDelivery(
      store,
      kind.validHours,
      { ...content, person: null, email: to.email, language: to.language },
      at,
    )
    return
  }
  const principal = 'person' in to ? (to.principal ?? null) : null
  for (const person of await peopleOf(store, to, at)) {
    const wish = await wishOf(store, person, notice.kind, kind)
    const deliveryId =
      wish === 'mail'
        ? await addDelivery(store, kind.validHours, { ...content, person, email: null, language: null }, at)
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

/** Who holds the role now, and who stands in for them. */
export async function peopleOf(
  store: Store,
  to: Exclude<Recipient, { email: string }>,
  at: Date,
): Promise<string[]> {
  if ('person' in to) return [to.person]
  const organisation = 'organisation' in to ? to.organisation : null
  const members = store
    .selectFrom('membership')
    .where('membership.role', '=', to.role)
    .where('membership.organisation_id', 'is not distinct from', organisation)
    .where('membership.valid_from', '<=', at)
    .where(({ eb, or }) =>
      or([eb('membership.valid_until', 'is', null), eb('membership.valid_until', '>', at)]),
    )
  const own = await members.select('user_id as person').execute()
  const deputies = await members
    .innerJoin('deputy', join =>
      join
        .onRef('deputy.principal', '=', 'membership.user_id')
        .on(({ eb, ref }) =>
          eb('deputy.organisation_id', 'is not distinct from', ref('membership.organisation_id')),
        ),
    )
    .select('deputy.deputy as person')
    .where('deputy.valid_from', '<=', at)
    .where('deputy.valid_until', '>', at)
    .where('deputy.ended_at', 'is', null)
    .execute()
  return [...new Set([...own, ...deputies].map(row => row.person))].sort()
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
