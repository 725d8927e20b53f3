import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Engine } from './engine.ts'
import { openEngine } from './open-engine.ts'

let folder: string
let engine: Engine
const values = async (sql: string, params: (string | bigint | number | boolean | null)[] = []) =>
  (await engine.query(sql, params)).rows

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'engine-'))
  engine = await openEngine({ url: `duckdb:${path.join(folder, 'engine.duckdb')}`, memoryLimit: '1GB' })
})
afterAll(async () => {
  await engine.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

describe('values', () => {
  it('leave exact, as strings', async () => {
    const { columns, rows } = await engine.query(`select
      1.5::decimal(18,2) as small, sum(x) as sum, (-0.05)::decimal(38,2) as negative, (-5)::decimal(4,2) as short,
      12345678901234567.89::decimal(19,2) as large, 7::decimal(9,0) as whole,
      170141183460469231731687303715884105727::hugeint as huge, 9007199254740993::bigint as beyond,
      date '2024-02-29' as day, date '0999-12-31' as early, timestamp '2026-06-30 10:11:12.345678' as moment,
      timestamptz '2026-06-30 10:11:12+03' as zoned, true as yes, false as no, null as nothing, 'ș ț ő' as text,
      3::tinyint as tiny, 0.1::double as real
      from (values (0.10::decimal(18,2)), (0.20::decimal(18,2))) t(x)`)
    expect(
      Object.fromEntries(columns.map((column, index) => [column.name, [column.type, rows[0]?.[index]]])),
    ).toEqual({
      small: ['decimal', '1.50'],
      sum: ['decimal', '0.30'],
      negative: ['decimal', '-0.05'],
      short: ['decimal', '-5.00'],
      large: ['decimal', '12345678901234567.89'],
      whole: ['decimal', '7'],
      huge: ['integer', '170141183460469231731687303715884105727'],
      beyond: ['integer', '9007199254740993'],
      day: ['date', '2024-02-29'],
      early: ['date', '0999-12-31'],
      moment: ['timestamp', '2026-06-30T10:11:12.345'],
      zoned: ['timestamp', '2026-06-30T07:11:12.000'],
      yes: ['boolean', 'true'],
      no: ['boolean', 'false'],
      nothing: ['integer', null],
      text: ['string', 'ș ț ő'],
      tiny: ['integer', '3'],
      real: ['double', '0.1'],
    })
  })

  it('keep their rows over many chunks, with nulls in between', async () => {
    const rows = await values(
      `select i, case when i % 3 = 0 then null else i::varchar end, (i / 100)::decimal(18,2), date '2020-01-01' + (i % 400)::integer
       from range(10000) t(i) order by i`,
    )
    expect(rows.length).toBe(10_000)
    expect(rows[5000]).toEqual(['5000', '5000', '50.00', '2020-07-19'])
    expect(rows[9999]).toEqual(['9999', null, '99.99', '2021-02-03'])
  })

  it('come in by position and by number, whatever their text', async () => {
    expect(await values('select ?, ?, ?, ?', ["a'b; drop", 2n ** 63n - 1n, true, null])).toEqual([
      ["a'b; drop", '9223372036854775807', 'true', null],
    ])
    expect(await values('select $2, $1, $2', ['x', 'y'])).toEqual([['y', 'x', 'y']])
    expect(await values('select ? + 1', [2n ** 70n])).toEqual([['1180591620717411303425']])
  })

  it('refuse numbers that have lost digits, and a wrong count of parameters', async () => {
    await expect(values('select ?', [0.1])).rejects.toMatchObject({ code: 'query_failed' })
    await expect(values('select ?, ?', ['a'])).rejects.toMatchObject({ code: 'query_failed' })
    await expect(values('select ?', ['a', 'b'])).rejects.toMatchObject({ code: 'query_failed' })
  })
})

describe('a query', () => {
  it('sees what was written since the same text ran on an empty table', async () => {
    await engine.transaction(tx => tx.execute('create table filled (a varchar, n integer)'))
    const sql = `select count(*) from filled where a = 'x' and n > 5`
    expect(await values(sql)).toEqual([['0']])
    await engine.append('filled', ['a', 'n'], [['x', 10]])
    expect(await values(sql)).toEqual([['1']])
    await engine.append('filled', ['n', 'a'], [[11, 'x']])
    expect(await values(sql)).toEqual([['2']])
  })

  it.each([
    [`create table no (a integer)`, 'query_not_reading'],
    [`use temp`, 'query_not_reading'],
    [`set memory_limit = '100GB'`, 'query_not_reading'],
    [`commit`, 'query_not_reading'],
    [`attach 'other.duckdb'`, 'query_not_reading'],
    [`install excel`, 'query_not_reading'],
    [`select * from read_csv('/etc/passwd')`, 'query_failed'],
    [`copy (select 1) to 'no.csv'`, 'query_failed'],
    [`select 1; select 2`, 'query_failed'],
    [`select nothing`, 'query_failed'],
  ])('refuses %s', async (sql, code) => {
    await expect(values(sql)).rejects.toMatchObject({ code })
    expect(await values('select 1')).toEqual([['1']])
  })

  it('answers in UTC with a memory limit, and no statement changes that', async () => {
    const settings = `select current_setting('TimeZone'), current_setting('memory_limit'), current_setting('autoload_known_extensions')`
    expect(await values(settings)).toEqual([['UTC', '953.6 MiB', 'false']])
    await expect(
      engine.transaction(tx => tx.execute(`set global memory_limit = '2GB'`)),
    ).rejects.toMatchObject({ code: 'query_failed' })
  })

  it('stops when its signal aborts, and leaves the connection usable', async () => {
    const slow = 'select count(*) from range(100000000) a, range(1000) b where a.range * b.range % 7 = 3'
    const controller = new AbortController()
    const running = Array.from({ length: 5 }, () => engine.query(slow, [], { signal: controller.signal }))
    setTimeout(() => controller.abort(new Error('left the page')), 50)
    const started = performance.now()
    const results = await Promise.allSettled(running)
    expect(performance.now() - started).toBeLessThan(2000)
    for (const result of results)
      expect(result).toMatchObject({ status: 'rejected', reason: { message: 'left the page' } })
    expect(await Promise.all(Array.from({ length: 5 }, () => values('select 1')))).toEqual(
      Array.from({ length: 5 }, () => [['1']]),
    )
  })
})

describe('a stream', () => {
  it('gives every row, in batches', async () => {
    let count = 0
    let sum = 0n
    let batches = 0
    for await (const rows of engine.stream('select i from range(100000) t(i) where i >= ?', [10n])) {
      batches++
      count += rows.length
      for (const [value] of rows) sum += BigInt(value ?? 0)
    }
    expect([count, sum]).toEqual([99_990, 4_999_949_955n])
    expect(batches).toBeGreaterThan(10)
  })

  it('gives its connection back when it is left early', async () => {
    for (let round = 0; round < 8; round++)
      for await (const rows of engine.stream('select i from range(1000000) t(i)')) {
        expect(rows.length).toBeGreaterThan(0)
        break
      }
    expect(await values('select 1')).toEqual([['1']])
  })
})

describe('a transaction', () => {
  it('is not seen before its end, does not stop readers, and leaves nothing when it fails', async () => {
    await engine.transaction(tx => tx.execute('create table half (n integer)'))
    const failed = engine.transaction(async tx => {
      await tx.append('half', ['n'], [[1], [2]])
      expect((await tx.query('select count(*) from half')).rows).toEqual([['2']])
      expect(await values('select count(*) from half')).toEqual([['0']])
      throw new Error('power cut')
    })
    await expect(failed).rejects.toThrow('power cut')
    expect(await values('select count(*) from half')).toEqual([['0']])
  })

  it('waits for the one before it', async () => {
    await engine.transaction(tx =>
      tx.execute('create table counted (n integer); insert into counted values (0)'),
    )
    await Promise.all(
      Array.from({ length: 20 }, () =>
        engine.transaction(async tx => {
          const { rows } = await tx.query('select n from counted')
          await tx.query('update counted set n = ?', [Number(rows[0]?.[0]) + 1])
        }),
      ),
    )
    expect(await values('select n from counted')).toEqual([['20']])
  })
})

describe('append', () => {
  beforeAll(() =>
    engine.transaction(tx =>
      tx.execute(`create schema kept; create table kept.rows (
        id bigint not null, day date, moment timestamp, amount decimal(18,2), yes boolean, name varchar, n integer)`),
    ),
  )

  it('writes exact values, and null for columns that are not named', async () => {
    await engine.append(
      'kept.rows',
      ['id', 'amount', 'day', 'moment', 'yes', 'name'],
      [
        [2n ** 62n, '-9999999999999999.99', '2024-02-29', '2026-01-01T10:00:00.123Z', true, ''],
        ['7', '0.1', '1900-01-01', '2026-01-01 12:00:00+02:00', false, null],
      ],
    )
    expect(await values('select * from kept.rows order by id')).toEqual([
      ['7', '1900-01-01', '2026-01-01T10:00:00.000', '0.10', 'false', null, null],
      [
        '4611686018427387904',
        '2024-02-29',
        '2026-01-01T10:00:00.123',
        '-9999999999999999.99',
        'true',
        '',
        null,
      ],
    ])
  })

  it.each([
    ['amount', '0.005'],
    ['amount', '1e5'],
    ['amount', '12345678901234567.00'],
    ['day', '2023-02-29'],
    ['day', '29.02.2024'],
    ['moment', 'yesterday'],
    ['n', '1.5'],
    ['n', ''],
    ['id', 'x'],
    ['name', 5],
    ['yes', 'true'],
  ])('refuses what does not fit: %s = %s', async (column, value) => {
    const before = await values('select count(*) from kept.rows')
    const row = { id: 1, ...{ [column]: value } }
    await expect(engine.append('kept.rows', Object.keys(row), [Object.values(row)])).rejects.toMatchObject({
      failure: { code: 'value_unfit', column, value: String(value) },
    })
    expect(await values('select count(*) from kept.rows')).toEqual(before)
  })

  it('refuses a missing required value and an unknown column, and goes on', async () => {
    await expect(engine.append('kept.rows', ['n'], [[1]])).rejects.toMatchObject({ code: 'query_failed' })
    await expect(engine.append('kept.rows', ['id', 'no'], [[1, 2]])).rejects.toMatchObject({
      code: 'query_failed',
    })
    await engine.append('kept.rows', ['id', 'n'], [[8, 2_147_483_647]])
    expect(await values('select n from kept.rows where id = 8')).toEqual([['2147483647']])
  })
})

it('swaps a table in one step', async () => {
  const build = (content: number) =>
    engine.swap('kept.swapped', (tx, name) => {
      const [schema, table] = name.split('.')
      return tx.execute(`create table "${schema}"."${table}" as select ${content} as n`)
    })
  await build(1)
  const seen = Promise.all(Array.from({ length: 20 }, () => values('select n from kept.swapped')))
  await build(2)
  for (const rows of await seen) expect(['1', '2']).toContain(rows[0]?.[0])
  expect(await values('select n from kept.swapped')).toEqual([['2']])
  await expect(
    engine.swap('kept.swapped', async () => {
      throw new Error('no data')
    }),
  ).rejects.toThrow('no data')
  expect(await values('select n from kept.swapped')).toEqual([['2']])
})

describe('opening', () => {
  it('names what is supported, and no password', async () => {
    const opened = openEngine({ url: 'postgres://app:secret@db/warehouse' })
    await expect(opened).rejects.toMatchObject({
      failure: { code: 'url_unsupported', scheme: 'postgres', supported: ['duckdb:<file>'] },
    })
    await expect(opened).rejects.toThrow(/^(?!.*secret)/)
    await expect(openEngine({ url: 'warehouse.db' })).rejects.toMatchObject({ code: 'url_unsupported' })
    await expect(openEngine({ url: 'duckdb:' })).rejects.toMatchObject({ code: 'url_unsupported' })
  })

  it('refuses a file that is open, here or in another process, and names the process', async () => {
    const file = path.join(folder, 'taken.duckdb')
    const holder = spawn(process.execPath, [
      '-e',
      `require('@duckdb/node-api').DuckDBInstance.create(process.argv[1]).then(async db => {
        await (await db.connect()).run('create table t (a integer)'); console.log('open'); setTimeout(() => {}, 60000) })`,
      file,
    ])
    try {
      await new Promise(resolve => holder.stdout.once('data', resolve))
      await expect(openEngine({ url: `duckdb:${file}` })).rejects.toMatchObject({
        failure: { code: 'warehouse_locked', file, pid: holder.pid },
      })
    } finally {
      holder.kill('SIGKILL')
      await new Promise(resolve => holder.once('exit', resolve))
    }
    const first = await openEngine({ url: `duckdb:${file}` })
    await expect(openEngine({ url: `duckdb:${file}` })).rejects.toMatchObject({
      failure: { code: 'warehouse_locked', pid: process.pid },
    })
    await first.close()
    const again = await openEngine({ url: `duckdb:${file}` })
    expect((await again.query('select count(*) from t')).rows).toEqual([['0']])
    await again.close()
  })

  it('says when the file is no warehouse or the folder is missing', async () => {
    const text = path.join(folder, 'text.duckdb')
    fs.writeFileSync(text, 'not a database, '.repeat(1000))
    await expect(openEngine({ url: `duckdb:${text}` })).rejects.toMatchObject({
      code: 'warehouse_unreadable',
    })
    await expect(openEngine({ url: `duckdb:${folder}/none/x.duckdb` })).rejects.toMatchObject({
      code: 'warehouse_unreadable',
    })
  })
})

it('closes with readers under way, lets a transaction finish, and refuses afterwards', async () => {
  const file = path.join(folder, 'closing.duckdb')
  const closing = await openEngine({ url: `duckdb:${file}` })
  const reading = closing.query(
    'select count(*) from range(100000000) a, range(1000) b where a.range * b.range % 7 = 3',
  )
  const outcome = expect(reading).rejects.toMatchObject({ code: 'query_failed' })
  const writing = closing.transaction(async tx => {
    await tx.execute('create table done (n integer)')
    await new Promise(resolve => setTimeout(resolve, 100))
    await tx.append('done', ['n'], [[1]])
  })
  await new Promise(resolve => setTimeout(resolve, 20))
  await Promise.all([closing.close(), writing, outcome])
  await expect(closing.query('select 1')).rejects.toMatchObject({ code: 'warehouse_closed' })
  const reopened = await openEngine({ url: `duckdb:${file}` })
  expect((await reopened.query('select n from done')).rows).toEqual([['1']])
  await reopened.close()
})
