import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { formatBani, parseBani, sumBani } from '../../domain/index.ts'
import {
  anonymous,
  type Client,
  confirm,
  openTestSystem,
  SAMPLE_JUNE,
  SAMPLE_MARCH,
  samples,
  signedIn,
  type TestSystem,
  upload,
  uploadSample,
} from '../support/test-system.ts'

/** From the uploaded file to the public figure and back to the cell, through the API alone. */
let running: TestSystem
let reporter: Client
let public_: Client
beforeAll(async () => {
  running = await openTestSystem([
    { cui: '4245747', name: 'Municipiul Miercurea Ciuc' },
    { cui: '4245763', name: 'Altă instituție' },
  ])
  reporter = await signedIn(running.app, 'reporter@4245747.demo')
  public_ = anonymous(running.app)
})
afterAll(() => running.close())

interface Budget {
  total: string
  asOf: number
  totalTrace: string
  rows: { code: string; amount: string; trace: string; names: Record<string, string> }[]
}
interface Trace {
  total: string
  count: number
  rows: { amount: string; sheet: string; cell: string; rawValue: string; excerpt: string; sha256: string }[]
  next: string | null
}

const budget = (query: string) => public_.json<Budget>(`/api/public/budget/4245747?${query}`)

test('both samples are read, confirmed and public', async () => {
  for (const name of [SAMPLE_MARCH, SAMPLE_JUNE]) {
    const read = await uploadSample(reporter, name)
    expect(read).toMatchObject({ status: 'awaiting_confirmation', lines: 450 })
    expect(read.issues.filter(issue => issue.severity === 'error')).toEqual([])
    expect(await confirm(reporter, read.id)).toMatchObject({ status: 'published', version: 1 })
  }
})

test.each([
  ['2026-03-31', 'revenue', '103534709.55'],
  ['2026-03-31', 'expenditure', '48186062.53'],
  ['2026-06-30', 'revenue', '175469498.22'],
  ['2026-06-30', 'expenditure', '103323008.93'],
])('at %s, %s is %s lei', async (at, kind, total) => {
  const answer = await budget(`at=${at}&kind=${kind}`)
  expect(answer.total).toBe(total)
  expect(formatBani(sumBani(answer.rows.map(row => parseBani(row.amount) ?? 0n)))).toBe(total)
})

test.each([
  ['65', '19580798.10'],
  ['51', '23485895.89'],
])('chapter %s at 30 June is %s lei, and its cells add up to it', async (code, amount) => {
  const row = (await budget('at=2026-06-30')).rows.find(candidate => candidate.code === code)
  expect(row?.amount).toBe(amount)
  const cells: Trace['rows'] = []
  let next: string | null = `${row?.trace}&limit=25`
  while (next) {
    const page: Trace = await public_.json<Trace>(next)
    expect(page.total).toBe(amount)
    cells.push(...page.rows)
    next = page.next
  }
  expect(formatBani(sumBani(cells.map(cell => parseBani(cell.amount) ?? 0n)))).toBe(amount)
  expect(new Set(cells.map(cell => cell.cell)).size).toBe(cells.length)
  const [first] = cells
  const excerpt = await public_.json<{ rows: { cells: { cell: string; value: string }[] }[] }>(
    first?.excerpt ?? '',
  )
  const shown = excerpt.rows.flatMap(rows => rows.cells).find(cell => cell.cell === first?.cell)
  expect(Number(shown?.value)).toBe(Number(first?.rawValue))
  expect(excerpt.rows[0]?.cells.map(cell => cell.value)).toContain('Executie Cumulat')
})

test.each([
  'functional',
  'economic',
  'section',
  'source',
])('every level by %s adds up to the total', async by => {
  for (const kind of ['expenditure', 'revenue'])
    for (const level of [1, 2, 3, 4])
      for (const mode of ['cumulative', 'own']) {
        const answer = await budget(`at=2026-06-30&kind=${kind}&by=${by}&level=${level}&mode=${mode}`)
        expect(formatBani(sumBani(answer.rows.map(row => parseBani(row.amount) ?? 0n)))).toBe(answer.total)
      }
})

test("the period's own amount is the difference, and its cells come from both files", async () => {
  const own = await budget('at=2026-06-30&mode=own')
  expect(own.total).toBe('55136946.40')
  const trace = await public_.json<Trace>(`${own.totalTrace}&limit=1000`)
  expect(formatBani(sumBani(trace.rows.map(row => parseBani(row.amount) ?? 0n)))).toBe('55136946.40')
  expect(new Set(trace.rows.map(row => row.sha256)).size).toBe(2)
})

test.each(['csv', 'xlsx', 'json'])('the same rows download as %s', async format => {
  const response = await public_.request(`/api/public/budget/4245747/download?at=2026-06-30&format=${format}`)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-disposition')).toMatch(
    new RegExp(`^attachment; filename="4245747-2026-06-30-.*\\.${format}"$`),
  )
  const content = Buffer.from(await response.arrayBuffer())
  if (format === 'xlsx') expect(content.subarray(0, 2).toString()).toBe('PK')
  else expect(content.toString()).toContain('19580798.10')
})

describe('the same file and corrections', () => {
  test('the same file again is recognised', async () => {
    const again = await uploadSample(reporter, SAMPLE_JUNE)
    expect(again).toMatchObject({ status: 'published', duplicateOf: again.id })
  })

  test('a different file for the same date is the next version; the first stays readable as of its time', async () => {
    const before = await budget('at=2026-06-30')
    const csv = await csvOf(SAMPLE_JUNE, line => line)
    const read = await upload(reporter, SAMPLE_JUNE.replace('.xlsx', '.csv'), csv)
    expect(read.issues.filter(issue => issue.severity === 'error')).toEqual([])
    expect(await confirm(reporter, read.id)).toMatchObject({ status: 'published', version: 2 })
    const after = await budget('at=2026-06-30')
    expect(after.total).toBe(before.total)
    expect(after.asOf).toBe(before.asOf + 1)
    const then = await budget(`at=2026-06-30&asOf=${before.asOf}`)
    expect(then).toMatchObject({ asOf: before.asOf, rows: before.rows })
    const list = await reporter.json<{ items: { version: number; status: string }[] }>(
      '/api/reporting/submissions?entity=4245747&periodEnd=2026-06-30',
    )
    expect(list.items.map(({ version, status }) => [version, status])).toEqual([
      [2, 'published'],
      [1, 'superseded'],
    ])
  })
})

describe('a file with errors', () => {
  test('names cell, value and both sums, in the language asked for, and publishes nothing', async () => {
    const before = await budget('at=2026-06-30')
    const csv = await csvOf(SAMPLE_JUNE, line =>
      line.replace('19377.06', '19377.O6').replace('175469498.22', '175469498.23'),
    )
    const read = await upload(reporter, 'broken.csv', csv)
    expect(read.status).toBe('invalid')
    const total = read.issues.find(issue => issue.code === 'control_total_differs')
    expect(total?.message).toMatch(/175\.469\.498,23/)
    expect(total?.message).toMatch(/175\.469\.498,22/)
    const hungarian = await reporter.json<typeof read>(`/api/reporting/submissions/${read.id}?lang=hu`)
    expect(hungarian.issues.find(issue => issue.code === 'control_total_differs')?.message).not.toBe(
      total?.message,
    )
    const refused = await reporter.request(`/api/reporting/submissions/${read.id}/confirm`, {
      method: 'POST',
    })
    expect(refused.status).toBe(409)
    expect(await refused.json()).toMatchObject({ code: 'submission_not_ready' })
    expect(await budget('at=2026-06-30')).toEqual(before)
    const all = await reporter.request(`/api/reporting/submissions/${read.id}/issues.csv`)
    expect(await all.text()).toContain('control_total_differs')
  })
})

const ALL_READY = ['execution_own.by_chapter 2026 ready', 'execution_own.by_title 2026 ready']
const rollupStates = async () =>
  (await running.system.warehouse.rollups.list()).flatMap(({ id, partitions }) =>
    partitions.map(({ partition, state }) => `${id} ${partition} ${state}`),
  )

test('rollups are built after publications and answer Cube queries', async () => {
  await vi.waitFor(async () => expect(await rollupStates()).toEqual(ALL_READY), {
    timeout: 50_000,
    interval: 100,
  })
  const query = JSON.stringify({ measures: ['budget_execution_own.revenue'] })
  const answer = await anonymous(running.app).json<{ data: unknown; usedPreAggregations: object }>(
    `/cubejs-api/v1/load?query=${encodeURIComponent(query)}`,
  )
  expect(Object.keys(answer.usedPreAggregations)).toEqual(['rollups.execution_own_by_chapter'])
  const { rows } = await running.system.warehouse.engine.query(
    `select sum(amount) from marts.execution_own where valid_until is null and visibility = 'public' and kind = 'revenue'`,
  )
  expect(answer.data).toEqual([{ 'budget_execution_own.revenue': rows[0]?.[0] }])
})

test('the warehouse rebuilt from the files gives the same figures', async () => {
  const questions = [
    'at=2026-06-30',
    'at=2026-03-31&kind=revenue&level=3',
    'at=2026-06-30&mode=own&by=economic&level=3',
    'at=2026-06-30&asOf=2',
  ]
  const before = await Promise.all(questions.map(budget))
  const rebuilt = await running.app.request(
    '/api/control/rebuild',
    { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } },
    { local: true },
  )
  expect(await rebuilt.json()).toEqual({ publications: 3, current: 3 })
  expect(await Promise.all(questions.map(budget))).toEqual(before)
  expect(await rollupStates()).toEqual(ALL_READY)
})

/** The sample as CSV text with something changed, read through the product's own preview rows. */
async function csvOf(fileName: string, change: (text: string) => string): Promise<Uint8Array> {
  const { reader } = running.system
  const rows = await reader.rows(
    { path: path.join(samples, fileName), fileName },
    { sheet: 'Sheet1', from: 1, to: 500 },
  )
  const text = rows
    .map(row =>
      row.cells
        .map(cell => (/[",\n]/.test(cell.value) ? `"${cell.value.replaceAll('"', '""')}"` : cell.value))
        .join(','),
    )
    .join('\r\n')
  expect(fs.existsSync(path.join(samples, fileName))).toBe(true)
  return Buffer.from(change(text))
}
