import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Engine } from '../engine/engine.ts'
import { openEngine } from '../engine/open-engine.ts'
import { migrate } from './migrate.ts'

let folder: string
let engine: Engine
beforeEach(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'migrate-'))
  engine = await openEngine({ url: 'duckdb::memory:' })
})
afterEach(async () => {
  await engine.close()
  fs.rmSync(folder, { recursive: true, force: true })
})
const write = (name: string, sql: string) => fs.writeFileSync(path.join(folder, name), sql)

it('builds the whole schema once', async () => {
  expect(await migrate(engine)).toEqual([
    '0001-dimensions.sql',
    '0002-publications.sql',
    '0003-facts.sql',
    '0004-marts.sql',
    '0005-rollups.sql',
  ])
  expect(await migrate(engine)).toEqual([])
  const { rows } = await engine.query(
    `select table_schema, string_agg(table_name, ' ' order by table_name) from information_schema.tables group by 1 order by 1`,
  )
  expect(rows).toEqual([
    [
      'dim',
      'budget_suffix date economic economic_code entity functional functional_code loaded population report_type section sector source territory',
    ],
    ['facts', 'execution'],
    ['main', 'migrations publication_pairs publications rollup_partitions'],
    ['marts', 'execution execution_own'],
  ])
})

it('applies what is new, in order of the numbers', async () => {
  write('0001-first.sql', 'create table a (n integer)')
  expect(await migrate(engine, folder)).toEqual(['0001-first.sql'])
  write('0003-third.sql', 'create table c as select n from b')
  write('0002-second.sql', 'create table b as select n from a')
  write('notes.md', 'no migration')
  expect(await migrate(engine, folder)).toEqual(['0002-second.sql', '0003-third.sql'])
})

it('applies all or nothing', async () => {
  write('0001-first.sql', 'create table a (n integer)')
  write('0002-broken.sql', 'create table b (n integer); select nothing')
  await expect(migrate(engine, folder)).rejects.toMatchObject({ code: 'query_failed' })
  write('0002-broken.sql', 'create table b (n integer)')
  expect(await migrate(engine, folder)).toEqual(['0001-first.sql', '0002-broken.sql'])
})

it('refuses a migration that was changed after it ran, and a warehouse of a newer version', async () => {
  write('0001-first.sql', 'create table a (n integer)')
  await migrate(engine, folder)
  write('0001-first.sql', 'create table a (n bigint)')
  await expect(migrate(engine, folder)).rejects.toMatchObject({
    failure: { code: 'migration_changed', migration: '0001-first.sql' },
  })
  fs.rmSync(path.join(folder, '0001-first.sql'))
  await expect(migrate(engine, folder)).rejects.toMatchObject({
    failure: { code: 'migration_unknown', migration: '0001-first.sql' },
  })
})
