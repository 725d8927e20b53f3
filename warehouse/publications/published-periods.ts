import type { Names } from '../../domain/index.ts'
import type { Engine, Value } from '../engine/engine.ts'

export interface ReadOptions {
  /** Publication number that the answer is pinned to. */
  readonly asOf: number
  /** Reports that aren't public too; only for readers who may see them. */
  readonly internal?: boolean
}

/** A valid report of an entity. Amounts are decimal strings in lei: cumulative since 1 January, and the period's own
 * (null when the report before it isn't public, since the difference would give it away). */
export interface PublishedPeriod {
  readonly cui: string
  readonly at: string
  readonly reportType: string
  readonly visibility: 'public' | 'internal'
  readonly version: number
  readonly publication: number
  readonly publishedAt: string
  readonly submissionId: string
  readonly fileName: string
  readonly sha256: string
  readonly demo: boolean
  readonly sample: boolean
  readonly lines: number
  readonly revenue: string
  readonly expenditure: string
  readonly monthsCovered: number
  readonly ownRevenue: string | null
  readonly ownExpenditure: string | null
  /** No later version is known, at the pinned number or after it. */
  readonly current: boolean
}

export interface PublishedEntity {
  readonly cui: string
  readonly county: string
  readonly names: Names
  readonly kind: string
  readonly siruta: string | null
  readonly parentCui: string | null
  readonly demo: boolean
  /** The latest report, null when none is valid. */
  readonly latest: PublishedPeriod | null
}

/** The entity's valid reports, newest first; of all entities when `cui` is null. */
export async function publishedPeriods(
  engine: Engine,
  cui: string | null,
  { asOf, internal = false }: ReadOptions,
): Promise<PublishedPeriod[]> {
  const { rows } = await engine.query(
    `select p.cui, p.period_end, p.report_type, p.visibility, p.version, p.publication, p.published_at,
       p.submission_id, p.file_name, p.sha256, p.demo, p.sample, p.lines, p.revenue, p.expenditure,
       c.months_covered,
       case when c.visibility = 'public' or ? then p.revenue - coalesce(q.revenue, 0) end,
       case when c.visibility = 'public' or ? then p.expenditure - coalesce(q.expenditure, 0) end,
       p.superseded_by is null
     from publications p
     join publication_pairs c on c.publication = p.publication
       and c.valid_from <= ? and (c.valid_until is null or c.valid_until > ?)
     left join publications q on q.publication = c.predecessor
     where p.publication <= ? and (p.superseded_by is null or p.superseded_by > ?)
       and (p.visibility = 'public' or ?) and (p.cui = ? or ?)
     order by p.period_end desc, p.report_type, p.cui`,
    [internal, internal, asOf, asOf, asOf, asOf, internal, cui ?? '', cui === null],
  )
  return rows.map(periodOf)
}

/** All entities with their latest valid report, in the order of their Romanian names. */
export async function publishedEntities(engine: Engine, options: ReadOptions): Promise<PublishedEntity[]> {
  const [entities, periods] = await Promise.all([
    engine.query(
      `select cui, county, name_ro, name_hu, name_en, kind, siruta, parent_cui, demo from dim.entity
       order by name_ro, cui`,
    ),
    publishedPeriods(engine, null, options),
  ])
  const latest = new Map<string, PublishedPeriod>()
  for (const period of periods) if (!latest.has(period.cui)) latest.set(period.cui, period)
  return entities.rows.map(([cui, county, ro, hu, en, kind, siruta, parentCui, demo]) => ({
    cui: text(cui),
    county: text(county),
    names: { ro: text(ro), hu: text(hu), en: text(en) },
    kind: text(kind),
    siruta: siruta ?? null,
    parentCui: parentCui ?? null,
    demo: demo === 'true',
    latest: latest.get(text(cui)) ?? null,
  }))
}

/** People of a town or commune: the year asked for or the last known before it, else the first known. */
export async function populationOf(
  engine: Engine,
  siruta: string,
  year: number,
): Promise<{ value: number; year: number; basis: string } | null> {
  const { rows } = await engine.query(
    `select population, year, basis from dim.population where siruta = ?
     order by case when year <= ? then 0 else 1 end, abs(year - ?), basis limit 1`,
    [siruta, year, year],
  )
  const [value, found, basis] = rows[0] ?? []
  return value && found && basis ? { value: Number(value), year: Number(found), basis } : null
}

const text = (value: Value | undefined): string => value ?? ''

function periodOf(row: Value[]): PublishedPeriod {
  const [
    cui,
    at,
    reportType,
    visibility,
    version,
    publication,
    publishedAt,
    submissionId,
    fileName,
    ...rest
  ] = row
  const [sha256, demo, sample, lines, revenue, expenditure, months, ownRevenue, ownExpenditure, current] =
    rest
  return {
    cui: text(cui),
    at: text(at),
    reportType: text(reportType),
    visibility: visibility === 'public' ? 'public' : 'internal',
    version: Number(version),
    publication: Number(publication),
    publishedAt: `${text(publishedAt)}Z`,
    submissionId: text(submissionId),
    fileName: text(fileName),
    sha256: text(sha256),
    demo: demo === 'true',
    sample: sample === 'true',
    lines: Number(lines),
    revenue: text(revenue),
    expenditure: text(expenditure),
    monthsCovered: Number(months),
    ownRevenue: ownRevenue ?? null,
    ownExpenditure: ownExpenditure ?? null,
    current: current === 'true',
  }
}
