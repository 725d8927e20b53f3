// A report of a million lines as CSV, staged and validated, beside the same file read by `read_csv` with its types given and
// nothing checked, into a table in memory by as many threads. Each reading has a process of its own.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { DuckDBInstance } from '@duckdb/node-api'
import { readBulkCsv } from '../ingestion/staging/read-bulk-csv.ts'
import { loadKnownCodes } from '../ingestion/validation/known-codes.ts'
import { writeBulkReport } from './bulk-report.ts'

const LINES = Number(process.env.BENCH_LINES ?? 1_000_000)
const ROUNDS = 3
const AT_LEAST = 0.25
const AIM = 0.4
const MEMORY_MB = 512
const HEADER_LINES = 7
const COLUMNS = 8

interface Figures {
  readonly ms: number
  readonly cpuMs: number
  readonly peakMb: number
}

const self = fileURLToPath(import.meta.url)
const referenceData = fileURLToPath(new URL('../../../warehouse/reference-data', import.meta.url))
const [role, file = '', own = ''] = process.argv.slice(2)
if (role === 'validated') console.log(JSON.stringify(await measured(() => readValidated(file, own))))
else if (role === 'raw') console.log(JSON.stringify(await measured(() => readRaw(file))))
else await compare()

async function compare(): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-bulk-'))
  try {
    const report = path.join(folder, 'bulk.csv')
    await writeBulkReport(report, LINES, referenceData)
    const all = { validated: [] as Figures[], raw: [] as Figures[] }
    // In turns, so that whatever else the machine does falls on both alike.
    for (let round = 0; round < ROUNDS; round++) {
      const scratch = fs.mkdtempSync(path.join(folder, 'own-'))
      for (const [name, ...rest] of [['raw'], ['validated', scratch]] as const)
        all[name].push(
          JSON.parse(
            execFileSync(process.execPath, [self, name, report, ...rest], { encoding: 'utf8' }),
          ) as Figures,
        )
    }
    const [raw, validated] = [best(all.raw), best(all.validated)]
    const size = Math.round(fs.statSync(report).size / 1_000_000)
    console.log(`\nCSV of ${LINES.toLocaleString('en')} lines, ${size} MB, the best of ${ROUNDS} readings`)
    for (const [name, { ms, cpuMs, peakMb }] of [
      ['raw read_csv', raw],
      ['staged and validated', validated],
    ] as const)
      console.log(
        `${name.padEnd(24)}${(ms / 1000).toFixed(2)} s, ${(LINES / ms / 1000).toFixed(2)} M lines/s, ` +
          `${(cpuMs / 1000).toFixed(2)} s of processor time, ${Math.round(peakMb)} MB at most`,
      )
    const share = raw.ms / validated.ms
    const isMet = share >= AT_LEAST && validated.peakMb < MEMORY_MB
    console.log(
      `${percent(share)} of raw by the clock, ${percent(raw.cpuMs / validated.cpuMs)} by processor time ` +
        `(at least ${percent(AT_LEAST)}, aim ${percent(AIM)}; below ${MEMORY_MB} MB)${isMet ? '  ok' : '  MISSED'}`,
    )
    if (!isMet) process.exitCode = 1
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

function best(figures: readonly Figures[]): Figures {
  const least = (of: (figure: Figures) => number) => Math.min(...figures.map(of))
  return {
    ms: least(figure => figure.ms),
    cpuMs: least(figure => figure.cpuMs),
    peakMb: Math.max(...figures.map(figure => figure.peakMb)),
  }
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

async function measured(work: () => Promise<void>): Promise<Figures> {
  const before = process.cpuUsage()
  const start = performance.now()
  await work()
  const ms = performance.now() - start
  const { user, system } = process.cpuUsage(before)
  return { ms, cpuMs: (user + system) / 1000, peakMb: process.resourceUsage().maxRSS / 1024 }
}

async function readValidated(report: string, folder: string): Promise<void> {
  const known = await loadKnownCodes(referenceData)
  const result = await readBulkCsv({ path: report, fileName: '', folder, known, choices: {} })
  const errors = result.issues.filter(issue => issue.severity === 'error')
  if (errors.length > 0 || result.report?.lines.length !== LINES)
    throw new Error(`the report was not read: ${JSON.stringify(errors.slice(0, 3))}`)
}

async function readRaw(report: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' })
  const connection = await instance.connect()
  const types = Array.from({ length: COLUMNS }, (_, at) => `c${at + 1}: 'VARCHAR'`).join(', ')
  await connection.run(
    `create table raw as select * from read_csv('${report}', auto_detect = false, header = false, delim = ';',
       quote = '"', escape = '"', columns = {${types}}, skip = ${HEADER_LINES}, null_padding = true)`,
  )
  connection.disconnectSync()
  instance.closeSync()
}
