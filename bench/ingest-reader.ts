// One reader reads one file, in a process of its own: node ingest-reader.js <reader> <file>. Prints what it took as JSON.
import fs from 'node:fs'
import { performance } from 'node:perf_hooks'
import process from 'node:process'
import ExcelJS from 'exceljs'
import Papa from 'papaparse'
import { openBook } from '../ingestion/readers/open-book.ts'

export interface ReaderFigures {
  readonly rows: number
  readonly cells: number
  /** Wall-clock time, and time of all threads on a processor. */
  readonly ms: number
  readonly cpuMs: number
  readonly peakMb: number
}

type Count = { rows: number; cells: number }

async function ours(file: string, count: Count): Promise<void> {
  const book = await openBook(file)
  for (const sheet of book.sheets.keys())
    for await (const rows of book.rows(sheet))
      for (const row of rows) {
        count.rows++
        count.cells += row.cells.length
      }
  await book.close()
}

async function exceljs(file: string, count: Count): Promise<void> {
  const options = { sharedStrings: 'cache', styles: 'cache', worksheets: 'emit' } as const
  for await (const sheet of new ExcelJS.stream.xlsx.WorkbookReader(file, options))
    for await (const row of sheet) {
      count.rows++
      row.eachCell(() => {
        count.cells++
      })
    }
}

const papaparse = (file: string, count: Count): Promise<void> =>
  new Promise((resolve, reject) => {
    Papa.parse<string[]>(fs.createReadStream(file, 'utf8'), {
      step({ data }) {
        count.rows++
        count.cells += data.length
      },
      complete: () => resolve(),
      error: reject,
    })
  })

/** By the kernel's account of this program alone: what resourceUsage tells includes the parent's memory before the start. */
function peakMemory(): number {
  const status = fs.existsSync('/proc/self/status') ? fs.readFileSync('/proc/self/status', 'utf8') : ''
  const peak = /VmHWM:\s+(\d+) kB/.exec(status)?.[1]
  return (peak ? Number(peak) : process.resourceUsage().maxRSS) / 1_024
}

const READERS: Readonly<Record<string, (file: string, count: Count) => Promise<void>>> = {
  ours,
  exceljs,
  papaparse,
}

const [name = '', file = ''] = process.argv.slice(2)
const read = READERS[name]
if (!read) throw new Error(`no reader ${name}`)
const count: Count = { rows: 0, cells: 0 }
const [began, before] = [performance.now(), process.cpuUsage()]
await read(file, count)
const { user, system } = process.cpuUsage(before)
const figures: ReaderFigures = {
  ...count,
  ms: performance.now() - began,
  cpuMs: (user + system) / 1_000,
  peakMb: peakMemory(),
}
console.log(JSON.stringify(figures))
