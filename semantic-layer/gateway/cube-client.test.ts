// Cube's own client, unmodified, over HTTP.
import cube, { type CubeApi, type Query, RequestError } from '@cubejs-client/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PUBLIC, type Scratch, scratchGateway } from '../testing/scratch-gateway.ts'
import { type Served, serveGateway } from '../testing/serve-gateway.ts'

let scratch: Scratch
let served: Served
let api: CubeApi

beforeAll(async () => {
  scratch = await scratchGateway()
  await scratch.warehouse.putEntities([
    {
      cui: '4245747',
      county: 'HR',
      names: { ro: 'Municipiul Miercurea Ciuc', hu: 'Csíkszereda', en: 'Miercurea Ciuc' },
      kind: 'town_hall',
      siruta: '83320',
      parentCui: null,
      demo: false,
    },
  ])
  for (const [periodEnd, factor] of [
    ['2026-01-31', 1],
    ['2026-02-28', 2.5],
    ['2026-03-31', 4],
  ] as const)
    await scratch.publish({
      cui: '4245747',
      periodEnd,
      lines: [
        ['expenditure', '650301', '100101', 1000.11 * factor],
        ['expenditure', '650302', '200101', 20.02 * factor],
        ['expenditure', '510103', '100101', 300.3 * factor],
        ['revenue', '070101', null, 5000.5 * factor],
      ],
    })
  served = await serveGateway(scratch.gateway, { context: PUBLIC })
  api = cube('token', { apiUrl: served.url })
})
afterAll(async () => {
  await served.close()
  await scratch.close()
})

const V = 'budget_execution'
const byChapter: Query = {
  measures: [`${V}.expenditure`],
  dimensions: [`${V}.chapter`],
  timeDimensions: [
    { dimension: `${V}.period_end`, granularity: 'month', dateRange: ['2026-01-01', '2026-03-31'] },
  ],
  filters: [{ member: `${V}.kind`, operator: 'equals', values: ['expenditure'] }],
  order: { [`${V}.period_end`]: 'asc', [`${V}.chapter`]: 'asc' },
}

describe('load', () => {
  it('gives decimal strings in tablePivot and rawData, and the shapes for charts', async () => {
    const result = await api.load(byChapter)
    expect(result.rawData()[0]).toEqual({
      [`${V}.chapter`]: '51',
      [`${V}.period_end.month`]: '2026-01-01T00:00:00.000',
      [`${V}.period_end`]: '2026-01-01T00:00:00.000',
      [`${V}.expenditure`]: '300.30',
    })
    expect(result.tablePivot({ x: [`${V}.chapter`], y: [`${V}.period_end.month`, 'measures'] })).toEqual([
      {
        [`${V}.chapter`]: '51',
        [`2026-01-01T00:00:00.000,${V}.expenditure`]: '300.30',
        [`2026-02-01T00:00:00.000,${V}.expenditure`]: '750.75',
        [`2026-03-01T00:00:00.000,${V}.expenditure`]: '1201.20',
      },
      {
        [`${V}.chapter`]: '65',
        [`2026-01-01T00:00:00.000,${V}.expenditure`]: '1020.13',
        [`2026-02-01T00:00:00.000,${V}.expenditure`]: '2550.33',
        [`2026-03-01T00:00:00.000,${V}.expenditure`]: '4080.52',
      },
    ])
    expect(result.chartPivot().map(point => point.x)).toEqual([
      '2026-01-01T00:00:00.000',
      '2026-02-01T00:00:00.000',
      '2026-03-01T00:00:00.000',
    ])
    expect(result.seriesNames().map(name => name.key)).toEqual([`51,${V}.expenditure`, `65,${V}.expenditure`])
    expect(result.pivot().length).toBe(3)
  })

  it('drills down to the lines that make up a figure', async () => {
    const result = await api.load(byChapter)
    const drill = result.drillDown({
      xValues: ['2026-02-01T00:00:00.000'],
      yValues: ['65', `${V}.expenditure`],
    })
    expect(drill).not.toBeNull()
    const lines = await api.load(drill as Query)
    expect(
      lines.rawData().map(row => [row[`${V}.functional_code`], row[`${V}.cell`], row[`${V}.expenditure`]]),
    ).toEqual([
      ['650301', 'H10', '2500.28'],
      ['650302', 'H11', '50.05'],
    ])
  })

  it('compares date ranges and blends queries', async () => {
    const compared = await api.load({
      measures: [`${V}.expenditure`],
      timeDimensions: [
        {
          dimension: `${V}.period_end`,
          granularity: 'month',
          compareDateRange: [
            ['2026-01-01', '2026-01-31'],
            ['2026-02-01', '2026-02-28'],
          ],
        },
      ],
    })
    expect(
      compared
        .decompose()
        .flatMap(each => each.rawData().map(row => [row.compareDateRange, row[`${V}.expenditure`]])),
    ).toEqual([
      ['2026-01-01T00:00:00.000 - 2026-01-31T23:59:59.999', '1320.43'],
      ['2026-02-01T00:00:00.000 - 2026-02-28T23:59:59.999', '3301.08'],
    ])
    const time = [
      {
        dimension: `${V}.period_end`,
        granularity: 'month' as const,
        dateRange: ['2026-01-01', '2026-02-28'] as [string, string],
      },
    ]
    const blended = await api.load([
      { measures: [`${V}.expenditure`], timeDimensions: time },
      {
        measures: ['budget_execution_own.expenditure'],
        timeDimensions: [{ ...time[0], dimension: 'budget_execution_own.period_end' }],
      },
    ] as Query[])
    expect(
      blended
        .chartPivot()
        .map(({ x, ...values }) => [
          x,
          values[`${V}.expenditure`],
          values['budget_execution_own.expenditure'],
        ]),
    ).toEqual([
      ['2026-01-01T00:00:00.000', 1320.43, 1320.43],
      ['2026-02-01T00:00:00.000', 3301.08, 1980.65],
    ])
  })

  it('answers total, compact and columnar', async () => {
    const result = await api.load({ ...byChapter, limit: 1, total: true })
    expect(result.totalRows()).toBe(6)
    for (const format of ['compact', 'columnar'] as const) {
      const packed = await api.load(byChapter, undefined, undefined, format)
      expect(packed.rawData()).toEqual((await api.load(byChapter)).rawData())
    }
  })

  it('takes long queries by POST', async () => {
    const values = Array.from({ length: 300 }, (_, index) => `code${index}`)
    const result = await api.load({
      measures: [`${V}.expenditure`],
      filters: [{ member: `${V}.functional_code`, operator: 'equals', values: [...values, '650301'] }],
    })
    expect(result.rawData()).toEqual([{ [`${V}.expenditure`]: '4000.44' }])
  })

  it('tells errors as the client reads them', async () => {
    const failing = api.load({ measures: [`${V}.nothing`] })
    await expect(failing).rejects.toBeInstanceOf(RequestError)
    await expect(failing).rejects.toMatchObject({
      status: 400,
      message: `'nothing' not found for path '${V}.nothing'`,
    })
  })
})

describe('meta, sql and dry-run', () => {
  it('describes the views in three languages, with hierarchies and drill members', async () => {
    const meta = await api.meta()
    expect(meta.cubes.map(view => view.name).sort()).toEqual([
      V,
      'budget_execution_both',
      'budget_execution_own',
      'budget_per_inhabitant',
    ])
    const amount = meta.resolveMember(`${V}.expenditure`, 'measures')
    expect(amount).toMatchObject({
      meta: { unit: 'RON', additivity: 'last', flow: 'cumulative', title: { hu: 'Halmozott kiadás' } },
    })
    const view: unknown = meta.cubes.find(each => each.name === V)
    expect(view).toMatchObject({
      hierarchies: [
        {
          name: `${V}.functional_classification`,
          levels: [`${V}.chapter`, `${V}.subchapter`, `${V}.paragraph`],
        },
        { name: `${V}.economic_classification` },
        { name: `${V}.territorial`, levels: [`${V}.county`, `${V}.siruta`, `${V}.entity_cui`] },
      ],
    })
    expect((await api.meta({ onlyViews: true })).cubes.length).toBe(4)
    expect(JSON.stringify(meta.cubes)).not.toContain('visibility')
  })

  it('shows the SQL and the plan without running it', async () => {
    const sql = await api.sql(byChapter)
    expect(Array.isArray(sql) ? '' : sql.sql()).toMatch(/from publications[\s\S]*GROUP BY 1, 2/)
    const dry = await api.dryRun(byChapter)
    expect(dry).toMatchObject({
      queryType: 'regularQuery',
      normalizedQueries: [{ measures: [`${V}.expenditure`], limit: 10_000, timezone: 'UTC' }],
      queryOrder: [{ [`${V}.period_end`]: 'asc', [`${V}.chapter`]: 'asc' }],
      pivotQuery: { queryType: 'regularQuery' },
    })
  })
})

describe('HTTP', () => {
  it('answers 304 to the tag of the same answer, and another tag after a publication', async () => {
    const url = `${served.url}/load?query=${encodeURIComponent(JSON.stringify({ measures: [`${V}.reports`] }))}`
    const first = await fetch(url)
    const tag = first.headers.get('etag') ?? ''
    expect(tag).toMatch(/^"[\w-]{27}"$/)
    expect((await fetch(url, { headers: { 'if-none-match': tag } })).status).toBe(304)
    expect(await (await fetch(url)).json()).toMatchObject({ data: [{ [`${V}.reports`]: '3' }] })
    await scratch.publish({
      cui: '4245747',
      periodEnd: '2026-04-30',
      lines: [['revenue', '070101', null, 1]],
    })
    const after = await fetch(url, { headers: { 'if-none-match': tag } })
    expect(after.status).toBe(200)
    expect(await after.json()).toMatchObject({
      data: [{ [`${V}.reports`]: '4' }],
      lastRefreshTime: '2026-01-01T00:04:00.000Z',
    })
  })
})
