import { type Names, withoutMarks } from '../../domain/index.ts'
import { findOrganisation, listOrganisations, type Organisation } from '../../services/index.ts'
import type { PublishedPeriod } from '../../warehouse/index.ts'
import { ProblemError } from '../http/problem.ts'
import type { System } from '../instance/system.ts'

const fold = (text: string): string => withoutMarks(text).toLowerCase()

/** The reports that stand for an institution on a public page: where it sends the gross sum and its own, the gross sum. */
export function mainPeriods(periods: readonly PublishedPeriod[]): PublishedPeriod[] {
  const byDate = new Map<string, PublishedPeriod>()
  for (const period of periods) {
    const known = byDate.get(period.periodEnd)
    if (!known || known.reportType < period.reportType) byDate.set(period.periodEnd, period)
  }
  return [...byDate.values()].sort((left, right) => (left.periodEnd < right.periodEnd ? 1 : -1))
}

export function entitySummary(organisation: Organisation, periods: readonly PublishedPeriod[]) {
  const [latest] = mainPeriods(periods)
  return {
    cui: organisation.cui,
    siruta: organisation.siruta,
    names: organisation.names,
    kind: organisation.kind,
    county: organisation.county,
    demo: organisation.demo,
    sample: periods.some(period => period.sample),
    latest: latest
      ? { at: latest.periodEnd, revenue: latest.revenue, expenditure: latest.expenditure }
      : null,
  }
}

/** Institutions whose Romanian, Hungarian or English name or fiscal code contains every word, reporting ones first. */
export async function searchEntities(system: System, search: string) {
  const words = fold(search).split(/\s+/).filter(Boolean)
  const matches = ({ names, cui, siruta, kind }: Organisation) => {
    // A department has no budget of its own.
    if (kind === 'department') return false
    const text = fold(`${names.ro} ${names.hu} ${names.en} ${cui ?? ''} ${siruta ?? ''}`)
    return words.every(word => text.includes(word))
  }
  const organisations = (await listOrganisations(system.db)).filter(matches)
  const periods = await system.warehouse.periodsOfAll(system.publication(), 'public')
  return organisations
    .map(organisation =>
      entitySummary(organisation, organisation.cui ? (periods.get(organisation.cui) ?? []) : []),
    )
    .sort(
      (left, right) =>
        Number(right.latest !== null) - Number(left.latest !== null) ||
        Number(left.demo) - Number(right.demo),
    )
}

export async function knownOrganisation(system: System, cui: string): Promise<Organisation> {
  const organisation = await findOrganisation(system.db, { cui })
  if (!organisation) throw new ProblemError('entity_unknown')
  return organisation
}

export async function describeEntity(system: System, cui: string, asOf: number) {
  const organisation = await knownOrganisation(system, cui)
  const [periods, population, parent] = await Promise.all([
    system.warehouse.periods(cui, asOf, 'public'),
    organisation.siruta ? system.warehouse.population(organisation.siruta) : null,
    organisation.parentCui ? findOrganisation(system.db, { cui: organisation.parentCui }) : null,
  ])
  return {
    ...entitySummary(organisation, periods),
    parent: parent?.cui ? { cui: parent.cui, names: parent.names as Names } : null,
    population,
    periods: mainPeriods(periods).map(period => ({
      at: period.periodEnd,
      reportType: period.reportType,
      version: period.version,
      publication: period.publication,
      publishedAt: period.publishedAt,
      monthsCovered: period.monthsCovered,
      revenue: period.revenue,
      expenditure: period.expenditure,
      ownRevenue: period.ownRevenue,
      ownExpenditure: period.ownExpenditure,
    })),
  }
}
