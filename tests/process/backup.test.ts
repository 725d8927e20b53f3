import { spawn } from 'node:child_process'
import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import pg from 'pg'
import { to as copyToStdout } from 'pg-copy-streams'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkBackup } from '../../api/backup/check-backup.ts'
import { readManifest } from '../../api/backup/manifest.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../services/index.ts'
import { openBrowser } from '../support/browser.ts'
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
import { hydrated } from '../support/look.ts'
import { copySeed } from '../support/seeded-folder.ts'

/** Backup and restore of a whole installation that people work with meanwhile. */
const scratch = scratchFolder()
const dataFolder = path.join(scratch, 'data')
const restoredFolder = path.join(scratch, 'restored')
const backup = path.join(scratch, 'backup')
const environment = { BACKUP_PASSPHRASE: 'a passphrase of a test' }
const running: { stop(): Promise<unknown> }[] = []
let instance: Instance
beforeAll(async () => {
  await copySeed(dataFolder)
  instance = await startInstance({ dataFolder })
  running.push(instance)
})
afterAll(async () => {
  for (const server of running) await server.stop()
  fs.rmSync(scratch, { recursive: true, force: true })
})

const tool = (
  entry: string,
  args: string[],
  more: Record<string, string> = environment,
  folder = dataFolder,
) => runTool(`api/cli/${entry}`, args, environmentOf(folder, more))
const base64 = (text: string) => Buffer.from(text).toString('base64')

/** Attaches files one after the other until told to stop; gives those that were there whole, with their content. */
function writeOn(person: Awaited<ReturnType<typeof signIn>>) {
  const sent = new Map<string, string>()
  let writing = true
  const done = (async () => {
    for (let n = 0; writing && n < 90; n++) {
      const content = `Nota ${n} ${crypto.randomBytes(2000).toString('base64')}`
      const begun = await person.fetch('/api/attachments', {
        method: 'POST',
        headers: {
          'tus-resumable': '1.0.0',
          'content-type': 'application/offset+octet-stream',
          'upload-length': String(content.length),
          'upload-metadata': `filename ${base64('nota.txt')},purpose ${base64('document')}`,
        },
        body: content,
      })
      const id = begun.headers.get('location')?.split('/').at(-1) ?? ''
      for (let state = ''; writing && state !== 'ready'; )
        state = ((await (await person.fetch(`/api/attachments/${id}`)).json()) as { state: string }).state
      if (writing) sent.set(id, content)
    }
  })()
  return {
    sent,
    stop: async () => {
      writing = false
      await done
    },
  }
}

const figures = async (url: string) => {
  const { items } = (await (await fetch(`${url}/api/public/entities`)).json()) as {
    items: { cui: string | null }[]
  }
  const cuis = items.flatMap(({ cui }) => cui ?? [])
  expect(cuis.length).toBeGreaterThan(0)
  return Promise.all(
    cuis.slice(0, 8).map(async cui => (await fetch(`${url}/api/public/budget/${cui}?level=4`)).text()),
  )
}

/** Lines of COPY, in an order of ours. */
const sorted = (text: string) => text.split('\n').sort().join('\n')

async function rowsNow(
  client: pg.Client,
  table: { schema: string; name: string; columns: string[] },
): Promise<string> {
  const columns = table.columns.map(column => `"${column}"`).join(', ')
  const stream = client.query(
    copyToStdout(`copy (select ${columns} from "${table.schema}"."${table.name}") to stdout`),
  )
  let text = ''
  for await (const chunk of stream) text += String(chunk)
  return text
}

async function openRows(server: EmbeddedPostgres): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  await client.query(`set timezone = 'UTC'`)
  return client
}

/** What changes by itself, or by the writer, after the snapshot. */
const MOVING = /^(pgboss\.|public\.(attachment|audit_|auth_session|counter|kysely_migration_lock))/

test('a backup of a running instance under writes is restored into a fresh folder, row by row and file by file', {
  timeout: 300_000,
}, async () => {
  const before = await figures(instance.url)
  const writer = writeOn(await signIn(instance.url, 'citizen@demo'))
  while (writer.sent.size < 5) await new Promise(resolve => setTimeout(resolve, 20))
  const known = new Map(writer.sent)
  const made = await tool('backup', [backup])
  await writer.stop()
  expect([made.code, made.stderr]).toEqual([0, ''])
  expect(made.stdout).toContain('sealed under BACKUP_PASSPHRASE')
  console.log(made.stdout)
  expect(fs.existsSync(`${backup}.part`)).toBe(false)
  const everything = fs
    .readdirSync(backup, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => fs.readFileSync(path.join(entry.parentPath, entry.name)))
  // No key lies in it in the clear, and no attachment.
  for (const secret of ['encryption-key', 'session-secret'])
    expect(everything.some(content => content.includes(fs.readFileSync(path.join(dataFolder, secret))))).toBe(
      false,
    )
  const checked = await tool('backup', ['--check', backup])
  expect([checked.code, checked.stdout]).toEqual([0, expect.stringContaining('is whole')])

  const restored = await tool('restore', [backup, '--data-dir', restoredFolder])
  console.log(restored.stdout)
  expect([restored.code, restored.stderr]).toEqual([0, ''])
  expect(restored.stdout).toContain('The audit is whole')

  expect(await instance.stop()).toBe(0)
  const servers = await Promise.all(
    [dataFolder, restoredFolder].map(folder => startEmbeddedPostgres({ dataFolder: folder })),
  )
  const [original, copy] = await Promise.all(servers.map(openRows))
  const { tables } = await readManifest(backup)
  expect(tables.length).toBeGreaterThan(20)
  const differing: string[] = []
  for (const table of tables) {
    const name = `${table.schema}.${table.name}`
    const part = sorted(gunzipSync(fs.readFileSync(path.join(backup, table.part.path))).toString())
    const now = sorted(await rowsNow(copy as pg.Client, table))
    if (now !== part) differing.push(`${name}: restored rows are not those of the backup`)
    if (!MOVING.test(name) && now !== sorted(await rowsNow(original as pg.Client, table)))
      differing.push(`${name}: restored rows are not those of the original`)
  }
  expect(differing).toEqual([])
  const listed = await (original as pg.Client).query(
    `select schemaname || '.' || tablename as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')
      and format('%I.%I', schemaname, tablename)::regclass not in (select inhrelid from pg_inherits) order by 1`,
  )
  expect(tables.map(({ schema, name }) => `${schema}.${name}`).sort()).toEqual(
    listed.rows.map(row => row.name).sort(),
  )
  for (const client of [original, copy]) await client?.end()
  for (const server of servers) await server.stop()

  const second = await startInstance({ dataFolder: restoredFolder })
  running.push(second)
  expect(await figures(second.url)).toEqual(before)
  const person = await signIn(second.url, 'citizen@demo')
  for (const [id, content] of known)
    expect(await (await person.fetch(`/api/attachments/${id}/content`)).text()).toBe(content)
  const verified = await tool('verify', [], {}, restoredFolder)
  expect([verified.code, verified.stderr]).toEqual([0, ''])
})

test('in a browser the restored installation is the one that was: its figures, its people, their documents', async () => {
  const restored = running.at(-1) as Instance
  const browser = await openBrowser()
  running.push({ stop: () => browser.close() })
  const page = await browser.newPage()
  await page.goto(`${restored.url}/en/budgets/4245747`)
  await hydrated(page)
  // What the Treasury published for the half year.
  await page.getByText('103,323,008.93').first().waitFor()

  await page.goto(`${restored.url}/en/sign-in?next=/en/account/documents`)
  await hydrated(page)
  await page.getByLabel('E-mail').fill('citizen@demo')
  await page.getByLabel('Password').fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'My documents' }).waitFor()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'The signed document' }).first().click(),
  ])
  await page.getByRole('link', { name: 'Verification page' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'The document is valid' }).waitFor()
  await hydrated(page)
  await page.setInputFiles('input[type=file]', await file.path())
  await page.getByText('is the signed document itself').waitFor()
})

test('whoever was erased after the backup is erased again when it is restored with the ledger of now', {
  timeout: 300_000,
}, async () => {
  const target = path.join(scratch, 'forgotten')
  const ledger = path.join(scratch, 'ledger-of-now')
  const second = running.find(one => 'dataFolder' in one && one.dataFolder === restoredFolder) as Instance
  const admin = await signIn(second.url, 'admin@county.demo')
  const erased = await admin.fetch('/api/erasures', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'citizen@demo', reason: 'consent-withdrawn', reference: '1/24.11.2026' }),
  })
  expect(erased.status).toBe(200)
  const lines = fs.readFileSync(path.join(restoredFolder, 'erasures.log'), 'utf8')
  const [own = ''] = lines.split('\n').filter(Boolean)
  // A line about somebody else that this installation never wrote.
  fs.writeFileSync(ledger, `${lines}${own.replace(/^\S+ \S+/, `${crypto.randomUUID()} somebody`)}\n`)
  const missing = await tool('restore', [backup, '--data-dir', target, '--erasures', `${ledger}.gone`])
  expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining("ledger can't be read")])
  const restored = await tool('restore', [backup, '--data-dir', target, '--erasures', ledger])
  expect(restored.stdout).toContain('People erased again: 1.')
  expect([restored.code, restored.stderr]).toEqual([
    0,
    expect.stringContaining('1 lines were not written by'),
  ])
  const server = await startEmbeddedPostgres({ dataFolder: target })
  const client = await openRows(server)
  const { rows } = await client.query(
    `select (select count(*)::int from auth_user where email = 'citizen@demo') as people, (select count(*)::int from erasure) as erasures`,
  )
  await client.end()
  await server.stop()
  expect(rows).toEqual([{ people: 0, erasures: 1 }])
})

test('whatever is damaged is found, and nothing is restored from it', async () => {
  const { tables, files } = await readManifest(backup)
  const anyFile = path.join('data', files.at(-1)?.path ?? '')
  const anyTable = tables.find(({ rows }) => rows > 0)?.part.path ?? ''
  const damages: [string, (file: string) => void][] = [
    [anyTable, file => flip(file)],
    [anyFile, file => flip(file)],
    [anyTable, file => fs.truncateSync(file, fs.statSync(file).size - 1)],
    [anyFile, file => fs.rmSync(file)],
    ['manifest.json', file => flip(file)],
    ['manifest.sha256', file => fs.rmSync(file)],
    ['data/stray', file => fs.writeFileSync(file, '')],
  ]
  for (const [name, damage] of damages) {
    const copy = path.join(scratch, 'damaged')
    fs.cpSync(backup, copy, { recursive: true })
    damage(path.join(copy, name))
    await expect(checkBackup(copy), name).rejects.toThrow(/damaged|missing|no backup|does not belong/)
    fs.rmSync(copy, { recursive: true })
  }
  const copy = path.join(scratch, 'damaged')
  const target = path.join(scratch, 'never')
  fs.cpSync(backup, copy, { recursive: true })
  flip(path.join(copy, anyTable))
  const refused = await tool('restore', [copy, '--data-dir', target])
  expect([refused.code, refused.stderr]).toEqual([
    1,
    expect.stringContaining(`${anyTable} was changed or damaged`),
  ])
  const wrong = await tool('restore', [backup, '--data-dir', target], {
    BACKUP_PASSPHRASE: 'another passphrase',
  })
  expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining('does not open the keys')])
  const filled = await tool('restore', [backup, '--data-dir', restoredFolder])
  expect([filled.code, filled.stderr]).toEqual([1, expect.stringContaining('is not empty')])
  expect(fs.readdirSync(scratch).filter(name => name.startsWith('never'))).toEqual([])
})

test('a backup whose writer is killed leaves nothing that looks like one, and the next takes its place', {
  timeout: 120_000,
}, async () => {
  const target = path.join(scratch, 'killed')
  // No instance has this folder any more: the tool itself opens it, and is what is killed.
  const writer = spawn(process.execPath, ['scripts/run.mjs', 'api/cli/backup', target], {
    cwd: projectRoot,
    env: environmentOf(dataFolder, environment),
  })
  const ended = new Promise(resolve => writer.once('exit', resolve))
  while (!fs.existsSync(path.join(`${target}.part`, 'tables')))
    await new Promise(resolve => setTimeout(resolve, 1))
  writer.kill('SIGKILL')
  await ended
  expect(fs.existsSync(target)).toBe(false)
  await expect(checkBackup(`${target}.part`)).rejects.toThrow('no backup')
  const again = await tool('backup', [target])
  expect([again.code, again.stderr]).toEqual([0, ''])
  expect(fs.existsSync(`${target}.part`)).toBe(false)
  await checkBackup(target)
})

function flip(file: string): void {
  const content = fs.readFileSync(file)
  const place = Math.floor(content.length / 2)
  content[place] = (content[place] ?? 0) ^ 1
  fs.writeFileSync(file, content)
}
