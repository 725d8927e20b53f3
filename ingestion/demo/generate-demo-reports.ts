import { type Bani, bani, withoutMarks } from '../../domain/index.ts'
import { makeExecutionCsv } from '../forexebug/make-execution-csv.ts'
import { makeExecutionWorkbook } from '../forexebug/make-execution-workbook.ts'
import type { ExecutionContent, WrittenLine } from '../forexebug/write-grid.ts'
import { ECONOMIC_NAMES, EXPENDITURE_NAMES, REVENUE_NAMES, SOURCE_NAMES } from './code-names.ts'
import { type DemoEntity, demoEntities } from './demo-entities.ts'
import { DEMO_PLANS } from './demo-plans.ts'
import type { PlannedLine } from './planned-lines.ts'
import { SEASONS } from './seasons.ts'
import { seededNumber } from './seeded-number.ts'

export interface DemoReport {
  /** Fiscal code of the entity. */
  readonly cui: string
  readonly periodEnd: string
  /** In the Treasury's pattern, ending in .xlsx. */
  readonly fileName: string
  readonly content: ExecutionContent
  /** Writes the file; nothing is written before it is asked for. */
  xlsx(): Promise<Buffer>
  csv(): string
}

export interface DemoCounty {
  readonly entities: readonly DemoEntity[]
  /** By entity, each from the oldest to the newest. */
  readonly reports: readonly DemoReport[]
}

const FIRST_MONTH = { year: 2024, month: 7 }
const MONTHS = 24
const FIRST_SERIAL = 91_000_001

/** The year's money against 2024, in thousandths. */
const GROWTH: Readonly<Record<number, bigint>> = { 2024: 1000n, 2025: 1064n, 2026: 1113n }

/**
 * The demo county: a county council and six institutions, each with monthly FXB-EXB-900 reports from July 2024 to June 2026,
 * cumulative within the year. The same seed gives the same cells.
 */
export function generateDemoReports(seed: number): DemoCounty {
  const entities = demoEntities()
  const council = entities[0]?.cui ?? ''
  let serial = FIRST_SERIAL
  const reports = entities.flatMap(entity => {
    const cumulate = cumulativeAmounts(seed, entity)
    return Array.from({ length: MONTHS }, (_, index): DemoReport => {
      const count = FIRST_MONTH.month - 1 + index
      const [year, month] = [FIRST_MONTH.year + Math.floor(count / 12), (count % 12) + 1]
      const periodEnd = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
      const content: ExecutionContent = {
        type: 'FXB-EXB-900',
        periodEnd,
        sector: '02',
        cui: entity.cui,
        entityName: treasuryName(entity.names.ro),
        lines: cumulate(year, month),
      }
      const day = periodEnd.replaceAll('-', '')
      return {
        cui: entity.cui,
        periodEnd,
        fileName: `${day}_FXB-EXB-900_TREZ351_${council}_${entity.cui}_02_${serial++}.xlsx`,
        content,
        xlsx: () => makeExecutionWorkbook(content),
        csv: () => makeExecutionCsv(content),
      }
    })
  })
  return { entities, reports }
}

const treasuryName = (name: string): string => withoutMarks(name).toUpperCase()

const KIND_RANK = { revenue: 0, expenditure: 1 }

/** The lines of an entity at the end of a month; a line appears with its first amount of the year. */
function cumulativeAmounts(seed: number, entity: DemoEntity): (year: number, month: number) => WrittenLine[] {
  const plan = DEMO_PLANS[entity.kind]
    .map((line, index) => ({ line, index }))
    .sort((one, other) => KIND_RANK[one.line.kind] - KIND_RANK[other.line.kind] || one.index - other.index)
    .map(({ line }) => line)
  const years = new Map<number, Bani[][]>()
  const yearOf = (year: number): Bani[][] => {
    const known = years.get(year)
    if (known) return known
    const made = plan.map(line => monthsOf(line, seed, entity.kind, year))
    years.set(year, made)
    return made
  }
  return (year, month) => {
    const months = yearOf(year)
    return plan.flatMap((line, index) => {
      const amount = months[index]?.[month - 1] ?? 0n
      return amount === 0n ? [] : [writtenLine(line, bani(amount))]
    })
  }
}

/** Cumulative amounts of a line at the end of each month. Whole bani throughout. */
function monthsOf(line: PlannedLine, seed: number, kind: string, year: number): Bani[] {
  // Both sides of a pair draw the same numbers.
  const name = line.pair ?? [kind, line.functional, line.economic, line.source, line.section].join(' ')
  const sign = line.yearly < 0 ? -1n : 1n
  const yearly = (BigInt(Math.round(Math.abs(line.yearly))) * 100n * (GROWTH[year] ?? 1000n)) / 1000n
  let cumulative = 0n
  return SEASONS[line.season].map((weight, at) => {
    if (weight > 0) {
      const noise = BigInt(90_000 + seededNumber(20_001, seed, name, year, at))
      cumulative +=
        (yearly * BigInt(weight) * noise) / 1_000_000_000n + BigInt(seededNumber(100, seed, name, at, year))
    }
    return bani(sign * cumulative)
  })
}

function writtenLine(line: PlannedLine, amount: Bani): WrittenLine {
  const names = line.kind === 'revenue' ? REVENUE_NAMES : EXPENDITURE_NAMES
  const { kind, functional, economic, source, section } = line
  return {
    kind,
    functional,
    functionalName: names[functional] ?? '',
    economic,
    economicName: economic === null ? null : (ECONOMIC_NAMES[economic] ?? ''),
    source,
    sourceName: SOURCE_NAMES[source] ?? '',
    section,
    amount,
  }
}
