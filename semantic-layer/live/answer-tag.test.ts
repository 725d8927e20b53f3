import { expect, it } from 'vitest'
import { loadBody, type OneResult } from '../gateway/result/answer-body.ts'
import { answerTag } from './answer-tag.ts'

const result = (value: string, more: Partial<OneResult> = {}): OneResult => ({
  query: {
    measures: [],
    dimensions: ['budget_execution.cell'],
    segments: [],
    timeDimensions: [],
    filters: [],
    order: null,
    limit: 10,
    offset: null,
    ungrouped: false,
    timezone: 'UTC',
    total: false,
    responseFormat: 'default',
  },
  rows: {
    columns: [{ names: ['budget_execution.cell'], kind: 'text' }],
    rows: [[value]],
    extras: { constant: new Map(), copies: new Map() },
  },
  annotation: {},
  total: null,
  lastRefreshTime: '2026-07-15T12:00:00.000Z',
  used: null,
  ...more,
})
const tag = (...results: OneResult[]) => answerTag(loadBody('blendingQuery', results, true))

it('tells answers apart by what they say, not by when it was published or where it was read', () => {
  const used = { id: 'a.b', table: 'rollups.a_b', builtAt: '2026-07-15T12:00:00.000Z' }
  expect(tag(result('H1'), result('H2', { used }))).toBe(
    tag(result('H1', { used: { ...used, builtAt: '2026-07-16T12:00:00.000Z' } }), result('H2')),
  )
  expect(tag(result('H1', { lastRefreshTime: '2027-01-01T00:00:00.000Z' }))).toBe(tag(result('H1')))
  expect(tag(result('H1'))).not.toBe(tag(result('H2')))
  const words = ',"usedPreAggregations":{"a":{"b":1}}'
  expect(tag(result(words))).not.toBe(tag(result('')))
})
