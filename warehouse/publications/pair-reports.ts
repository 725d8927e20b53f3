import type { Transaction } from '../engine/engine.ts'
import type { Publication } from './publication.ts'

interface Neighbour {
  readonly publication: number
  readonly periodEnd: string
  readonly visibility: string
}

/** Keeps publication_pairs: a new report stands after the valid one before it in the year, and the next one of the year
 * now stands after it. The pairs that this replaces stay valid for readers pinned to an earlier number.
 * Called before the publication's own row is written. */
export async function pairReports(transaction: Transaction, publication: Publication): Promise<void> {
  const { cui, reportType, periodEnd, publication: number } = publication
  const year = periodEnd.slice(0, 4)
  const { rows } = await transaction.query(
    `select publication, period_end, visibility from publications
     where cui = ? and report_type = ? and superseded_by is null
       and period_end between cast(? as date) and cast(? as date)
     order by period_end`,
    [cui, reportType, `${year}-01-01`, `${year}-12-31`],
  )
  const reports = rows.map(
    ([id, end, visibility]): Neighbour => ({
      publication: Number(id),
      periodEnd: end ?? '',
      visibility: visibility ?? 'internal',
    }),
  )
  const before = reports.findLast(report => report.periodEnd < periodEnd) ?? null
  const replaced = reports.find(report => report.periodEnd === periodEnd)
  const after = reports.find(report => report.periodEnd > periodEnd)
  for (const closed of [replaced, after])
    if (closed)
      await transaction.query(
        'update publication_pairs set valid_until = ? where publication = ? and valid_until is null',
        [number, closed.publication],
      )
  const current = { publication: number, periodEnd, visibility: publication.visibility }
  await transaction.append(
    'publication_pairs',
    [
      'publication',
      'predecessor',
      'visibility',
      'period_start',
      'months_covered',
      'valid_from',
      'valid_until',
    ],
    [pair(current, before, number), ...(after ? [pair(after, current, number)] : [])],
  )
}

const month = (day: string): number => Number(day.slice(5, 7))

const pair = (report: Neighbour, before: Neighbour | null, validFrom: number) => [
  report.publication,
  before?.publication ?? null,
  report.visibility === 'public' && (before === null || before.visibility === 'public')
    ? 'public'
    : 'internal',
  before ? dayAfter(before.periodEnd) : `${report.periodEnd.slice(0, 4)}-01-01`,
  month(report.periodEnd) - (before ? month(before.periodEnd) : 0),
  validFrom,
  null,
]

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
