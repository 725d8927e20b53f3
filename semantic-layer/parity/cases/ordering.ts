import { casesOf, type ParityCase } from '../parity-case.ts'
import { all, bucket, EXPENDITURE, last } from '../plain-sql.ts'

const { expect } = casesOf('budget_execution')
const byCode = `(select functional, ${EXPENDITURE} as e from ${last()} where kind = 'expenditure' group by 1)`
const codes = {
  measures: ['expenditure'],
  dimensions: ['functional_code'],
  filters: [['kind', 'equals', 'expenditure']],
} as const

export const ordering: ParityCase[] = [
  expect(
    'by a measure, falling',
    { ...codes, order: [['expenditure', 'desc']] },
    `from ${byCode} order by e desc`,
  ),
  expect('by a measure, rising', { ...codes, order: [['expenditure', 'asc']] }, `from ${byCode} order by e`),
  expect(
    'by a dimension',
    { ...codes, order: [['functional_code', 'desc']] },
    `from ${byCode} order by functional desc`,
  ),
  expect(
    'by two',
    {
      measures: ['lines'],
      dimensions: ['entity_cui', 'kind'],
      order: [
        ['kind', 'desc'],
        ['entity_cui', 'asc'],
      ],
    },
    `select cui, kind, count(*) from ${all()} group by 1, 2 order by kind desc, cui`,
  ),
  expect(
    'nulls last, rising',
    { measures: ['lines'], dimensions: ['section'], order: [['section', 'asc']] },
    `select section, count(*) from ${all()} group by 1 order by section nulls last`,
  ),
  expect(
    'nulls last, falling',
    { measures: ['lines'], dimensions: ['economic_code'], order: [['economic_code', 'desc']] },
    `select economic, count(*) from ${all()} group by 1 order by economic desc nulls last`,
  ),
  expect(
    'by time',
    { measures: ['expenditure'], time: { by: 'month' }, order: [['period_end', 'desc']] },
    `select ${bucket('month')} as m, ${EXPENDITURE} from ${last({ bucket: bucket('month') })} group by 1 order by 1 desc`,
  ),
  expect(
    'a limit',
    { ...codes, order: [['expenditure', 'desc']], limit: 2 },
    `from ${byCode} order by e desc limit 2`,
  ),
  expect(
    'an offset',
    { ...codes, order: [['expenditure', 'desc']], limit: 2, offset: 1 },
    `from ${byCode} order by e desc limit 2 offset 1`,
  ),
  expect(
    'past the end',
    { ...codes, order: [['expenditure', 'desc']], offset: 100 },
    `from ${byCode} limit 0`,
  ),
]
