import { endOfDay, localDay, placeOfKind, refuseGrant, startOfDay } from '../../domain/index.ts'
import {
  type Actor,
  addPerson,
  asItself,
  findActor,
  findInvitation,
  findUser,
  grantRole,
  type Invitation,
  listWaiting,
  type Store,
  spendInvitation,
} from '../../services/index.ts'
import { granterAt } from '../http/acting.ts'
import { ProblemError } from '../http/problem.ts'
import type { System } from './system.ts'
import { SYSTEM_ACTOR } from './system-actor.ts'

/** A new account, or whoever is signed in; null: nobody is. */
type Taker = Actor | NewTaker | null

interface NewTaker {
  readonly name: string
  /** Hash of the password that was chosen. Throws when it is unfit for the account. */
  readonly hash: (account: { email: string; name: string }) => Promise<string>
}

/** Gives the role of an invitation to the person with its e-mail address. The link came by mail: it proves a new account's address. */
export async function takeInvitation(system: System, token: string, taker: Taker): Promise<void> {
  const at = system.now()
  const invitation = await findInvitation(system.db, { token })
  if (!invitation) throw new ProblemError('invitation_unknown')
  if (isOver(invitation, at)) throw new ProblemError('invitation_expired')
  if (!taker) throw new ProblemError('not_signed_in')
  const { email } = invitation
  const passwordHash = 'hash' in taker ? await taker.hash({ email, name: taker.name }) : null
  await system.db.transaction().execute(async store => {
    const person =
      'hash' in taker
        ? await addPerson(
            store,
            { email, name: taker.name, passwordHash, demo: false, language: invitation.language },
            at,
          )
        : await invitedPerson(store, invitation, taker)
    if (person === null) throw new ProblemError('account_exists')
    await accept(store, invitation, person, at)
  })
}

/**
 * Makes an account for somebody whose address an officials' provider vouches for, with the roles that wait for that address:
 * the provider proves what the link of the mail would have. Null, and nothing is written, where none waits.
 */
export async function joinByInvitation(
  store: Store,
  { email, name }: { readonly email: string; readonly name: string },
  at: Date,
): Promise<string | null> {
  const waiting: Invitation[] = []
  for (const { id } of await listWaiting(store, [email])) {
    const invitation = await findInvitation(store, { id })
    if (invitation && !isOver(invitation, at) && (await inviterRefusal(store, invitation, null, at)) === null)
      waiting.push(invitation)
  }
  const [first] = waiting
  if (!first) return null
  const person = await addPerson(
    store,
    { email, name, passwordHash: null, demo: false, language: first.language },
    at,
  )
  if (person === null) return null
  for (const invitation of waiting) await accept(store, invitation, person, at)
  return person
}

const isOver = ({ expiresAt, lastDay }: Invitation, at: Date): boolean =>
  expiresAt <= at || (lastDay !== null && lastDay < localDay(at))

async function accept(store: Store, invitation: Invitation, person: string, at: Date): Promise<void> {
  const { firstDay, lastDay } = invitation
  const refusal = await inviterRefusal(store, invitation, person, at)
  if (refusal) throw new ProblemError(refusal)
  if (!(await spendInvitation(store, invitation.id, person, at))) throw new ProblemError('invitation_unknown')
  await grantRole(
    store,
    {
      person,
      role: invitation.role,
      organisationId: invitation.organisation?.id ?? null,
      from: firstDay === null ? null : startOfDay(firstDay),
      until: lastDay === null ? null : endOfDay(lastDay),
    },
    asItself(invitation.invitedBy),
    at,
  )
}

async function invitedPerson(store: Store, invitation: Invitation, actor: Actor): Promise<string> {
  if (actor.email.toLowerCase() !== invitation.email) throw new ProblemError('account_other')
  const user = await findUser(store, { id: actor.id })
  if (!user?.emailVerified) throw new ProblemError('email_unverified')
  return user.id
}

/** Who invited must still be somebody who may give the role: an invitation ends with the right to make it. */
async function inviterRefusal(
  store: Store,
  { invitedBy, organisation, role }: Invitation,
  person: string | null,
  at: Date,
): Promise<'role_own' | 'invitation_unknown' | null> {
  const inviter = invitedBy === SYSTEM_ACTOR.id ? SYSTEM_ACTOR : await findActor(store, { id: invitedBy }, at)
  if (!inviter) return 'invitation_unknown'
  const place = placeOfKind(organisation?.kind ?? null)
  const refusal = refuseGrant(granterAt(inviter, organisation?.id ?? null), { person, role, place })
  if (refusal === null) return null
  return refusal === 'role_own' ? 'role_own' : 'invitation_unknown'
}
