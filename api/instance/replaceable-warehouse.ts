import fs from 'node:fs/promises'
import {
  type Engine,
  openWarehouse,
  type RollupDefinition,
  type Rollups,
  type Warehouse,
} from '../../warehouse/index.ts'

export interface ReplaceableWarehouse extends Warehouse {
  /**
   * Builds a fresh warehouse beside this one while this one answers, then takes its place. Queries wait for the moment
   * of the change; when building fails nothing has changed.
   */
  replaceWith<T>(build: (fresh: Warehouse) => Promise<T>): Promise<T>
}

/** Opens, migrates and fills the dictionaries of `duckdb:<file>`. */
export async function openReplaceableWarehouse(
  url: string,
  stagingFolder: string,
): Promise<ReplaceableWarehouse> {
  let current = await openReady(url, stagingFolder)
  let opened: Promise<void> = Promise.resolve()
  let running = 0
  let idle: (() => void) | null = null

  async function use<T>(work: (warehouse: Warehouse) => Promise<T>): Promise<T> {
    await opened
    running++
    try {
      return await work(current)
    } finally {
      running--
      if (running === 0) idle?.()
    }
  }

  const engine: Engine = {
    query: (sql, parameters, options) => use(warehouse => warehouse.engine.query(sql, parameters, options)),
    async *stream(sql, parameters, options) {
      await opened
      yield* current.engine.stream(sql, parameters, options)
    },
    append: (table, columns, rows) => use(warehouse => warehouse.engine.append(table, columns, rows)),
    swap: (table, build) => use(warehouse => warehouse.engine.swap(table, build)),
    transaction: work => use(warehouse => warehouse.engine.transaction(work)),
    beside: work => use(warehouse => warehouse.engine.beside(work)),
    close: () => current.close(),
  }

  let declared: readonly RollupDefinition[] = []
  const rollups: Rollups = {
    declare: definitions => {
      declared = definitions
      return use(warehouse => warehouse.rollups.declare(definitions))
    },
    refresh: () => use(warehouse => warehouse.rollups.refresh()),
    build: id => use(warehouse => warehouse.rollups.build(id)),
    list: () => use(warehouse => warehouse.rollups.list()),
    lease: (id, years, publication) => use(warehouse => warehouse.rollups.lease(id, years, publication)),
  }

  return {
    engine,
    rollups,
    migrate: () => use(warehouse => warehouse.migrate()),
    loadReferenceData: () => use(warehouse => warehouse.loadReferenceData()),
    putEntities: entities => use(warehouse => warehouse.putEntities(entities)),
    publishExecution: (publication, report) =>
      use(warehouse => warehouse.publishExecution(publication, report)),
    currentPublication: () => use(warehouse => warehouse.currentPublication()),
    publicationAt: instant => use(warehouse => warehouse.publicationAt(instant)),
    previousReport: (cui, type, before, sameYear) =>
      use(warehouse => warehouse.previousReport(cui, type, before, sameYear)),
    compareStaged: report => use(warehouse => warehouse.compareStaged(report)),
    periods: (cui, asOf, access) => use(warehouse => warehouse.periods(cui, asOf, access)),
    periodsOfAll: (asOf, access) => use(warehouse => warehouse.periodsOfAll(asOf, access)),
    population: (siruta, year) => use(warehouse => warehouse.population(siruta, year)),
    reset: () => use(warehouse => warehouse.reset()),
    close: () => current.close(),
    replaceWith: async build => {
      const side = `${url}.rebuild`
      await removeFiles(side)
      const fresh = await openReady(side, stagingFolder)
      const result = await buildWith(build, fresh, declared).finally(() => fresh.close())
      let open = () => {}
      opened = new Promise(resolve => {
        open = resolve
      })
      try {
        if (running > 0)
          await new Promise<void>(resolve => {
            idle = resolve
          })
        await current.close()
        await removeFiles(url)
        await fs.rename(fileOf(side), fileOf(url))
        current = await openReady(url, stagingFolder)
        await current.rollups.declare(declared)
      } finally {
        idle = null
        open()
      }
      return result
    },
  }
}

/** The fresh warehouse comes with its rollups built, so that no query gets slower by the change. */
async function buildWith<T>(
  build: (fresh: Warehouse) => Promise<T>,
  fresh: Warehouse,
  rollups: readonly RollupDefinition[],
): Promise<T> {
  const result = await build(fresh)
  await fresh.rollups.declare(rollups)
  await fresh.rollups.refresh()
  return result
}

const fileOf = (url: string): string => url.slice('duckdb:'.length)

async function openReady(url: string, stagingFolder: string): Promise<Warehouse> {
  const warehouse = await openWarehouse({ url, stagingFolder })
  try {
    await warehouse.migrate()
    await warehouse.loadReferenceData()
    return warehouse
  } catch (error) {
    await warehouse.close()
    throw error
  }
}

async function removeFiles(url: string): Promise<void> {
  for (const end of ['', '.wal']) await fs.rm(`${fileOf(url)}${end}`, { force: true })
}
