import { fileURLToPath } from 'node:url'
import {
  type BudgetKind,
  type BudgetSection,
  bani,
  type Cui,
  type ExecutionLine,
} from '../../domain/index.ts'
import { built } from '../../tests/support/built.ts'
import { openWarehouse, type Warehouse } from '../../warehouse/index.ts'
import { createGateway, type Gateway, type GatewayOptions, type SecurityContext } from '../index.ts'

export const modelFolder = fileURLToPath(new URL('../model', import.meta.url))
export const workerFile = () => built('semantic-layer/gateway/compiler.worker.js')

export const PUBLIC: SecurityContext = { groups: ['public'], cuis: [] }
export const COUNTY: SecurityContext = { groups: ['county'], cuis: [] }
export const institution = (...cuis: string[]): SecurityContext => ({ groups: ['institution'], cuis })

/** A line in short: kind, functional code, economic code, lei; source A, section F. */
export type ShortLine = readonly [
  kind: BudgetKind,
  functional: string,
  economic: string | null,
  lei: number,
  more?: { readonly source?: string; readonly section?: BudgetSection | null },
]

export interface ShortReport {
  readonly cui: string
  readonly periodEnd: string
  readonly visibility?: 'public' | 'internal'
  readonly reportType?: 'FXB-EXB-900' | 'FXB-EXB-901'
  readonly version?: number
  readonly publishedAt?: string
  readonly fileName?: string
  readonly lines: readonly ShortLine[]
}

export interface Scratch {
  readonly warehouse: Warehouse
  readonly gateway: Gateway
  /** Errors that the gateway called its own. */
  readonly errors: unknown[]
  publish(report: ShortReport): Promise<number>
  /** Calls the listener at each publication, until the function that it returns is called. */
  onPublication(listener: () => void): () => void
  clock: { time: number; now(): number }
  close(): Promise<void>
}

/** A gateway over a warehouse in memory, filled by `publish`. The clock stands at 2026-07-15 12:00 UTC. */
export async function scratchGateway(options: Partial<GatewayOptions> = {}): Promise<Scratch> {
  const warehouse = await openWarehouse({ url: 'duckdb::memory:', memoryLimit: '1GB' })
  await warehouse.migrate()
  await warehouse.loadReferenceData()
  let current = 0
  const errors: unknown[] = []
  const listeners = new Set<() => void>()
  const clock = { time: Date.UTC(2026, 6, 15, 12), now: () => clock.time }
  const gateway = await createGateway({
    engine: warehouse.engine,
    modelFolder,
    workerFile: workerFile(),
    publication: { current: () => current },
    rollups: warehouse.rollups,
    clock,
    onError: error => errors.push(error),
    ...options,
  })
  await warehouse.rollups.declare(gateway.rollups)
  return {
    warehouse,
    gateway,
    errors,
    clock,
    publish: async report => {
      await publish(warehouse, report, current + 1)
      current += 1
      for (const listener of listeners) listener()
      return current
    },
    onPublication: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => {
      await gateway.close()
      await warehouse.close()
    },
  }
}

async function publish(warehouse: Warehouse, report: ShortReport, publication: number): Promise<void> {
  const { cui, periodEnd, reportType = 'FXB-EXB-900' } = report
  const lines = report.lines.map(longLine)
  const total = (kind: BudgetKind) =>
    bani(lines.filter(line => line.kind === kind).reduce((sum, line) => sum + line.amount, 0n))
  const totals = { revenue: total('revenue'), expenditure: total('expenditure') }
  await warehouse.publishExecution(
    {
      publication,
      eventId: `event-${publication}`,
      submissionId: `submission-${publication}`,
      county: 'HR',
      cui,
      reportType,
      visibility: report.visibility ?? 'public',
      periodEnd,
      version: report.version ?? 1,
      publishedAt: report.publishedAt ?? new Date(Date.UTC(2026, 0, 1, 0, publication)).toISOString(),
      lines: lines.length,
      revenue: leiText(totals.revenue),
      expenditure: leiText(totals.expenditure),
      fileName: report.fileName ?? `report-${publication}.xlsx`,
      sha256: String(publication).padStart(64, '0'),
      demo: false,
      sample: false,
    },
    {
      type: reportType,
      periodEnd,
      sector: '02',
      cui: cui as Cui,
      entityName: `entity ${cui}`,
      lines,
      totals,
      controlTotals: { revenue: null, expenditure: null },
    },
  )
}

function longLine([kind, functional, economic, lei, more]: ShortLine, index: number): ExecutionLine {
  const amount = bani(BigInt(Math.round(lei * 100)))
  return {
    kind,
    functional,
    functionalName: `name of ${functional}`,
    economic,
    economicName: economic === null ? null : `name of ${economic}`,
    source: more?.source ?? 'A',
    sourceName: 'source',
    section: more?.section === undefined ? 'F' : more.section,
    amount,
    sheet: 'Sheet1',
    cell: `H${index + 10}`,
    row: index + 10,
    rawValue: leiText(amount),
  }
}

const leiText = (amount: bigint): string => {
  const digits = String(amount < 0n ? -amount : amount).padStart(3, '0')
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
