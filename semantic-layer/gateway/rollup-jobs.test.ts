import { afterAll, beforeAll, expect, it } from 'vitest'
import { COUNTY, PUBLIC, type Scratch, scratchGateway } from '../testing/scratch-gateway.ts'
import { RollupJobs } from './rollup-jobs.ts'

let scratch: Scratch
let jobs: RollupJobs
beforeAll(async () => {
  scratch = await scratchGateway()
  for (const periodEnd of ['2025-12-31', '2026-01-31'])
    await scratch.publish({ cui: '4245747', periodEnd, lines: [['revenue', '070101', null, 10]] })
  jobs = new RollupJobs(scratch.warehouse.rollups)
})
afterAll(() => scratch.close())

const selector = { contexts: [{ securityContext: { tenant: 't1' } }], timezones: ['UTC'] }
const post = (more: object = {}) =>
  jobs.answer({ action: 'post', selector: { ...selector, ...more } }, COUNTY) as Promise<string[]>
interface Job {
  readonly token: string
  readonly status: string
  readonly table: string | null
}
const get = (tokens: readonly string[]) => jobs.answer({ action: 'get', tokens }, COUNTY) as Promise<Job[]>
const settled = async (tokens: readonly string[]): Promise<Job[]> => {
  for (;;) {
    const found = await get(tokens)
    expect(found.every(({ status }) => /^(scheduled|processing|done)$/.test(status))).toBe(true)
    if (found.every(({ status }) => status === 'done')) return found
  }
}

it('builds what the selector names, and tells how far it is', async () => {
  const [rollup] = await scratch.warehouse.rollups.list()
  expect(rollup?.partitions.map(each => each.state)).toEqual(['missing', 'missing'])
  const tokens = await post({ preAggregations: [rollup?.id] })
  expect(tokens).toHaveLength(2)
  const done = await settled(tokens)
  expect(done[0]).toEqual({
    token: tokens[0],
    table: expect.stringMatching(/^rollups\./),
    status: 'done',
    selector: {
      cubes: [rollup?.id.split('.')[0]],
      preAggregations: [rollup?.id],
      contexts: [{ securityContext: { tenant: 't1' } }],
      timezones: ['UTC'],
      dataSources: ['default'],
    },
  })
  const [built] = await scratch.warehouse.rollups.list()
  expect(built?.partitions.map(each => each.state)).toEqual(['ready', 'ready'])
})

it('takes years by their dates, and gives an object when asked for one', async () => {
  const tokens = await post({ dateRange: ['2026-01-01', '2026-12-31'], cubes: ['execution_own'] })
  const [token = ''] = tokens
  await settled(tokens)
  const found = await jobs.answer({ action: 'get', tokens: [token, 'x'], resType: 'object' }, COUNTY)
  expect(found).toMatchObject({ [token]: { status: 'done' }, x: { status: 'not_found' } })
  await expect(post({ dateRange: ['2030-01-01', '2030-12-31'] })).rejects.toMatchObject({ status: 400 })
})

it('tells of a build that failed, and refuses whoever is not the county', async () => {
  const broken = new RollupJobs({
    list: () => scratch.warehouse.rollups.list(),
    build: async () => {
      throw new Error('no space left')
    },
  })
  const tokens = (await broken.answer({ action: 'post', selector }, COUNTY)) as string[]
  const [job] = (await broken.answer({ action: 'get', tokens }, COUNTY)) as Job[]
  expect(job?.status).toBe('failure: no space left')
  await expect(broken.answer({ action: 'post', selector }, PUBLIC)).rejects.toMatchObject({ status: 403 })
})
