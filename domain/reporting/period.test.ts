import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dayOfNumber } from '../calendar/day.ts'
import { workCalendar } from '../calendar/working-days.ts'
import { type Deadline, dueDay } from './deadline.ts'
import { neighbour, PERIODICITIES, parsePeriod, periodOf, periodsEnding, yearsBefore } from './period.ts'

test.each([
  ['day', '2026-03-31', '2026-03-31', '2026-03-31', '2026-03-31'],
  ['week', '2026-03-31', '2026-W14', '2026-03-30', '2026-04-05'],
  ['week', '2027-01-02', '2026-W53', '2026-12-28', '2027-01-03'],
  ['month', '2028-02-10', '2028-02', '2028-02-01', '2028-02-29'],
  ['quarter', '2026-12-31', '2026-Q4', '2026-10-01', '2026-12-31'],
  ['half_year', '2026-07-01', '2026-H2', '2026-07-01', '2026-12-31'],
  ['year', '2026-07-01', '2026', '2026-01-01', '2026-12-31'],
  ['school_year', '2026-08-31', '2025/2026', '2025-09-01', '2026-08-31'],
] as const)('the %s of %s is %s', (periodicity, day, code, start, end) => {
  expect(periodOf(periodicity, day)).toEqual({ code, periodicity, start, end })
})

test.each([
  ['month', '2026-13'],
  ['month', '2026-3'],
  ['quarter', '2026-Q5'],
  ['quarter', '2026-H1'],
  ['half_year', '2026-H3'],
  ['week', '2026-W54'],
  ['school_year', '2025/2027'],
  ['day', '2026-02-30'],
  ['year', '26'],
] as const)('there is no %s %s', (periodicity, code) => {
  expect(parsePeriod(periodicity, code)).toBe(null)
})

const days = fc.integer({ min: 700_000, max: 760_000 }).map(dayOfNumber)
test('every day lies in one period, whose code leads back to it, and periods leave no gap', () => {
  fc.assert(
    fc.property(fc.constantFrom(...PERIODICITIES), days, (periodicity, day) => {
      const period = periodOf(periodicity, day)
      expect(period.start <= day && day <= period.end).toBe(true)
      expect(parsePeriod(periodicity, period.code)).toEqual(period)
      expect(periodOf(periodicity, period.start)).toEqual(period)
      expect(periodOf(periodicity, period.end)).toEqual(period)
      const next = neighbour(period, 1)
      if (!next) return
      expect(next.start).toBe(addDays(period.end, 1))
      expect(neighbour(next, -1)).toEqual(period)
    }),
  )
})

test('periods of a range are those that end in it', () => {
  const codes = periodsEnding('quarter', '2025-12-31', '2026-09-29').map(({ code }) => code)
  expect(codes).toEqual(['2025-Q4', '2026-Q1', '2026-Q2'])
  expect(periodsEnding('event', '2026-01-01', '2026-12-31')).toEqual([])
})

test('the same period of earlier years', () => {
  const before = (periodicity: (typeof PERIODICITIES)[number], day: string) =>
    yearsBefore(periodOf(periodicity, day), 1)?.code ?? null
  expect(before('month', '2028-02-29')).toBe('2027-02')
  expect(before('school_year', '2026-08-31')).toBe('2024/2025')
  expect(before('week', '2026-03-31')).toBe(null)
})

test.each<[string, Deadline, string]>([
  [
    '10 days after, the last one a Friday',
    { unit: 'calendar_days', count: 10, prolonged: true },
    '2026-04-14',
  ],
  ['10 days after, as they are', { unit: 'calendar_days', count: 10, prolonged: false }, '2026-04-10'],
  [
    'working days leave Good Friday and Easter out',
    { unit: 'working_days', count: 9, prolonged: false },
    '2026-04-15',
  ],
  ['the 25th of the next month', { unit: 'day_of_month', count: 25, prolonged: false }, '2026-04-25'],
  ['the 25th, a Saturday, prolonged', { unit: 'day_of_month', count: 25, prolonged: true }, '2026-04-27'],
  ['a day that the month has not', { unit: 'day_of_month', count: 31, prolonged: false }, '2026-04-30'],
])('%s', (_name, deadline, expected) => {
  expect(dueDay(deadline, periodOf('quarter', '2026-03-31'), workCalendar())).toBe(expected)
})
