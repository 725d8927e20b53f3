import type { Organisation } from '../../services/index.ts'
import type { PublishedPeriod } from '../../warehouse/index.ts'
import { ProblemError } from '../http/problem.ts'
import type { System } from '../instance/system.ts'
import { knownOrganisation, mainPeriods } from './entities.ts'
import type { PinnedSlice, SliceQuery } from './slice.ts'

export interface Pinned {
  readonly slice: PinnedSlice
  readonly organisation: Organisation
  readonly periods: readonly PublishedPeriod[]
  readonly period: PublishedPeriod
}

/** The publication that "as of" names: a number, the end of a date in Bucharest, or an instant. */
export async function resolveAsOf(system: System, asOf: string | undefined): Promise<number> {
  const current = system.publication()
  if (asOf === undefined) return current
  if (/^\d+$/.test(asOf)) return Math.min(Number(asOf), current)
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(asOf) ? endOfDay(asOf) : asOf.endsWith('Z') ? asOf : `${asOf}Z`
  if (!instant || Number.isNaN(Date.parse(instant)))
    throw new ProblemError('request_invalid', 'asOf is no date')
  return system.warehouse.publicationAt(new Date(instant).toISOString())
}

/** Days end at 24:00 Europe/Bucharest: the last millisecond of the day, in UTC. */
function endOfDay(day: string): string | null {
  const noon = new Date(`${day}T12:00:00Z`)
  if (Number.isNaN(noon.getTime()) || !noon.toISOString().startsWith(day)) return null
  const hours = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Bucharest',
    hour: '2-digit',
    hourCycle: 'h23',
  })
  const offset = Number(hours.format(noon)) - 12
  return new Date(Date.parse(`${day}T00:00:00Z`) + (24 - offset) * 3_600_000 - 1).toISOString()
}

/** Answers a slice's open questions: latest date, main report, publication. Throws where there is nothing to show. */
export async function pinSlice(system: System, cui: string, query: SliceQuery): Promise<Pinned> {
  const organisation = await knownOrganisation(system, cui)
  const asOf = await resolveAsOf(system, query.asOf)
  const periods = await system.warehouse.periods(cui, asOf, 'public')
  const candidates = query.reportType
    ? periods.filter(period => period.reportType === query.reportType)
    : mainPeriods(periods)
  const period = query.at
    ? candidates.find(({ periodEnd }) => periodEnd === query.at)
    : candidates.reduce<PublishedPeriod | undefined>(
        (latest, next) => (!latest || next.periodEnd > latest.periodEnd ? next : latest),
        undefined,
      )
  if (!period) throw new ProblemError('report_missing', query.at ? `There is none at ${query.at}.` : null)
  const { kind, mode, functional, economic, source, section } = query
  return {
    organisation,
    periods,
    period,
    slice: {
      cui,
      at: period.periodEnd,
      reportType: period.reportType,
      asOf,
      kind,
      mode,
      functional,
      economic,
      source,
      section,
    },
  }
}
