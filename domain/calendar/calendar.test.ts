import Holidays from 'date-holidays'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dayNumber, dayOfNumber, isDay, weekday } from './day.ts'
import { orthodoxEaster } from './easter.ts'
import { endOfDay, localDay } from './local-day.ts'
import { publicHolidays } from './public-holidays.ts'
import { addWorkingDays, countWorkingDays, workCalendar, workingDayFrom } from './working-days.ts'

const utc = (day: string) => new Date(`${day}T00:00:00Z`)
const iso = (date: Date) => date.toISOString().slice(0, 10)
const someDay = fc
  .date({ min: utc('1583-01-01'), max: utc('9990-12-31'), noInvalidDate: true })
  .map(date => iso(date))

describe('days', () => {
  test('are counted as the built-in calendar counts them', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -3000, max: 3000 }), (day, days) => {
        const date = utc(day)
        expect(dayOfNumber(dayNumber(day))).toBe(day)
        expect(weekday(day)).toBe(date.getUTCDay() || 7)
        date.setUTCDate(date.getUTCDate() + days)
        expect(addDays(day, days)).toBe(iso(date))
      }),
    )
  })

  test.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-4-1',
    '',
    '1900-02-29',
  ])('%j is none', text => {
    expect(isDay(text)).toBe(false)
    expect(() => dayNumber(text)).toThrow('is no day')
  })

  test('29 February of leap years is one', () => {
    expect(isDay('2000-02-29') && isDay('2028-02-29')).toBe(true)
  })
})

describe('holidays', () => {
  test.each([
    [2018, '2018-04-08'],
    [2019, '2019-04-28'],
    [2020, '2020-04-19'],
    [2021, '2021-05-02'],
    [2022, '2022-04-24'],
    [2023, '2023-04-16'],
    [2024, '2024-05-05'],
    [2025, '2025-04-20'],
    [2026, '2026-04-12'],
    [2027, '2027-05-02'],
  ])('Orthodox Easter of %d is %s', (year, day) => {
    expect(orthodoxEaster(year)).toBe(day)
  })

  test('are those of an independent list, from the last change of the law on', () => {
    const others = new Holidays('RO')
    for (let year = 2024; year <= 2099; year++) {
      const listed = others.getHolidays(year).filter(({ type }) => type === 'public')
      // That list knows 1 January only.
      const days = new Set([...listed.map(({ date }) => date.slice(0, 10)), `${year}-01-02`])
      expect([...new Set(publicHolidays(year).map(({ day }) => day))], String(year)).toEqual([...days].sort())
    }
  })

  test.each([
    [2008, 8],
    [2009, 11],
    [2012, 12],
    [2017, 14],
    [2018, 15],
    [2023, 15],
    [2024, 17],
  ])('%d has %d of them', (year, count) => {
    expect(publicHolidays(year)).toHaveLength(count)
  })

  test('Epiphany of 2023 was a working day, Saint John of 2025 was none', () => {
    expect(publicHolidays(2023).some(({ day }) => day === '2023-01-06')).toBe(false)
    expect(publicHolidays(2025)).toContainEqual({ day: '2025-01-07', holiday: 'saint_john' })
  })
})

describe('working days', () => {
  const calendar = workCalendar()

  test('skip Easter with its Friday and Monday', () => {
    expect(addWorkingDays(calendar, '2026-04-09', 1)).toBe('2026-04-14')
    expect(workingDayFrom(calendar, '2026-04-10')).toBe('2026-04-14')
    expect(workingDayFrom(calendar, '2026-04-09')).toBe('2026-04-09')
  })

  test('a decision frees a Friday and makes a Saturday of it work', () => {
    const changed = workCalendar([
      { day: '2026-01-02', working: true },
      { day: '2026-01-05', working: false },
      { day: '2026-01-10', working: true },
    ])
    expect(['2026-01-02', '2026-01-05', '2026-01-10'].map(changed.isWorkingDay)).toEqual([true, false, true])
    expect(countWorkingDays(changed, '2025-12-31', '2026-01-11')).toBe(4)
  })

  test('adding and counting undo each other', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 200 }), (from, count) => {
        const to = addWorkingDays(calendar, from, count)
        expect(calendar.isWorkingDay(to)).toBe(true)
        expect(countWorkingDays(calendar, from, to)).toBe(count)
      }),
    )
  })
})

describe('the day in Bucharest', () => {
  test.each([
    // Winter: two hours ahead. Summer: three. The night of the change keeps both.
    ['2026-01-31T21:59:59.999Z', '2026-01-31'],
    ['2026-01-31T22:00:00Z', '2026-02-01'],
    ['2026-07-01T20:59:59Z', '2026-07-01'],
    ['2026-07-01T21:00:00Z', '2026-07-02'],
    ['2026-03-29T20:59:59Z', '2026-03-29'],
    ['2026-03-29T21:00:00Z', '2026-03-30'],
    ['2026-10-25T21:59:59Z', '2026-10-25'],
    ['2026-10-25T22:00:00Z', '2026-10-26'],
  ])('%s is still or already %s', (instant, day) => {
    expect(localDay(new Date(instant))).toBe(day)
  })

  test('ends at 24:00 there, on every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: dayNumber('1990-01-01'), max: dayNumber('2099-12-31') }), number => {
        const day = dayOfNumber(number)
        const end = endOfDay(day)
        expect(localDay(new Date(end.getTime() - 1))).toBe(day)
        expect(localDay(end)).toBe(addDays(day, 1))
      }),
    )
    // Days of 23, 24 and 25 hours.
    const hours = (day: string) =>
      (endOfDay(day).getTime() - endOfDay(addDays(day, -1)).getTime()) / 3_600_000
    expect(['2026-03-29', '2026-06-01', '2026-10-25'].map(hours)).toEqual([23, 24, 25])
  })
})
