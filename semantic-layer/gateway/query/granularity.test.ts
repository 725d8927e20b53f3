import { describe, expect, it } from 'vitest'
import { bucketText, nests, type Step, stepOf } from './granularity.ts'

const step = (interval: string, origin: string | null, offset: string | null = null) =>
  stepOf('own', [{ name: 'own', interval, origin, offset }])

describe('a granularity', () => {
  it('is days or months from an origin', () => {
    expect(step('1 year', '2020-09-01')).toEqual({ unit: 'month', count: 12, phase: 8 })
    expect(step('6 months', '2026-07-01')).toEqual({ unit: 'month', count: 6, phase: 0 })
    expect(step('2 weeks', '2026-01-05')).toEqual({ unit: 'day', count: 14, phase: 7 })
    expect(step('1 year', null, '8 months')).toEqual({ unit: 'month', count: 12, phase: 8 })
    expect(step('6 months', null)).toEqual({ unit: 'month', count: 6, phase: 0 })
    expect(step('1 week', '2026-07-15')).toEqual({ unit: 'day', count: 7, phase: 2 })
  })

  it('is none with a time of day, without an origin, or from the middle of a month', () => {
    expect(step('6 hours', '2026-01-01')).toBeNull()
    expect(step('1 year 2 months', '2026-01-01')).toBeNull()
    expect(step('0 days', '2026-01-01')).toBeNull()
    expect(step('1 year', '2020-09-15')).toBeNull()
    expect(step('1 year', '')).toBeNull()
    // Counted from the year in which one asks.
    expect(step('5 months', null)).toBeNull()
    expect(step('10 days', null)).toBeNull()
    expect(step('1 year', null, '3 days')).toBeNull()
    expect(stepOf('hour')).toBeNull()
  })

  it('is written for time_bucket', () => {
    const text = (name: string) => bucketText(stepOf(name) as Step)
    expect(text('quarter')).toEqual(['3 months', '1900-01-01'])
    expect(text('week')).toEqual(['7 days', '1900-01-01'])
    expect(bucketText(step('1 year', '2020-09-01') as Step)).toEqual(['12 months', '1900-09-01'])
  })

  it('fits into another when no bucket crosses a border', () => {
    const fits = (inner: Step | null, outer: Step | null) => nests(inner as Step, outer as Step)
    const school = step('1 year', '2020-09-01')
    expect(fits(stepOf('month'), school)).toBe(true)
    expect(fits(stepOf('day'), stepOf('week'))).toBe(true)
    expect(fits(stepOf('quarter'), step('6 months', '2020-01-01'))).toBe(true)
    expect(fits(stepOf('quarter'), school)).toBe(false)
    expect(fits(stepOf('year'), school)).toBe(false)
    expect(fits(stepOf('week'), stepOf('month'))).toBe(false)
    expect(fits(stepOf('year'), stepOf('month'))).toBe(false)
  })
})
