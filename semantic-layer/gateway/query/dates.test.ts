import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDateRange, stepsOf } from './dates.ts'
import { readTimeZone, wallClock } from './time-zone.ts'

// A Wednesday; 02:30 of the next day in Bucharest.
const now = Date.UTC(2026, 6, 15, 23, 30)
const range = (value: unknown, zone = 'UTC') => readDateRange(value, zone, () => now)
const days = (value: unknown, zone = 'UTC') => range(value, zone).map(text => text.slice(0, 10))

describe('date ranges', () => {
  it('of one or two dates, whole days to their last millisecond', () => {
    expect(range(['2026-01-01', '2026-06-30'])).toEqual([
      '2026-01-01T00:00:00.000',
      '2026-06-30T23:59:59.999',
    ])
    expect(range('2026-02-28')).toEqual(['2026-02-28T00:00:00.000', '2026-02-28T23:59:59.999'])
    expect(range(['2026-02-28'])).toEqual(['2026-02-28T00:00:00.000', '2026-02-28T23:59:59.999'])
    expect(range(['2026-01-01 10:20', '2026-01-01T10:20:30.123456'])).toEqual([
      '2026-01-01T10:20:00.000',
      '2026-01-01T10:20:30.123',
    ])
  })

  it('with an offset are told in the time of the zone asked for', () => {
    expect(range(['2026-06-30T22:30:00Z', '2026-07-01T00:00:00+02:00'], 'Europe/Bucharest')).toEqual([
      '2026-07-01T01:30:00.000',
      '2026-07-01T01:00:00.000',
    ])
  })

  it.each([
    ['today', '2026-07-15', '2026-07-15'],
    ['Yesterday', '2026-07-14', '2026-07-14'],
    ['tomorrow', '2026-07-16', '2026-07-16'],
    ['this week', '2026-07-13', '2026-07-19'],
    ['last week', '2026-07-06', '2026-07-12'],
    ['this month', '2026-07-01', '2026-07-31'],
    ['last month', '2026-06-01', '2026-06-30'],
    ['next quarter', '2026-10-01', '2026-12-31'],
    ['last year', '2025-01-01', '2025-12-31'],
    ['last 7 days', '2026-07-08', '2026-07-14'],
    ['last 3 months', '2026-04-01', '2026-06-30'],
    ['next 2 years', '2027-01-01', '2028-12-31'],
    ['from 2026-01-01 to 2026-03-31', '2026-01-01', '2026-03-31'],
    ['from 7 days ago to now', '2026-07-08', '2026-07-15'],
    ['from yesterday to 1 month from now', '2026-07-14', '2026-08-15'],
  ])('%s', (phrase, from, to) => {
    expect(days(phrase)).toEqual([from, to])
  })

  it('are read by the clock of the zone', () => {
    expect(days('today', 'Europe/Bucharest')).toEqual(['2026-07-16', '2026-07-16'])
    expect(range('this hour', 'Europe/Bucharest')).toEqual([
      '2026-07-16T02:00:00.000',
      '2026-07-16T02:59:59.999',
    ])
  })

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-01-01T24:00',
    '1899-12-31',
    '9000-01-01',
    '2026-1-1',
    'last 0x10 days',
    'last 999999 days',
    'foo',
    '',
    'from foo to bar',
    "2026-01-01'; drop table x",
    '2026-01-01T00:00:00+99:00',
  ])('refuse %j', value => {
    expect(() => range(value)).toThrow(`Can't parse date: '${value}'`)
  })

  it('refuse what is no date at all', () => {
    for (const value of [
      5,
      {},
      [[]],
      [null],
      ['2026-01-01', null],
      ['2026-01-01', '2026-01-02', '2026-01-03'],
      [],
    ])
      expect(() => range(value)).toThrow()
  })

  it('end where they begin or later, for every phrase', () => {
    const unit = fc.constantFrom('second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year')
    const phrase = fc.oneof(
      fc.tuple(fc.constantFrom('this', 'last', 'next'), unit).map(parts => parts.join(' ')),
      fc
        .tuple(fc.constantFrom('last', 'next'), fc.integer({ min: 1, max: 400 }), unit)
        .map(parts => `${parts.join(' ')}s`),
    )
    const instant = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
    const zone = fc.constantFrom('UTC', 'Europe/Bucharest', 'America/St_Johns', 'Pacific/Chatham')
    fc.assert(
      fc.property(phrase, instant, zone, (text, at, where) => {
        const [from, to] = readDateRange(text, where, () => at.getTime())
        expect(from < to).toBe(true)
        expect(from).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000$/)
        expect(to.endsWith('.999')).toBe(true)
      }),
    )
  })
})

describe('steps', () => {
  it('are counted upwards', () => {
    expect(stepsOf('day', ['2026-01-01T00:00:00.000', '2026-01-31T23:59:59.999'])).toBe(31)
    expect(stepsOf('second', ['2026-01-01T00:00:00.000', '2026-01-01T23:59:59.999'])).toBe(86_400)
  })
})

describe('time zones', () => {
  it('are those of IANA, in one spelling', () => {
    expect(readTimeZone(undefined)).toBe('UTC')
    expect(readTimeZone('europe/bucharest')).toBe('Europe/Bucharest')
    expect(readTimeZone('Etc/UTC')).toBe('UTC')
    expect(readTimeZone('America/Argentina/Buenos_Aires')).toMatch(/Buenos_Aires$/)
  })

  it.each([
    'Mars/Olympus',
    '+02:00',
    "UTC'",
    'UTC; select 1',
    '',
    '__proto__',
    5,
    null,
  ])('refuse %j', zone => {
    expect(() => readTimeZone(zone)).toThrow(/must be a (valid IANA time zone|string)/)
  })

  it('keep milliseconds, before 1970 too', () => {
    expect(wallClock(-1, 'Europe/Bucharest')).toBe(2 * 3_600_000 - 1)
    expect(wallClock(Date.UTC(2026, 6, 1, 0, 0, 0, 5), 'America/New_York')).toBe(
      Date.UTC(2026, 5, 30, 20, 0, 0, 5),
    )
  })
})
