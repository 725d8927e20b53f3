import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { placeOfKind, refuseGrant } from '../../domain/index.ts'
import {
  type ActedBy,
  type Actor,
  actedBy,
  findInvitation,
  findUser,
  INVITATION_DAYS,
  type Invitation,
  invite,
  listInvitations,
  lookUpInvitation,
  renewInvitation,
  revokeInvitation,
} from '../../services/index.ts'
import {
  acceptInvitation,
  listInvitationsRoute,
  lookAtInvitation,
  resendInvitation,
  sendInvitation,
  withdrawInvitation,
} from '../contract/people.ts'
import { actorOf, granterAt } from '../http/acting.ts'
import { checkCsrf } from '../http/caller.ts'
import type { AppEnv } from '../http/environment.ts'
import type { PasswordDoor } from '../http/password-door.ts'
import { ProblemError } from '../http/problem.ts'
import type { RateLimits } from '../http/rate-limits.ts'
import { takeInvitation } from '../instance/accept-invitation.ts'
import { mailInvitation } from '../instance/mail-invitation.ts'
import { visibleOrganisation } from '../instance/organisation-scope.ts'
import type { System } from '../instance/system.ts'
import { viewInvitation } from './people-view.ts'

const inviteBy = (actor: Actor, organisationId: string | null): ActedBy =>
  actedBy(actor, [null, organisationId], ['admin', 'approver'])

const expiry = (at: Date): Date => new Date(at.getTime() + INVITATION_DAYS * 86_400_000)

export function invitationRoutes(
  app: OpenAPIHono<AppEnv>,
  system: System,
  door: PasswordDoor,
  limits: RateLimits,
): void {
  const countMail = async (c: Context<AppEnv>, email: string): Promise<void> => {
    if (!(await limits.allowInvitation(c, email))) throw new ProblemError('too_many_requests')
  }

  app.openapi(listInvitationsRoute, async c => {
    const actor = await actorOf(c)
    const { organisation } = c.req.valid('query')
    const all = actor.roles.some(role => role === 'admin' || role === 'auditor')
    const isManaged = (id: string) => all || granterAt(actor, id).rolesThere.includes('approver')
    if (organisation !== undefined && !isManaged(organisation)) throw new ProblemError('organisation_unknown')
    const found = await listInvitations(system.db, organisation ?? null)
    const items = found.filter(item => all || (item.organisation && isManaged(item.organisation.id)))
    return c.json({ items: items.map(item => viewInvitation(item, system.now())) }, 200)
  })

  app.openapi(sendInvitation, async c => {
    const actor = await actorOf(c)
    const { email, role, organisationId, language } = c.req.valid('json')
    const organisation =
      organisationId === null ? null : await visibleOrganisation(system, actor, organisationId)
    const refusal = refuseGrant(granterAt(actor, organisationId), {
      person: email.toLowerCase() === actor.email.toLowerCase() ? actor.id : null,
      role,
      place: placeOfKind(organisation?.kind ?? null),
    })
    if (refusal) throw new ProblemError(refusal)
    await countMail(c, email)
    const at = system.now()
    const made = await system.db.transaction().execute(async store => {
      const sent = await invite(
        store,
        { email, role, organisationId, language, expiresAt: expiry(at) },
        inviteBy(actor, organisationId),
        at,
      )
      if (!sent) throw new ProblemError('invitation_open')
      return mailInvitation(store, sent, actor.name, at)
    })
    return c.json(viewInvitation(made, at), 201)
  })

  app.openapi(resendInvitation, async c => {
    const actor = await actorOf(c)
    const { id, email, organisation } = await managed(system, actor, c.req.valid('param').id)
    await countMail(c, email)
    const at = system.now()
    const made = await system.db.transaction().execute(async store => {
      const by = inviteBy(actor, organisation?.id ?? null)
      const token = await renewInvitation(store, id, expiry(at), by, at)
      if (token === null) throw new ProblemError('invitation_unknown')
      return mailInvitation(store, { id, token }, actor.name, at)
    })
    return c.json(viewInvitation(made, at), 200)
  })

  app.openapi(withdrawInvitation, async c => {
    const actor = await actorOf(c)
    const { id, organisation } = await managed(system, actor, c.req.valid('param').id)
    const by = inviteBy(actor, organisation?.id ?? null)
    const revoked = await system.db
      .transaction()
      .execute(store => revokeInvitation(store, id, by, system.now()))
    if (!revoked) throw new ProblemError('invitation_unknown')
    return c.body(null, 204)
  })

  app.openapi(lookAtInvitation, async c => {
    const invitation = await lookUpInvitation(system.db, c.req.valid('query').token, system.now())
    if (!invitation) throw new ProblemError('invitation_unknown')
    const { state, email, role, organisation, inviter, expiresAt } = invitation
    const isOpen = state === 'open'
    const caller = await c.var.caller()
    c.header('cache-control', 'no-store')
    return c.json(
      {
        state,
        // An old link tells nobody whose address it was sent to.
        email: isOpen ? email : null,
        role,
        organisation: organisation && { id: organisation.id, names: organisation.names },
        inviter,
        expiresAt: expiresAt.toISOString(),
        hasAccount: isOpen && (await findUser(system.db, { email })) !== null,
        mine: caller?.actor.email === email,
      },
      200,
    )
  })

  app.openapi(acceptInvitation, async c => {
    const { token, account } = c.req.valid('json')
    const caller = await c.var.caller()
    // The route is open to everybody, so the guard has not asked for it.
    if (caller) checkCsrf(c, caller)
    await takeInvitation(
      system,
      token,
      account === null
        ? (caller?.actor ?? null)
        : {
            name: account.name,
            hash: whose => door.hashNew(c, account.password, whose),
          },
    )
    return c.body(null, 204)
  })
}

/** An open invitation to a role that the actor may give. */
async function managed(system: System, actor: Actor, id: string): Promise<Invitation> {
  const invitation = await findInvitation(system.db, { id })
  const place = placeOfKind(invitation?.organisation?.kind ?? null)
  const granter = granterAt(actor, invitation?.organisation?.id ?? null)
  if (!invitation || refuseGrant(granter, { person: null, role: invitation.role, place }) !== null)
    throw new ProblemError('invitation_unknown')
  return invitation
}
