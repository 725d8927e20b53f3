import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { RollupDefinition, Warehouse } from '../../warehouse/index.ts'
import { line, makePublication, makeReport } from '../../warehouse/testing/make-report.ts'
import { openReplaceableWarehouse, type ReplaceableWarehouse } from './replaceable-warehouse.ts'

const BY_KIND: RollupDefinition = {
  id: 'execution_own.by_kind',
  name: 'execution_own_by_kind',
  sql: `select kind, sum(amount) as amount from marts.execution_own
    where valid_until is null and period_end >= cast(? as timestamp) and period_end <= cast(? as timestamp) group by all`,
  params: ['from', 'to'],
}

let folder: string
let warehouse: ReplaceableWarehouse
beforeEach(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'replaceable-'))
  warehouse = await openReplaceableWarehouse(`duckdb:${path.join(folder, 'warehouse.duckdb')}`, folder)
  await warehouse.rollups.declare([BY_KIND])
})
afterEach(async () => {
  await warehouse.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

const publish = (target: Warehouse, lei: string) => {
  const report = makeReport('4245747', '2026-01-31', [line(`expenditure 650301 100101 A F ${lei}`)])
  return target.publishExecution(makePublication(1, report), report)
}

async function rolledUp() {
  const lease = await warehouse.rollups.lease(BY_KIND.id, null, 1)
  const { rows } = await warehouse.engine.query(`select amount from ${lease?.tables[0]}`)
  lease?.release()
  return rows
}

it('the warehouse that takes the place brings its own rollups, built', async () => {
  await publish(warehouse, '1.00')
  await warehouse.rollups.refresh()
  expect(await rolledUp()).toEqual([['1.00']])
  await warehouse.replaceWith(fresh => publish(fresh, '2.00'))
  expect(await rolledUp()).toEqual([['2.00']])
  expect(await warehouse.rollups.refresh()).toEqual([])
})

it('a build that fails leaves warehouse and rollups as they are', async () => {
  await publish(warehouse, '1.00')
  await warehouse.rollups.refresh()
  const failing = warehouse.replaceWith(async fresh => {
    await publish(fresh, '2.00')
    throw new Error('a file is missing')
  })
  await expect(failing).rejects.toThrow('a file is missing')
  expect(await rolledUp()).toEqual([['1.00']])
})
