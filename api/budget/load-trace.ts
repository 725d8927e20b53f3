import { displayEconomicCode, displayFunctionalCode } from '../../domain/index.ts'
import type { SecurityContext } from '../../semantic-layer/index.ts'
import type { System } from '../instance/system.ts'
import { entitySummary } from './entities.ts'
import type { Pinned } from './pin-slice.ts'
import { sliceQuery, tracePath, viewOf } from './slice.ts'

const LINE_MEMBERS = [
  'line_id',
  'paragraph',
  'paragraph_name_ro',
  'paragraph_name_hu',
  'paragraph_name_en',
  'economic_line',
  'economic_line_name_ro',
  'economic_line_name_hu',
  'economic_line_name_en',
  'sector',
  'source',
  'section',
  'sheet',
  'cell',
  'raw_value',
] as const

/** Lines are numbered within their publication: this many to each. */
const LINES_PER_PUBLICATION = 1_000_000

/** The cells behind a slice, paged; the sum of all of them is the figure. */
export async function loadTrace(
  system: System,
  { slice, organisation, periods, period }: Pinned,
  page: { offset: number; limit: number },
  context: SecurityContext,
) {
  const view = viewOf(slice.mode)
  const own = slice.mode === 'own'
  const member = (name: string) => `${view}.${name}`
  const options = { asOf: slice.asOf }
  const [lines, total] = await Promise.all([
    system.gateway.load(
      {
        ...sliceQuery(slice),
        measures: [member('amount')],
        dimensions: [...LINE_MEMBERS, ...(own ? ['sign'] : [])].map(member),
        order: [[member('line_id'), 'asc'], ...(own ? [[member('sign'), 'desc'] as [string, 'desc']] : [])],
        limit: page.limit,
        offset: page.offset,
        total: true,
      },
      context,
      options,
    ),
    system.gateway.load({ ...sliceQuery(slice), measures: [member('amount')] }, context, options),
  ])
  // Of a period's own amount some lines belong to the report before it: each line's number tells its publication.
  const reports = new Map(periods.map(period => [period.publication, period]))
  const count = lines.total ?? lines.data.length
  const next = page.offset + lines.data.length
  return {
    entity: entitySummary(organisation, periods),
    at: slice.at,
    asOf: slice.asOf,
    kind: slice.kind,
    mode: slice.mode,
    total: total.data[0]?.[member('amount')] ?? '0.00',
    count,
    rows: lines.data.map(row => {
      const value = (name: string) => row[member(name)] ?? ''
      const names = (name: string, code: string) => ({
        ro: value(`${name}_ro`) || code,
        hu: value(`${name}_hu`) || code,
        en: value(`${name}_en`) || code,
      })
      const economic = row[member('economic_line')]
      const sign = own && value('sign').startsWith('-') ? (-1 as const) : (1 as const)
      const report = reports.get(Math.floor(Number(value('line_id')) / LINES_PER_PUBLICATION)) ?? period
      const place = new URLSearchParams({ sheet: value('sheet'), cell: value('cell') })
      return {
        line: value('line_id'),
        amount: value('amount'),
        sign,
        functional: {
          code: value('paragraph'),
          display: displayFunctionalCode(value('paragraph'), {
            sector: value('sector'),
            source: value('source'),
          }),
          names: names('paragraph_name', value('paragraph')),
        },
        economic: economic
          ? {
              code: economic,
              display: displayEconomicCode(economic),
              names: names('economic_line_name', economic),
            }
          : null,
        source: value('source'),
        section: row[member('section')] ?? null,
        submission: report.submissionId,
        fileName: report.fileName,
        sha256: report.sha256,
        sheet: value('sheet'),
        cell: value('cell'),
        rawValue: value('raw_value'),
        version: report.version,
        publication: report.publication,
        periodEnd: report.periodEnd,
        excerpt: `/api/public/submissions/${report.submissionId}/excerpt?${place}`,
      }
    }),
    next:
      next < count && lines.data.length > 0 ? tracePath(slice, { offset: next, limit: page.limit }) : null,
  }
}
