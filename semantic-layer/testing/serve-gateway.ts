import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import {
  contextKey,
  type Endpoint,
  type Gateway,
  openSockets,
  readContextToken,
  type SecurityContext,
  type SocketLimits,
} from '../index.ts'

const ENDPOINTS: readonly string[] = ['load', 'subscribe', 'meta', 'sql', 'dry-run']

export interface Served {
  /** Base of Cube's REST protocol, and of its WebSocket protocol with "ws:". */
  readonly url: string
  close(): Promise<void>
}

type Who = { readonly context: SecurityContext } | { readonly secret: string }

/** Serves a gateway as the API does, in a few lines: GET and POST, WebSocket, and `lookup` before anything else. A token
 * signed with `secret` gives the security context; without one everybody has `context`. */
export async function serveGateway(
  gateway: Gateway,
  who: Who,
  more: {
    readonly page?: string
    readonly onChange?: (listener: () => void) => () => void
    readonly limits?: Partial<SocketLimits>
    readonly now?: () => number
  } = {},
): Promise<Served> {
  const app = new Hono()
  const { page, now = Date.now } = more
  if (page !== undefined) {
    app.get('/', c => c.html('<!doctype html><div id="page"></div><script src="/page.js"></script>'))
    app.get('/page.js', c => c.body(page, 200, { 'content-type': 'text/javascript; charset=utf-8' }))
  }
  app.onError((error, c) => c.json({ error: error.message }, 500))
  const callerOf = async (token: string | null) =>
    'context' in who ? { context: who.context } : readContextToken(who.secret, token ?? '', now())
  app.delete('/cubejs-api/v1/running-query/:requestId', async c => {
    const caller = await callerOf(c.req.header('authorization') ?? null)
    if (!caller) return c.json({ error: 'Invalid token' }, 403)
    return send(c, await gateway.cancel(c.req.param('requestId'), caller.context))
  })
  app.on(['GET', 'POST'], '/cubejs-api/v1/:endpoint', async c => {
    const endpoint = c.req.param('endpoint')
    if (!ENDPOINTS.includes(endpoint)) return c.json({ error: 'not found' }, 404)
    const caller = await callerOf(c.req.header('authorization') ?? null)
    if (!caller) return c.json({ error: 'Invalid token' }, 403)
    const { context, asOf } = { asOf: undefined, ...caller }
    const ifNoneMatch = c.req.header('if-none-match')
    const rawKey =
      c.req.method === 'GET' && asOf === undefined
        ? `${c.req.path}?${new URL(c.req.url).search} ${contextKey(context)}`
        : undefined
    const body = c.req.method === 'POST' ? new Map<string, unknown>(Object.entries(await c.req.json())) : null
    const given = (name: string) => (body ? body.get(name) : c.req.query(name))
    const queryType = given('queryType')
    const answer =
      (rawKey !== undefined ? gateway.lookup(rawKey, ifNoneMatch) : null) ??
      (await gateway.respond({
        endpoint: (endpoint === 'subscribe' ? 'load' : endpoint) as Endpoint,
        query: given('query'),
        queryType: typeof queryType === 'string' ? queryType : undefined,
        cacheMode: given('cache'),
        requestId: c.req.header('x-request-id'),
        onlyViews: c.req.query('onlyViews') === 'true',
        extended: c.req.query('extended') !== undefined,
        context,
        ifNoneMatch,
        signal: c.req.raw.signal,
        rawKey,
        asOf,
      }))
    return send(c, answer)
  })
  const server = http.createServer(getRequestListener(app.fetch))
  const sockets = openSockets(server, {
    gateway,
    accept: () => callerOf,
    onChange: more.onChange ?? (() => () => {}),
    onError: error => console.error(error),
    ...(more.limits ? { limits: more.limits } : {}),
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/cubejs-api/v1`,
    close: async () => {
      await sockets.close()
      server.closeIdleConnections()
      await new Promise<void>(resolve => server.close(() => resolve()))
    },
  }
}

function send(c: Context, { status, body, headers }: Awaited<ReturnType<Gateway['respond']>>): Response {
  if (status === 304) return c.body(null, 304, headers)
  return c.body(new Uint8Array(body), status as 200, headers)
}
