import type { Who } from '../dataset.ts'
import { casesOf, type ParityCase } from '../parity-case.ts'
import { bucket, EXPENDITURE, last, own, REVENUE, ratio, SCHOOL_YEAR } from '../plain-sql.ts'

const both = casesOf('budget_execution_both')
const people = casesOf('budget_per_inhabitant')

/** Cumulative and own amounts side by side: a full join of the two, each by itself. */
const sideBySide = (
  by: readonly string[],
  of: { who?: Who; where?: string; bucket?: string; lines?: string },
): string => {
  const keys = by.map((sql, index) => `${sql} as k${index}`).join(', ')
  const list = by.map((_, index) => index + 1).join(', ')
  const on = by.map((_, index) => `c.k${index} is not distinct from o.k${index}`).join(' and ')
  const lines = of.lines ?? 'true'
  return `select ${by.map((_, index) => `coalesce(c.k${index}, o.k${index})`).join(', ')}, c.e, o.e from
    (select ${keys}, ${EXPENDITURE} as e from ${last(of)} where ${lines} group by ${list}) c
    full join (select ${keys}, ${EXPENDITURE} as e from ${own(of)} where ${lines} group by ${list}) o on ${on}`
}
const measures = ['expenditure', 'own_period_expenditure']

const COUNTED = '(select siruta, population as people from dim.population where year = 2020)'
const reports = (who: Who, of = 'true', split?: string) =>
  last({ who, where: `report_type = 'FXB-EXB-900' and (${of})`, ...(split ? { bucket: split } : {}) })
/** Expenditure by territory beside everyone in it, and whether anyone there reported. */
const territories = (who: Who = 'public', of = 'true'): string =>
  `(select t.siruta, t.name_ro, t.name_hu, c.people, m.e, m.d, m.siruta is not null as reported from dim.territory t join ${COUNTED} c using (siruta)
    left join (select e.siruta, ${EXPENDITURE.replace('kind', 'x.kind')} as e, sum(amount) filter (where x.kind = 'expenditure' and section = 'D') as d
      from ${reports(who, of)} join dim.entity e using (cui) group by 1) m on m.siruta = t.siruta) y`
/** What institutions of the whole county spent, or everyone. */
const spent = (who: Who, of: 'without territory' | 'all'): string =>
  `(select ${EXPENDITURE.replace('kind', 'x.kind')} as e, sum(amount) filter (where x.kind = 'expenditure' and section = 'D') as d
    from ${reports(who)} join dim.entity e using (cui) where ${of === 'all' ? 'true' : 'e.siruta is null'}) z`
const ALL = 'sum(people)'
const REPORTING = 'sum(people) filter (where reported)'

export const multiFact: ParityCase[] = [
  both.expect(
    'by month and institution',
    { measures, dimensions: ['entity_cui'], time: { by: 'month' } },
    sideBySide(['cui', bucket('month')], { bucket: bucket('month') }),
  ),
  both.expect('by chapter', { measures, dimensions: ['chapter'] }, sideBySide(['functional[1:2]'], {})),
  both.expect('by section, null too', { measures, dimensions: ['section'] }, sideBySide(['section'], {})),
  both.expect(
    'by school year',
    { measures, time: { by: 'school_year' } },
    sideBySide([SCHOOL_YEAR], { bucket: SCHOOL_YEAR }),
  ),
  both.expect(
    'for the county, of one type',
    {
      measures,
      dimensions: ['entity_cui'],
      filters: [['report_type', 'equals', 'FXB-EXB-900']],
      who: 'county',
    },
    sideBySide(['cui'], { who: 'county', where: "report_type = 'FXB-EXB-900'" }),
  ),
  both.expect(
    'for a school, in a quarter',
    { measures, dimensions: ['entity_cui'], time: { in: ['2026-01-01', '2026-03-31'] }, who: 'school' },
    sideBySide(['cui'], { who: 'school', where: "period_end between '2026-01-01' and '2026-03-31'" }),
  ),
  both.expect(
    'lines of one chapter',
    { measures, dimensions: ['economic_code'], filters: [['chapter', 'equals', '51']] },
    sideBySide(['economic'], { lines: "functional[1:2] = '51'" }),
  ),
  both.expect(
    'one fact alone',
    { measures: ['own_period_revenue'], time: { by: 'quarter' } },
    `select ${bucket('quarter')}, ${REVENUE} from ${own()} group by 1
      union select ${bucket('quarter')}, null from ${last({ bucket: bucket('quarter') })}
        where ${bucket('quarter')} not in (select ${bucket('quarter')} from ${own()}) group by 1`,
  ),
  people.expect(
    "everyone's share and that of territories with a report",
    {
      measures: [
        'expenditure',
        'expenditure_of_territories',
        'inhabitants',
        'inhabitants_reporting',
        'expenditure_per_inhabitant',
        'expenditure_per_every_inhabitant',
      ],
    },
    `select any_value(z.e), sum(y.e), ${ALL}, ${REPORTING}, ${ratio('sum(y.e)', REPORTING, 2)}, ${ratio('any_value(z.e)', ALL, 2)}
      from ${territories()}, ${spent('public', 'all')}`,
  ),
  people.expect(
    'by territory, with those without a report',
    {
      measures: ['expenditure', 'inhabitants', 'expenditure_per_inhabitant'],
      dimensions: ['siruta', 'territory_name_hu'],
    },
    `select siruta, name_hu, e, people, ${ratio('e', 'case when reported then people end', 2)} from ${territories()}
      union all select null, null, e, null, null from ${spent('public', 'without territory')}`,
  ),
  people.expect(
    'two institutions of a territory count its people once',
    {
      measures: ['expenditure', 'inhabitants_reporting'],
      filters: [['siruta', 'equals', '83320']],
      who: 'school',
    },
    `select sum(e), ${REPORTING} from ${territories('school')} where siruta = '83320'`,
  ),
  people.expect(
    'for the county, who sees a later report',
    {
      measures: ['expenditure', 'development_expenditure', 'expenditure_per_every_inhabitant'],
      who: 'county',
    },
    `select any_value(z.e), any_value(z.d), ${ratio('any_value(z.e)', ALL, 2)} from ${territories('county')}, ${spent('county', 'all')}`,
  ),
  people.expect(
    'up to a date',
    {
      measures: ['expenditure', 'inhabitants_reporting', 'expenditure_per_inhabitant'],
      time: { in: ['2025-01-01', '2025-10-31'] },
    },
    `select sum(e), ${REPORTING}, ${ratio('sum(e)', REPORTING, 2)} from ${territories('public', "period_end <= '2025-10-31'")}`,
  ),
  people.expect(
    'by year',
    { measures: ['expenditure', 'inhabitants'], time: { by: 'year' } },
    `select ${bucket('year')}, ${EXPENDITURE}, (select sum(people) from ${COUNTED}) from ${reports('public', 'true', bucket('year'))} group by 1`,
  ),
  people.expect(
    'no report, no people',
    {
      measures: ['expenditure', 'inhabitants', 'expenditure_per_inhabitant'],
      time: { in: ['2024-01-01', '2024-12-31'] },
    },
    'select null, null, null',
  ),
  people.expect(
    'territories by name',
    {
      measures: ['inhabitants'],
      filters: [['territory_name_ro', 'contains', 'ciuc']],
      dimensions: ['territory_name_ro'],
    },
    `select name_ro, people from ${territories()} where lower(name_ro) like '%ciuc%'`,
  ),
]
