import { localDay } from '../../domain/index.ts'
import { findInvitation, type Invitation, notify, type Store } from '../../services/index.ts'
import { ProblemError } from '../http/problem.ts'

/** Puts the mail with the link on its way and gives the invitation as it is now. */
export async function mailInvitation(
  store: Store,
  { id, token }: { readonly id: string; readonly token: string },
  inviter: string,
  at: Date,
): Promise<Invitation> {
  const invitation = await findInvitation(store, { id })
  if (!invitation) throw new ProblemError('invitation_unknown')
  const { email, role, organisation, expiresAt, language } = invitation
  await notify(
    store,
    {
      to: { email, language },
      kind: 'invitation',
      params: { inviter, role, organisation: organisation?.names ?? null, lastDay: localDay(expiresAt) },
      link: `/invitation?token=${token}`,
    },
    at,
  )
  return invitation
}
