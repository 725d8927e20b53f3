import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openWarehouse, type Warehouse } from '../open-warehouse.ts'

/** A migrated and loaded warehouse in a folder of its own; `remove` closes it and deletes the folder. */
export async function scratchWarehouse(): Promise<{
  warehouse: Warehouse
  file: string
  remove(): Promise<void>
}> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'warehouse-'))
  const file = path.join(folder, 'warehouse.duckdb')
  const warehouse = await openWarehouse({ url: `duckdb:${file}`, memoryLimit: '1GB' })
  await warehouse.migrate()
  await warehouse.loadReferenceData()
  return {
    warehouse,
    file,
    remove: async () => {
      await warehouse.close()
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}
