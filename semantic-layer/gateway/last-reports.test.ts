import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PUBLIC, type Scratch, scratchGateway } from '../testing/scratch-gateway.ts'
import type { CubeQuery } from './types.ts'

const A = '4245747'
const B = '4245070'
let scratch: Scratch

beforeAll(async () => {
  scratch = await scratchGateway()
  const spent = (lei: number) => [['expenditure', '650301', '100101', lei]] as const
  await scratch.publish({
    cui: A,
    periodEnd: '2026-01-31',
    lines: [...spent(10), ['revenue', '070101', null, 5]],
  })
  await scratch.publish({ cui: A, periodEnd: '2026-02-28', lines: spent(25) })
  await scratch.publish({ cui: A, periodEnd: '2026-03-31', lines: spent(40) })
  await scratch.publish({ cui: B, periodEnd: '2026-01-31', lines: spent(100) })
  await scratch.publish({ cui: B, periodEnd: '2026-02-28', lines: spent(230) })
  await scratch.publish({ cui: A, periodEnd: '2026-06-30', lines: spent(90) })
})
afterAll(() => scratch.close())

const load = async (query: CubeQuery) => (await scratch.gateway.load(query, PUBLIC)).data

const expenditure = 'budget_execution.expenditure'
const time = (granularity: string | null, ...dateRange: string[]) => [
  {
    dimension: 'budget_execution.period_end',
    ...(granularity ? { granularity } : {}),
    ...(dateRange.length ? { dateRange } : {}),
  },
]

describe('cumulative amounts over a range', () => {
  it("count each institution's last report, never the sum of reports", async () => {
    expect(
      await load({ measures: [expenditure], timeDimensions: time(null, '2026-01-01', '2026-03-31') }),
    ).toEqual([{ [expenditure]: '270.00' }])
    expect(
      await load({ measures: [expenditure], timeDimensions: time(null, '2026-01-01', '2026-01-31') }),
    ).toEqual([{ [expenditure]: '110.00' }])
    expect(await load({ measures: [expenditure] })).toEqual([{ [expenditure]: '320.00' }])
  })

  it('count the last report of each month, quarter and year', async () => {
    const months = await load({
      measures: [expenditure],
      timeDimensions: time('month', '2026-01-01', '2026-06-30'),
    })
    expect(months.map(row => [row['budget_execution.period_end.month'], row[expenditure]])).toEqual([
      ['2026-01-01T00:00:00.000', '110.00'],
      ['2026-02-01T00:00:00.000', '255.00'],
      ['2026-03-01T00:00:00.000', '40.00'],
      ['2026-06-01T00:00:00.000', '90.00'],
    ])
    const quarters = await load({ measures: [expenditure], timeDimensions: time('quarter') })
    expect(quarters.map(row => row[expenditure])).toEqual(['270.00', '90.00'])
    const years = await load({ measures: [expenditure], timeDimensions: time('year') })
    expect(years.map(row => row[expenditure])).toEqual(['320.00'])
  })
})
