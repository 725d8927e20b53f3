import { expect, test } from 'vitest'
import { fixedOf } from './expression/number.ts'
import { findOutlier } from './outlier.ts'

const of = (value: number, ...history: number[]) => findOutlier(fixedOf(value), history.map(fixedOf))

test('a value far from its own history is an outlier, with how far', () => {
  expect(of(1000, 100, 102, 98, 101, 99, 103)).toMatchObject({ least: fixedOf(98), greatest: fixedOf(103) })
  expect(of(1000, 100, 102, 98, 101, 99, 103)?.score).toBeCloseTo(0.6745 * (899.5 / 1.5), 3)
  expect(of(10, 100, 102, 98, 101, 99, 103)?.score).toBeLessThan(-3.5)
})

test.each([
  ['inside what was seen', [100, 100, 102, 98, 101, 99]],
  ['a little beyond', [105, 100, 102, 98, 101, 99]],
  ['too short a history', [1000, 100, 102, 98, 101]],
])('%s is none', (_name, [value = 0, ...history]) => {
  expect(of(value, ...history)).toBe(null)
})

test('a history of one value makes every other one far, one of nearly one value by its mean deviation', () => {
  expect(of(101, 100, 100, 100, 100, 100)?.score).toBe(Infinity)
  expect(of(200, 100, 100, 100, 100, 110)?.score).toBeCloseTo(0.7979 * (100 / 2), 3)
})
