import { casesOf, type ParityCase, type ShortFilter, type ShortQuery } from '../parity-case.ts'

const { refuse } = casesOf('budget_execution')
const added = casesOf('budget_execution_own')
const measures = ['expenditure']
const filtered = (filter: ShortFilter): ShortQuery => ({ measures, filters: [filter] })

export const refusals: ParityCase[] = [
  refuse(
    'a member of no view',
    { measures: ['nothing'] },
    "'nothing' not found for path 'budget_execution.nothing'",
  ),
  refuse(
    'a cube behind the views',
    { measures: ['execution.amount'] },
    "Cube 'execution' not found for path 'execution.amount'",
  ),
  refuse('a hidden member', { dimensions: ['visibility'] }, 'not found for path'),
  refuse('a hidden segment', { measures, segments: ['last_reports'] }, 'not found for path'),
  refuse(
    'members of two views',
    { measures, dimensions: ['budget_execution_own.chapter'] },
    "Can't find join path to join",
  ),
  refuse(
    'nothing',
    {},
    'Query should contain either measures, dimensions or timeDimensions with granularities',
  ),
  refuse('a measure among dimensions', { dimensions: ['expenditure'] }, 'not found for path'),
  refuse('a dimension among measures', { measures: ['chapter'] }, 'not found for path'),
  refuse('an unknown operator', filtered(['chapter', 'like', '6']), '"filters[0].operator" must be one of'),
  refuse(
    'an operator of texts for a number',
    filtered(['row_number', 'contains', '1']),
    'contains does not apply',
  ),
  refuse('an operator of numbers for a text', filtered(['chapter', 'gt', '1']), 'gt does not apply'),
  refuse(
    'an operator of dates for a text',
    filtered(['chapter', 'inDateRange', '2026-01-01']),
    'inDateRange does not apply',
  ),
  refuse(
    'an operator of texts for a measure',
    filtered(['expenditure', 'contains', '1']),
    'contains does not apply',
  ),
  refuse('a condition without values', filtered(['chapter', 'equals']), 'Values required for filter'),
  refuse('words for a number', filtered(['row_number', 'equals', 'twelve']), 'must be an integer'),
  refuse('words for an amount', filtered(['expenditure', 'gt', 'much']), 'must be a decimal number'),
  refuse('words for a boolean', filtered(['sample', 'equals', 'maybe']), 'must be true or false'),
  refuse(
    'a day that is none',
    filtered(['period_end', 'equals', '2026-02-30']),
    "Can't parse date: '2026-02-30'",
  ),
  refuse('an order of dates', { measures, time: { in: ['soon', 'later'] } }, "Can't parse date: 'soon'"),
  refuse(
    'a phrase that is none',
    { measures, time: { in: 'last fortnight' } },
    "Can't parse date: 'last fortnight'",
  ),
  refuse(
    'measure and dimension in one or',
    filtered({
      or: [
        ['expenditure', 'gt', '1'],
        ['kind', 'equals', 'revenue'],
      ],
    }),
    'You cannot use dimension and measure in same condition',
  ),
  refuse(
    'measure and dimension in one and of an or',
    filtered({
      or: [
        {
          and: [
            ['expenditure', 'gt', '1'],
            ['kind', 'equals', 'revenue'],
          ],
        },
      ],
    }),
    'You cannot use dimension and measure in same condition',
  ),
  refuse(
    'hours of a calendar day',
    { measures, time: { by: 'hour' } },
    'must be one of [day, week, month, quarter, year, half_year, school_year]',
  ),
  refuse(
    'a granularity of another dimension',
    { measures: ['lines'], time: { of: 'published_at', by: 'half_year', in: 'this year' } },
    'granularity "half_year" of',
  ),
  refuse(
    'a granularity that is a trap',
    { measures, time: { by: '__proto__' } },
    'granularity "__proto__" of',
  ),
  refuse(
    'weeks and months of cumulative amounts',
    { measures, dimensions: ['period_end.week'], time: { by: 'month' } },
    'do not fit into one another',
  ),
  refuse(
    'school years and years of cumulative amounts',
    { measures, dimensions: ['period_end.school_year'], time: { by: 'year' } },
    'The granularities year, school_year do not fit into one another',
  ),
  refuse(
    'quarters and school years of a ratio',
    { measures: ['rigidity'], dimensions: ['period_end.quarter'], time: { by: 'school_year' } },
    'do not fit into one another',
  ),
  refuse(
    'a condition on reports or on lines',
    {
      measures,
      filters: [
        {
          or: [
            ['version', 'equals', '1'],
            ['chapter', 'equals', '65'],
          ],
        },
      ],
    },
    'can\'t be joined by "or"',
  ),
  refuse(
    'the same of a balance',
    {
      measures: ['balance'],
      filters: [
        {
          or: [
            ['period_end', 'beforeDate', '2026-01-01'],
            ['source', 'equals', 'A'],
          ],
        },
      ],
    },
    'can\'t be joined by "or"',
  ),
  refuse(
    'an order by what is not asked for',
    { measures, order: [['chapter', 'asc']] },
    "Order member 'budget_execution.chapter' must be one of",
  ),
  refuse('more rows than are given', { measures, limit: 50_001 }, 'The query limit has been exceeded'),
  refuse(
    'a time zone that is none',
    { measures, timezone: 'Mars/Olympus' },
    '"timezone" must be a valid IANA time zone',
  ),
  refuse(
    'too many steps',
    { measures: ['reports'], time: { of: 'published_at', by: 'minute', in: 'this year' } },
    'spans more than 5000 minutes',
  ),
  added.refuse(
    'a window over a range that ends before it begins',
    { measures: ['expenditure_trailing_year'], time: { by: 'half_year', in: ['2026-06-30', '2024-02-29'] } },
    "The date range of 'budget_execution_own.period_end' ends before it begins",
  ),
  added.refuse(
    'too many steps of a window',
    { measures: ['expenditure_running'], time: { by: 'day', in: ['1950-01-01', '2026-01-01'] } },
    'spans more than 5000 days',
  ),
]
