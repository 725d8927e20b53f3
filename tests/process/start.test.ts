import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectRoot } from '../support/built.ts'
import {
  DEMO_PASSWORD,
  environmentOf,
  type Instance,
  runTool,
  scratchFolder,
  signIn,
  startInstance,
} from '../support/instance.ts'
import { SAMPLE_JUNE, SAMPLE_MARCH, samples } from '../support/test-system.ts'

const march = path.join(samples, SAMPLE_MARCH)
const june = path.join(samples, SAMPLE_JUNE)

describe('an installation without samples', () => {
  const dataFolder = scratchFolder()
  const environment = environmentOf(dataFolder, { SEED: 'none' })
  let instance: Instance
  beforeAll(async () => {
    instance = await startInstance({ dataFolder, environment: { SEED: 'none' } })
  })
  afterAll(async () => {
    instance.process.kill('SIGKILL')
    fs.rmSync(dataFolder, { recursive: true, force: true })
  })

  test('has no demo accounts and says what the embedded PostgreSQL is for', async () => {
    expect(instance.output()).not.toContain('Demo accounts')
    expect(instance.output()).toContain('meant for one machine')
    await expect(signIn(instance.url, 'admin@county.demo')).rejects.toThrow(/401/)
  })

  test('a second instance on its data folder refuses with a clear sentence', async () => {
    const second = await runTool('api/main', [], environment)
    expect(second.code).toBe(1)
    expect(second.stderr.trim()).toMatch(
      /^The data folder .* is in use by another instance \(process \d+\): stop that one, or give this one another DATA_DIR\.$/,
    )
  })

  test('the tools speak to it over its socket, which is only its owner’s', async () => {
    expect(fs.statSync(path.join(dataFolder, 'control.sock')).mode & 0o077).toBe(0)
    const entity = await runTool(
      'api/cli/admin',
      ['entity', '--cui', '4245747', '--name', 'Municipiul Miercurea Ciuc'],
      environment,
    )
    expect([entity.code, JSON.parse(entity.stdout)]).toEqual([0, { cui: '4245747', accounts: [] }])
    const ingested = await runTool('api/cli/ingest', [march], environment)
    expect([ingested.code, ingested.stdout]).toEqual([0, expect.stringContaining('published')])
    const answer = await fetch(`${instance.url}/api/public/budget/4245747`)
    expect(await answer.json()).toMatchObject({ at: '2026-03-31', total: '48186062.53' })
  })

  test('a cached answer is the same as the first, with the same headers, and 304 for whoever has it', async () => {
    const query = {
      measures: ['budget_execution.expenditure'],
      filters: [{ member: 'budget_execution.entity_cui', operator: 'equals', values: ['4245747'] }],
    }
    const url = `${instance.url}/cubejs-api/v1/load?query=${encodeURIComponent(JSON.stringify(query))}`
    const [first, again] = [await fetch(url), await fetch(url)]
    const body = await first.text()
    expect(body).toContain('48186062.53')
    expect(await again.text()).toBe(body)
    for (const name of [
      'etag',
      'content-type',
      'content-security-policy',
      'x-content-type-options',
      'x-frame-options',
      'vary',
    ])
      expect([name, again.headers.get(name)]).toEqual([name, first.headers.get(name)])
    const known = await fetch(url, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } })
    expect([known.status, await known.text()]).toEqual([304, ''])
  })

  test('stops cleanly on SIGTERM; the tools then open the folder themselves; a warm start takes below 3 s', async () => {
    expect(await instance.stop()).toBe(0)
    const ingested = await runTool('api/cli/ingest', [june], environment)
    expect([ingested.code, ingested.stdout]).toEqual([0, expect.stringContaining('published')])
    const rebuilt = await runTool('api/cli/rebuild', [], environment)
    expect([rebuilt.code, JSON.parse(rebuilt.stdout)]).toEqual([0, { publications: 2, current: 2 }])
    instance = await startInstance({ dataFolder, environment: { SEED: 'none' } })
    const answer = await fetch(`${instance.url}/api/public/budget/4245747`)
    expect(await answer.json()).toMatchObject({ at: '2026-06-30', total: '103323008.93' })
    const seconds = Number(/ready after ([\d.]+) s/.exec(instance.output())?.[1])
    console.log(`warm start: ${seconds} s`)
  })

  test('accounts and tokens for scripts', async () => {
    const user = await runTool(
      'api/cli/admin',
      [
        'user',
        '--email',
        'ana@example.ro',
        '--role',
        'reporter',
        '--entity',
        '4245747',
        '--password',
        DEMO_PASSWORD,
      ],
      environment,
    )
    expect(user.code).toBe(0)
    const token = await runTool('api/cli/admin', ['token', '--email', 'ana@example.ro'], environment)
    const list = await fetch(`${instance.url}/api/reporting/submissions`, {
      headers: { authorization: `Bearer ${token.stdout.trim()}` },
    })
    expect(list.status).toBe(200)
    expect(((await list.json()) as { items: unknown[] }).items).toHaveLength(2)
    await signIn(instance.url, 'ana@example.ro')
  })
})

describe('wrong use', () => {
  const dataFolder = scratchFolder()
  const environment = environmentOf(dataFolder, { SEED: 'none' })
  afterAll(() => fs.rmSync(dataFolder, { recursive: true, force: true }))

  test.each([
    ['api/cli/ingest', [], 2],
    ['api/cli/ingest', ['nowhere.xlsx'], 2],
    ['api/cli/ingest', ['--wrong', march], 2],
    ['api/cli/admin', ['dance'], 2],
    ['api/cli/admin', ['entity', '--cui', '1'], 2],
  ] as const)('%s %j: exit code %i and how to use it', async (tool, args, code) => {
    const result = await runTool(tool, [...args], environment)
    expect([result.code, result.stderr]).toEqual([code, expect.stringContaining('npm run')])
  })

  test('a wrong setting stops the start with one sentence', async () => {
    const result = await runTool('api/main', [], { ...environment, PORT: 'http' })
    expect([result.code, result.stderr.trim()]).toEqual([
      1,
      'PORT must be a number between 0 and 65535 (it is "http").',
    ])
  })

  test('cells are printed as NDJSON without any instance or folder', async () => {
    const result = await runTool('api/cli/ingest', ['--dry-run', '--cells', june], {
      ...environment,
      DATA_DIR: '/nonexistent/folder',
    })
    expect(result.code).toBe(0)
    const records = result.stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as { sheet: string; cell: string; type: string; value: string })
    expect(records).toContainEqual({ sheet: 'Sheet1', cell: 'H459', type: 'number', value: '103323008.93' })
    expect(records[0]).toMatchObject({
      sheet: 'Sheet1',
      cell: 'A1',
      type: 'text',
      value: 'MINISTERUL FINANTELOR',
    })
  })

  test('who reads the cells may stop early', async () => {
    const file = path.join(dataFolder, 'long.csv')
    fs.writeFileSync(file, 'cod;suma\n'.repeat(100_000))
    const tool = spawn(process.execPath, ['scripts/run.mjs', 'api/cli/ingest', '--cells', file], {
      cwd: projectRoot,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let errors = ''
    tool.stderr.on('data', chunk => {
      errors += String(chunk)
    })
    tool.stdout.once('data', () => tool.stdout.destroy())
    const code = await new Promise(resolve => tool.once('close', resolve))
    expect([code, errors]).toEqual([0, expect.not.stringContaining('EPIPE')])
  })

  test('cells of a CSV come with how it was read; its wrong rows are named and the others still printed', async () => {
    const file = path.join(dataFolder, 'ragged.csv')
    fs.writeFileSync(file, 'cod;suma\n0065;1,5\n0066;2;x\n')
    const cells = (...args: string[]) =>
      runTool('api/cli/ingest', ['--dry-run', '--cells', ...args, file], environment)
    const ragged = await cells()
    expect(ragged.code).toBe(1)
    expect(ragged.stdout.trim().split('\n')).toHaveLength(7)
    expect(ragged.stdout).toContain('{"sheet":"CSV","cell":"A2","type":"text","value":"0065"}')
    expect(ragged.stderr).toContain(
      'ragged.csv: CSV!A3: Row 3 has 3 columns; the table has 2. Correct the rows',
    )
    expect(ragged.stderr).toContain('read as utf-8, parted by semicolons, decimal comma: 2 columns, 3 rows.')
    const bars = await cells('--delimiter', 'bar', '--encoding', 'iso-8859-2', '--lang', 'ro')
    expect([bars.code, bars.stdout.trim().split('\n')[0]]).toEqual([
      0,
      '{"sheet":"CSV","cell":"A1","type":"text","value":"cod;suma"}',
    ])
    expect(bars.stderr).toContain('citit ca iso-8859-2, câmpuri despărțite prin bară verticală')
    const wrong = await cells('--decimal', 'dot')
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('--decimal dot')])
    fs.writeFileSync(file, Buffer.from('nume;oras\nS\xf8ren;Ciuc\n', 'latin1'))
    const asked = await cells()
    expect([asked.code, asked.stdout]).toEqual([1, ''])
    expect(asked.stderr).toContain('„S\u0159ren” (windows-1250, iso-8859-2), „S\u0171ren” (iso-8859-16)')
    expect((await cells('--encoding', 'windows-1250')).code).toBe(0)
  })

  test('a rejected file gives exit code 1 and the reason', async () => {
    const file = path.join(dataFolder, 'nothing.csv')
    fs.writeFileSync(file, 'a,b\n1,2\n')
    const result = await runTool('api/cli/ingest', ['--dry-run', file], environment)
    expect(result.code).toBe(1)
    expect(result.stdout).toContain('rejected')
  })
})
