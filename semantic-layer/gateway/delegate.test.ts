import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  COUNTY,
  institution,
  modelFolder,
  PUBLIC,
  type Scratch,
  scratchGateway,
  workerFile,
} from '../testing/scratch-gateway.ts'
import { type Served, serveGateway } from '../testing/serve-gateway.ts'
import { createDelegate } from './delegate.ts'
import type { Gateway } from './types.ts'

const secret = 'shared with the deployment'
const A = '4245747'
const reports = { measures: ['budget_execution.reports'] }

let scratch: Scratch
let served: Served
let delegate: Gateway

const connect = (url: string, key = secret) =>
  createDelegate({
    cubeUrl: url,
    secret: key,
    modelFolder,
    workerFile: workerFile(),
    publication: { current: () => 3 },
    clock: Date,
  })

beforeAll(async () => {
  scratch = await scratchGateway()
  await scratch.publish({ cui: A, periodEnd: '2026-01-31', lines: [['revenue', '070101', null, 1.05]] })
  await scratch.publish({
    cui: A,
    periodEnd: '2026-02-28',
    visibility: 'internal',
    lines: [['revenue', '070101', null, 2]],
  })
  await scratch.publish({ cui: '4245070', periodEnd: '2026-01-31', lines: [['revenue', '070101', null, 3]] })
  served = await serveGateway(scratch.gateway, { secret })
  delegate = await connect(served.url.replace('/v1', '/'))
})
afterAll(async () => {
  await delegate.close()
  await served.close()
  await scratch.close()
})

describe('a gateway that delegates', () => {
  it('carries groups, institutions and the publication in its token', async () => {
    const count = async (...args: Parameters<Gateway['load']>) => (await delegate.load(...args)).data
    expect(await count(reports, PUBLIC)).toEqual([{ 'budget_execution.reports': '2' }])
    expect(await count(reports, COUNTY)).toEqual([{ 'budget_execution.reports': '3' }])
    expect(await count(reports, institution(A))).toEqual([{ 'budget_execution.reports': '3' }])
    expect(await count(reports, COUNTY, { asOf: 1 })).toEqual([{ 'budget_execution.reports': '1' }])
  })

  it('gives the same answers as the gateway behind it', async () => {
    const query = {
      measures: ['budget_execution.revenue'],
      dimensions: ['budget_execution.entity_cui', 'budget_execution.entity_demo'],
      total: true,
    }
    const [here, there] = await Promise.all([
      delegate.load(query, COUNTY),
      scratch.gateway.load(query, COUNTY),
    ])
    expect(here).toEqual(there)
    for (const endpoint of ['load', 'sql', 'dry-run', 'meta'] as const) {
      const request = { endpoint, query: JSON.stringify(query), context: PUBLIC, queryType: 'multi' }
      const [one, other] = await Promise.all([delegate.respond(request), scratch.gateway.respond(request)])
      expect([one.status, JSON.parse(String(one.body))]).toEqual([200, JSON.parse(String(other.body))])
      if (endpoint === 'load')
        expect((await delegate.respond({ ...request, ifNoneMatch: one.headers.etag })).status).toBe(304)
    }
  })

  it('passes on ungrouped rows, cache modes, extended meta and cancelling, to those who may', async () => {
    const body = async (answer: ReturnType<Gateway['respond']>) => {
      const { status, body } = await answer
      return [status, JSON.parse(String(body))]
    }
    const ungrouped = {
      endpoint: 'load' as const,
      query: {
        dimensions: ['budget_execution.line_id'],
        ungrouped: true,
        order: { 'budget_execution.line_id': 'asc' },
      },
      cacheMode: 'no-cache',
    }
    expect(await body(delegate.respond({ ...ungrouped, context: COUNTY }))).toEqual(
      await body(scratch.gateway.respond({ ...ungrouped, context: COUNTY })),
    )
    const extended = { endpoint: 'meta' as const, query: null, extended: true }
    expect(await body(delegate.respond({ ...extended, context: COUNTY }))).toEqual(
      await body(scratch.gateway.respond({ ...extended, context: COUNTY })),
    )
    const refused = await Promise.all(
      [{ ...ungrouped }, { ...extended }, { ...ungrouped, query: reports, cacheMode: 'never' }].map(each =>
        body(delegate.respond({ ...each, context: PUBLIC })),
      ),
    )
    expect(refused.map(([status]) => status)).toEqual([403, 403, 400])
    expect(await body(delegate.cancel('some-id', PUBLIC))).toEqual([200, { result: [] }])
    expect(await body(delegate.cancel('../meta', PUBLIC))).toEqual([200, { result: [] }])
    expect((await delegate.cancel('some-id', { groups: [], cuis: [] })).status).toBe(403)
    const planned = await body(delegate.canUseRollup({}, COUNTY))
    expect(planned).toEqual([501, { error: expect.stringContaining('built by the Cube deployment') }])
  })

  it('refuses at its own gate what the gateway would refuse', async () => {
    const wrong = await delegate.respond({
      endpoint: 'load',
      query: { measures: ['budget_execution.__proto__'] },
      context: PUBLIC,
    })
    expect([wrong.status, String(wrong.body)]).toEqual([
      400,
      `{"error":"'__proto__' not found for path 'budget_execution.__proto__'"}`,
    ])
    const nobody = await delegate.respond({
      endpoint: 'meta',
      query: null,
      context: { groups: [], cuis: [] },
    })
    expect(nobody.status).toBe(403)
  })

  it('says so when the deployment does not answer, or does not take the token', async () => {
    const lost = await connect('http://127.0.0.1:9')
    await expect(lost.load(reports, PUBLIC)).rejects.toMatchObject({ status: 503 })
    expect((await lost.respond({ endpoint: 'load', query: reports, context: PUBLIC })).status).toBe(503)
    const stranger = await connect(served.url, 'another secret')
    await expect(stranger.load(reports, PUBLIC)).rejects.toMatchObject({
      status: 403,
      message: 'Invalid token',
    })
    await Promise.all([lost.close(), stranger.close()])
  })
})
