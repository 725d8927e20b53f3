import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ExecutionReport, formatBani } from '../../domain/index.ts'
import type { Warehouse } from '../open-warehouse.ts'
import { line, makePublication, makeReport } from '../testing/make-report.ts'
import { scratchWarehouse } from '../testing/scratch-warehouse.ts'
import type { Publication } from './publication.ts'

/** About a second each. */
const RUNS = Math.min(Number(process.env.FUZZ_RUNS ?? 10), 150)

let scratch: Awaited<ReturnType<typeof scratchWarehouse>>
let warehouse: Warehouse
beforeAll(async () => {
  scratch = await scratchWarehouse()
  warehouse = scratch.warehouse
})
afterAll(() => scratch.remove())

const CODES = [
  'revenue 030000 -',
  'revenue 370300 -',
  'expenditure 650301 100101',
  'expenditure 650301 200101',
  'expenditure 999999 100101',
]

/** A report is first sent or corrected in any order: entity, month, year, type, amounts in bani by code. */
const sent = fc.record({
  cui: fc.constantFrom('4245747', '4245763'),
  month: fc.integer({ min: 1, max: 12 }),
  year: fc.constantFrom(2025, 2026),
  type: fc.constantFrom('FXB-EXB-900' as const, 'FXB-EXB-901' as const),
  visibility: fc.constantFrom('public' as const, 'public' as const, 'internal' as const),
  amounts: fc.array(
    fc.record({ code: fc.constantFrom(...CODES), bani: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 15n }) }),
    { minLength: 1, maxLength: 6 },
  ),
  skippedNumbers: fc.constantFrom(0, 0, 2),
  repeat: fc.boolean(),
})

interface Published {
  readonly publication: Publication
  readonly report: ExecutionReport
}

const sameSeries = (left: Published, right: Published) =>
  left.report.cui === right.report.cui &&
  left.report.type === right.report.type &&
  left.report.periodEnd.slice(0, 4) === right.report.periodEnd.slice(0, 4)

/** What is valid at N, from scratch: of each entity, type and date the latest publication up to N. */
function valid(all: readonly Published[], number: number): Published[] {
  const latest = new Map<string, Published>()
  for (const each of all)
    if (each.publication.publication <= number)
      latest.set(`${each.report.cui} ${each.report.type} ${each.report.periodEnd}`, each)
  return [...latest.values()]
}

type Figures = Map<string, bigint>
const add = (figures: Figures, key: string, amount: bigint) =>
  figures.set(key, (figures.get(key) ?? 0n) + amount)
const written = (figures: Figures) =>
  [...figures].map(([key, amount]) => `${key} ${formatBani(amount)}`).sort()

function expected(all: readonly Published[], number: number) {
  const cumulative: Figures = new Map()
  const own: Figures = new Map()
  const months = new Map<string, string>()
  const then = valid(all, number)
  for (const each of then) {
    const { publication, report } = each
    const before = then
      .filter(other => sameSeries(other, each) && other.report.periodEnd < report.periodEnd)
      .sort((left, right) => (left.report.periodEnd < right.report.periodEnd ? 1 : -1))[0]
    const open =
      publication.visibility === 'public' && (before?.publication.visibility ?? 'public') === 'public'
    const covered = Number(report.periodEnd.slice(5, 7)) - Number(before?.report.periodEnd.slice(5, 7) ?? 0)
    months.set(String(publication.publication), `${covered} ${open ? 'public' : 'internal'}`)
    for (const { kind, functional, economic, amount } of report.lines) {
      const key = `${publication.publication} ${report.periodEnd} ${kind} ${functional} ${economic ?? '-'}`
      add(cumulative, key, amount)
      add(own, key, amount)
    }
    for (const { kind, functional, economic, amount } of before?.report.lines ?? [])
      add(
        own,
        `${publication.publication} ${report.periodEnd} ${kind} ${functional} ${economic ?? '-'}`,
        -amount,
      )
  }
  return {
    cumulative: written(cumulative),
    own: written(own),
    months: [...months].map(pair => pair.join(' ')).sort(),
  }
}

async function actual(number: number) {
  const pin = 'valid_from <= ? and (valid_until is null or valid_until > ?)'
  const read = async (sql: string) =>
    (await warehouse.engine.query(sql, [number, number])).rows.map(row => row.join(' ')).sort()
  const figures = (mart: string) =>
    read(`select publication, period_end, kind, functional, coalesce(economic, '-'), sum(amount)
      from ${mart} where ${pin} group by all`)
  return {
    cumulative: await figures('marts.execution'),
    own: await figures('marts.execution_own'),
    months: await read(
      `select distinct publication, months_covered, visibility from marts.execution_own where ${pin}`,
    ),
  }
}

async function publishAll(history: readonly (typeof sent extends fc.Arbitrary<infer T> ? T : never)[]) {
  const all: Published[] = []
  const versions = new Map<string, number>()
  let number = 0
  for (const { cui, month, year, type, visibility, amounts, skippedNumbers, repeat } of history) {
    number += 1 + skippedNumbers
    const periodEnd = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
    const lines = amounts.map(({ code, bani }, row) => line(`${code} A - ${formatBani(bani)}`, row + 1))
    const report = { ...makeReport(cui, periodEnd, lines), type }
    const key = `${cui} ${type} ${periodEnd}`
    versions.set(key, (versions.get(key) ?? 0) + 1)
    const publication = makePublication(number, report, { visibility, version: versions.get(key) ?? 1 })
    expect(await warehouse.publishExecution(publication, report)).toBe('published')
    if (repeat) expect(await warehouse.publishExecution(publication, report)).toBe('already_published')
    all.push({ publication, report })
  }
  return { all, number }
}

it('any history, read at any publication number, equals a recomputation from the reports alone', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(sent, { minLength: 1, maxLength: 14 }), async history => {
      await warehouse.reset()
      const { all, number } = await publishAll(history)
      for (let pinned = 0; pinned <= number + 1; pinned++)
        expect(await actual(pinned)).toEqual(expected(all, pinned))
    }),
    { numRuns: RUNS },
  )
}, 600_000)

it("the own amounts of a year's reports add up to the last cumulative amount, to the ban", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(sent, { minLength: 2, maxLength: 14 }), async history => {
      await warehouse.reset()
      const { number } = await publishAll(history)
      const { rows } = await warehouse.engine.query(
        `with own as (
           select cui, report_type, extract(year from period_end) as year, kind, functional, sum(amount) as amount
           from marts.execution_own where valid_until is null group by all having sum(amount) <> 0
         ), last as (
           select cui, report_type, extract(year from period_end) as year, kind, functional, sum(amount) as amount
           from marts.execution e where valid_until is null and not exists (
             select 1 from publications p where p.cui = e.cui and p.report_type = e.report_type
               and extract(year from p.period_end) = extract(year from e.period_end)
               and p.superseded_by is null and p.period_end > e.period_end)
           group by all having sum(amount) <> 0
         )
         select (select count(*) from last), (select count(*) from own),
           (select count(*) from (select * from own except select * from last)),
           (select count(*) from (select * from last except select * from own))`,
      )
      const [last, own, ...differences] = rows[0] ?? []
      expect(own).toBe(last)
      expect(differences).toEqual(['0', '0'])
      for (const period of [...(await warehouse.periodsOfAll(number, 'all')).values()].flat()) {
        const { rows: sums } = await warehouse.engine.query(
          `select coalesce(sum(amount) filter (kind = 'revenue'), 0.00), coalesce(sum(amount) filter (kind = 'expenditure'), 0.00)
           from marts.execution_own where publication = ? and valid_until is null`,
          [period.publication],
        )
        expect(sums[0]).toEqual([period.ownRevenue, period.ownExpenditure])
      }
    }),
    { numRuns: RUNS },
  )
}, 600_000)
