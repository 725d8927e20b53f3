import { expect, it } from 'vitest'
import { mistakesOf } from './new-rule.ts'

const draft = { validFrom: '2027-01-01', value: '30', unit: 'working_days' as const, article: 'art. 1' }
const none = { validFrom: null, value: null, article: false }

it.each([
  [{}, {}],
  [{ validFrom: '' }, { validFrom: 'missing' }],
  [{ validFrom: '2026-11-24' }, { validFrom: 'early' }],
  [{ value: '0' }, { value: 'days' }],
  [{ value: '1,5' }, { value: 'days' }],
  [{ value: '1,5', unit: 'percent' as const }, {}],
  [{ value: '1.23456', unit: 'lei' as const }, { value: 'number' }],
  [{ value: '-1', unit: 'lei' as const }, { value: 'number' }],
  [{ value: '', unit: 'principle' as const }, {}],
  [{ article: ' ' }, { article: true }],
])('finds in %j what has to be put right', (change, found) =>
  expect(mistakesOf({ ...draft, ...change }, '2026-11-24')).toEqual({ ...none, ...found }))
