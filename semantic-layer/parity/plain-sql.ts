// What the queries mean, over the plain tables: no window functions, no pushed-down conditions, nothing of the model's sql.
import { SCHOOL, type Who } from './dataset.ts'

const SEES: Record<Who, string> = {
  public: "visibility = 'public'",
  school: `(visibility = 'public' or cui = '${SCHOOL}')`,
  county: 'true',
}
const VALID = '(select * from publications where superseded_by is null)'
const REPORT = 'r.report_type, r.version, r.published_at, r.file_name, r.sample, r.sha256, r.submission_id'

interface Asked {
  readonly who?: Who
  /** On the columns of `publications`. */
  readonly where?: string
}

const asked = ({ who = 'public', where = 'true' }: Asked): string =>
  `(select * from ${VALID} where ${SEES[who]} and (${where}))`

/** Lines of all reports asked for. */
export const all = (of: Asked = {}): string =>
  `(select f.*, ${REPORT} from facts.execution f join ${asked(of)} r on r.publication = f.publication) x`

/** Lines of the reports after which no other one of the institution came, within the bucket (an expression on `period_end`). */
export const last = (of: Asked & { readonly bucket?: string } = {}): string => {
  const { bucket = "'all'" } = of
  const reports = `(select *, ${bucket} as bucket from ${asked(of)})`
  return `(select f.*, ${REPORT} from facts.execution f join ${reports} r on r.publication = f.publication
    where not exists (select 1 from ${reports} later where later.cui = r.cui and later.report_type = r.report_type
      and later.bucket = r.bucket and later.period_end > r.period_end)) x`
}

/** Lines of each report, and of the year's report before it with the opposite sign; both must be seen. */
export const own = (of: Asked = {}): string => {
  const { who = 'public' } = of
  const pairs = `(select r.*, (select arg_max(b.publication, b.period_end) from ${VALID} b where b.cui = r.cui
      and b.report_type = r.report_type and year(b.period_end) = year(r.period_end) and b.period_end < r.period_end) as before
    from ${asked(of)} r)`
  const seen = `(before is null or before in (select publication from publications where ${SEES[who]}))`
  const columns = `f.cui, f.kind, f.functional, f.economic, f.source, f.section, r.period_end, r.report_type, r.version, r.publication`
  return `(select ${columns}, f.amount, 1 as sign from ${pairs} r join facts.execution f on f.publication = r.publication where ${seen}
    union all
    select ${columns}, -f.amount, -1 from ${pairs} r join facts.execution f on f.publication = r.before where ${seen}) x`
}

export const REVENUE = "sum(amount) filter (where kind = 'revenue')"
export const EXPENDITURE = "sum(amount) filter (where kind = 'expenditure')"
/** First day of a half-year or school year. */
export const HALF_YEAR =
  'make_date(CAST(year(period_end) AS BIGINT), CASE WHEN month(period_end) <= 6 THEN 1 ELSE 7 END, 1)'
export const SCHOOL_YEAR =
  'make_date(CAST(year(period_end) AS BIGINT) - CASE WHEN month(period_end) < 9 THEN 1 ELSE 0 END, 9, 1)'
export const bucket = (granularity: string): string => `date_trunc('${granularity}', period_end)`
/** A quotient as a decimal of so many places; floats serve here, since no figure of the dataset lies on a border. */
export const ratio = (numerator: string, denominator: string, places = 6): string =>
  `CAST(round(CAST(${numerator} AS DOUBLE) / nullif(CAST(${denominator} AS DOUBLE), 0), ${places}) AS DECIMAL(38,${places}))`
