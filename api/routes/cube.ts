import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import {
  contextKey,
  type Endpoint,
  GatewayError,
  type GatewayResponse,
  RollupJobs,
  type SecurityContext,
} from '../../semantic-layer/index.ts'
import { cubeChange, cubeOffice, cubeReader, declarePolicy } from '../contract/policy.ts'
import type { AppEnv } from '../http/environment.ts'
import { PUBLIC_CONTEXT, readsOnly } from '../http/security-context.ts'
import type { System } from '../instance/system.ts'

const answerKey = (context: SecurityContext, search: string): string => `${contextKey(context)}|${search}`

/** Key of the cached answer to a query string that nobody in particular asks. */
export const publicAnswerKey = (search: string): string => answerKey(PUBLIC_CONTEXT, search)

const BASE = '/cubejs-api/v1'
/** `subscribe` is what Cube's client asks again and again where it has no WebSocket. */
const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  load: 'load',
  subscribe: 'load',
  meta: 'meta',
  sql: 'sql',
  'dry-run': 'dry-run',
}
/** Cube's SQL over HTTP needs its native engine, and GraphQL a schema of its own. */
const NOT_HERE = [
  `${BASE}/cubesql`,
  `${BASE}/convert-query`,
  `${BASE}/graphql-to-json`,
  `${BASE}/graphql`,
  '/cubejs-api/graphql',
]
const MAX_BODY = 1024 * 1024
const NO_STORE = { 'cache-control': 'no-store' }

/** Cube's REST protocol, as @cubejs-client/core speaks it. Long queries come as POST bodies. */
export function cubeRoutes(app: OpenAPIHono<AppEnv>, system: System): void {
  const limit = bodyLimit({
    maxSize: MAX_BODY,
    onError: c => c.json({ error: 'request entity too large' }, 413),
  })
  for (const [name, endpoint] of Object.entries(ENDPOINTS)) {
    const path = `${BASE}/${name}`
    declarePolicy('GET', path, cubeReader)
    declarePolicy('POST', path, cubeReader)
    app.on(['GET', 'POST'], path, limit, async c => {
      const { context, asOf } = c.var.cube
      const ifNoneMatch = c.req.header('if-none-match')
      const search = c.req.url.indexOf('?')
      const rawKey =
        c.req.method === 'GET' && endpoint === 'load' && asOf === undefined
          ? answerKey(context, search < 0 ? '' : c.req.url.slice(search))
          : undefined
      const known = rawKey === undefined ? null : system.gateway.lookup(rawKey, ifNoneMatch)
      return send(c, known ?? (await respond(c, endpoint, ifNoneMatch, rawKey)))
    })
  }

  const cancelPath = `${BASE}/running-query/:requestId`
  declarePolicy('DELETE', cancelPath, cubeChange)
  app.delete(cancelPath, async c => {
    const { context } = c.var.cube
    // Whoever sees the same may cancel it: for an auditor that would be other people's queries.
    if (readsOnly(context)) return changesNothing(c)
    return send(c, await system.gateway.cancel(c.req.param('requestId'), context))
  })

  const jobs = new RollupJobs(system.warehouse.rollups)
  const jobsPath = `${BASE}/pre-aggregations/jobs`
  declarePolicy('POST', jobsPath, cubeOffice)
  app.post(jobsPath, limit, async c => {
    if (system.config.cubeApiUrl)
      return c.json({ error: 'Pre-aggregations are built by the Cube deployment: ask there' }, 501, NO_STORE)
    const body = await jsonBody(c)
    if (readsOnly(c.var.cube.context) && body.action !== 'get') return changesNothing(c)
    try {
      return c.json((await jobs.answer(body, c.var.cube.context)) as object, 200, NO_STORE)
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error
      return c.json({ error: error.message }, error.status as 400, NO_STORE)
    }
  })
  const canUsePath = `${BASE}/pre-aggregations/can-use`
  declarePolicy('POST', canUsePath, cubeOffice)
  app.post(canUsePath, limit, async c =>
    send(c, await system.gateway.canUseRollup(await jsonBody(c), c.var.cube.context)),
  )

  for (const path of NOT_HERE) {
    declarePolicy('GET', path, cubeReader)
    declarePolicy('POST', path, cubeReader)
    app.on(['GET', 'POST'], path, limit, c => notHere(c, path.split('/').at(-1) ?? ''))
  }

  async function respond(
    c: Context<AppEnv>,
    endpoint: Endpoint,
    ifNoneMatch: string | undefined,
    rawKey: string | undefined,
  ): Promise<GatewayResponse | Response> {
    const given = c.req.method === 'POST' ? await jsonBody(c) : c.req.query()
    const { query, queryType, cache, format } = given
    const { context, asOf } = c.var.cube
    if (endpoint === 'sql' && format === 'sql') return notHere(c, 'sql?format=sql')
    return system.gateway.respond({
      endpoint,
      query: typeof query === 'string' ? parseJson(query) : query,
      context,
      asOf,
      signal: c.req.raw.signal,
      ifNoneMatch,
      rawKey,
      queryType: typeof queryType === 'string' ? queryType : undefined,
      cacheMode: cache,
      onlyViews: String(given.onlyViews) === 'true',
      extended: 'extended' in given,
      requestId: c.req.header('x-request-id') ?? c.req.header('traceparent'),
    })
  }
}

function send(c: Context<AppEnv>, answer: GatewayResponse | Response): Response {
  if (answer instanceof Response) return answer
  const { status, body, headers } = answer
  if (status === 304) return c.body(null, 304, headers)
  return c.body(body as Uint8Array<ArrayBuffer>, status as 200, headers)
}

const changesNothing = (c: Context<AppEnv>): Response =>
  c.json({ error: 'An auditor reads everything and changes nothing' }, 403, NO_STORE)

const notHere = (c: Context<AppEnv>, name: string): Response =>
  c.json({ error: `${name} is not available here: ask ${BASE}/load, ${BASE}/sql or ${BASE}/meta` }, 501, {
    'cache-control': 'no-store',
  })

/** A body that is no object has no parameters, as with Cube. */
async function jsonBody(c: Context<AppEnv>): Promise<Record<string, unknown>> {
  const body: unknown = await c.req.json().catch(() => null)
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
}

/** What isn't JSON goes on as it is, and is refused in Cube's own words. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
