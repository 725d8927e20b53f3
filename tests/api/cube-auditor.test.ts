import { afterAll, beforeAll, expect, test } from 'vitest'
import { issueAccountToken } from '../../api/instance/administration.ts'
import { anonymous, type Client, openTestSystem, signedIn, type TestSystem } from '../support/test-system.ts'

/** An auditor reads over Cube's protocol what the county does, and starts and stops nothing, whatever token they bring. */
let running: TestSystem
beforeAll(async () => {
  running = await openTestSystem([{ cui: '4245747', name: 'Municipiul Miercurea Ciuc' }])
})
afterAll(() => running.close())

const BASE = '/cubejs-api/v1'
const selector = { contexts: [{ securityContext: {} }], timezones: ['UTC'] }
const refused = { error: 'An auditor reads everything and changes nothing' }

/** The same person by cookie, by a token of the API, and by Cube's own token. */
async function waysOf(email: string): Promise<[string, Client, Record<string, string>][]> {
  const client = await signedIn(running.app, email)
  const { token } = await client.json<{ token: string }>('/api/session/cube-token', { method: 'POST' })
  const { token: own } = await issueAccountToken(running.system, email, 1)
  const nobody = anonymous(running.app)
  return [
    ['cookie', client, {}],
    ['token of the API', nobody, { authorization: `Bearer ${own}` }],
    ["Cube's token", nobody, { authorization: token }],
  ]
}

const ask = async (
  client: Client,
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: unknown,
) => {
  const response = await client.request(`${BASE}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return [response.status, await response.json()] as const
}

test('an auditor sees rollups and jobs, runs none and cancels nothing', async () => {
  for (const [way, client, headers] of await waysOf('auditor@county.demo')) {
    const jobs = (body: unknown) => ask(client, 'POST', '/pre-aggregations/jobs', headers, body)
    expect([way, ...(await jobs({ action: 'post', selector }))]).toEqual([way, 403, refused])
    expect([way, ...(await jobs({}))]).toEqual([way, 403, refused])
    expect([way, ...(await jobs(['get']))]).toEqual([way, 403, refused])
    expect([way, ...(await ask(client, 'DELETE', '/running-query/some', headers))]).toEqual([
      way,
      403,
      refused,
    ])
    expect([way, (await jobs({ action: 'get', tokens: ['x'] }))[0]]).toEqual([way, 200])
    const ungrouped = { dimensions: ['budget_execution.cell'], ungrouped: true, limit: 1 }
    const load = `/load?query=${encodeURIComponent(JSON.stringify(ungrouped))}`
    expect([way, (await ask(client, 'GET', load, headers))[0]]).toEqual([way, 200])
  }
})

test('an analyst is heard', async () => {
  for (const [way, client, headers] of await waysOf('analyst@county.demo')) {
    const started = await ask(client, 'POST', '/pre-aggregations/jobs', headers, { action: 'post', selector })
    // Nothing is published yet, so there is no rollup to build.
    expect([way, ...started]).toEqual([
      way,
      400,
      { error: expect.stringMatching(/^A user's selector doesn't match any/) },
    ])
    expect([way, ...(await ask(client, 'DELETE', '/running-query/some', headers))]).toEqual([
      way,
      200,
      { result: [] },
    ])
  }
})
