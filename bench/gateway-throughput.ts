import { spawn } from 'node:child_process'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { type CubeQuery, contextKey, type Gateway, type SecurityContext } from '../semantic-layer/index.ts'
import { median } from './gateway-latency.ts'

export interface Throughput {
  readonly bytes: number
  readonly bare: number
  readonly gateway: number
}

const PUBLIC: SecurityContext = { groups: ['public'], cuis: [] }
const ROUNDS = 5
const SECONDS = 4

/** `client`: the built gateway-client.js. Requests a second of a cached answer through Hono and the gateway, against bare node:http with the same bytes and
 * headers. The client is a process of its own; the two servers are asked in turns. */
export async function measureThroughput(
  gateway: Gateway,
  query: CubeQuery,
  client: string,
): Promise<Throughput> {
  const search = `?query=${encodeURIComponent(JSON.stringify(query))}&queryType=multi`
  const answer = await gateway.respond({ endpoint: 'load', query, queryType: 'multi', context: PUBLIC })
  if (answer.status !== 200) throw new Error(`the gateway answered ${answer.status}: ${answer.body}`)
  const bare = http.createServer((_, response) => {
    response.writeHead(200, answer.headers)
    response.end(answer.body)
  })
  const served = createAdaptorServer({ fetch: appOf(gateway).fetch }) as http.Server
  try {
    const [bareUrl, gatewayUrl] = await Promise.all([listen(bare), listen(served)])
    const path = `/cubejs-api/v1/load${search}`
    const same = await Promise.all(
      [bareUrl, gatewayUrl].map(async url => (await fetch(`${url}${path}`)).text()),
    )
    if (same[0] !== same[1]) throw new Error('the two servers gave different bytes')
    const rates: { bare: number[]; gateway: number[] } = { bare: [], gateway: [] }
    for (let round = -1; round < ROUNDS; round++) {
      const bareRate = await requestsPerSecond(client, `${bareUrl}${path}`)
      const gatewayRate = await requestsPerSecond(client, `${gatewayUrl}${path}`)
      if (round < 0) continue
      rates.bare.push(bareRate)
      rates.gateway.push(gatewayRate)
    }
    return { bytes: answer.body.length, bare: median(rates.bare), gateway: median(rates.gateway) }
  } finally {
    bare.close()
    served.close()
  }
}

/** The route as the API has it: `lookup` by the request's own text, and only then the gateway's full way. */
function appOf(gateway: Gateway): Hono {
  const app = new Hono()
  const reader = contextKey(PUBLIC)
  app.get('/cubejs-api/v1/load', async c => {
    const { url } = c.req
    const rawKey = `load${url.slice(url.indexOf('?'))} ${reader}`
    const answer =
      gateway.lookup(rawKey, c.req.header('if-none-match')) ??
      (await gateway.respond({
        endpoint: 'load',
        query: c.req.query('query'),
        queryType: c.req.query('queryType'),
        context: PUBLIC,
        rawKey,
      }))
    return new Response(answer.body as Uint8Array<ArrayBuffer>, {
      status: answer.status,
      headers: answer.headers,
    })
  })
  return app
}

async function listen(server: http.Server): Promise<string> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function requestsPerSecond(client: string, url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [client, url, String(SECONDS)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let output = ''
    child.stdout.on('data', chunk => {
      output += chunk
    })
    child.on('error', reject)
    child.on('close', code =>
      code === 0 ? resolve(Number(output)) : reject(new Error(`the client ended with ${code}`)),
    )
  })
}
