// npm run bench:ingest: readers of spreadsheets side by side, each in a process of its own, reading the same sheet.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { writeCsvFile, writeOdsFile, writeXlsxFile } from './ingest-files.ts'
import type { ReaderFigures } from './ingest-reader.ts'

/** As fast as exceljs' stream times this, within so much memory. */
const XLSX_RATIO = 2
const XLSX_PEAK_MB = 150
const ROWS = Number(process.env.BENCH_ROWS ?? 200_000)
const ROUNDS = 3

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-ingest-'))
// Only an entry knows where it lies: what it imports may be bundled elsewhere.
const readerFile = fileURLToPath(new URL('./ingest-reader.js', import.meta.url))
const bulkFile = fileURLToPath(new URL('./ingest-bulk.js', import.meta.url))
let missedTargets = 0
try {
  const [xlsx, ods, csv] = ['xlsx', 'ods', 'csv'].map(kind => path.join(folder, `sheet.${kind}`)) as [
    string,
    string,
    string,
  ]
  writeXlsxFile(xlsx, ROWS)
  writeOdsFile(ods, ROWS)
  await writeCsvFile(csv, ROWS)
  console.log(`${ROWS.toLocaleString('en')} rows of 8 cells, the best of ${ROUNDS} readings\n`)
  console.log(`${'reader'.padEnd(24)}${['rows/s', 'ms', 'cpu ms', 'peak MB', 'file MB'].map(cell).join('')}`)
  const [our, their] = await sideBySide([
    ['XLSX', 'ours', xlsx],
    ['XLSX, exceljs stream', 'exceljs', xlsx],
  ])
  await sideBySide([['ODS', 'ours', ods]])
  await sideBySide([
    ['CSV', 'ours', csv],
    ['CSV, papaparse alone', 'papaparse', csv],
  ])
  if (our && their) {
    const ratio = their.ms / our.ms
    console.log(
      `\nXLSX: ${ratio.toFixed(2)} × exceljs by the clock${verdict(ratio >= XLSX_RATIO)}, ${(their.cpuMs / our.cpuMs).toFixed(2)} × by processor time` +
        `\n      ${Math.round(our.peakMb)} MB at most${verdict(our.peakMb <= XLSX_PEAK_MB)}`,
    )
  }
  try {
    execFileSync(process.execPath, [bulkFile], { stdio: 'inherit' })
  } catch {
    missedTargets++
  }
} finally {
  fs.rmSync(folder, { recursive: true, force: true })
}
if (missedTargets > 0) {
  console.log(`${missedTargets} targets missed`)
  process.exitCode = 1
}

/** Reads in turns, so that whatever else the machine does falls on all alike; keeps the best of each. */
async function sideBySide(
  readers: readonly (readonly [title: string, reader: string, file: string])[],
): Promise<ReaderFigures[]> {
  const best: ReaderFigures[] = []
  for (let round = 0; round < ROUNDS; round++)
    for (const [at, [, reader, file]] of readers.entries()) {
      const figures = JSON.parse(
        execFileSync(process.execPath, [readerFile, reader, file], { encoding: 'utf8' }),
      ) as ReaderFigures
      if (figures.rows < ROWS)
        throw new Error(`${reader} read ${figures.rows} rows of ${path.basename(file)}`)
      const before = best[at] ?? figures
      best[at] = {
        ...figures,
        ms: Math.min(before.ms, figures.ms),
        cpuMs: Math.min(before.cpuMs, figures.cpuMs),
        peakMb: Math.max(before.peakMb, figures.peakMb),
      }
    }
  for (const [at, [title, , file]] of readers.entries()) {
    const figures = best[at]
    if (!figures) continue
    const rowsPerSecond = Math.round((figures.rows / figures.ms) * 1_000).toLocaleString('en')
    const megabytes = (fs.statSync(file).size / 1024 / 1024).toFixed(1)
    const cells = [
      rowsPerSecond,
      Math.round(figures.ms),
      Math.round(figures.cpuMs),
      Math.round(figures.peakMb),
    ]
    console.log(title.padEnd(24) + [...cells, megabytes].map(cell).join(''))
  }
  return best
}

function verdict(met: boolean): string {
  if (!met) missedTargets += 1
  return met ? '  ok' : '  MISSED'
}

function cell(text: string | number): string {
  return String(text).padStart(12)
}
