import type { Context } from 'hono'
import type { Granter } from '../../domain/index.ts'
import { type Actor, rolesAt } from '../../services/index.ts'
import type { AppEnv } from './environment.ts'
import { ProblemError } from './problem.ts'

/** Who calls a route that only signed-in people reach. */
export async function actorOf(c: Context<AppEnv>): Promise<Actor> {
  const caller = await c.var.caller()
  if (!caller) throw new ProblemError('not_signed_in')
  return caller.actor
}

/** The actor as somebody who gives roles at an organisation (null: for the whole county). */
export const granterAt = (actor: Actor, organisationId: string | null): Granter => ({
  person: actor.id,
  countyRoles: actor.roles,
  rolesThere: rolesAt(actor, organisationId),
})
