import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'

/** How long the sample takes from POST to the public figure, and how long starts take: fresh installations, one after the other. */
const RUNS = 5
const SAMPLES = [
  '20260331_FXB-EXB-901_TREZ351_4245747_4245747_02_90000001.xlsx',
  '20260630_FXB-EXB-901_TREZ351_4245747_4245747_02_90000002.xlsx',
]
const EXPECTED = ['48186062.53', '103323008.93']
const PASSWORD = 'bench-password'

async function start(dataFolder: string) {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { ...process.env, DATA_DIR: dataFolder, PORT: '0', SEED: 'none' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = new Promise(resolve => child.once('exit', resolve))
  const started = performance.now()
  let output = ''
  const url = await new Promise<string>(resolve =>
    child.stdout.on('data', chunk => {
      output += String(chunk)
      const found = /(http:\/\/localhost:\d+)\/ro/.exec(output)?.[1]
      if (found) resolve(found.replace('localhost', '127.0.0.1'))
    }),
  )
  const ms = performance.now() - started
  return {
    url,
    ms,
    stop: async () => {
      child.kill('SIGTERM')
      await exited
    },
  }
}

function admin(dataFolder: string, ...args: string[]): Promise<string> {
  return new Promise(resolve => {
    const child = spawn(process.execPath, ['scripts/run.mjs', 'api/cli/admin', ...args], {
      env: { ...process.env, DATA_DIR: dataFolder },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let output = ''
    child.stdout.on('data', chunk => {
      output += String(chunk)
    })
    child.once('exit', () => resolve(output.trim()))
  })
}

interface Answer {
  id: string
  status: string
  total: string
}

async function thread(
  url: string,
  token: string,
  sample: string,
  expected: string,
  at: string,
): Promise<number> {
  const headers = { authorization: `Bearer ${token}` }
  const form = new FormData()
  form.set('file', new File([fs.readFileSync(path.join('api/seed/samples', sample))], sample))
  const call = async (target: string, init: RequestInit = {}) =>
    (await (await fetch(`${url}${target}`, { ...init, headers })).json()) as Answer
  const from = performance.now()
  const { id } = await call('/api/reporting/submissions', { method: 'POST', body: form })
  let now: Answer
  do now = await call(`/api/reporting/submissions/${id}`)
  while (now.status === 'received' || now.status === 'reading')
  await call(`/api/reporting/submissions/${id}/confirm`, { method: 'POST' })
  const { total } = await call(`/api/public/budget/4245747?at=${at}`)
  const ms = performance.now() - from
  if (total !== expected) throw new Error(`${total} is not ${expected}`)
  return ms
}

const times: Record<string, number[]> = {
  'first start': [],
  'warm start': [],
  'POST to public figure, first': [],
  'POST to public figure, second': [],
}
for (let run = 0; run < RUNS; run++) {
  const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'open-county-bench-'))
  fs.chmodSync(dataFolder, 0o755)
  const first = await start(dataFolder)
  times['first start']?.push(first.ms)
  await first.stop()
  const warm = await start(dataFolder)
  times['warm start']?.push(warm.ms)
  await admin(dataFolder, 'entity', '--cui', '4245747', '--name', 'Municipiul Miercurea Ciuc')
  await admin(
    dataFolder,
    'user',
    '--email',
    'bench@example.ro',
    '--role',
    'reporter',
    '--entity',
    '4245747',
    '--password',
    PASSWORD,
  )
  const token = await admin(dataFolder, 'token', '--email', 'bench@example.ro')
  for (const [index, name] of ['first', 'second'].entries())
    times[`POST to public figure, ${name}`]?.push(
      await thread(
        warm.url,
        token,
        SAMPLES[index] ?? '',
        EXPECTED[index] ?? '',
        index === 0 ? '2026-03-31' : '2026-06-30',
      ),
    )
  await warm.stop()
  fs.rmSync(dataFolder, { recursive: true, force: true })
}
console.table(
  Object.fromEntries(
    Object.entries(times).map(([name, values]) => {
      const sorted = values.map(Math.round).sort((left, right) => left - right)
      return [
        name,
        { 'min ms': sorted[0], 'median ms': sorted[Math.floor(sorted.length / 2)], 'max ms': sorted.at(-1) },
      ]
    }),
  ),
)
