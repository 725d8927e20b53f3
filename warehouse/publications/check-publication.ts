import {
  type BudgetKind,
  type ExecutionReport,
  formatBani,
  parseBani,
  type StagedReport,
  sumBani,
} from '../../domain/index.ts'
import { WarehouseError } from '../engine/warehouse-error.ts'
import { type Publication, utcTimestamp } from './publication.ts'

/** line_id = publication * LINES_PER_PUBLICATION + ordinal. */
export const LINES_PER_PUBLICATION = 1_000_000

/** Refuses a publication that isn't about its report, or whose lines don't add up to the totals given with it and in the
 * report. The last gate before figures become public: it repeats what validation has already found right. */
export function checkPublication(publication: Publication, report: ExecutionReport | StagedReport): void {
  invalid(
    'publication',
    publication.publication,
    Number.isSafeInteger(publication.publication) && publication.publication > 0,
  )
  invalid('version', publication.version, Number.isInteger(publication.version) && publication.version > 0)
  invalid('publishedAt', publication.publishedAt, utcTimestamp(publication.publishedAt) !== null)
  invalid('periodEnd', publication.periodEnd, isDay(publication.periodEnd))
  invalid('visibility', publication.visibility, ['public', 'internal'].includes(publication.visibility))
  invalid('lines', publication.lines, publication.lines <= LINES_PER_PUBLICATION)
  for (const field of ['eventId', 'submissionId', 'county', 'cui', 'sha256', 'fileName'] as const)
    invalid(field, publication[field], publication[field] !== '')
  same('cui', publication.cui, report.cui)
  same('reportType', publication.reportType, report.type)
  same('periodEnd', publication.periodEnd, report.periodEnd)
  same('lines', publication.lines, report.lines.length)
  if ('file' in report.lines) return
  const { lines } = report
  checkTotals(publication, report, kind =>
    sumBani(lines.filter(line => line.kind === kind).map(line => line.amount)),
  )
}

/** `sumOf` adds up the lines that are published. */
export function checkTotals(
  publication: Publication,
  report: Pick<ExecutionReport, 'totals' | 'controlTotals'>,
  sumOf: (kind: BudgetKind) => bigint,
): void {
  for (const kind of ['revenue', 'expenditure'] as const) {
    const lines = sumOf(kind)
    const given = parseBani(publication[kind])
    if (given === null) invalid(kind, publication[kind], false)
    else add(kind, lines, given)
    add(kind, lines, report.totals[kind])
    const control = report.controlTotals[kind]
    if (control) add(kind, lines, control.amount)
  }
}

function add(kind: BudgetKind, lines: bigint, total: bigint): void {
  if (lines === total) return
  throw new WarehouseError({
    code: 'totals_differ',
    kind,
    lines: formatBani(lines),
    total: formatBani(total),
    difference: formatBani(lines - total),
  })
}

export function same(field: string, publication: string | number, report: string | number): void {
  if (publication === report) return
  throw new WarehouseError({
    code: 'publication_mismatch',
    field,
    publication: String(publication),
    report: String(report),
  })
}

function invalid(field: string, value: string | number, valid: boolean): void {
  if (!valid) throw new WarehouseError({ code: 'publication_invalid', field, value: String(value) })
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && utcTimestamp(`${text}T00:00:00Z`)?.slice(0, 10) === text
