import { casesOf, type ParityCase } from '../parity-case.ts'
import { all, bucket, EXPENDITURE, HALF_YEAR, last, own, SCHOOL_YEAR } from '../plain-sql.ts'

const cumulative = casesOf('budget_execution')
const added = casesOf('budget_execution_own')

const BUCKETS: readonly (readonly [granularity: string, sql: string])[] = [
  ...['day', 'week', 'month', 'quarter', 'year'].map(each => [each, bucket(each)] as const),
  ['half_year', HALF_YEAR],
  ['school_year', SCHOOL_YEAR],
]

export const granularities: ParityCase[] = [
  ...BUCKETS.flatMap(([by, sql]) => [
    cumulative.expect(
      `cumulative by ${by}`,
      { measures: ['expenditure'], dimensions: ['entity_cui'], time: { by } },
      `select cui, ${sql}, ${EXPENDITURE} from ${last({ bucket: sql })} group by 1, 2`,
    ),
    cumulative.expect(
      `lines and last reports by ${by} within a range`,
      { measures: ['lines', 'amount'], time: { by, in: ['2025-09-01', '2026-03-31'] }, who: 'county' },
      `select a.b, a.n, l.s from
        (select ${sql} as b, count(*) as n from ${all({ who: 'county', where: "period_end between '2025-09-01' and '2026-03-31'" })} group by 1) a
        left join (select ${sql} as b, sum(amount) as s from ${last({ who: 'county', where: "period_end between '2025-09-01' and '2026-03-31'", bucket: sql })} group by 1) l using (b)`,
    ),
    added.expect(
      `own amounts by ${by}`,
      { measures: ['expenditure'], time: { by } },
      `select ${sql}, ${EXPENDITURE} from ${own()} group by 1`,
    ),
  ]),
  cumulative.expect(
    'the short form among dimensions',
    { measures: ['expenditure'], dimensions: ['period_end.half_year'] },
    `select ${HALF_YEAR}, ${EXPENDITURE} from ${last({ bucket: HALF_YEAR })} group by 1`,
  ),
  cumulative.expect(
    'two that fit: months within school years',
    { measures: ['expenditure'], dimensions: ['period_end.school_year'], time: { by: 'month' } },
    `select ${SCHOOL_YEAR}, ${bucket('month')}, ${EXPENDITURE} from ${last({ bucket: bucket('month') })} group by 1, 2`,
  ),
  cumulative.expect(
    'two that fit: quarters within half-years',
    { measures: ['expenditure'], dimensions: ['period_end.half_year'], time: { by: 'quarter' } },
    `select ${HALF_YEAR}, ${bucket('quarter')}, ${EXPENDITURE} from ${last({ bucket: bucket('quarter') })} group by 1, 2`,
  ),
  cumulative.expect(
    'each date by itself',
    { measures: ['expenditure'], dimensions: ['period_end'] },
    `select period_end, ${EXPENDITURE} from ${last({ bucket: 'period_end' })} group by 1`,
  ),
  added.expect(
    'own amounts by two that do not fit',
    { measures: ['revenue'], dimensions: ['period_end.school_year'], time: { by: 'year' } },
    `select ${SCHOOL_YEAR}, ${bucket('year')}, sum(amount) filter (where kind = 'revenue') from ${own()} group by 1, 2`,
  ),
  cumulative.expect(
    'days of publication in Bucharest',
    {
      measures: ['reports'],
      time: { of: 'published_at', by: 'day', in: ['2026-06-20', '2026-07-20'] },
      timezone: 'Europe/Bucharest',
    },
    `select date_trunc('day', published_at + interval '3 hours'), count(distinct publication) from ${all()} group by 1`,
  ),
  cumulative.expect(
    'hours of publication in New York',
    {
      measures: ['reports'],
      time: { of: 'published_at', by: 'hour', in: ['2026-06-20', '2026-07-20'] },
      timezone: 'America/New_York',
    },
    `select date_trunc('hour', published_at - interval '4 hours'), count(distinct publication) from ${all()} group by 1`,
  ),
]
