import { casesOf, type ParityCase, type ShortFilter, type ShortQuery } from '../parity-case.ts'
import { all } from '../plain-sql.ts'

const { expect } = casesOf('budget_execution')

/** Reports by a condition on their date, which is a calendar day in every time zone. */
const DAYS: readonly [name: string, filter: ShortFilter, where: string][] = [
  [
    'inDateRange',
    ['period_end', 'inDateRange', '2025-12-31', '2026-02-28'],
    "period_end between '2025-12-31' and '2026-02-28'",
  ],
  ['inDateRange, one day', ['period_end', 'inDateRange', '2026-01-31'], "period_end = '2026-01-31'"],
  [
    'notInDateRange',
    ['period_end', 'notInDateRange', '2025-12-31', '2026-02-28'],
    "period_end not between '2025-12-31' and '2026-02-28'",
  ],
  ['beforeDate', ['period_end', 'beforeDate', '2026-01-31'], "period_end < '2026-01-31'"],
  ['beforeOrOnDate', ['period_end', 'beforeOrOnDate', '2026-01-31'], "period_end <= '2026-01-31'"],
  ['afterDate', ['period_end', 'afterDate', '2026-01-31'], "period_end > '2026-01-31'"],
  ['afterOrOnDate', ['period_end', 'afterOrOnDate', '2026-01-31'], "period_end >= '2026-01-31'"],
  ['onTheDate', ['period_end', 'onTheDate', '2025-12-31'], "period_end = '2025-12-31'"],
  ['equals', ['period_end', 'equals', '2026-03-31'], "period_end = '2026-03-31'"],
  ['notEquals', ['period_end', 'notEquals', '2026-03-31'], "period_end <> '2026-03-31'"],
  ['set', ['period_end', 'set'], 'true'],
  ['notSet', ['period_end', 'notSet'], 'false'],
  ['a phrase as a filter', ['period_end', 'inDateRange', 'last year'], 'year(period_end) = 2025'],
  ['before a phrase', ['period_end', 'beforeDate', 'this year'], 'year(period_end) < 2026'],
  [
    'dates within an or',
    {
      or: [
        ['period_end', 'beforeDate', '2025-08-01'],
        ['period_end', 'afterDate', '2026-03-30'],
      ],
    },
    "period_end < '2025-08-01' or period_end > '2026-03-30'",
  ],
]

/** Phrases as on 15 July 2026. */
const PHRASES: readonly [range: string | readonly [string, string], from: string, to: string][] = [
  ['this year', '2026-01-01', '2026-12-31'],
  ['last year', '2025-01-01', '2025-12-31'],
  ['last 2 quarters', '2026-01-01', '2026-06-30'],
  ['last quarter', '2026-04-01', '2026-06-30'],
  ['last 4 months', '2026-03-01', '2026-06-30'],
  ['this month', '2026-07-01', '2026-07-31'],
  ['from 8 months ago to now', '2025-11-15', '2026-07-15'],
  ['from 2025-12-01 to 2026-01-31', '2025-12-01', '2026-01-31'],
  [['2026-01-31', '2026-02-28'], '2026-01-31', '2026-02-28'],
  ['2026-03-31', '2026-03-31', '2026-03-31'],
]

/** Publication times, which differ by zone: `shift` hours from UTC in summer. */
const ZONES: readonly [name: string, short: ShortQuery, shift: number, where: string][] = [
  [
    'this month in Bucharest',
    { timezone: 'Europe/Bucharest', time: { of: 'published_at', in: 'this month' } },
    3,
    "local >= '2026-07-01' and local < '2026-08-01'",
  ],
  [
    'this month in UTC',
    { time: { of: 'published_at', in: 'this month' } },
    0,
    "local >= '2026-07-01' and local < '2026-08-01'",
  ],
  [
    'yesterday in New York',
    { timezone: 'America/New_York', time: { of: 'published_at', in: 'yesterday' } },
    -4,
    "local::date = '2026-07-14'",
  ],
  [
    'last week in Bucharest',
    { timezone: 'Europe/Bucharest', time: { of: 'published_at', in: 'last week' } },
    3,
    "local >= '2026-07-06' and local < '2026-07-13'",
  ],
  [
    'the last 300 hours',
    { time: { of: 'published_at', in: 'last 300 hours' } },
    0,
    "local >= '2026-07-03 00:00' and local < '2026-07-15 12:00'",
  ],
  [
    'onTheDate in Bucharest',
    { timezone: 'Europe/Bucharest', filters: [['published_at', 'onTheDate', '2026-07-13']] },
    3,
    "local::date = '2026-07-13'",
  ],
  [
    'beforeDate with a time',
    { filters: [['published_at', 'beforeDate', '2026-06-24T20:30:00']] },
    0,
    "local < '2026-06-24 20:30'",
  ],
  [
    'beforeOrOnDate with a time',
    { filters: [['published_at', 'beforeOrOnDate', '2026-06-24T20:30:00']] },
    0,
    "local <= '2026-06-24 20:30'",
  ],
  [
    'afterOrOnDate with an offset',
    { filters: [['published_at', 'afterOrOnDate', '2026-07-01T00:00:00+03:00']] },
    3,
    "local >= '2026-07-01'",
  ],
  [
    'notInDateRange in Bucharest',
    {
      timezone: 'Europe/Bucharest',
      filters: [['published_at', 'notInDateRange', '2026-06-21', '2026-07-01']],
    },
    3,
    "local < '2026-06-21' or local >= '2026-07-02'",
  ],
]

export const dates: ParityCase[] = [
  ...DAYS.map(([name, filter, where]) =>
    expect(
      name,
      { measures: ['lines'], dimensions: ['file_name'], filters: [filter], timezone: 'Pacific/Kiritimati' },
      `select file_name, count(*) from ${all()} where ${where} group by 1`,
    ),
  ),
  ...PHRASES.map(([range, from, to]) =>
    expect(
      `range ${range}`,
      { measures: ['lines', 'reports'], dimensions: ['entity_cui'], time: { in: range }, who: 'county' },
      `select cui, count(*), count(distinct publication) from ${all({ who: 'county' })}
        where period_end between '${from}' and '${to}' group by 1`,
    ),
  ),
  ...ZONES.map(([name, short, shift, where]) =>
    expect(
      `published ${name}`,
      { measures: ['lines'], dimensions: ['file_name'], who: 'county', ...short },
      `select file_name, count(*) from (select *, published_at + interval '${shift} hours' as local from ${all({ who: 'county' })})
        where ${where} group by 1`,
    ),
  ),
]
