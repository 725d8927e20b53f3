import type { Context } from 'hono'
import type { Granter } from '../../domain/index.ts'
import { type Actor, rolesAt } from '../../services/index.ts'
import type { AppEnv, Caller } from './environment.ts'
import { ProblemError } from './problem.ts'

/** Who calls; the route's policy has let nobody else come here. */
export async function callerOf(c: Context<AppEnv>): Promise<Caller> {
  const caller = await c.var.caller()
  if (!caller) throw new ProblemError('not_signed_in')
  return caller
}

export const actorOf = async (c: Context<AppEnv>): Promise<Actor> => (await callerOf(c)).actor

/** Somebody who acts in their own name: a program of the machine has none. */
export async function personOf(c: Context<AppEnv>): Promise<Actor> {
  const { actor, via } = await callerOf(c)
  if (via === 'local') throw new ProblemError('not_allowed')
  return actor
}

/** The actor as somebody who gives roles at an organisation (null: for the whole county). */
export const granterAt = (actor: Actor, organisationId: string | null): Granter => ({
  person: actor.id,
  countyRoles: actor.roles,
  rolesThere: rolesAt(actor, organisationId),
})
