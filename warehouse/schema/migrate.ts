import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Engine } from '../engine/engine.ts'
import { WarehouseError } from '../engine/warehouse-error.ts'
import { warehouseFolder } from '../warehouse-folder.ts'

/** Applies the migrations that the warehouse doesn't have yet, in order of their numbers, all in one transaction.
 * Refuses a warehouse whose migrations differ from ours: it belongs to another version. */
export async function migrate(
  engine: Engine,
  folder = warehouseFolder('schema/migrations'),
): Promise<string[]> {
  const migrations = fs
    .readdirSync(folder)
    .filter(name => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .sort()
    .map(name => {
      const sql = fs.readFileSync(path.join(folder, name), 'utf8')
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
    })
  return engine.transaction(async transaction => {
    await transaction.execute(
      'create table if not exists migrations (name varchar not null, sha256 varchar not null, applied_at timestamp not null)',
    )
    const { rows } = await transaction.query('select name, sha256 from migrations order by name')
    const applied = new Map(rows.map(([name, sha256]) => [name ?? '', sha256]))
    for (const name of applied.keys())
      if (!migrations.some(migration => migration.name === name))
        throw new WarehouseError({ code: 'migration_unknown', migration: name })
    const done: string[] = []
    for (const { name, sql, sha256 } of migrations) {
      const before = applied.get(name)
      if (before === sha256) continue
      if (before !== undefined) throw new WarehouseError({ code: 'migration_changed', migration: name })
      await transaction.execute(sql)
      await transaction.query('insert into migrations values (?, ?, cast(now() as timestamp))', [
        name,
        sha256,
      ])
      done.push(name)
    }
    return done
  })
}
