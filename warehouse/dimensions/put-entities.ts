import type { Names } from '../../domain/index.ts'
import type { Engine } from '../engine/engine.ts'

/** An institution or town hall that reports, as the transactional store knows it. */
export interface WarehouseEntity {
  readonly cui: string
  /** Code of the county, e.g. "HR". */
  readonly county: string
  readonly names: Names
  readonly kind: string
  /** SIRUTA code of the town or commune that it belongs to, when it has one. */
  readonly siruta: string | null
  readonly parentCui: string | null
  readonly demo: boolean
}

/** Adds entities and brings known ones up to date; none is removed, since facts may name it. */
export async function putEntities(engine: Engine, entities: readonly WarehouseEntity[]): Promise<void> {
  await engine.transaction(async transaction => {
    for (const { cui, county, names, kind, siruta, parentCui, demo } of entities)
      await transaction.query(
        `insert into dim.entity (cui, county, name_ro, name_hu, name_en, kind, siruta, parent_cui, demo)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?)
         on conflict (cui) do update set
           county = excluded.county, name_ro = excluded.name_ro, name_hu = excluded.name_hu,
           name_en = excluded.name_en, kind = excluded.kind, siruta = excluded.siruta,
           parent_cui = excluded.parent_cui, demo = excluded.demo`,
        [cui, county, names.ro, names.hu, names.en, kind, siruta, parentCui, demo],
      )
  })
}
