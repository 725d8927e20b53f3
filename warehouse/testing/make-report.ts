import {
  type BudgetKind,
  type BudgetSection,
  bani,
  type Cui,
  type ExecutionLine,
  type ExecutionReport,
  formatBani,
  sumBani,
} from '../../domain/index.ts'
import type { Publication } from '../publications/publication.ts'

/** A line for tests in one string: "expenditure 650301 100101 A F 123.45", "-" where there is none. */
export function line(text: string, row = 1, names: Partial<ExecutionLine> = {}): ExecutionLine {
  const [kind, functional = '', economic, source = 'A', section, amount = '0.00'] = text.split(' ')
  return {
    kind: kind as BudgetKind,
    functional,
    functionalName: `name of ${functional}`,
    economic: economic === '-' ? null : (economic ?? null),
    economicName: economic === '-' ? null : `name of ${economic}`,
    source,
    sourceName: `source ${source}`,
    section: section === '-' ? null : (section as BudgetSection),
    amount: bani(BigInt(amount.replace('.', ''))),
    sheet: 'Sheet1',
    cell: `H${row}`,
    row,
    rawValue: amount,
    ...names,
  }
}

export function makeReport(cui: string, periodEnd: string, lines: readonly ExecutionLine[]): ExecutionReport {
  const total = (kind: BudgetKind) =>
    sumBani(lines.filter(each => each.kind === kind).map(each => each.amount))
  const totals = { revenue: total('revenue'), expenditure: total('expenditure') }
  return {
    type: 'FXB-EXB-901',
    periodEnd,
    sector: '02',
    cui: cui as Cui,
    entityName: `entity ${cui}`,
    lines,
    totals,
    controlTotals: {
      revenue: { amount: totals.revenue, sheet: 'Sheet1', cell: 'H900' },
      expenditure: { amount: totals.expenditure, sheet: 'Sheet1', cell: 'H901' },
    },
  }
}

export function makePublication(
  publication: number,
  report: ExecutionReport,
  more: Partial<Publication> = {},
): Publication {
  return {
    publication,
    eventId: `event-${publication}`,
    submissionId: `submission-${publication}`,
    county: 'HR',
    cui: report.cui,
    reportType: report.type,
    visibility: 'public',
    periodEnd: report.periodEnd,
    version: 1,
    publishedAt: new Date(Date.UTC(2026, 0, 1, 0, publication)).toISOString(),
    lines: report.lines.length,
    revenue: formatBani(report.totals.revenue),
    expenditure: formatBani(report.totals.expenditure),
    fileName: `report-${publication}.xlsx`,
    sha256: String(publication).padStart(64, '0'),
    demo: false,
    sample: false,
    ...more,
  }
}
