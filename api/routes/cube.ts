import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { contextKey, type SecurityContext } from '../../semantic-layer/index.ts'
import { type Actor, seesAllSubmissions } from '../../services/index.ts'
import { anyone, declarePolicy } from '../contract/policy.ts'
import { hasSessionCookie } from '../http/caller.ts'
import type { AppEnv } from '../http/environment.ts'
import type { System } from '../instance/system.ts'

export const PUBLIC_CONTEXT: SecurityContext = { groups: ['public'], cuis: [] }

/** What the semantic layer lets somebody see: everybody what is public, an institution its own, the county everything. */
export function securityContextOf(actor: Actor | null): SecurityContext {
  if (!actor) return PUBLIC_CONTEXT
  const cuis = actor.organisations.flatMap(({ cui, roles }) =>
    cui && roles.some(role => role === 'reporter' || role === 'approver') ? [cui] : [],
  )
  const groups = [
    'public',
    ...(cuis.length > 0 ? ['institution'] : []),
    ...(seesAllSubmissions(actor) ? ['county'] : []),
  ]
  return { groups, cuis: cuis.sort() }
}

const answerKey = (context: SecurityContext, search: string): string => `${contextKey(context)}|${search}`

/** Key of the cached answer to a query string that nobody in particular asks. */
export const publicAnswerKey = (search: string): string => answerKey(PUBLIC_CONTEXT, search)

const ENDPOINTS = ['load', 'meta', 'sql', 'dry-run'] as const

/** Cube's REST protocol, as @cubejs-client/core speaks it. Long queries come as POST bodies. */
export function cubeRoutes(app: OpenAPIHono<AppEnv>, system: System): void {
  const contextOf = async (c: Context<AppEnv>): Promise<SecurityContext> => {
    // The client sends its token bare; ours is "Bearer …", and people in a browser have their cookie.
    if (!c.req.header('authorization') && !hasSessionCookie(c)) return PUBLIC_CONTEXT
    return securityContextOf((await c.var.caller())?.actor ?? null)
  }
  for (const endpoint of ENDPOINTS) {
    const path = `/cubejs-api/v1/${endpoint}`
    declarePolicy('GET', path, anyone)
    declarePolicy('POST', path, anyone)
    app.on(['GET', 'POST'], path, async c => {
      const context = await contextOf(c)
      const ifNoneMatch = c.req.header('if-none-match')
      const search = c.req.url.indexOf('?')
      const rawKey =
        c.req.method === 'GET' && endpoint === 'load'
          ? answerKey(context, search < 0 ? '' : c.req.url.slice(search))
          : undefined
      const known = rawKey === undefined ? null : system.gateway.lookup(rawKey, ifNoneMatch)
      const answer = known ?? (await respond(c, context, endpoint, ifNoneMatch, rawKey))
      if (answer.status === 304) return c.body(null, 304, answer.headers)
      return c.body(answer.body as Uint8Array<ArrayBuffer>, answer.status as 200, answer.headers)
    })
  }

  async function respond(
    c: Context<AppEnv>,
    context: SecurityContext,
    endpoint: (typeof ENDPOINTS)[number],
    ifNoneMatch: string | undefined,
    rawKey: string | undefined,
  ) {
    const body = c.req.method === 'POST' ? await c.req.json().catch(() => null) : null
    const given = c.req.method === 'POST' ? ((body ?? {}) as Record<string, unknown>) : c.req.query()
    const { query, queryType } = given
    return system.gateway.respond({
      endpoint,
      query: typeof query === 'string' ? parseJson(query) : query,
      context,
      signal: c.req.raw.signal,
      ...(typeof queryType === 'string' ? { queryType } : {}),
      ...(ifNoneMatch ? { ifNoneMatch } : {}),
      ...(rawKey ? { rawKey } : {}),
    })
  }
}

/** What isn't JSON goes on as it is, and is refused in Cube's own words. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
