import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { odsParts } from '../../ingestion/fixtures/raw-ods.ts'
import {
  type PackedPart,
  packedZip,
  packPart,
  rawParts,
  rawXlsx,
  zipOf,
} from '../../ingestion/fixtures/raw-xlsx.ts'
import { repeatedPart } from '../../ingestion/fixtures/repeated-part.ts'

const GB = 1024 ** 3
const PEAK_MB = 512
/** Ten seconds on a machine of its own; tests share theirs. */
const LONGEST_MS = 60_000

const root = fileURLToPath(new URL('../../', import.meta.url))
const corpus = path.join(root, 'tests/corpus')
let folder = ''
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ingest-attacks-'))
  fs.writeFileSync(path.join(folder, 'watch.mjs'), WATCH)
})
afterAll(() => fs.rmSync(folder, { recursive: true }))

/** Loaded before the program, in its threads too: whatever goes to the network is written down and fails; the end tells the peak of memory. */
const WATCH = `
import dgram from 'node:dgram'
import dns from 'node:dns'
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import path from 'node:path'
import process from 'node:process'
import { isMainThread } from 'node:worker_threads'
const folder = process.env.WATCH_FOLDER
const refuse = name => () => {
  fs.appendFileSync(path.join(folder, 'network'), name + '\\n')
  throw new Error('no network: ' + name)
}
net.Socket.prototype.connect = refuse('connect')
dgram.createSocket = refuse('datagram')
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
  dns[name] = refuse(name)
  dns.promises[name] = refuse(name)
}
globalThis.fetch = refuse('fetch')
syncBuiltinESMExports()
if (isMainThread) process.on('exit', () => {
  const status = fs.existsSync('/proc/self/status') ? fs.readFileSync('/proc/self/status', 'utf8') : ''
  const peak = /VmHWM:\\s+(\\d+) kB/.exec(status)?.[1] ?? process.resourceUsage().maxRSS
  fs.writeFileSync(path.join(folder, 'peak'), String(peak))
})
`

interface Outcome {
  readonly code: number | null
  readonly cells: number
  readonly stderr: string
  readonly peakMb: number
  readonly ms: number
}

async function run(program: string, ...args: string[]): Promise<Outcome> {
  fs.rmSync(path.join(folder, 'peak'), { force: true })
  const started = performance.now()
  const child = spawn(process.execPath, ['--import', path.join(folder, 'watch.mjs'), program, ...args], {
    cwd: root,
    env: { ...process.env, WATCH_FOLDER: folder, NODE_OPTIONS: '', DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stderr = ''
  let cells = 0
  child.stdout.on('data', (chunk: Buffer) => {
    for (const byte of chunk) if (byte === 10) cells++
  })
  child.stderr.on('data', chunk => {
    stderr += String(chunk)
  })
  const code = await new Promise<number | null>(resolve => child.once('close', resolve))
  const peakMb = Number(fs.readFileSync(path.join(folder, 'peak'), 'utf8')) / 1024
  return { code, cells, stderr, peakMb, ms: performance.now() - started }
}

const ingest = (...files: string[]): Promise<Outcome> =>
  run(path.join(root, 'dist/server/api/cli/ingest.js'), '--dry-run', '--cells', '--lang', 'en', ...files)

const touchedNetwork = (): boolean => fs.existsSync(path.join(folder, 'network'))

const strings = Array.from({ length: 900_000 }, (_, at) => `<si><t>text number ${at} of very many</t></si>`)
const plain = {
  sheets: [{ name: 'S', rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>' }],
  strings: ['<si><t>a</t></si>'],
}
const xlsxWith = (name: string, replace: (part: PackedPart) => PackedPart): Buffer =>
  packedZip(
    rawParts(plain).map(([part, xml]) =>
      part === name ? replace(packPart(part, xml)) : packPart(part, xml),
    ),
  )
const ods = (start: string, unit: string): Buffer =>
  packedZip(
    odsParts({ body: '' }).map(([name, xml]) =>
      name === 'content.xml'
        ? repeatedPart(name, String(xml).replace(/<\/office:spreadsheet>.*/, start), unit, 3.5 * GB)
        : packPart(name, xml),
    ),
  )

const hostile: readonly (readonly [name: string, file: () => Buffer, message: RegExp])[] = [
  [
    'wide.xlsx',
    () =>
      xlsxWith('xl/worksheets/sheet1.xml', part =>
        repeatedPart(part.name, '<worksheet><a>', '<b c="d" e="f"/>', 3.5 * GB),
      ),
    /larger than|too much|stopped/,
  ],
  [
    'texts.xlsx',
    () =>
      xlsxWith('xl/sharedStrings.xml', part =>
        repeatedPart(part.name, '<sst>', `<si><t>${'ț'.repeat(300)}</t></si>`, 3.5 * GB),
      ),
    /texts/,
  ],
  [
    'cells.ods',
    () =>
      ods(
        '<table:table table:name="S">',
        `<table:table-row table:number-rows-repeated="1000"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/></table:table-row>`,
      ),
    /cells/,
  ],
  [
    'links.xlsx',
    () =>
      zipOf(
        rawParts(plain).map(([name, xml]): [string, string] => [
          name,
          name.endsWith('workbook.xml.rels')
            ? xml.replace(/Target="worksheets[^"]*"/, 'Target="http://192.0.2.1/x.xml" TargetMode="External"')
            : xml,
        ]),
      ),
    /missing/,
  ],
  [
    'entities.xlsx',
    () =>
      zipOf(
        rawParts(plain).map(([name, xml]): [string, string] => [
          name,
          name.endsWith('sheet1.xml') ? `<!DOCTYPE x SYSTEM "http://192.0.2.1/x.dtd">${xml}` : xml,
        ]),
      ),
    /damaged/,
  ],
]

test('the watch sees what goes to the network', async () => {
  const probe = path.join(folder, 'probe.mjs')
  fs.writeFileSync(
    probe,
    "import net from 'node:net'\ntry { net.connect(1, '192.0.2.1') } catch { process.exitCode = 7 }\n",
  )
  expect((await run(probe)).code).toBe(7)
  expect(touchedNetwork()).toBe(true)
  fs.rmSync(path.join(folder, 'network'))
})

test.each(hostile)(
  '%s ends with an explanation, in bounded time and memory, without network',
  async (name, content, message) => {
    const file = path.join(folder, name)
    fs.writeFileSync(file, content())
    const { code, stderr, peakMb, ms } = await ingest(file)
    fs.rmSync(file)
    expect(stderr).toMatch(message)
    expect(code).toBe(1)
    expect(peakMb).toBeLessThan(PEAK_MB)
    expect(ms).toBeLessThan(LONGEST_MS)
    expect(touchedNetwork()).toBe(false)
  },
  120_000,
)

test('a flood of shared strings within the bounds is read within the memory', async () => {
  const file = path.join(folder, 'strings.xlsx')
  fs.writeFileSync(file, rawXlsx({ ...plain, strings }))
  const { code, cells, peakMb } = await ingest(file)
  expect([code, cells]).toEqual([0, 1])
  expect(peakMb).toBeLessThan(PEAK_MB)
}, 120_000)

test('all files of the corpus, in one process, stay within memory and away from the network', async () => {
  const files = fs
    .readdirSync(corpus, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !/^(?:MANIFEST|README)/.test(entry.name))
    .map(entry => path.join(entry.parentPath, entry.name))
  const { code, cells, peakMb, ms } = await ingest(...files)
  expect(code).toBe(1)
  expect(cells).toBeGreaterThan(70_000)
  expect(peakMb).toBeLessThan(PEAK_MB)
  expect(ms).toBeLessThan(LONGEST_MS)
  expect(touchedNetwork()).toBe(false)
}, 120_000)
