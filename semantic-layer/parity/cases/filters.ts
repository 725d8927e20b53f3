import { casesOf, type ParityCase, type ShortFilter } from '../parity-case.ts'
import { all, EXPENDITURE, last } from '../plain-sql.ts'

const { expect } = casesOf('budget_execution')

/** Each operator by itself: which files' lines are left, by a condition in plain SQL. */
const OPERATORS: readonly [name: string, filter: ShortFilter, where: string][] = [
  ['equals', ['file_name', 'equals', 'city-q1.csv'], "file_name = 'city-q1.csv'"],
  [
    'equals, several',
    ['file_name', 'equals', 'city-q1.csv', 'brut.xlsx'],
    "file_name in ('city-q1.csv', 'brut.xlsx')",
  ],
  ['equals with quotes', ['file_name', 'equals', 'O\'Neil "ian".xlsx'], "file_name = 'O''Neil \"ian\".xlsx'"],
  ['equals is of the case', ['file_name', 'equals', 'martie.xlsx'], "file_name = 'martie.xlsx'"],
  ['notEquals', ['file_name', 'notEquals', 'brut.xlsx'], "file_name <> 'brut.xlsx'"],
  [
    'notEquals, several',
    ['file_name', 'notEquals', 'brut.xlsx', 'Martie.XLSX'],
    "file_name not in ('brut.xlsx', 'Martie.XLSX')",
  ],
  ['notEquals keeps nulls', ['section', 'notEquals', 'F'], "section is distinct from 'F'"],
  ['equals null', ['section', 'equals', null], 'section is null'],
  ['equals null or a value', ['section', 'equals', 'D', null], "section is null or section = 'D'"],
  ['notEquals null', ['section', 'notEquals', null], 'section is not null'],
  [
    'notEquals null and a value',
    ['section', 'notEquals', 'F', null],
    "section is not null and section <> 'F'",
  ],
  ['in', ['source', 'in', 'A', 'B'], "source in ('A', 'B')"],
  ['notIn', ['source', 'notIn', 'A'], "source <> 'A'"],
  ['set', ['economic_code', 'set'], 'economic is not null'],
  ['notSet', ['economic_code', 'notSet'], 'economic is null'],
  ['contains in any case', ['file_name', 'contains', 'MARTIE'], "lower(file_name) like '%martie%'"],
  ['contains a percent sign', ['file_name', 'contains', '100%'], "position('100%' in file_name) > 0"],
  ['contains an underscore', ['file_name', 'contains', '_v'], "position('_v' in file_name) > 0"],
  ['contains a backslash', ['file_name', 'contains', '\\2'], "position('\\2' in file_name) > 0"],
  ['contains one of', ['file_name', 'contains', 'city', 'brut'], "file_name similar to '.*(city|brut).*'"],
  [
    'contains a letter with a comma',
    ['file_name', 'contains', 'ȘCOAL'],
    "position('școal' in file_name) > 0",
  ],
  ['notContains', ['file_name', 'notContains', 'city'], "position('city' in file_name) = 0"],
  [
    'notContains, several',
    ['file_name', 'notContains', 'city', 'vara'],
    "position('city' in file_name) = 0 and position('vara' in file_name) = 0",
  ],
  [
    'notContains keeps nulls',
    ['economic_code', 'notContains', '01'],
    "economic is null or position('01' in economic) = 0",
  ],
  ['startsWith', ['file_name', 'startsWith', 'raport 100'], "starts_with(file_name, 'raport 100')"],
  [
    'startsWith a literal pattern',
    ['file_name', 'startsWith', 'raport 100%'],
    "starts_with(file_name, 'raport 100%')",
  ],
  ['notStartsWith', ['file_name', 'notStartsWith', 'raport'], "not starts_with(file_name, 'raport')"],
  ['endsWith in any case', ['file_name', 'endsWith', '.xlsx'], "suffix(lower(file_name), '.xlsx')"],
  [
    'endsWith, several',
    ['file_name', 'endsWith', '.csv', '.ods'],
    "suffix(file_name, '.csv') or suffix(file_name, '.ods')",
  ],
  ['notEndsWith', ['file_name', 'notEndsWith', '.csv'], "not suffix(file_name, '.csv')"],
  ['a number: equals', ['row_number', 'equals', '12'], 'row_number = 12'],
  ['a number: equals, several', ['row_number', 'equals', '12', '14'], 'row_number in (12, 14)'],
  ['a number: notEquals', ['version', 'notEquals', '1'], 'version <> 1'],
  ['a number: notIn', ['row_number', 'notIn', '10', '11', '12'], 'row_number not in (10, 11, 12)'],
  ['a number: gt', ['row_number', 'gt', '15'], 'row_number > 15'],
  ['a number: gte', ['row_number', 'gte', '15'], 'row_number >= 15'],
  ['a number: lt', ['row_number', 'lt', '12'], 'row_number < 12'],
  ['a number: lte', ['row_number', 'lte', '12'], 'row_number <= 12'],
  ['a number: set', ['line_id', 'set'], 'true'],
  ['a boolean: equals', ['sample', 'equals', 'false'], 'not sample'],
  ['a boolean: notEquals', ['sample', 'notEquals', 'false'], 'sample'],
  [
    'an or',
    {
      or: [
        ['source', 'equals', 'E'],
        ['section', 'equals', 'D'],
      ],
    },
    "source = 'E' or section = 'D'",
  ],
  [
    'an and within an or',
    {
      or: [
        ['source', 'equals', 'E'],
        {
          and: [
            ['section', 'equals', 'D'],
            ['kind', 'equals', 'revenue'],
          ],
        },
      ],
    },
    "source = 'E' or section = 'D' and kind = 'revenue'",
  ],
  [
    'an or within an and',
    {
      and: [
        ['kind', 'equals', 'expenditure'],
        {
          or: [
            ['chapter', 'equals', '51'],
            ['chapter', 'equals', '84'],
          ],
        },
      ],
    },
    "kind = 'expenditure' and functional[1:2] in ('51', '84')",
  ],
  [
    'four deep',
    {
      or: [
        {
          and: [
            ['source', 'equals', 'A'],
            {
              or: [
                {
                  and: [
                    ['section', 'equals', 'D'],
                    ['kind', 'equals', 'revenue'],
                  ],
                },
                ['economic_title', 'equals', '85'],
              ],
            },
          ],
        },
        ['source', 'equals', 'E'],
      ],
    },
    "source = 'A' and (section = 'D' and kind = 'revenue' or economic[1:2] = '85') or source = 'E'",
  ],
]

/** Conditions on what is summed. */
const MEASURES: readonly [name: string, filters: readonly ShortFilter[], having: string][] = [
  ['gt', [['expenditure', 'gt', '1000']], 'e > 1000'],
  ['gte, exact to the ban', [['expenditure', 'gte', '601.25']], 'e >= 601.25'],
  ['lt', [['expenditure', 'lt', '601.25']], 'e < 601.25'],
  ['lte', [['expenditure', 'lte', '601.25']], 'e <= 601.25'],
  ['equals', [['expenditure', 'equals', '601.25']], 'e = 601.25'],
  ['notEquals keeps nulls', [['expenditure', 'notEquals', '601.25']], 'e is distinct from 601.25'],
  ['set', [['expenditure', 'set']], 'e is not null'],
  ['notSet', [['expenditure', 'notSet']], 'e is null'],
  [
    'several',
    [
      ['expenditure', 'gt', '10'],
      ['expenditure', 'lt', '500'],
    ],
    'e > 10 and e < 500',
  ],
  [
    'an or',
    [
      {
        or: [
          ['expenditure', 'lt', '50'],
          ['expenditure', 'gt', '1000'],
        ],
      },
    ],
    'e < 50 or e > 1000',
  ],
  [
    'beside one on lines',
    [
      ['expenditure', 'gt', '50'],
      ['source', 'equals', 'A'],
    ],
    'e > 50',
  ],
]

export const filters: ParityCase[] = [
  ...OPERATORS.map(([name, filter, where]) =>
    expect(
      name,
      { measures: ['lines'], dimensions: ['file_name'], filters: [filter] },
      `select file_name, count(*) from ${all()} where ${where} group by 1`,
    ),
  ),
  ...MEASURES.map(([name, conditions, having]) =>
    expect(
      `a measure: ${name}`,
      { measures: ['expenditure'], dimensions: ['functional_code'], filters: conditions },
      `select * from (select functional, ${EXPENDITURE} as e from ${last()}
        where ${name === 'beside one on lines' ? "source = 'A'" : 'true'} group by 1) where ${having}`,
    ),
  ),
  expect(
    'a measure that is not asked for',
    { dimensions: ['chapter'], filters: [['lines', 'gt', '20']] },
    `select functional[1:2] from ${all()} group by 1 having count(*) > 20`,
  ),
  expect(
    'a segment',
    { measures: ['revenue'], dimensions: ['chapter'], segments: ['without_section_transfers'] },
    `select functional[1:2], sum(amount) filter (where kind = 'revenue') from ${last()}
      where kind = 'expenditure' or functional not in ('370300', '370400') group by 1`,
  ),
  expect(
    'a segment and its effect on sections',
    {
      measures: ['revenue'],
      dimensions: ['section'],
      segments: ['without_section_transfers'],
      filters: [['kind', 'equals', 'revenue']],
    },
    `select section, sum(amount) from ${last()} where kind = 'revenue' and functional not in ('370300', '370400') group by 1`,
  ),
  expect(
    "the segment by Transparenta's rule",
    { measures: ['revenue', 'expenditure'], segments: ['without_public_transfers'] },
    `select sum(amount) filter (where kind = 'revenue' and functional not in ('360500', '370300', '370400', '470400')),
       sum(amount) filter (where kind = 'expenditure' and coalesce(economic, '') not like '5101%' and coalesce(economic, '') not like '5102%') from ${last()}`,
  ),
  expect(
    'both segments',
    {
      measures: ['amount'],
      dimensions: ['kind'],
      segments: ['without_public_transfers', 'without_section_transfers'],
    },
    `select kind, sum(amount) from ${last()} where not (kind = 'revenue' and functional in ('360500', '370300', '370400', '470400'))
       and coalesce(economic, '') not like '5101%' and coalesce(economic, '') not like '5102%' group by 1`,
  ),
]
