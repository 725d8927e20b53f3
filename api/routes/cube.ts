import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { contextKey, type GatewayResponse, type SecurityContext } from '../../semantic-layer/index.ts'
import { cubeReader, declarePolicy } from '../contract/policy.ts'
import type { AppEnv } from '../http/environment.ts'
import { PUBLIC_CONTEXT } from '../http/security-context.ts'
import type { System } from '../instance/system.ts'

const answerKey = (context: SecurityContext, search: string): string => `${contextKey(context)}|${search}`

/** Key of the cached answer to a query string that nobody in particular asks. */
export const publicAnswerKey = (search: string): string => answerKey(PUBLIC_CONTEXT, search)

const ENDPOINTS = ['load', 'meta', 'sql', 'dry-run'] as const
const MAX_BODY = 1024 * 1024

/** Cube's REST protocol, as @cubejs-client/core speaks it. Long queries come as POST bodies. */
export function cubeRoutes(app: OpenAPIHono<AppEnv>, system: System): void {
  const limit = bodyLimit({
    maxSize: MAX_BODY,
    onError: c => c.json({ error: 'request entity too large' }, 413),
  })
  for (const endpoint of ENDPOINTS) {
    const path = `/cubejs-api/v1/${endpoint}`
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

  async function respond(
    c: Context<AppEnv>,
    endpoint: (typeof ENDPOINTS)[number],
    ifNoneMatch: string | undefined,
    rawKey: string | undefined,
  ) {
    const given = c.req.method === 'POST' ? await jsonBody(c) : c.req.query()
    const { query, queryType } = given
    const { context, asOf } = c.var.cube
    return system.gateway.respond({
      endpoint,
      query: typeof query === 'string' ? parseJson(query) : query,
      context,
      asOf,
      signal: c.req.raw.signal,
      ifNoneMatch,
      rawKey,
      queryType: typeof queryType === 'string' ? queryType : undefined,
    })
  }
}

function send(c: Context<AppEnv>, { status, body, headers }: GatewayResponse): Response {
  if (status === 304) return c.body(null, 304, headers)
  return c.body(body as Uint8Array<ArrayBuffer>, status as 200, headers)
}

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
