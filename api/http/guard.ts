import type { Context, MiddlewareHandler, Next } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { TokenScope } from '../../domain/index.ts'
import { allRoles, isAuditorOnly } from '../../services/index.ts'
import { isClosedToAuditors, isOpenWithoutFactor, type Policy, policyOf } from '../contract/policy.ts'
import { type CallerOptions, checkCsrf, identify, isCsrfToken } from './caller.ts'
import { cubeCaller } from './cube-caller.ts'
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
    if (policy.kind === 'cube') return cubeGuard(c, next, policy, options)
    if (policy.kind !== 'public') await enforce(policy, target, await c.var.caller(), Boolean(c.env?.local))
    if (policy.kind !== 'public') {
      const caller = await c.var.caller()
      if (caller) {
        checkCsrf(c, caller)
        checkAuditor(c, caller)
      }
    }
    await next()
    // What was for one person only is kept by no browser and no proxy, unless its route has said how it may be.
    if (policy.kind !== 'public' && !c.res.headers.has('cache-control'))
      c.res.headers.set('cache-control', 'no-store')
    return undefined
  }
}

/** The same for Cube's protocol, whose clients read `{error}`. */
async function cubeGuard(
  c: Context<AppEnv>,
  next: Next,
  { group, changes }: Extract<Policy, { kind: 'cube' }>,
  options: CallerOptions,
): Promise<Response | undefined> {
  const refused = (error: string) => c.json({ error }, 403, { 'cache-control': 'no-store' })
  const caller = await cubeCaller(c.req.raw.headers, options)
  if (!caller) return refused('Invalid token')
  if (group !== null && !caller.context.groups.includes(group)) return refused('You have no access to this')
  if (changes && caller.csrfToken !== null && !isCsrfToken(c, caller.csrfToken))
    return refused('The header x-csrf-token is missing or does not belong to this session')
  c.set('cube', caller)
  await next()
  return undefined
}

function checkAuditor(c: Context<AppEnv>, { actor }: Caller): void {
  if (!isClosedToAuditors(c.req.method, c.req.path) || !isAuditorOnly(actor)) return
  throw new ProblemError('not_allowed', 'An auditor reads everything and changes nothing.')
}

/** A token does only what it was made for, however much its account may do. */
function checkScope(needed: TokenScope | null, { scopes }: Caller): void {
  if (scopes === null) return
  if (needed === null) throw new ProblemError('session_needed')
  if (!scopes.includes(needed)) throw new ProblemError('scope_missing', `It needs the scope "${needed}".`)
}

async function enforce(
  policy: Exclude<Policy, { kind: 'public' | 'cube' }>,
  target: { readonly method: string; readonly path: string },
  caller: Caller | null,
  local: boolean,
): Promise<void> {
  if (policy.kind === 'local') {
    // To the outside these routes don't exist.
    if (!local) throw new ProblemError('not_found')
    return
  }
  if (!caller) throw new ProblemError('not_signed_in')
  if (caller.lacksFactor && !isOpenWithoutFactor(target.method, target.path))
    // An English slug is good under every language.
    throw new ProblemError('second_factor_required', null, {
      link: `/${caller.actor.language}/account/security`,
    })
  if (policy.kind === 'roles') {
    const roles: readonly string[] = allRoles(caller.actor)
    if (!policy.roles.some(role => roles.includes(role))) throw new ProblemError('not_allowed')
  }
  checkScope(policy.scope ?? null, caller)
}
