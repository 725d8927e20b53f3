import { type BudgetKind, type BudgetSection, type PreviousLine, parseBani } from '../../domain/index.ts'
import type { Engine } from '../engine/engine.ts'
import { WarehouseError } from '../engine/warehouse-error.ts'
import { utcTimestamp } from './publication.ts'

/** Number of the latest publication; 0 when there is none. */
export async function currentPublication(engine: Engine): Promise<number> {
  const { rows } = await engine.query('select coalesce(max(publication), 0) from publications')
  return Number(rows[0]?.[0] ?? 0)
}

/** Number of the latest publication at an instant (ISO with its zone, or a Date); 0 when none was yet. */
export async function publicationAt(engine: Engine, instant: string | Date): Promise<number> {
  const timestamp = utcTimestamp(instant)
  if (timestamp === null)
    throw new WarehouseError({ code: 'publication_invalid', field: 'instant', value: String(instant) })
  const { rows } = await engine.query(
    'select coalesce(max(publication), 0) from publications where published_at <= cast(? as timestamp)',
    [timestamp],
  )
  return Number(rows[0]?.[0] ?? 0)
}

/** The entity's valid report of this type before a date: of the same year when `sameYear` (cumulative amounts begin anew
 * each January), with the lines that a comparison needs. */
export async function previousReport(
  engine: Engine,
  cui: string,
  reportType: string,
  before: string,
  sameYear = true,
): Promise<{ periodEnd: string; lines: PreviousLine[] } | null> {
  const report = await validReportBefore(engine, cui, reportType, before, sameYear)
  if (!report) return null
  const { publication, periodEnd } = report
  const { rows } = await engine.query(
    `select kind, functional, economic, source, section, amount from facts.execution
     where publication = cast(? as bigint) order by line_id`,
    [publication],
  )
  return {
    periodEnd,
    lines: rows.map(([kind, functional, economic, source, section, amount]): PreviousLine => {
      const bani = parseBani(amount ?? '')
      if (bani === null) throw new Error(`publication ${publication} has the amount ${amount}`)
      return {
        kind: kind as BudgetKind,
        functional: functional ?? '',
        economic: economic ?? null,
        source: source ?? '',
        section: (section ?? null) as BudgetSection | null,
        amount: bani,
      }
    }),
  }
}

/** Number and date of the entity's valid report of a type before a date. */
export async function validReportBefore(
  engine: Engine,
  cui: string,
  reportType: string,
  before: string,
  sameYear: boolean,
): Promise<{ publication: string; periodEnd: string } | null> {
  const found = await engine.query(
    `select publication, period_end from publications
     where cui = ? and report_type = ? and superseded_by is null
       and period_end < cast(? as date) and period_end >= cast(? as date)
     order by period_end desc limit 1`,
    [cui, reportType, before, sameYear ? `${before.slice(0, 4)}-01-01` : '0001-01-01'],
  )
  const [publication = null, periodEnd = null] = found.rows[0] ?? []
  if (publication === null || periodEnd === null) return null
  return { publication, periodEnd }
}
