import { CITY } from '../dataset.ts'
import { casesOf, type ParityCase } from '../parity-case.ts'
import { all, EXPENDITURE, last, own } from '../plain-sql.ts'

const cumulative = casesOf('budget_execution')
const added = casesOf('budget_execution_own')
const both = casesOf('budget_execution_both')
const ENTITY = 'left join dim.entity e on e.cui = x.cui'
const TERRITORY = `${ENTITY} left join dim.territory t on t.siruta = e.siruta`

export const views: ParityCase[] = [
  cumulative.expect(
    'names of institutions in two languages',
    { measures: ['expenditure'], dimensions: ['entity_name_ro', 'entity_name_hu'] },
    `select e.name_ro, e.name_hu, ${EXPENDITURE.replace('kind', 'x.kind')} from ${last()} ${ENTITY} group by 1, 2`,
  ),
  cumulative.expect(
    'territory, two joins away',
    { measures: ['lines'], dimensions: ['siruta', 'territory_name_hu'] },
    `select t.siruta, t.name_hu, count(*) from ${all()} ${TERRITORY} group by 1, 2`,
  ),
  cumulative.expect(
    'a condition two joins away',
    {
      measures: ['lines'],
      dimensions: ['entity_kind'],
      filters: [['territory_name_ro', 'contains', 'Ciuc']],
    },
    `select e.kind, count(*) from ${all()} ${TERRITORY} where t.name_ro ilike '%Ciuc%' group by 1`,
  ),
  cumulative.expect(
    'a boolean of the institution',
    { measures: ['reports'], dimensions: ['entity_demo'] },
    `select e.demo, count(distinct publication) from ${all()} ${ENTITY} group by 1`,
  ),
  cumulative.expect(
    'names of the classification, by kind and code',
    { measures: ['amount'], dimensions: ['chapter', 'chapter_name_en', 'functional_display'] },
    `select x.functional[1:2], d.chapter_name_en, d.display, sum(amount) from ${last()}
      left join dim.functional d on d.kind = x.kind and d.code = x.functional group by 1, 2, 3`,
  ),
  cumulative.expect(
    'economic names, null for revenue',
    { measures: ['amount'], dimensions: ['economic_title', 'economic_title_name_ro'] },
    `select economic[1:2], d.title_name_ro, sum(amount) from ${last()} left join dim.economic d on d.code = x.economic group by 1, 2`,
  ),
  cumulative.expect(
    'sources and sections, null too',
    { measures: ['lines'], dimensions: ['source_name_hu', 'section_name_ro'] },
    `select s.name_hu, c.name_ro, count(*) from ${all()} left join dim.source s on s.code = x.source
      left join dim.section c on c.code = x.section group by 1, 2`,
  ),
  cumulative.expect(
    'pairs joined through lines that are not asked for',
    { dimensions: ['source_name_en', 'entity_name_en'] },
    `select distinct s.name_en, e.name_en from ${all()} left join dim.source s on s.code = x.source ${ENTITY}`,
  ),
  cumulative.expect(
    'pairs that a school sees',
    { dimensions: ['economic_display', 'entity_name_ro'], who: 'school' },
    `select distinct d.display, e.name_ro from ${all({ who: 'school' })} left join dim.economic d on d.code = x.economic ${ENTITY}`,
  ),
  both.expect(
    'a prefix: entity and territory',
    { measures: ['expenditure'], dimensions: ['entity_name_ro', 'entity_kind', 'territory_name_ro'] },
    `select e.name_ro, e.kind, t.name_ro, sum(e_) from (
        select x.cui, sum(amount) filter (where kind = 'expenditure') as e_ from ${last()} group by 1) x ${TERRITORY} group by 1, 2, 3`,
  ),
  both.expect(
    'a prefix: the classification',
    {
      measures: ['own_period_expenditure'],
      dimensions: ['functional_display', 'functional_chapter_name_hu'],
      filters: [['kind', 'equals', 'expenditure']],
    },
    `select d.display, d.chapter_name_hu, sum(amount) from ${own()} left join dim.functional d on d.kind = x.kind and d.code = x.functional
      where x.kind = 'expenditure' group by 1, 2`,
  ),
  added.expect(
    'the same joins from own amounts',
    {
      measures: ['revenue'],
      dimensions: ['entity_name_ro', 'source_name_ro'],
      filters: [['entity_cui', 'notEquals', CITY]],
    },
    `select e.name_ro, s.name_ro, sum(amount) filter (where x.kind = 'revenue') from ${own()} ${ENTITY}
      left join dim.source s on s.code = x.source where x.cui <> '${CITY}' group by 1, 2`,
  ),
  ...[
    [
      'functional_classification',
      ['chapter', 'subchapter', 'paragraph'],
      ['functional[1:2]', 'functional[1:4]', 'functional'],
    ],
    [
      'economic_classification',
      ['economic_title', 'economic_article', 'economic_line'],
      ['economic[1:2]', 'economic[1:4]', 'economic'],
    ],
  ].map(([name, levels, columns]) =>
    cumulative.expect(
      `down the hierarchy ${String(name)}`,
      {
        measures: ['expenditure'],
        dimensions: levels as string[],
        filters: [['kind', 'equals', 'expenditure']],
      },
      `select ${(columns as string[]).join(', ')}, sum(amount) from ${last()} where kind = 'expenditure' group by 1, 2, 3`,
    ),
  ),
  cumulative.expect(
    'down the hierarchy of territory',
    { measures: ['expenditure'], dimensions: ['county', 'siruta', 'entity_cui'] },
    `select x.county, t.siruta, x.cui, ${EXPENDITURE.replace('kind', 'x.kind')} from ${last()} ${TERRITORY} group by 1, 2, 3`,
  ),
]
