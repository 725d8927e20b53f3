// Everything that Cube's ResultSet does with an answer, on the dataset of the parity suite.
import cube, { type CubeApi, type Query, ResultSet } from '@cubejs-client/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Scratch, scratchGateway } from '../testing/scratch-gateway.ts'
import { type Served, serveGateway } from '../testing/serve-gateway.ts'
import { CITY, fillDataset, HOSPITAL, READERS, SCHOOL, TOWN } from './dataset.ts'
import { queryOf, type ShortQuery } from './parity-case.ts'
import { bucket, EXPENDITURE, last, own } from './plain-sql.ts'

const V = 'budget_execution'
const OWN = 'budget_execution_own'
let scratch: Scratch
let served: Served
let api: CubeApi

beforeAll(async () => {
  scratch = await scratchGateway()
  await fillDataset(scratch)
  served = await serveGateway(scratch.gateway, { context: READERS.public })
  api = cube('token', { apiUrl: served.url })
})
afterAll(async () => {
  expect(scratch.errors).toEqual([])
  await served.close()
  await scratch.close()
})

const load = (short: ShortQuery, view = V) => api.load(queryOf(view, short))
const rowsOf = async (sql: string) => (await scratch.warehouse.engine.query(sql)).rows
const month = (text: string) => `2026-${text}-01T00:00:00.000`
const QUARTER: ShortQuery = {
  measures: ['expenditure'],
  dimensions: ['entity_cui'],
  filters: [['report_type', 'equals', 'FXB-EXB-900']],
  time: { by: 'month', in: ['2026-01-01', '2026-03-31'] },
}
/** Expenditure by institution and month of the first quarter, as "cui month" → decimal text. */
async function quarter(): Promise<Map<string, string>> {
  const rows = await rowsOf(
    `select cui, strftime(period_end, '%m'), ${EXPENDITURE} from ${last({ bucket: bucket('month'), where: "report_type = 'FXB-EXB-900' and period_end between '2026-01-01' and '2026-03-31'" })} group by 1, 2`,
  )
  return new Map(rows.map(([cui, of, sum]) => [`${cui} ${of}`, sum ?? '']))
}

describe('pivots', () => {
  it('fill the months in which there is no report, as 0 in charts and as nothing in tables', async () => {
    const result = await load(QUARTER)
    const sums = await quarter()
    expect(sums.has(`${CITY} 02`)).toBe(false)
    const charted = result.chartPivot()
    expect(charted.map(point => point.x)).toEqual([month('01'), month('02'), month('03')])
    expect(
      charted.map(point => [point[`${CITY},${V}.expenditure`], point[`${TOWN},${V}.expenditure`]]),
    ).toEqual(
      ['01', '02', '03'].map(of => [
        Number(sums.get(`${CITY} ${of}`) ?? 0),
        Number(sums.get(`${TOWN} ${of}`) ?? 0),
      ]),
    )
    const table = result.tablePivot({ x: [`${V}.entity_cui`], y: [`${V}.period_end.month`, 'measures'] })
    const town = table.find(row => row[`${V}.entity_cui`] === TOWN)
    expect(town).toEqual({
      [`${V}.entity_cui`]: TOWN,
      ...Object.fromEntries(
        ['01', '02', '03'].map(of => [`${month(of)},${V}.expenditure`, sums.get(`${TOWN} ${of}`)]),
      ),
    })
  })

  it('leave them out when asked to, or fill them with a value of choice', async () => {
    const short: ShortQuery = { ...QUARTER, dimensions: [], filters: [['entity_cui', 'equals', CITY]] }
    const result = await load(short)
    const pivot = { x: [`${V}.period_end.month`], y: ['measures'] }
    expect(result.chartPivot({ ...pivot, fillMissingDates: false })).toHaveLength(1)
    expect(result.chartPivot({ ...pivot, fillMissingDates: true })).toHaveLength(3)
    const filled = result.tablePivot({ ...pivot, fillWithValue: '-' })
    expect(filled.map(row => row[`${V}.expenditure`])).toEqual([
      '-',
      '-',
      (await quarter()).get(`${CITY} 03`),
    ])
  })

  it('know half-years and school years by the interval and offset in the annotation', async () => {
    const result = await load({
      measures: ['expenditure'],
      time: { by: 'school_year', in: ['2023-09-01', '2026-08-31'] },
    })
    expect(result.annotation().timeDimensions[`${V}.period_end.school_year`]).toMatchObject({
      granularity: { name: 'school_year', title: 'School year', interval: '1 year', offset: '8 months' },
    })
    expect(result.chartPivot().map(point => point.x)).toEqual([
      '2023-09-01T00:00:00.000',
      '2024-09-01T00:00:00.000',
      '2025-09-01T00:00:00.000',
    ])
    const halves = await load({
      measures: ['expenditure'],
      time: { by: 'half_year', in: ['2025-01-01', '2026-06-30'] },
    })
    expect(halves.chartPivot().map(point => point.x)).toEqual([
      '2025-01-01T00:00:00.000',
      '2025-07-01T00:00:00.000',
      '2026-01-01T00:00:00.000',
    ])
  })

  it('name series and columns', async () => {
    const result = await load({ ...QUARTER, measures: ['revenue', 'expenditure'] })
    expect(result.seriesNames().map(({ key, yValues }) => [key, yValues])).toEqual(
      [CITY, TOWN, SCHOOL, HOSPITAL]
        .flatMap(cui =>
          ['revenue', 'expenditure'].map(measure => [`${cui},${V}.${measure}`, [cui, `${V}.${measure}`]]),
        )
        .sort(
          (left, right) =>
            result.seriesNames().findIndex(each => each.key === left[0]) -
            result.seriesNames().findIndex(each => each.key === right[0]),
        ),
    )
    expect(result.series().map(series => series.series.length)).toEqual(Array(8).fill(3))
    const columns = result.tableColumns({ x: [`${V}.entity_cui`, `${V}.period_end.month`], y: ['measures'] })
    expect(columns.map(column => [column.key, column.dataIndex])).toEqual([
      [`${V}.entity_cui`, `${V}.entity_cui`],
      [`${V}.period_end.month`, `${V}.period_end.month`],
      [`${V}.revenue`, `${V}.revenue`],
      [`${V}.expenditure`, `${V}.expenditure`],
    ])
    expect(columns.at(-1)).toMatchObject({
      shortTitle: 'Cumulative expenditure',
      meta: { additivity: 'last' },
    })
  })

  it('hold balances and ratios as decimal texts', async () => {
    const result = await load({ measures: ['balance', 'rigidity'], dimensions: ['entity_cui'] })
    for (const row of result.tablePivot()) {
      expect(row[`${V}.balance`]).toMatch(/^-?\d+\.\d{2}$/)
      expect(row[`${V}.rigidity`]).toMatch(/^-?\d+\.\d{6}$/)
    }
  })
})

describe('drilling down', () => {
  it('from a month to its lines, which add up to the figure', async () => {
    const result = await load(QUARTER)
    const drill = result.drillDown({
      xValues: [month('03')],
      yValues: [TOWN, `${V}.expenditure`],
    })
    const lines = await api.load(drill as Query)
    const sum = lines
      .rawData()
      .reduce((all, row) => all + Math.round(Number(row[`${V}.expenditure`]) * 100), 0)
    expect((sum / 100).toFixed(2)).toBe((await quarter()).get(`${TOWN} 03`))
    expect(new Set(lines.rawData().map(row => row[`${V}.period_end`]))).toEqual(
      new Set(['2026-03-31T00:00:00.000']),
    )
  })

  it('from a school year, whose last report counts', async () => {
    const result = await load({ ...QUARTER, time: { by: 'school_year' } })
    const drill = result.drillDown({
      xValues: ['2025-09-01T00:00:00.000'],
      yValues: [CITY, `${V}.expenditure`],
    })
    expect((drill as Query).timeDimensions?.[0]?.dateRange).toEqual([
      '2025-09-01T00:00:00.000',
      '2026-08-31T23:59:59.999',
    ])
    const lines = await api.load(drill as Query)
    expect(new Set(lines.rawData().map(row => row[`${V}.period_end`]))).toEqual(
      new Set(['2026-03-31T00:00:00.000']),
    )
  })

  it('from own amounts to lines with their sign, and from a balance to both of its sides', async () => {
    const added = await load(
      { measures: ['expenditure'], time: { by: 'month', in: ['2026-02-01', '2026-02-28'] } },
      OWN,
    )
    const lines = await api.load(added.drillDown({ xValues: [month('02')] }) as Query)
    const [[sum] = []] = await rowsOf(
      `select ${EXPENDITURE} from ${own({ where: "period_end = '2026-02-28'" })}`,
    )
    const cents = lines
      .rawData()
      .reduce((all, row) => all + Math.round(Number(row[`${OWN}.expenditure`]) * 100), 0)
    expect((cents / 100).toFixed(2)).toBe(sum)
    expect(new Set(lines.rawData().map(row => row[`${OWN}.sign`]))).toEqual(new Set(['1', '-1']))
    const balance = await load({ measures: ['balance'], dimensions: ['entity_cui'] })
    const drill = balance.drillDown({ xValues: [TOWN] }) as Query
    expect(drill.measures).toEqual([`${V}.revenue`, `${V}.expenditure`])
    expect((await api.load(drill)).rawData().length).toBeGreaterThan(0)
  })

  it('gives nothing where a measure has no lines, and throws on what it does not support', async () => {
    const people = await load({ measures: ['inhabitants'] }, 'budget_per_inhabitant')
    expect(people.drillDown({ xValues: [] })).toBeNull()
    const compared = await api.load(comparing)
    expect(() => compared.drillDown({ xValues: [] })).toThrow(
      'compareDateRange drillDown query is not currently supported',
    )
  })
})

const comparing: Query = {
  measures: [`${OWN}.expenditure`],
  dimensions: [`${OWN}.entity_cui`],
  timeDimensions: [
    {
      dimension: `${OWN}.period_end`,
      granularity: 'quarter',
      compareDateRange: [['2025-01-01', '2025-12-31'], 'this year'],
    },
  ],
  order: { [`${OWN}.period_end`]: 'asc', [`${OWN}.entity_cui`]: 'asc' },
}

describe('comparing and blending', () => {
  it('gives a result for each range, each as if asked alone', async () => {
    const parts = (await api.load(comparing)).decompose()
    expect(parts).toHaveLength(2)
    for (const [index, dateRange] of [['2025-01-01', '2025-12-31'], 'this year'].entries()) {
      const alone = await api.load({
        ...comparing,
        timeDimensions: [{ dimension: `${OWN}.period_end`, granularity: 'quarter', dateRange }],
      } as Query)
      const strip = (rows: readonly object[]) =>
        rows.map(row => Object.fromEntries(Object.entries(row).filter(([key]) => key !== 'compareDateRange')))
      expect(strip(parts[index]?.rawData() ?? [])).toEqual(alone.rawData())
      expect(alone.rawData().length).toBeGreaterThan(0)
    }
  })

  it('names series by range', async () => {
    const names = (await api.load({ ...comparing, dimensions: [], order: [] }))
      .seriesNames()
      .map(name => name.key)
    expect(names).toEqual([
      `2025-01-01T00:00:00.000 - 2025-12-31T23:59:59.999,${OWN}.expenditure`,
      `2026-01-01T00:00:00.000 - 2026-12-31T23:59:59.999,${OWN}.expenditure`,
    ])
  })

  it('meets on time when queries of two views are blended', async () => {
    const time = (view: string) => [
      { dimension: `${view}.period_end`, granularity: 'month', dateRange: ['2026-01-01', '2026-03-31'] },
    ]
    const blended = await api.load([
      { measures: [`${V}.expenditure`], timeDimensions: time(V) },
      { measures: [`${OWN}.expenditure`], timeDimensions: time(OWN) },
    ] as Query[])
    const together = await load(
      {
        measures: ['expenditure', 'own_period_expenditure'],
        time: { by: 'month', in: ['2026-01-01', '2026-03-31'] },
      },
      'budget_execution_both',
    )
    expect(
      blended.chartPivot().map(point => [point[`${V}.expenditure`], point[`${OWN}.expenditure`]]),
    ).toEqual(
      together
        .chartPivot()
        .map(point => [
          point['budget_execution_both.expenditure'],
          point['budget_execution_both.own_period_expenditure'],
        ]),
    )
    expect(blended.decompose().map(part => part.query().measures)).toEqual([
      [`${V}.expenditure`],
      [`${OWN}.expenditure`],
    ])
  })
})

describe('answers', () => {
  const lines: ShortQuery = { measures: ['lines'], dimensions: ['functional_code', 'economic_code'] }

  it('count all rows beside a limit', async () => {
    const [[all] = []] = await rowsOf(
      `select count(*) from (select distinct functional, economic from facts.execution f join publications p using (publication)
        where superseded_by is null and visibility = 'public')`,
    )
    for (const [limit, offset] of [
      [2, 0],
      [2, 5],
      [0, 0],
    ] as const) {
      const result = await api.load({ ...queryOf(V, lines), limit, offset, total: true })
      expect([result.totalRows(), result.rawData().length]).toEqual([Number(all), limit])
    }
  })

  it('are the same in every format', async () => {
    const query = queryOf(V, {
      ...lines,
      measures: ['amount', 'own_financing'],
      time: { by: 'half_year' },
      order: [
        ['period_end', 'asc'],
        ['functional_code', 'asc'],
        ['economic_code', 'asc'],
      ],
    })
    const plain = (await api.load(query)).rawData()
    expect(plain.length).toBeGreaterThan(5)
    for (const format of ['compact', 'columnar'] as const)
      expect((await api.load(query, undefined, undefined, format)).rawData()).toEqual(plain)
  })

  it('are ordered by time, or by the first measure, when nothing is said', async () => {
    const times = (await load({ measures: ['amount'], time: { by: 'month' } }))
      .rawData()
      .map(row => row[`${V}.period_end.month`])
    expect(times).toEqual([...times].sort())
    const counts = (await load(lines)).rawData().map(row => Number(row[`${V}.lines`]))
    expect(counts).toEqual([...counts].sort((left, right) => right - left))
  })

  it('survive being written down and read again', async () => {
    const result = await load(QUARTER)
    const again = ResultSet.deserialize(JSON.parse(JSON.stringify(result.serialize())))
    expect(again.chartPivot()).toEqual(result.chartPivot())
    expect(again.tablePivot()).toEqual(result.tablePivot())
    expect(again.drillDown({ xValues: [month('03')], yValues: [TOWN, `${V}.expenditure`] })).toEqual(
      result.drillDown({ xValues: [month('03')], yValues: [TOWN, `${V}.expenditure`] }),
    )
  })

  it('say in meta what can be asked: granularities, segments, hierarchies and prefixed members', async () => {
    const meta = await api.meta()
    const view = meta.cubes.find(each => each.name === V)
    const periodEnd: unknown = view?.dimensions.find(each => each.name === `${V}.period_end`)
    expect(periodEnd).toMatchObject({
      granularities: [
        { name: 'half_year', interval: '6 months', origin: '2000-01-01' },
        { name: 'school_year', interval: '1 year', offset: '8 months' },
      ],
    })
    expect(view?.segments.map(each => each.name)).toEqual([
      `${V}.without_section_transfers`,
      `${V}.without_public_transfers`,
    ])
    const both = meta.cubes.find(each => each.name === 'budget_execution_both')
    expect(both?.dimensions.map(each => each.name)).toEqual(
      expect.arrayContaining([
        'budget_execution_both.entity_name_ro',
        'budget_execution_both.functional_chapter_name_hu',
      ]),
    )
  })
})
