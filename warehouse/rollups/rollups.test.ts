import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Engine, Transaction } from '../engine/engine.ts'
import type { Warehouse } from '../open-warehouse.ts'
import { line, makePublication, makeReport } from '../testing/make-report.ts'
import { scratchWarehouse } from '../testing/scratch-warehouse.ts'
import { openRollups } from './open-rollups.ts'
import type { RollupDefinition } from './rollup.ts'

const BY_KIND: RollupDefinition = {
  id: 'execution_own.by_kind',
  name: 'execution_own_by_kind',
  sql: `select kind, period_end, sum(amount) as amount from marts.execution_own
    where valid_until is null and period_end >= cast(? as timestamp) and period_end <= cast(? as timestamp) group by all`,
  params: ['from', 'to'],
}

let scratch: Awaited<ReturnType<typeof scratchWarehouse>>
let warehouse: Warehouse
let number: number
beforeEach(async () => {
  scratch = await scratchWarehouse()
  warehouse = scratch.warehouse
  number = 0
  await warehouse.rollups.declare([BY_KIND])
})
afterEach(() => scratch.remove())

async function publish(periodEnd: string, lei: string): Promise<number> {
  const report = makeReport('4245747', periodEnd, [line(`expenditure 650301 100101 A F ${lei}`)])
  number += 1
  await warehouse.publishExecution(makePublication(number, report, { version: number }), report)
  return number
}

const stored = async () =>
  (
    await warehouse.engine.query(
      `select table_name from information_schema.tables where table_schema = 'rollups' order by 1`,
    )
  ).rows.map(([name]) => name)
const states = async () =>
  (await warehouse.rollups.list()).flatMap(({ partitions }) =>
    partitions.map(({ partition, state, built }) => `${partition} ${state} ${built?.publication ?? '-'}`),
  )
const lease = (publication: number, ...years: string[]) =>
  warehouse.rollups.lease(BY_KIND.id, years.length ? [years[0] ?? '', years.at(-1) ?? ''] : null, publication)
async function amounts(tables: readonly string[]) {
  const union = tables.map(table => `select * from ${table}`).join(' union all ')
  return (await warehouse.engine.query(`select sum(amount) from (${union})`)).rows[0]?.[0]
}

describe('a partition', () => {
  it('is built for the publication whose facts it holds, and says how large it is', async () => {
    await publish('2025-12-31', '10.00')
    await publish('2026-01-31', '3.50')
    expect(await states()).toEqual(['2025 missing -', '2026 missing -'])
    expect(await warehouse.rollups.refresh()).toEqual([
      'rollups.execution_own_by_kind_2025_v2',
      'rollups.execution_own_by_kind_2026_v2',
    ])
    expect(await states()).toEqual(['2025 ready 2', '2026 ready 2'])
    const [status] = await warehouse.rollups.list()
    expect(status?.partitions[0]).toMatchObject({
      built: {
        table: 'rollups.execution_own_by_kind_2025_v2',
        rows: 1,
        bytes: 'expenditure'.length + 16 + 8,
      },
    })
    expect(Date.parse(status?.partitions[0]?.built?.at ?? '')).not.toBeNaN()
    const held = await lease(2)
    expect(await amounts(held?.tables ?? [])).toBe('13.50')
    held?.release()
  })

  it('is built anew when its own year has a publication, and only then', async () => {
    await publish('2025-12-31', '10.00')
    await publish('2026-01-31', '3.50')
    await warehouse.rollups.refresh()
    await publish('2026-02-28', '5.00')
    expect(await states()).toEqual(['2025 ready 2', '2026 stale 2'])
    expect(await warehouse.rollups.refresh()).toEqual(['rollups.execution_own_by_kind_2026_v3'])
    await publish('2025-12-31', '11.00')
    expect(await warehouse.rollups.refresh()).toEqual(['rollups.execution_own_by_kind_2025_v4'])
    expect(await warehouse.rollups.refresh()).toEqual([])
    expect(await stored()).toEqual(['execution_own_by_kind_2025_v4', 'execution_own_by_kind_2026_v3'])
  })

  it('answers for every number between two publications of its year', async () => {
    await publish('2025-11-30', '10.00')
    await publish('2026-01-31', '3.50')
    await publish('2026-02-28', '5.00')
    await warehouse.rollups.refresh()
    await publish('2026-03-31', '6.00')
    const tablesAt = async (publication: number, ...years: string[]) => {
      const held = await lease(publication, ...years)
      held?.release()
      return held?.tables.map(table => table.slice(-8, -4)) ?? null
    }
    expect(await tablesAt(4)).toBeNull()
    expect(await tablesAt(4, '2025')).toEqual(['2025'])
    expect(await tablesAt(3)).toEqual(['2025', '2026'])
    expect(await tablesAt(2)).toBeNull()
    // In 2026 nothing was published yet, so its rows are none.
    expect(await tablesAt(1)).toEqual(['2025'])
    expect(await tablesAt(1, '2026')).toBeNull()
    expect(await tablesAt(0)).toBeNull()
    expect(await tablesAt(3, '2019', '2025')).toEqual(['2025'])
    await warehouse.rollups.refresh()
    expect(await tablesAt(4)).toEqual(['2025', '2026'])
    expect(await tablesAt(3)).toBeNull()
  })

  it('stays where it is while somebody reads it', async () => {
    await publish('2026-01-31', '3.50')
    await warehouse.rollups.refresh()
    const first = await lease(1)
    const second = await lease(1)
    await publish('2026-02-28', '5.00')
    await warehouse.rollups.refresh()
    first?.release()
    first?.release()
    expect(await amounts(second?.tables ?? [])).toBe('3.50')
    second?.release()
    await warehouse.rollups.refresh()
    expect(await stored()).toEqual(['execution_own_by_kind_2026_v2'])
  })

  it('built again for the same state is another table', async () => {
    await publish('2026-01-31', '3.50')
    await warehouse.rollups.refresh()
    const held = await lease(1)
    expect(await warehouse.rollups.build(BY_KIND.id)).toEqual(['rollups.execution_own_by_kind_2026_v1_2'])
    expect(await amounts(held?.tables ?? [])).toBe('3.50')
    held?.release()
    await expect(warehouse.rollups.build('execution.nothing')).rejects.toThrow(RangeError)
  })
})

describe('after a failure', () => {
  /** Fails where a process might die. */
  const failingAt = (engine: Engine, words: string): Engine => ({
    ...engine,
    query: engine.query.bind(engine),
    beside: work =>
      engine.beside(transaction =>
        work({
          execute: transaction.execute.bind(transaction),
          append: transaction.append.bind(transaction),
          query: (sql, ...more) =>
            sql.includes(words) ? Promise.reject(new Error('killed')) : transaction.query(sql, ...more),
        } satisfies Transaction),
      ),
  })

  it.each([
    'insert into rollup_partitions',
    'delete from rollup_partitions',
    'count(*)',
  ])('at "%s" the old table stays in use and nothing half is left', async words => {
    await publish('2026-01-31', '3.50')
    await warehouse.rollups.refresh()
    await publish('2026-02-28', '5.00')
    const failing = openRollups(failingAt(warehouse.engine, words))
    await expect(failing.declare([BY_KIND]).then(() => failing.refresh())).rejects.toThrow('killed')
    expect(await stored()).toEqual(['execution_own_by_kind_2026_v1'])
    const held = await lease(1)
    expect(await amounts(held?.tables ?? [])).toBe('3.50')
    held?.release()
    expect(await warehouse.rollups.refresh()).toEqual(['rollups.execution_own_by_kind_2026_v2'])
  })

  it('a start drops what is not listed, and tables of other definitions', async () => {
    await publish('2026-01-31', '3.50')
    await warehouse.rollups.refresh()
    await warehouse.engine.transaction(transaction =>
      transaction.execute('create table rollups.execution_own_by_kind_2026_v9 (n integer)'),
    )
    const restarted = openRollups(warehouse.engine)
    await restarted.declare([BY_KIND])
    expect(await stored()).toEqual(['execution_own_by_kind_2026_v1'])
    expect(await restarted.refresh()).toEqual([])
    await restarted.declare([{ ...BY_KIND, sql: BY_KIND.sql.replace('kind,', 'kind, functional,') }])
    expect(await stored()).toEqual([])
    expect((await restarted.list())[0]?.partitions[0]).toMatchObject({ state: 'missing', built: null })
    await restarted.declare([])
    expect(await restarted.list()).toEqual([])
    expect(await restarted.lease(BY_KIND.id, null, 1)).toBeNull()
  })

  it('an emptied warehouse begins anew', async () => {
    await publish('2026-01-31', '3.50')
    await warehouse.rollups.refresh()
    await warehouse.reset()
    number = 0
    expect(await warehouse.rollups.list()).toMatchObject([{ partitions: [] }])
    await publish('2026-01-31', '4.50')
    expect(await lease(1)).toBeNull()
    await warehouse.rollups.refresh()
    const held = await lease(1)
    expect(await amounts(held?.tables ?? [])).toBe('4.50')
    held?.release()
  })
})

it('a definition whose name or parameters are unfit is refused', async () => {
  await expect(warehouse.rollups.declare([{ ...BY_KIND, name: 'a"b' }])).rejects.toThrow(/can't have tables/)
  await warehouse.rollups.declare([{ ...BY_KIND, params: ['from'] }])
  await publish('2026-01-31', '3.50')
  await expect(warehouse.rollups.refresh()).rejects.toThrow(/1 parameters/)
})

it('publications do not wait for a build', async () => {
  await publish('2026-01-31', '3.50')
  let finish = () => {}
  const finished = new Promise<void>(resolve => {
    finish = resolve
  })
  let begun = () => {}
  const building = new Promise<void>(resolve => {
    begun = resolve
  })
  const build = warehouse.engine.beside(async transaction => {
    await transaction.execute('create table rollups.slow as select * from publications')
    begun()
    await finished
  })
  await building
  expect(await publish('2026-02-28', '5.00')).toBe(2)
  finish()
  await build
  const { rows } = await warehouse.engine.query('select count(*) from rollups.slow')
  expect(rows).toEqual([['1']])
})
