import crypto from 'node:crypto'
import type {
  AuditAction,
  InvitationState,
  Language,
  Names,
  Role,
  WaitingInvitation,
} from '../../../domain/index.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { Store } from '../store/database.ts'
import { type ActedBy, asItself, inPlaceOf } from './actor.ts'

/** A role that waits for the person with this e-mail address to take it. */
export interface Invitation {
  readonly id: string
  readonly email: string
  readonly role: Role
  readonly organisation: { readonly id: string; readonly kind: string; readonly names: Names } | null
  readonly language: Language
  readonly invitedBy: string
  readonly sentAt: Date
  readonly expiresAt: Date
  /** Days of the role, not of the invitation; null: from its acceptance, without end. */
  readonly firstDay: string | null
  readonly lastDay: string | null
}

const hash = (token: string): string => crypto.createHash('sha256').update(token).digest('hex')
const newToken = (): string => crypto.randomBytes(32).toString('base64url')

const selectAll = (store: Store) =>
  store
    .selectFrom('invitation')
    .leftJoin('organisation', 'organisation.id', 'invitation.organisation_id')
    .select([
      'invitation.id',
      'invitation.email',
      'role',
      'organisation_id',
      'invitation.language',
      'invited_by',
      'sent_at',
      'expires_at',
      'first_day',
      'last_day',
      'organisation.kind',
      'name_ro',
      'name_hu',
      'name_en',
    ])

const selectOpen = (store: Store) =>
  selectAll(store).where('accepted_at', 'is', null).where('revoked_at', 'is', null)

type Row = Awaited<ReturnType<ReturnType<typeof selectAll>['execute']>>[number]

const toInvitation = (row: Row): Invitation => ({
  id: row.id,
  email: row.email,
  role: row.role,
  organisation:
    row.organisation_id === null
      ? null
      : {
          id: row.organisation_id,
          kind: row.kind ?? '',
          names: { ro: row.name_ro ?? '', hu: row.name_hu ?? '', en: row.name_en ?? '' },
        },
  language: row.language,
  invitedBy: row.invited_by,
  sentAt: row.sent_at,
  expiresAt: row.expires_at,
  firstDay: row.first_day,
  lastDay: row.last_day,
})

/** Invitations neither accepted nor revoked, expired ones included; of one organisation, or all. */
export async function listInvitations(store: Store, organisationId: string | null): Promise<Invitation[]> {
  const rows = await selectOpen(store)
    .$if(organisationId !== null, query => query.where('organisation_id', '=', organisationId))
    .orderBy('sent_at', 'desc')
    .limit(500)
    .execute()
  return rows.map(toInvitation)
}

/** Invitations that wait for these addresses, in small letters, expired ones included. */
export async function listWaiting(store: Store, emails: readonly string[]): Promise<WaitingInvitation[]> {
  if (emails.length === 0) return []
  const rows = await selectOpen(store)
    .where('email', 'in', [...emails])
    .execute()
  return rows.map(toInvitation).map(({ organisation, ...rest }) => ({
    id: rest.id,
    email: rest.email,
    role: rest.role,
    organisation: organisation?.id ?? null,
    expiresAt: rest.expiresAt,
    firstDay: rest.firstDay,
    lastDay: rest.lastDay,
  }))
}

export async function findInvitation(store: Store, by: { id: string } | { token: string }) {
  const row = await ('id' in by
    ? selectOpen(store).where('invitation.id', '=', by.id)
    : selectOpen(store).where('token_hash', '=', hash(by.token))
  ).executeTakeFirst()
  return row ? toInvitation(row) : null
}

/** What has become of the invitation of a link, with the name of who sent it (null: no account has it any more). */
export async function lookUpInvitation(
  store: Store,
  token: string,
  at: Date,
): Promise<(Invitation & { readonly state: InvitationState; readonly inviter: string | null }) | null> {
  const row = await selectAll(store)
    .leftJoin('auth_user', 'auth_user.id', 'invitation.invited_by')
    .select(['auth_user.name as inviter', 'accepted_at', 'revoked_at'])
    .where('token_hash', '=', hash(token))
    .executeTakeFirst()
  if (!row) return null
  const { inviter, accepted_at, revoked_at, expires_at } = row
  const state = accepted_at ? 'used' : revoked_at ? 'withdrawn' : expires_at <= at ? 'expired' : 'open'
  return { ...toInvitation(row), state, inviter }
}

/** Makes an invitation; only the hash of its token is kept. Null when one is open for the same role. */
export async function invite(
  store: Store,
  invitation: {
    readonly email: string
    readonly role: Role
    readonly organisationId: string | null
    readonly language: Language
    readonly expiresAt: Date
    readonly firstDay?: string | null
    readonly lastDay?: string | null
  },
  by: ActedBy,
  at: Date,
): Promise<{ id: string; token: string } | null> {
  const token = newToken()
  const row = await store
    .insertInto('invitation')
    .values({
      email: invitation.email.toLowerCase(),
      role: invitation.role,
      organisation_id: invitation.organisationId,
      language: invitation.language,
      token_hash: hash(token),
      invited_by: by.person,
      created_at: at,
      sent_at: at,
      expires_at: invitation.expiresAt,
      first_day: invitation.firstDay ?? null,
      last_day: invitation.lastDay ?? null,
      accepted_at: null,
      accepted_by: null,
      revoked_at: null,
      revoked_by: null,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) return null
  const { role, organisationId: organisation } = invitation
  await recordInvitation(store, 'invitation.sent', row.id, by, at, { role, organisation })
  return { id: row.id, token }
}

/** A new token and a new end; the link sent before is worth nothing any more. */
export async function renewInvitation(
  store: Store,
  id: string,
  expiresAt: Date,
  by: ActedBy,
  at: Date,
  /** Other days of the role than before. */
  days: { readonly firstDay: string | null; readonly lastDay: string | null } | null = null,
): Promise<string | null> {
  const token = newToken()
  const row = await store
    .updateTable('invitation')
    .set({
      token_hash: hash(token),
      sent_at: at,
      expires_at: expiresAt,
      invited_by: by.person,
      ...(days ? { first_day: days.firstDay, last_day: days.lastDay } : {}),
    })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!row) return null
  await recordInvitation(store, 'invitation.resent', id, by, at, {})
  return token
}

export async function revokeInvitation(store: Store, id: string, by: ActedBy, at: Date): Promise<boolean> {
  const row = await store
    .updateTable('invitation')
    .set({ revoked_at: at, revoked_by: by.person })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (row) await recordInvitation(store, 'invitation.revoked', id, by, at, {})
  return row !== undefined
}

/** Uses an invitation up. False when somebody else was faster, or it has expired. */
export async function spendInvitation(store: Store, id: string, person: string, at: Date): Promise<boolean> {
  const row = await store
    .updateTable('invitation')
    .set({ accepted_at: at, accepted_by: person })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', at)
    .returning('id')
    .executeTakeFirst()
  if (!row) return false
  await recordInvitation(store, 'invitation.accepted', id, asItself(person), at, {})
  return true
}

const recordInvitation = (
  store: Store,
  action: AuditAction,
  id: string,
  by: ActedBy,
  at: Date,
  detail: Record<string, unknown>,
): Promise<void> =>
  recordEvent(store, {
    at,
    actor: by.person,
    action,
    subjectKind: 'invitation',
    subjectId: id,
    detail: { ...detail, ...inPlaceOf(by) },
  })
