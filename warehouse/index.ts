export { listTerritories, type Territory } from './dimensions/list-territories.ts'
export type { WarehouseEntity } from './dimensions/put-entities.ts'
export type {
  Column,
  ColumnType,
  Engine,
  Parameter,
  QueryOptions,
  QueryResult,
  Transaction,
  Value,
} from './engine/engine.ts'
export { interruptible } from './engine/interruptible.ts'
export { WarehouseError, type WarehouseFailure } from './engine/warehouse-error.ts'
export { openWarehouse, type Warehouse } from './open-warehouse.ts'
export type { FallenLine, StagedComparison } from './publications/compare-staged.ts'
export type { Publication } from './publications/publication.ts'
export type { PublishedPeriod, ReadAccess } from './publications/published-periods.ts'
export { type KeptFresh, keepFresh } from './rollups/keep-fresh.ts'
export type { RollupDefinition, RollupLease, RollupStatus, Rollups, YearRange } from './rollups/rollup.ts'
