import crypto from 'node:crypto'
import fs from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { bani, type Cui, formatBani } from '../../domain/index.ts'
import { makeExecutionCsv } from '../../ingestion/index.ts'
import { environmentOf, type Instance, runTool, scratchFolder, startInstance } from '../support/instance.ts'

/** kill -9 at random points of an upload-and-publish load. What was acknowledged is there, whole, and once. */
const ROUNDS = Number(process.env.KILL_ROUNDS ?? 20)
const CUI = '4245747' as Cui
const dataFolder = scratchFolder()
const environment = { SEED: 'none' }
afterAll(() => fs.rmSync(dataFolder, { recursive: true, force: true }))

/** What was sent, by the hash of its content. */
const sent = new Map<string, { periodEnd: string; expenditure: string; lines: number }>()
/** What the server acknowledged: an upload, and a confirmation with its version. */
const received = new Map<string, string>()
const confirmed = new Map<string, { version: number; publication: number }>()

const PERIODS = ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30']

function makeReport() {
  const periodEnd = PERIODS[crypto.randomInt(PERIODS.length)] ?? '2026-06-30'
  const lines = Array.from({ length: 30 + crypto.randomInt(60) }, (_, index) => ({
    kind: 'expenditure' as const,
    functional: '650301',
    functionalName: 'Invatamant prescolar',
    economic: `2001${String(index + 1).padStart(2, '0')}`,
    economicName: 'Bunuri',
    source: 'A',
    sourceName: 'Integral de la buget',
    section: 'F' as const,
    amount: bani(BigInt(crypto.randomInt(1, 1_000_000_00))),
  }))
  const expenditure = lines.reduce((sum, line) => sum + line.amount, 0n)
  const content = makeExecutionCsv({
    type: 'FXB-EXB-901',
    periodEnd,
    sector: '02',
    cui: CUI,
    entityName: 'MUNICIPIUL MIERCUREA CIUC',
    lines,
  })
  const sha256 = crypto.createHash('sha256').update(content).digest('hex')
  sent.set(sha256, { periodEnd, expenditure: formatBani(expenditure), lines: lines.length })
  return { content, sha256, fileName: `${sha256.slice(0, 8)}.csv` }
}

interface Item {
  id: string
  status: string
  sha256: string
  periodEnd: string
  version: number | null
  publication: number | null
}

/** One sender: uploads, waits, confirms, until the server is gone. */
async function load(url: string, token: string): Promise<void> {
  const headers = { authorization: `Bearer ${token}` }
  const call = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${url}${path}`, { ...init, headers })
    const body = (await response.json()) as Item
    if (response.status >= 400) throw new Error(`${response.status} ${JSON.stringify(body)}`)
    return body
  }
  for (;;) {
    const report = makeReport()
    const form = new FormData()
    form.set('file', new File([report.content], report.fileName))
    const { id } = await call('/api/reporting/submissions', { method: 'POST', body: form })
    received.set(id, report.sha256)
    let now: Item
    do now = await call(`/api/reporting/submissions/${id}`)
    while (now.status === 'received' || now.status === 'reading')
    const done = await call(`/api/reporting/submissions/${id}/confirm`, { method: 'POST' })
    if (done.version !== null && done.publication !== null)
      confirmed.set(id, { version: done.version, publication: done.publication })
  }
}

async function allSubmissions(url: string, token: string): Promise<Item[]> {
  const items: Item[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const response = await fetch(`${url}/api/reporting/submissions?${cursor ? `cursor=${cursor}` : ''}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    const page = (await response.json()) as { items: Item[]; next: string | null }
    items.push(...page.items)
    cursor = page.next
  }
  return items
}

/** Everything acknowledged is there, and every public figure is that of the last version, whole. */
async function check(url: string, token: string): Promise<void> {
  const deadline = Date.now() + 20_000
  let items = await allSubmissions(url, token)
  while (
    items.some(({ status }) => ['received', 'reading', 'accepted'].includes(status)) &&
    Date.now() < deadline
  ) {
    await new Promise(resolve => setTimeout(resolve, 50))
    items = await allSubmissions(url, token)
  }
  const byId = new Map(items.map(item => [item.id, item]))
  for (const [id, sha256] of received) expect(byId.get(id)).toMatchObject({ sha256 })
  for (const [id, acknowledged] of confirmed) {
    expect(byId.get(id)).toMatchObject(acknowledged)
    expect(['published', 'superseded']).toContain(byId.get(id)?.status)
  }
  const numbers = items.flatMap(({ publication }) => publication ?? []).sort((left, right) => left - right)
  expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  for (const periodEnd of PERIODS) {
    const versions = items.filter(item => item.periodEnd === periodEnd && item.version !== null)
    const last = versions.reduce<Item | null>(
      (best, item) => ((item.version ?? 0) > (best?.version ?? 0) ? item : best),
      null,
    )
    const response = await fetch(`${url}/api/public/budget/${CUI}?at=${periodEnd}&level=4`)
    if (!last) {
      expect(response.status).toBe(404)
      continue
    }
    const budget = (await response.json()) as { total: string; rows: unknown[]; report: { version: number } }
    const expected = sent.get(last.sha256)
    expect(versions.map(({ version }) => version).sort((left, right) => (left ?? 0) - (right ?? 0))).toEqual(
      versions.map((_, index) => index + 1),
    )
    expect([periodEnd, budget.total, budget.rows.length, budget.report.version]).toEqual([
      periodEnd,
      expected?.expenditure,
      expected?.lines,
      last.version,
    ])
  }
}

test(`${ROUNDS} kills at random points lose nothing acknowledged and publish nothing half or twice`, {
  timeout: 600_000,
}, async () => {
  let instance: Instance = await startInstance({ dataFolder, environment })
  const tool = (args: string[]) => runTool('api/cli/admin', args, environmentOf(dataFolder, environment))
  await tool(['entity', '--cui', CUI, '--name', 'Municipiul Miercurea Ciuc'])
  await tool(['user', '--email', 'kill@example.ro', '--role', 'reporter', '--entity', CUI])
  const token = (await tool(['token', '--email', 'kill@example.ro'])).stdout.trim()
  for (let round = 0; round < ROUNDS; round++) {
    const senders = [1, 2, 3].map(() => load(instance.url, token).catch(() => {}))
    await new Promise(resolve => setTimeout(resolve, crypto.randomInt(50, 1500)))
    await instance.kill()
    await Promise.all(senders)
    instance = await startInstance({ dataFolder, environment })
    await check(instance.url, token)
  }
  console.log(
    `${received.size} uploads and ${confirmed.size} confirmations acknowledged over ${ROUNDS} kills`,
  )
  expect(confirmed.size).toBeGreaterThan(0)
  expect(await instance.stop()).toBe(0)
})
