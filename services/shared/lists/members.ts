import {
  endOfDay,
  type MembersOrder,
  type MembersState,
  type Names,
  type Role,
  startOfDay,
} from '../../../domain/index.ts'
import type { ActedBy } from '../identity/actor.ts'
import { lastingAdministrators } from '../identity/administrators.ts'
import { invite, listWaiting, renewInvitation } from '../identity/invitations.ts'
import { endRoleOn, findMembership, grantRole, listMemberships } from '../identity/memberships.ts'
import type { Store } from '../store/database.ts'
import { ListRefused } from './put-organisations.ts'
import { recordedOrganisations } from './recorded-organisations.ts'

/** What a list of members is laid over: the people with these addresses, their roles, and invitations that wait for them. */
export async function membersState(store: Store, emails: readonly string[], at: Date): Promise<MembersState> {
  const organisations = await recordedOrganisations(store)
  const people =
    emails.length === 0
      ? []
      : await store
          .selectFrom('auth_user')
          .select(['id', 'email'])
          .where('email', 'in', [...emails])
          .execute()
  const memberships = await listMemberships(store, { people: people.map(({ id }) => id) }, at)
  return {
    organisations: organisations.map(({ id, ...rest }) => ({ key: id, ...rest })),
    people: new Map(
      people.map(({ id, email }) => [
        email.toLowerCase(),
        {
          id,
          roles: memberships
            .filter(({ person }) => person.id === id)
            .map(({ organisation, ...held }) => ({
              id: held.id,
              role: held.role,
              organisation: organisation?.id ?? null,
              from: held.from,
              until: held.until,
            })),
        },
      ]),
    ),
    invitations: await listWaiting(store, emails),
    lastingAdmins: await lastingAdministrators(store, at),
  }
}

/** Who has to hear of it: by a mail with a link, or by a message. */
export type MemberNews =
  | { readonly of: 'invitation'; readonly id: string; readonly token: string }
  | {
      readonly of: 'role'
      readonly person: string
      readonly role: Role
      readonly organisation: Names | null
    }

/** Carries out what a list of members says, in the caller's transaction, and tells who has to hear of it. */
export async function putListedMembers(
  store: Store,
  orders: readonly MembersOrder[],
  organisations: MembersState['organisations'],
  expiresAt: Date,
  by: ActedBy,
  at: Date,
): Promise<MemberNews[]> {
  const news: MemberNews[] = []
  for (const order of orders) {
    switch (order.do) {
      case 'grant': {
        const { person, role, organisation } = order
        const granted = await grantRole(
          store,
          {
            person,
            role,
            organisationId: organisation,
            from: order.firstDay === null ? null : startOfDay(order.firstDay),
            until: order.lastDay === null ? null : endOfDay(order.lastDay),
          },
          by,
          at,
        )
        if (!granted) throw new ListRefused('role_held')
        const names = organisations.find(({ key }) => key === organisation)?.names ?? null
        news.push({ of: 'role', person, role, organisation: names })
        break
      }
      case 'end_on': {
        const membership = await findMembership(store, order.membership)
        if (!membership) throw new ListRefused('role_held')
        const until = order.lastDay === null ? null : endOfDay(order.lastDay)
        if ((await endRoleOn(store, membership, until, by, at)) !== 'changed')
          throw new ListRefused('last_admin')
        break
      }
      case 'invite': {
        const { email, role, language, firstDay, lastDay } = order
        const invitation = { email, role, language, firstDay, lastDay, expiresAt }
        const made = await invite(store, { ...invitation, organisationId: order.organisation }, by, at)
        if (!made) throw new ListRefused('invitation_open')
        news.push({ of: 'invitation', ...made })
        break
      }
      case 'invite_again': {
        const days = { firstDay: order.firstDay, lastDay: order.lastDay }
        const token = await renewInvitation(store, order.invitation, expiresAt, by, at, days)
        if (token === null) throw new ListRefused('invitation_open')
        news.push({ of: 'invitation', id: order.invitation, token })
        break
      }
    }
  }
  return news
}
