// The model's meaning, written down a second time in the plainest way: property tests compare the gateway with it.
import type { SecurityContext } from '../index.ts'
import type { ShortReport } from './scratch-gateway.ts'

export interface Published extends ShortReport {
  readonly publication: number
  readonly visibility: 'public' | 'internal'
  readonly reportType: 'FXB-EXB-900' | 'FXB-EXB-901'
}

export interface Question {
  readonly asOf: number
  readonly reader: SecurityContext
  readonly granularity: keyof typeof BUCKETS | null
  readonly range: readonly [string, string] | null
  readonly cuis: readonly string[] | null
  readonly kind: 'revenue' | 'expenditure' | null
  readonly chapters: readonly string[] | null
  readonly version: number | null
  readonly dimensions: readonly (keyof typeof DIMENSIONS)[]
}

export interface Fact {
  readonly report: Published
  readonly line: ShortReport['lines'][number]
  readonly bani: bigint
}

export const DIMENSIONS = {
  entity_cui: ({ report }: Fact) => report.cui,
  report_type: ({ report }: Fact) => report.reportType,
  kind: ({ line }: Fact) => line[0],
  chapter: ({ line }: Fact) => line[1].slice(0, 2),
  functional_code: ({ line }: Fact) => line[1],
  economic_title: ({ line }: Fact) => line[2]?.slice(0, 2) ?? null,
  source: ({ line }: Fact) => line[4]?.source ?? 'A',
  publication: ({ report }: Fact) => String(report.publication),
} as const

const BUCKETS = {
  day: (day: string) => day,
  month: (day: string) => `${day.slice(0, 7)}-01`,
  quarter: (day: string) =>
    `${day.slice(0, 4)}-${['01', '04', '07', '10'][Math.floor((Number(day.slice(5, 7)) - 1) / 3)]}-01`,
  year: (day: string) => `${day.slice(0, 4)}-01-01`,
  half_year: (day: string) => `${day.slice(0, 4)}-${day.slice(5, 7) <= '06' ? '01' : '07'}-01`,
  school_year: (day: string) => `${Number(day.slice(0, 4)) - (day.slice(5, 7) < '09' ? 1 : 0)}-09-01`,
}

const sees = ({ groups, cuis }: SecurityContext, report: Published): boolean =>
  groups.includes('county') ||
  (groups.includes('public') || groups.includes('institution') ? report.visibility === 'public' : false) ||
  (groups.includes('institution') && cuis.includes(report.cui))

const key = (report: Published) => `${report.cui} ${report.reportType}`

/** What was valid at publication number `asOf`: of each entity, type and date the newest. */
function validAt(all: readonly Published[], asOf: number): Published[] {
  const newest = new Map<string, Published>()
  for (const report of all)
    if (report.publication <= asOf) newest.set(`${key(report)} ${report.periodEnd}`, report)
  return [...newest.values()]
}

function asked(report: Published, { range, cuis, version }: Question): boolean {
  if (range && (report.periodEnd < range[0] || report.periodEnd > range[1])) return false
  if (version !== null && (report.version ?? 1) !== version) return false
  return cuis === null || cuis.includes(report.cui)
}

const facts = (report: Published): Fact[] =>
  report.lines.map(line => ({ report, line, bani: BigInt(Math.round(line[3] * 100)) }))

function groupsOf(question: Question, rows: readonly Fact[]): Map<string, Fact[]> {
  const groups = new Map<string, Fact[]>()
  for (const fact of rows) {
    if (question.kind !== null && fact.line[0] !== question.kind) continue
    if (question.chapters !== null && !question.chapters.includes(fact.line[1].slice(0, 2))) continue
    const bucket = question.granularity ? BUCKETS[question.granularity](fact.report.periodEnd) : null
    const group = JSON.stringify([...question.dimensions.map(name => DIMENSIONS[name](fact)), bucket])
    groups.set(group, [...(groups.get(group) ?? []), fact])
  }
  return groups
}

export interface Cumulative {
  readonly amount: bigint | null
  readonly lines: number
  readonly reports: number
}

/** `budget_execution`: by group, amounts of last reports, counts of all. Null: no last report has such a line. */
export function cumulative(all: readonly Published[], question: Question): Map<string, Cumulative> {
  const reports = validAt(all, question.asOf).filter(
    report => sees(question.reader, report) && asked(report, question),
  )
  const last = new Map<string, Published>()
  const place = (report: Published) =>
    `${key(report)} ${question.granularity ? BUCKETS[question.granularity](report.periodEnd) : ''}`
  for (const report of reports) {
    const known = last.get(place(report))
    if (!known || report.periodEnd > known.periodEnd) last.set(place(report), report)
  }
  const counts = new Set([...last.values()].map(report => report.publication))
  const result = new Map<string, Cumulative>()
  for (const [group, rows] of groupsOf(question, reports.flatMap(facts))) {
    const counted = rows.filter(fact => counts.has(fact.report.publication))
    result.set(group, {
      amount: counted.length > 0 ? counted.reduce((sum, fact) => sum + fact.bani, 0n) : null,
      lines: rows.length,
      reports: new Set(rows.map(fact => fact.report.publication)).size,
    })
  }
  return result
}

/** `budget_execution_own`: each report minus the year's valid one before it. Whoever may not see both sees neither. */
export function own(all: readonly Published[], question: Question): Map<string, bigint> {
  const valid = validAt(all, question.asOf)
  const rows = valid.flatMap(report => {
    const before = valid
      .filter(
        each =>
          key(each) === key(report) &&
          each.periodEnd < report.periodEnd &&
          each.periodEnd.slice(0, 4) === report.periodEnd.slice(0, 4),
      )
      .sort((left, right) => (left.periodEnd < right.periodEnd ? 1 : -1))[0]
    if (
      !asked(report, question) ||
      ![report, ...(before ? [before] : [])].every(each => sees(question.reader, each))
    )
      return []
    const subtracted = before ? facts(before).map(fact => ({ ...fact, report, bani: -fact.bani })) : []
    return [...facts(report), ...subtracted]
  })
  const sums = new Map<string, bigint>()
  for (const [group, parts] of groupsOf(question, rows))
    sums.set(
      group,
      parts.reduce((sum, fact) => sum + fact.bani, 0n),
    )
  return sums
}
