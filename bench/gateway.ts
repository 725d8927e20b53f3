// npm run bench:gateway: what the gateway costs beside the same SQL, and how fast cached answers go out.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { createGateway, startCompiler } from '../semantic-layer/index.ts'
import { type Latency, measureLatency } from './gateway-latency.ts'
import { QUERIES } from './gateway-queries.ts'
import { measureThroughput } from './gateway-throughput.ts'
import { fillWarehouse } from './gateway-warehouse.ts'

const RATIO = 1.2
const SURCHARGE_MS = 3
const MISS_MS = 12
const CACHED_SHARE = 0.7

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-gateway-'))
const root = fileURLToPath(new URL('../../../', import.meta.url))
// Only an entry knows where it lies: what it imports may be bundled elsewhere.
const client = fileURLToPath(new URL('./gateway-client.js', import.meta.url))
const began = performance.now()
const { warehouse, publications, facts } = await fillWarehouse(path.join(folder, 'bench.duckdb'))
console.log(
  `${facts.toLocaleString('en')} facts of ${publications} reports in ${seconds(performance.now() - began)} s`,
)

const options = {
  engine: warehouse.engine,
  modelFolder: path.join(root, 'semantic-layer/model'),
  workerFile: path.join(root, 'dist/server/semantic-layer/gateway/compiler.worker.js'),
  publication: { current: () => publications },
  onError: (error: unknown) => console.error(error),
}
const compiler = startCompiler(options)
const [onFacts, uncached, cached] = await Promise.all([
  createGateway({ ...options, compiler, cacheBytes: 0 }),
  createGateway({ ...options, compiler, rollups: warehouse.rollups, cacheBytes: 0 }),
  createGateway({ ...options, compiler, rollups: warehouse.rollups }),
])
await warehouse.rollups.declare(uncached.rollups)
const builds = performance.now()
await warehouse.rollups.refresh()
const built = (await warehouse.rollups.list()).flatMap(({ partitions }) => partitions)
const rows = built.reduce((sum, each) => sum + (each.built?.rows ?? 0), 0)
console.log(
  `${built.length} partitions of rollups, ${rows.toLocaleString('en')} rows, in ${seconds(performance.now() - builds)} s`,
)
let missedTargets = 0
try {
  const heading = ['rows', 'raw', 'gateway', 'ratio', 'limit', 'plan miss', 'more', 'cached']
    .map(cell)
    .join('')
  console.log(`\nmedians in ms${' '.repeat(41)}${heading}`)
  for (const query of QUERIES)
    report(await measureLatency(query, { engine: warehouse.engine, onFacts, uncached, cached }))
  console.log('* read from a rollup, where raw reads facts')
  const [, second] = QUERIES
  if (second) {
    const { bytes, bare, gateway } = await measureThroughput(cached, second.query, client)
    const share = gateway / bare
    console.log(
      `\ncached answer of ${bytes} bytes, 32 connections: bare node:http ${Math.round(bare)}/s, ` +
        `Hono and gateway ${Math.round(gateway)}/s, ${Math.round(share * 100)} %${verdict(share >= CACHED_SHARE)}`,
    )
  }
} finally {
  await Promise.all([onFacts.close(), uncached.close(), cached.close()])
  await warehouse.close()
  fs.rmSync(folder, { recursive: true, force: true })
}
if (missedTargets > 0) {
  console.log(`${missedTargets} targets missed`)
  process.exitCode = 1
}

function report({ name, rows, raw, planned, missed, cached: hit, rolled }: Latency): void {
  const limit = raw * RATIO + SURCHARGE_MS
  const more = missed - planned
  const figures = [
    String(rows),
    ...[raw, planned].map(ms),
    (planned / raw).toFixed(2),
    ...[limit, missed, more].map(ms),
    hit.toFixed(3),
  ]
  console.log(
    `${name}${rolled ? ' *' : ''}`.padEnd(54) +
      figures.map(cell).join('') +
      verdict(planned <= limit && more <= MISS_MS),
  )
}

function verdict(met: boolean): string {
  if (!met) missedTargets += 1
  return met ? '  ok' : '  MISSED'
}

function cell(text: string): string {
  return text.padStart(10)
}

function ms(value: number): string {
  return value.toFixed(2)
}

function seconds(value: number): string {
  return (value / 1000).toFixed(1)
}
