import { mayEndRole, placeOfKind } from '../../domain/index.ts'
import type { Actor, Deputy, Invitation, Membership, User } from '../../services/index.ts'
import { granterAt } from '../http/acting.ts'

export const viewPerson = ({ id, name, email }: Pick<User, 'id' | 'name' | 'email'>) => ({ id, name, email })

export const viewMembership = (membership: Membership, actor: Actor) => ({
  id: membership.id,
  person: viewPerson(membership.person),
  role: membership.role,
  organisation: membership.organisation && {
    id: membership.organisation.id,
    names: membership.organisation.names,
  },
  from: membership.from.toISOString(),
  until: membership.until?.toISOString() ?? null,
  mayEnd: mayEnd(actor, membership),
})

export const mayEnd = (actor: Actor, { person, role, organisation }: Membership): boolean =>
  mayEndRole(granterAt(actor, organisation?.id ?? null), {
    person: person.id,
    role,
    place: placeOfKind(organisation?.kind ?? null),
  })

/** Ended by the person who is stood in for, by the deputy, or by an administrator. */
export const mayEndDeputy = (actor: Actor, { principal, deputy }: Deputy): boolean =>
  [principal.id, deputy.id].includes(actor.id) || actor.roles.includes('admin')

export const viewDeputy = (deputy: Deputy, actor: Actor) => ({
  id: deputy.id,
  principal: viewPerson(deputy.principal),
  deputy: viewPerson(deputy.deputy),
  organisation: deputy.organisation && { ...deputy.organisation },
  from: deputy.from.toISOString(),
  until: deputy.until.toISOString(),
  mayEnd: mayEndDeputy(actor, deputy),
})

export const viewInvitation = (invitation: Invitation, now: Date) => ({
  id: invitation.id,
  email: invitation.email,
  role: invitation.role,
  organisation: invitation.organisation && {
    id: invitation.organisation.id,
    names: invitation.organisation.names,
  },
  sentAt: invitation.sentAt.toISOString(),
  expiresAt: invitation.expiresAt.toISOString(),
  expired: invitation.expiresAt <= now,
  firstDay: invitation.firstDay,
  lastDay: invitation.lastDay,
})
