import { casesOf, type ParityCase, type ShortQuery } from '../parity-case.ts'
import { own } from '../plain-sql.ts'

const { expect, refuse } = casesOf('budget_execution_own')

const MONTHS = [
  "('2026-01-01', '2026-01-31')",
  "('2026-02-01', '2026-02-28')",
  "('2026-03-01', '2026-03-31')",
  "('2026-04-01', '2026-04-30')",
]
const QUARTERS = [
  "('2025-07-01', '2025-09-30')",
  "('2025-10-01', '2025-12-31')",
  "('2026-01-01', '2026-03-31')",
]
const HALVES = [
  "('2025-01-01', '2025-06-30')",
  "('2025-07-01', '2025-12-31')",
  "('2026-01-01', '2026-06-30')",
]
const SCHOOL_YEARS = ["('2024-09-01', '2025-08-31')", "('2025-09-01', '2026-08-31')"]
const series = (periods: readonly string[]) =>
  `(select CAST(a AS DATE) as a, CAST(b AS DATE) as b from (values ${periods.join(', ')}) t(a, b)) s`

/** From which day on a window that ends on day b, of a period begun on day a, sums. */
const WINDOWS: Record<string, readonly [kind: string, from: string]> = {
  revenue_to_date: ['revenue', "date_trunc('year', a)"],
  expenditure_to_date: ['expenditure', "date_trunc('year', a)"],
  expenditure_trailing_year: ['expenditure', "b + interval '1 day' - interval '1 year'"],
  expenditure_running: ['expenditure', "date '1900-01-01'"],
}

const sums = (measure: string, periods: readonly string[], rows: string): string => {
  const [kind, from] = WINDOWS[measure] ?? ['', '']
  return `select a, (select sum(amount) from ${rows} where kind = '${kind}' and period_end >= ${from} and period_end <= b) from ${series(periods)}`
}

const by = (granularity: string, from: string, to: string): ShortQuery => ({
  time: { by: granularity, in: [from, to] },
})

export const rolling: ParityCase[] = [
  ...Object.keys(WINDOWS).flatMap(measure => [
    expect(
      `${measure} by month`,
      { measures: [measure], ...by('month', '2026-01-01', '2026-04-30') },
      sums(measure, MONTHS, own()),
    ),
    expect(
      `${measure} by quarter, over the turn of the year`,
      { measures: [measure], ...by('quarter', '2025-07-01', '2026-03-31') },
      sums(measure, QUARTERS, own()),
    ),
    expect(
      `${measure} by half-year`,
      { measures: [measure], ...by('half_year', '2025-01-01', '2026-06-30') },
      sums(measure, HALVES, own()),
    ),
    expect(
      `${measure} for a range as a whole`,
      { measures: [measure], time: { in: ['2026-02-01', '2026-03-31'] } },
      sums(measure, ["('2026-02-01', '2026-03-31')"], own()).replace('select a, ', 'select '),
    ),
    expect(
      `${measure} for the county`,
      { measures: [measure], ...by('month', '2026-01-01', '2026-04-30'), who: 'county' },
      sums(measure, MONTHS, own({ who: 'county' })),
    ),
  ]),
  expect(
    'running by school year',
    { measures: ['expenditure_running'], ...by('school_year', '2024-09-01', '2026-08-31') },
    sums('expenditure_running', SCHOOL_YEARS, own()),
  ),
  expect(
    'by month in another time zone',
    {
      measures: ['expenditure_trailing_year'],
      ...by('month', '2026-01-01', '2026-04-30'),
      timezone: 'America/New_York',
    },
    sums('expenditure_trailing_year', MONTHS, own()),
  ),
  expect(
    'a range as a whole in another time zone',
    {
      measures: ['expenditure_to_date'],
      time: { in: ['2026-01-01', '2026-01-31'] },
      timezone: 'Pacific/Kiritimati',
    },
    sums('expenditure_to_date', ["('2026-01-01', '2026-01-31')"], own()).replace('select a, ', 'select '),
  ),
  expect(
    'a month after a longer one takes no thirteenth month in',
    { measures: ['expenditure_trailing_year'], time: { in: ['2026-02-01', '2026-02-28'] } },
    sums('expenditure_trailing_year', ["('2026-02-01', '2026-02-28')"], own()).replace(
      'select a, ',
      'select ',
    ),
  ),
  expect(
    'by institution',
    {
      measures: ['expenditure_to_date'],
      dimensions: ['entity_cui'],
      ...by('month', '2026-01-01', '2026-03-31'),
    },
    `select cui, a, sum(amount) filter (where kind = 'expenditure') from ${series(MONTHS.slice(0, 3))}
      left join ${own()} on period_end >= date_trunc('year', a) and period_end <= b group by 1, 2`,
  ),
  expect(
    'with a condition on lines',
    {
      measures: ['expenditure_running'],
      filters: [['chapter', 'equals', '65']],
      ...by('month', '2026-01-01', '2026-04-30'),
    },
    sums('expenditure_running', MONTHS, `(select * from ${own()} where functional[1:2] = '65')`),
  ),
  expect(
    'with a condition on reports',
    {
      measures: ['expenditure_running'],
      filters: [['report_type', 'equals', 'FXB-EXB-900']],
      ...by('month', '2026-01-01', '2026-04-30'),
    },
    sums('expenditure_running', MONTHS, own({ where: "report_type = 'FXB-EXB-900'" })),
  ),
  expect(
    'with a segment',
    {
      measures: ['revenue_to_date'],
      segments: ['without_section_transfers'],
      ...by('month', '2026-01-01', '2026-04-30'),
    },
    sums('revenue_to_date', MONTHS, `(select * from ${own()} where functional not in ('370300', '370400'))`),
  ),
  expect(
    "beside the period's own amount, where there is one",
    { measures: ['expenditure', 'expenditure_to_date'], ...by('month', '2026-01-01', '2026-04-30') },
    `select * from (select a, (select sum(amount) from ${own()} where kind = 'expenditure' and period_end between a and b) as e,
       (select sum(amount) from ${own()} where kind = 'expenditure' and period_end >= date_trunc('year', a) and period_end <= b)
       from ${series(MONTHS)}) where e is not null`,
  ),
  expect(
    'two windows and their difference by month',
    { measures: ['revenue_to_date', 'expenditure_to_date'], ...by('month', '2026-01-01', '2026-04-30') },
    `select r.*, e.s from (${sums('revenue_to_date', MONTHS, own()).replace('from (select CAST', 'as s from (select CAST')}) r
      join (${sums('expenditure_to_date', MONTHS, own()).replace('from (select CAST', 'as s from (select CAST')}) e using (a)`,
  ),
  refuse(
    'a series without a range',
    { measures: ['expenditure_to_date'], time: { by: 'month' } },
    "Time series queries without dateRange aren't supported",
  ),
]
