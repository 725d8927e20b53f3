import type { ExecutionReport, PreviousLine, StagedReport } from '../domain/index.ts'
import { loadReferenceData } from './dimensions/load-reference-data.ts'
import { putEntities, type WarehouseEntity } from './dimensions/put-entities.ts'
import type { Engine } from './engine/engine.ts'
import { type EngineOptions, openEngine } from './engine/open-engine.ts'
import { compareStaged, type StagedComparison } from './publications/compare-staged.ts'
import type { Publication } from './publications/publication.ts'
import { publishExecution } from './publications/publish-execution.ts'
import {
  type PublishedPeriod,
  populationOf,
  publishedPeriods,
  publishedPeriodsOfAll,
  type ReadAccess,
} from './publications/published-periods.ts'
import { currentPublication, previousReport, publicationAt } from './publications/read-publications.ts'
import { resetPublications } from './publications/reset-publications.ts'
import { openRollups } from './rollups/open-rollups.ts'
import type { Rollups } from './rollups/rollup.ts'
import { migrate } from './schema/migrate.ts'

/**
 * Facts, dimensions and marts. What is public lives in `publications`; facts are only ever added. Every reading pins one
 * publication number N and sees what was valid then: `valid_from <= N and (valid_until is null or valid_until > N)` on
 * marts.execution (cumulative amounts) and marts.execution_own (the period's own).
 */
export interface Warehouse {
  readonly engine: Engine
  /** Tables of sums that answer in place of facts. */
  readonly rollups: Rollups
  /** Applies missing migrations; returns their names. */
  migrate(): Promise<string[]>
  /** Fills the dictionaries from reference-data/, unless nothing changed there. */
  loadReferenceData(): Promise<'loaded' | 'unchanged'>
  putEntities(entities: readonly WarehouseEntity[]): Promise<void>
  /** One transaction, idempotent by `eventId`; refuses lines that don't add up to the totals. */
  publishExecution(
    publication: Publication,
    report: ExecutionReport | StagedReport,
  ): Promise<'published' | 'already_published'>
  /** 0 when nothing is published. */
  currentPublication(): Promise<number>
  /** The number to pin for an instant (ISO with its zone, or a Date). */
  publicationAt(instant: string | Date): Promise<number>
  /** The valid report before a date, of the same year unless `sameYear` is false. */
  previousReport(
    cui: string,
    reportType: string,
    before: string,
    sameYear?: boolean,
  ): Promise<{ periodEnd: string; lines: PreviousLine[] } | null>
  /** What falls or disappears in a report with staged lines against the valid one before it in the year. */
  compareStaged(report: StagedReport): Promise<StagedComparison | null>
  /** The entity's reports valid at publication number `asOf`, newest first; public ones unless `access` is 'all'. */
  periods(cui: string, asOf: number, access?: ReadAccess): Promise<PublishedPeriod[]>
  /** The same of every entity that has any, by fiscal code. */
  periodsOfAll(asOf: number, access?: ReadAccess): Promise<Map<string, PublishedPeriod[]>>
  /** People of a town or commune (SIRUTA code) in a year or the last known before it; the latest without a year. */
  population(siruta: string, year?: number): Promise<{ value: number; year: number; basis: string } | null>
  /** Empties publications, facts and entities, to be rebuilt from the transactional store. */
  reset(): Promise<void>
  close(): Promise<void>
}

/** Opens `duckdb:<file>` (created when missing; one process at a time). Call migrate() and loadReferenceData() next.
 * @throws WarehouseError url_unsupported, warehouse_locked, warehouse_unreadable */
export async function openWarehouse(options: EngineOptions): Promise<Warehouse> {
  const engine = await openEngine(options)
  const rollups = openRollups(engine)
  return {
    engine,
    rollups,
    migrate: () => migrate(engine),
    loadReferenceData: () => loadReferenceData(engine),
    putEntities: entities => putEntities(engine, entities),
    publishExecution: (publication, report) => publishExecution(engine, publication, report),
    currentPublication: () => currentPublication(engine),
    publicationAt: instant => publicationAt(engine, instant),
    previousReport: (cui, reportType, before, sameYear) =>
      previousReport(engine, cui, reportType, before, sameYear),
    compareStaged: report => compareStaged(engine, report),
    periods: (cui, asOf, access) => publishedPeriods(engine, cui, asOf, access),
    periodsOfAll: (asOf, access) => publishedPeriodsOfAll(engine, asOf, access),
    population: (siruta, year) => populationOf(engine, siruta, year),
    reset: async () => {
      await resetPublications(engine)
      rollups.forget()
    },
    close: () => engine.close(),
  }
}
