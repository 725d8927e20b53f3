import { CITY, SCHOOL, TOWN } from '../dataset.ts'
import { casesOf, type ParityCase, type ShortFilter } from '../parity-case.ts'
import { all, bucket, EXPENDITURE, last, REVENUE } from '../plain-sql.ts'

const { expect } = casesOf('budget_execution')

/** Conditions on reports, which decide which report is the last one. */
const REPORTS: readonly [name: string, filter: ShortFilter, where: string][] = [
  ['a date', ['period_end', 'beforeOrOnDate', '2026-02-28'], "period_end <= '2026-02-28'"],
  ['a version', ['version', 'equals', '1'], 'version = 1'],
  ['a publication', ['publication', 'lte', '7'], 'publication <= 7'],
  ['a time of publication', ['published_at', 'beforeDate', '2026-06-27'], "published_at < '2026-06-27'"],
  ['a file', ['file_name', 'notContains', 'martie'], "lower(file_name) not like '%martie%'"],
  ['a digest', ['sha256', 'notEquals', '6'.padStart(64, '0')], `sha256 <> '${'6'.padStart(64, '0')}'`],
  ['a type', ['report_type', 'equals', 'FXB-EXB-901'], "report_type = 'FXB-EXB-901'"],
  [
    'an institution or a date',
    {
      or: [
        ['entity_cui', 'equals', CITY],
        ['period_end', 'beforeDate', '2026-01-01'],
      ],
    },
    `cui = '${CITY}' or period_end < '2026-01-01'`,
  ],
  [
    'two versions of an or',
    {
      or: [
        ['version', 'equals', '2'],
        ['publication', 'equals', '3'],
      ],
    },
    'version = 2 or publication = 3',
  ],
]

export const semiAdditive: ParityCase[] = [
  ...REPORTS.map(([name, filter, where]) =>
    expect(
      `last by ${name}`,
      { measures: ['revenue', 'expenditure'], dimensions: ['entity_cui', 'report_type'], filters: [filter] },
      `select cui, report_type, ${REVENUE}, ${EXPENDITURE} from ${last({ where })} group by 1, 2`,
    ),
  ),
  expect(
    'everything',
    { measures: ['amount', 'revenue', 'expenditure'] },
    `select sum(amount), ${REVENUE}, ${EXPENDITURE} from ${last()}`,
  ),
  expect(
    'last by a submission, which is not for the public',
    {
      measures: ['expenditure'],
      dimensions: ['entity_cui'],
      filters: [['submission_id', 'equals', 'submission-3', 'submission-7']],
      who: 'school',
    },
    `select cui, ${EXPENDITURE} from ${last({ who: 'school', where: "submission_id in ('submission-3', 'submission-7')" })} group by 1`,
  ),
  expect(
    'what a school sees',
    { measures: ['expenditure'], dimensions: ['entity_cui', 'period_end'], who: 'school' },
    `select cui, period_end, ${EXPENDITURE} from ${last({ who: 'school', bucket: 'period_end' })} group by 1, 2`,
  ),
  expect(
    'what the county sees',
    { measures: ['expenditure'], dimensions: ['entity_cui'], who: 'county' },
    `select cui, ${EXPENDITURE} from ${last({ who: 'county' })} group by 1`,
  ),
  expect(
    'the last that one sees, not the last',
    { measures: ['expenditure'], filters: [['entity_cui', 'equals', CITY]] },
    `select ${EXPENDITURE} from ${last({ where: `cui = '${CITY}' and period_end <= '2026-03-31'` })}`,
  ),
  expect(
    'lines beside last reports',
    { measures: ['lines', 'reports', 'expenditure'], dimensions: ['economic_code'] },
    `select a.economic, a.n, a.r, l.e from
      (select economic, count(*) as n, count(distinct publication) as r from ${all()} group by 1) a
      left join (select economic, ${EXPENDITURE} as e from ${last()} group by 1) l on l.economic is not distinct from a.economic`,
  ),
  expect(
    'a range without reports',
    { measures: ['expenditure'], time: { in: ['2024-01-01', '2024-12-31'] } },
    'select CAST(null AS DECIMAL(38,2))',
  ),
  expect(
    'a condition on lines leaves the last reports as they are',
    {
      measures: ['expenditure'],
      dimensions: ['entity_cui'],
      filters: [['chapter', 'equals', '84']],
      time: { by: 'year' },
    },
    `select cui, ${bucket('year')}, ${EXPENDITURE} from ${last({ bucket: bucket('year') })} where functional[1:2] = '84' group by 1, 2`,
  ),
  expect(
    'lines of an own internal report',
    {
      measures: ['expenditure'],
      dimensions: ['cell', 'raw_value'],
      filters: [['entity_cui', 'equals', SCHOOL]],
      time: { in: '2026-01-31' },
      who: 'school',
    },
    `select cell, raw_value, sum(amount) from ${last({ who: 'school', where: `cui = '${SCHOOL}' and period_end = '2026-01-31'` })}
      where kind = 'expenditure' group by 1, 2 union all select cell, raw_value, null from ${last({ who: 'school', where: `cui = '${SCHOOL}' and period_end = '2026-01-31'` })} where kind = 'revenue'`,
  ),
  expect(
    'a correction takes the place of what it corrects',
    {
      measures: ['expenditure'],
      dimensions: ['version'],
      filters: [['entity_cui', 'equals', TOWN]],
      time: { by: 'month', in: ['2026-02-01', '2026-02-28'] },
    },
    `select version, ${bucket('month')}, ${EXPENDITURE} from ${last({ where: `cui = '${TOWN}' and period_end = '2026-02-28'`, bucket: bucket('month') })} group by 1, 2`,
  ),
]
