import type { CubeQuery } from '../semantic-layer/index.ts'
import { cuiOf } from './gateway-warehouse.ts'

export interface BenchQuery {
  readonly name: string
  readonly query: CubeQuery
}

const view = (...names: string[]) => names.map(name => `budget_execution.${name}`)
const time = (granularity: string | null, from: string, to: string) => [
  {
    dimension: 'budget_execution.period_end',
    ...(granularity ? { granularity } : {}),
    dateRange: [from, to],
  },
]
const only = (name: string, value: string) => ({
  member: `budget_execution.${name}`,
  operator: 'equals',
  values: [value],
})

/** The questions of the public page, the analyst and the trace, from a few rows to thousands. */
export const QUERIES: readonly BenchQuery[] = [
  {
    name: 'one institution, revenue and expenditure at a date',
    query: {
      measures: view('revenue', 'expenditure'),
      timeDimensions: time(null, '2025-06-01', '2025-06-30'),
      filters: [only('entity_cui', cuiOf(7))],
    },
  },
  {
    name: 'one institution by chapter with names',
    query: {
      measures: view('expenditure'),
      dimensions: view('chapter', 'chapter_name_ro', 'chapter_name_hu', 'chapter_name_en'),
      timeDimensions: time(null, '2025-06-01', '2025-06-30'),
      filters: [only('entity_cui', cuiOf(7)), only('kind', 'expenditure')],
    },
  },
  {
    name: 'one institution by month, 24 months',
    query: {
      measures: view('expenditure'),
      timeDimensions: time('month', '2024-01-01', '2025-12-31'),
      filters: [only('entity_cui', cuiOf(7))],
    },
  },
  {
    name: 'county by chapter, at a date',
    query: {
      measures: view('expenditure'),
      dimensions: view('chapter'),
      timeDimensions: time(null, '2025-12-01', '2025-12-31'),
      filters: [only('kind', 'expenditure')],
    },
  },
  {
    name: 'county by chapter and month, a million lines',
    query: {
      measures: view('expenditure'),
      dimensions: view('chapter'),
      timeDimensions: time('month', '2024-01-01', '2025-12-31'),
      filters: [only('kind', 'expenditure')],
    },
  },
  {
    name: "county's own amounts by quarter",
    query: {
      measures: ['budget_execution_own.expenditure'],
      timeDimensions: [{ dimension: 'budget_execution_own.period_end', granularity: 'quarter' }],
    },
  },
  {
    name: "county's own amounts by chapter and month",
    query: {
      measures: ['budget_execution_own.expenditure'],
      dimensions: ['budget_execution_own.chapter'],
      timeDimensions: [
        {
          dimension: 'budget_execution_own.period_end',
          granularity: 'month',
          dateRange: ['2025-01-01', '2025-12-31'],
        },
      ],
    },
  },
  {
    name: 'one institution, own revenue of a period',
    query: {
      measures: ['budget_execution_own.revenue'],
      timeDimensions: [
        { dimension: 'budget_execution_own.period_end', dateRange: ['2025-06-30', '2025-06-30'] },
      ],
      filters: [
        { member: 'budget_execution_own.entity_cui', operator: 'equals', values: [cuiOf(7)] },
        { member: 'budget_execution_own.report_type', operator: 'equals', values: ['FXB-EXB-900'] },
      ],
    },
  },
  {
    name: 'trace: the lines of one report, 600 rows of 9',
    query: {
      measures: view('amount'),
      dimensions: view(
        'functional_code',
        'economic_code',
        'source',
        'section',
        'sheet',
        'cell',
        'raw_value',
        'line_id',
      ),
      timeDimensions: time(null, '2025-06-01', '2025-06-30'),
      filters: [only('entity_cui', cuiOf(7))],
    },
  },
  {
    name: 'functional by economic, thousands of rows',
    query: {
      measures: view('expenditure'),
      dimensions: view('functional_code', 'economic_code'),
      timeDimensions: time(null, '2025-12-01', '2025-12-31'),
      filters: [only('kind', 'expenditure')],
      limit: 50_000,
    },
  },
]
