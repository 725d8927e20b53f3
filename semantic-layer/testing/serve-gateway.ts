import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { jwtVerify } from 'jose'
import { contextKey, type Endpoint, type Gateway, type SecurityContext } from '../index.ts'

const ENDPOINTS: readonly string[] = ['load', 'meta', 'sql', 'dry-run']

export interface Served {
  /** Base of Cube's REST protocol. */
  readonly url: string
  close(): Promise<void>
}

/** Serves a gateway as the API does, in a few lines: GET and POST, and `lookup` before anything else. A token signed with
 * `secret` gives the security context; without one everybody has `context`. */
export async function serveGateway(
  gateway: Gateway,
  who: { readonly context: SecurityContext } | { readonly secret: string },
  more: { readonly page?: string } = {},
): Promise<Served> {
  const app = new Hono()
  const { page } = more
  if (page !== undefined) {
    app.get('/', c => c.html('<!doctype html><div id="page"></div><script src="/page.js"></script>'))
    app.get('/page.js', c => c.body(page, 200, { 'content-type': 'text/javascript; charset=utf-8' }))
  }
  app.onError((error, c) => c.json({ error: error.message }, 500))
  app.on(['GET', 'POST'], '/cubejs-api/v1/:endpoint', async c => {
    const endpoint = c.req.param('endpoint')
    if (!ENDPOINTS.includes(endpoint)) return c.json({ error: 'not found' }, 404)
    const { context, asOf } =
      'context' in who ? { context: who.context, asOf: undefined } : await claims(c.req, who.secret)
    const ifNoneMatch = c.req.header('if-none-match')
    const rawKey =
      c.req.method === 'GET' && asOf === undefined
        ? `${c.req.path}?${new URL(c.req.url).search} ${contextKey(context)}`
        : undefined
    const body = c.req.method === 'POST' ? new Map<string, unknown>(Object.entries(await c.req.json())) : null
    const queryType = body ? body.get('queryType') : c.req.query('queryType')
    const answer =
      (rawKey !== undefined ? gateway.lookup(rawKey, ifNoneMatch) : null) ??
      (await gateway.respond({
        endpoint: endpoint as Endpoint,
        query: body ? body.get('query') : c.req.query('query'),
        queryType: typeof queryType === 'string' ? queryType : undefined,
        onlyViews: c.req.query('onlyViews') === 'true',
        context,
        ifNoneMatch,
        signal: c.req.raw.signal,
        rawKey,
        asOf,
      }))
    return new Response(answer.status === 304 ? null : new Uint8Array(answer.body), {
      status: answer.status,
      headers: answer.headers,
    })
  })
  const server = createAdaptorServer({ fetch: app.fetch })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/cubejs-api/v1`,
    close: () => new Promise(resolve => server.close(() => resolve())),
  }
}

async function claims(
  request: { header(name: string): string | undefined },
  secret: string,
): Promise<{ context: SecurityContext; asOf: number | undefined }> {
  const { payload } = await jwtVerify(request.header('authorization') ?? '', new TextEncoder().encode(secret))
  const { groups, cuis, publication } = payload as { groups: string[]; cuis: string[]; publication?: number }
  return { context: { groups, cuis }, asOf: publication }
}
