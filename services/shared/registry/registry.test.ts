import { spawn } from 'node:child_process'
import crypto from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectRoot } from '../../../tests/support/built.ts'
import { createTestDatabase } from '../../../tests/support/test-database.ts'
import {
  APPLICATION_ROLE,
  annulEntry,
  findEntry,
  GENERAL_REGISTER,
  listEntries,
  listRegisters,
  openDatabase,
  registerEntry,
} from '../../index.ts'

let database: Awaited<ReturnType<typeof createTestDatabase>>
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const entry = (at: string) => ({
  register: GENERAL_REGISTER,
  direction: 'entry' as const,
  subject: { kind: 'letter', id: crypto.randomUUID() },
  summary: 'Cerere',
  correspondent: { name: 'Primăria Ditrău' },
  at: new Date(at),
})

test('numbers begin anew with the year of Bucharest', async () => {
  const { db } = database
  const before = await registerEntry(db, entry('2030-12-31T21:59:59Z'))
  const after = await registerEntry(db, entry('2030-12-31T22:00:00Z'))
  expect([before.text, after.text]).toEqual(['1/31.12.2030', '1/01.01.2031'])
  expect((await registerEntry(db, entry('2031-05-05T10:00:00Z'))).number).toBe(2)
  expect(await listRegisters(db)).toMatchObject([{ code: 'general', years: [2031, 2030] }])
})

test('an answer leads to what it answers; a wrong line is annulled and stays', async () => {
  const { db } = database
  const asked = await registerEntry(db, entry('2032-03-01T10:00:00Z'))
  const answer = await registerEntry(db, {
    ...entry('2032-03-09T10:00:00Z'),
    direction: 'exit',
    answers: asked.id,
  })
  expect(await findEntry(db, 'general', answer.id)).toMatchObject({
    number: 2,
    direction: 'exit',
    correspondent: 'Primăria Ditrău',
    answers: { id: asked.id, number: 1, day: '2032-03-01' },
    annulled: null,
  })
  const at = new Date('2032-03-10T10:00:00Z')
  expect(await annulEntry(db, answer.id, 'Înregistrată de două ori', 'x', at)).toBe(true)
  expect(await annulEntry(db, answer.id, 'încă o dată', 'x', at)).toBe(false)
  expect(await findEntry(db, 'general', answer.id)).toMatchObject({
    number: 2,
    annulled: { reason: 'Înregistrată de două ori', at },
  })
  await expect(db.updateTable('register_entry').set({ at }).execute()).rejects.toThrow('permission denied')
  await expect(db.deleteFrom('register_entry').execute()).rejects.toThrow('permission denied')
  const exits = { register: 'general', year: 2032, direction: 'exit' as const, before: null, limit: 9 }
  expect((await listEntries(db, exits)).map(({ number }) => number)).toEqual([2])
  expect(await listEntries(db, { ...exits, direction: null, before: 2 })).toHaveLength(1)
})

test('what is rolled back takes no number', async () => {
  const { db } = database
  const failing = db.transaction().execute(async store => {
    await registerEntry(store, entry('2033-03-01T10:00:00Z'))
    throw new Error('changed my mind')
  })
  await expect(failing).rejects.toThrow('changed my mind')
  expect((await registerEntry(db, entry('2033-03-01T10:00:00Z'))).number).toBe(1)
})

/** Bundles the program that registers, as a file beside the project's packages. */
async function registeringProgram(): Promise<string> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'registering-'))
  fs.symlinkSync(path.join(projectRoot, 'node_modules'), path.join(folder, 'node_modules'))
  const outfile = path.join(folder, 'registering.mjs')
  await build({
    entryPoints: [path.join(projectRoot, 'tests/support/registering.ts')],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  })
  return outfile
}

test('50 registrations at once stay gapless while connections are cut and a process is killed', async () => {
  const program = await registeringProgram()
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const { db } = openDatabase({
    url: database.ownerUrl,
    role: APPLICATION_ROLE,
    max: 50,
    keyring: database.keyring,
  })
  const told = new Set<number>()
  let cut = 0
  let killed = 0
  let open = true

  // A reader at any moment sees the numbers from 1 on, without a gap.
  const watch = async () => {
    while (open) {
      const { rows } = await owner.query(
        'select count(*)::int as lines, coalesce(max(number), 0) as last from register_entry where year = 2026',
      )
      expect(rows[0].lines).toBe(rows[0].last)
      await new Promise(resolve => setTimeout(resolve, 5))
    }
  }
  const cutConnections = async () => {
    const killer = new pg.Client({ connectionString: database.ownerUrl })
    await killer.connect()
    while (open && cut < 80) {
      const { rows } = await killer.query(
        `select pg_terminate_backend(pid) from (select pid from pg_stat_activity where datname = current_database()
          and query ilike '%register%' and state <> 'idle' and pid not in ($1, pg_backend_pid()) order by random() limit 2) victims`,
        [ownerPid],
      )
      cut += rows.length
      await new Promise(resolve => setTimeout(resolve, 15))
    }
    await killer.end()
  }
  const ownerPid = (await owner.query('select pg_backend_pid() as pid')).rows[0].pid
  const killProcesses = async () => {
    while (killed < 2) {
      const child = spawn(process.execPath, [program, database.ownerUrl, APPLICATION_ROLE], {
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      let output = ''
      const exited = new Promise(resolve => child.once('exit', resolve))
      // Once it has registered something, it is killed in the middle of the next.
      await new Promise<void>(resolve => {
        child.stdout.on('data', chunk => {
          output += String(chunk)
          if (output.split('\n').length > 20) resolve()
        })
        exited.then(() => resolve())
      })
      if (child.kill('SIGKILL')) killed++
      await exited
      // The last line may be cut off in the middle.
      for (const line of output.split('\n').slice(0, -1)) told.add(Number(line))
    }
  }
  const attempt = () =>
    db
      .transaction()
      .execute(async store => {
        const registered = await registerEntry(store, entry('2026-11-24T10:00:00Z'))
        if (Math.random() < 0.05) throw new Error('changed my mind')
        return registered.number
      })
      // The connection was cut: try again, as a client would.
      .catch(() => null)
  const citizen = async () => {
    for (let done = 0; done < 5; ) {
      const number = await attempt()
      if (number === null) continue
      expect(told.has(number)).toBe(false)
      told.add(number)
      done++
    }
  }

  const registering = Promise.all([killProcesses(), ...Array.from({ length: 50 }, citizen)]).finally(() => {
    open = false
  })
  await Promise.all([registering, watch(), cutConnections()])
  await db.destroy()

  const { rows } = await owner.query('select number from register_entry where year = 2026 order by number')
  await owner.end()
  const numbers: number[] = rows.map(row => row.number)
  expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  expect(numbers.length).toBeGreaterThanOrEqual(250)
  for (const number of told) expect(numbers).toContain(number)
  expect(cut).toBeGreaterThan(0)
  expect(killed).toBe(2)
  fs.rmSync(path.dirname(program), { recursive: true, force: true })
})
