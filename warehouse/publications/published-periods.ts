import type { Engine, Value } from '../engine/engine.ts'

/** Whose reports are read: those that anyone may see, or internal ones too (only for readers who may see them). */
export type ReadAccess = 'public' | 'all'

/** A valid report of an entity. Amounts are decimal strings in lei: cumulative since 1 January, and the period's own, for
 * the months since the report before it. When that one isn't public, public readers get the amounts since 1 January as
 * the period's own: the difference would give the hidden report away. */
export interface PublishedPeriod {
  readonly cui: string
  /** ISO date of the state. */
  readonly periodEnd: string
  readonly reportType: string
  readonly visibility: 'public' | 'internal'
  readonly version: number
  readonly publication: number
  /** ISO instant. */
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
  readonly ownRevenue: string
  readonly ownExpenditure: string
  /** No later version has replaced it, not even after the pinned number. */
  readonly current: boolean
}

/** The entity's reports valid at publication number `asOf`, newest first. */
export const publishedPeriods = (
  engine: Engine,
  cui: string,
  asOf: number,
  access: ReadAccess = 'public',
): Promise<PublishedPeriod[]> => readPeriods(engine, cui, asOf, access)

/** The same for every entity that has one, by fiscal code. */
export async function publishedPeriodsOfAll(
  engine: Engine,
  asOf: number,
  access: ReadAccess = 'public',
): Promise<Map<string, PublishedPeriod[]>> {
  const byEntity = new Map<string, PublishedPeriod[]>()
  for (const period of await readPeriods(engine, null, asOf, access)) {
    const known = byEntity.get(period.cui)
    if (known) known.push(period)
    else byEntity.set(period.cui, [period])
  }
  return byEntity
}

async function readPeriods(
  engine: Engine,
  cui: string | null,
  asOf: number,
  access: ReadAccess,
): Promise<PublishedPeriod[]> {
  const all = access === 'all'
  const { rows } = await engine.query(
    `select p.cui, p.period_end, p.report_type, p.visibility, p.version, p.publication, p.published_at,
       p.submission_id, p.file_name, p.sha256, p.demo, p.sample, p.lines, p.revenue, p.expenditure,
       case when c.visibility = 'public' or ? then c.months_covered
         else cast(extract(month from p.period_end) as integer) end,
       p.revenue - case when c.visibility = 'public' or ? then coalesce(q.revenue, 0) else 0 end,
       p.expenditure - case when c.visibility = 'public' or ? then coalesce(q.expenditure, 0) else 0 end,
       p.superseded_by is null
     from publications p
     join publication_pairs c on c.publication = p.publication
       and c.valid_from <= ? and (c.valid_until is null or c.valid_until > ?)
     left join publications q on q.publication = c.predecessor
     where p.publication <= ? and (p.superseded_by is null or p.superseded_by > ?)
       and (p.visibility = 'public' or ?) and (p.cui = ? or ?)
     order by p.period_end desc, p.report_type, p.cui`,
    [all, all, all, asOf, asOf, asOf, asOf, all, cui ?? '', cui === null],
  )
  return rows.map(periodOf)
}

/** People of a town or commune: in the year asked for or the last known before it, else the first known; without a year
 * the latest known. */
export async function populationOf(
  engine: Engine,
  siruta: string,
  year = 9999,
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
    periodEnd,
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
    periodEnd: text(periodEnd),
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
    ownRevenue: text(ownRevenue),
    ownExpenditure: text(ownExpenditure),
    current: current === 'true',
  }
}
