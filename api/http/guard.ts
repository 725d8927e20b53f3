import type { MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import { allRoles } from '../../services/index.ts'
import { type Policy, policyOf } from '../contract/policy.ts'
import { type CallerOptions, checkCsrf, identify } from './caller.ts'
import type { AppEnv, Caller } from './environment.ts'
import { ProblemError, problem } from './problem.ts'

/** Finds the policy of the route that will answer and applies it; a route without one is never reached. */
export function guard(options: CallerOptions): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    let known: Promise<Caller | null> | undefined
    c.set('caller', () => {
      known ??= identify(c, options)
      return known
    })
    const routes = matchedRoutes(c)
    const target = routes[routes.length - 1]
    if (!target || target.path === '/*' || target.path === '*') throw new ProblemError('not_found')
    const policy = policyOf(target.method, target.path)
    if (!policy) return problem(c, 'not_allowed', { detail: 'This route declares no policy.' })
    if (policy.kind !== 'public') await enforce(policy, await c.var.caller(), Boolean(c.env?.local))
    if (policy.kind !== 'public') {
      const caller = await c.var.caller()
      if (caller) checkCsrf(c, caller)
    }
    return next()
  }
}

async function enforce(
  policy: Exclude<Policy, { kind: 'public' }>,
  caller: Caller | null,
  local: boolean,
): Promise<void> {
  if (policy.kind === 'local') {
    // To the outside these routes don't exist.
    if (!local) throw new ProblemError('not_found')
    return
  }
  if (!caller) throw new ProblemError('not_signed_in')
  if (policy.kind === 'roles') {
    const roles: readonly string[] = allRoles(caller.actor)
    if (!policy.roles.some(role => roles.includes(role))) throw new ProblemError('not_allowed')
  }
}
