import { addDays, type Day, daysBetween, isDay, weekday, yearOf } from '../calendar/day.ts'

export const PERIODICITIES = [
  'day',
  'week',
  'month',
  'quarter',
  'half_year',
  'year',
  'school_year',
  'event',
] as const
export type Periodicity = (typeof PERIODICITIES)[number]

/** Written as people read it: 2026-03-31 (a day, or the day of an event), 2026-W13, 2026-03, 2026-Q1, 2026-H1, 2026, 2025/2026. */
export type PeriodCode = string

export interface Period {
  readonly code: PeriodCode
  readonly periodicity: Periodicity
  readonly start: Day
  /** The last day, part of it. */
  readonly end: Day
}

const pad = (value: number): string => String(value).padStart(2, '0')

/** Months of a year that a part of it has. */
const PARTS = { month: 1, quarter: 3, half_year: 6, year: 12 } as const
const isPart = (periodicity: Periodicity): periodicity is keyof typeof PARTS =>
  Object.hasOwn(PARTS, periodicity)

function partCode(periodicity: keyof typeof PARTS, year: number, index: number): PeriodCode {
  const start = String(year).padStart(4, '0')
  switch (periodicity) {
    case 'month':
      return `${start}-${pad(index + 1)}`
    case 'quarter':
      return `${start}-Q${index + 1}`
    case 'half_year':
      return `${start}-H${index + 1}`
    case 'year':
      return start
  }
}

function partOf(periodicity: keyof typeof PARTS, day: Day): Period {
  const months = PARTS[periodicity]
  const year = yearOf(day)
  const index = Math.floor((Number(day.slice(5, 7)) - 1) / months)
  const after = (index + 1) * months
  const next =
    after >= 12 ? `${String(year + 1).padStart(4, '0')}-01-01` : `${day.slice(0, 4)}-${pad(after + 1)}-01`
  return {
    code: partCode(periodicity, year, index),
    periodicity,
    start: `${day.slice(0, 4)}-${pad(index * months + 1)}-01`,
    end: addDays(next, -1),
  }
}

/** Weeks begin on Monday and belong to the year of their Thursday (ISO 8601). */
function weekOf(day: Day): Period {
  const start = addDays(day, 1 - weekday(day))
  const thursday = addDays(start, 3)
  const year = thursday.slice(0, 4)
  const week = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1
  return { code: `${year}-W${pad(week)}`, periodicity: 'week', start, end: addDays(start, 6) }
}

/** From 1 September to 31 August. */
function schoolYearOf(day: Day): Period {
  const first = Number(day.slice(5, 7)) >= 9 ? yearOf(day) : yearOf(day) - 1
  return {
    code: `${first}/${first + 1}`,
    periodicity: 'school_year',
    start: `${first}-09-01`,
    end: `${first + 1}-08-31`,
  }
}

/** The period that a day lies in. */
export function periodOf(periodicity: Periodicity, day: Day): Period {
  if (isPart(periodicity)) return partOf(periodicity, day)
  if (periodicity === 'week') return weekOf(day)
  if (periodicity === 'school_year') return schoolYearOf(day)
  return { code: day, periodicity, start: day, end: day }
}

/** Null for a text that is no period of this kind. */
export function parsePeriod(periodicity: Periodicity, code: string): Period | null {
  const day = firstDayOf(periodicity, code)
  if (day === null || !isDay(day)) return null
  const period = periodOf(periodicity, day)
  return period.code === code ? period : null
}

function firstDayOf(periodicity: Periodicity, code: string): Day | null {
  switch (periodicity) {
    case 'day':
    case 'event':
      return code
    case 'month':
      return `${code}-01`
    case 'year':
      return `${code}-01-01`
    case 'quarter':
    case 'half_year': {
      const match = /^(\d{4})-[QH]([1-4])$/.exec(code)
      return match && `${match[1]}-${pad((Number(match[2]) - 1) * PARTS[periodicity] + 1)}-01`
    }
    case 'school_year':
      return /^\d{4}\/\d{4}$/.test(code) ? `${code.slice(0, 4)}-09-01` : null
    case 'week': {
      const match = /^(\d{4})-W(\d{2})$/.exec(code)
      // 4 January is always in the first week.
      return match && addDays(`${match[1]}-01-04`, (Number(match[2]) - 1) * 7)
    }
  }
}

/** The period so many after one; negative: before it. An event has none. */
export function neighbour(period: Period, count: number): Period | null {
  if (period.periodicity === 'event') return null
  let found = period
  for (let left = Math.abs(count); left > 0; left--)
    found = periodOf(period.periodicity, count > 0 ? addDays(found.end, 1) : addDays(found.start, -1))
  return found
}

/** The same period of so many years before; null for days, weeks and events, which have none that is the same. */
export function yearsBefore(period: Period, count: number): Period | null {
  const { periodicity, start } = period
  if (periodicity !== 'school_year' && !isPart(periodicity)) return null
  const year = yearOf(start) - count
  return year < 1 ? null : periodOf(periodicity, `${String(year).padStart(4, '0')}${start.slice(4)}`)
}

/** Periods that end in a range of days, both ends part of it, oldest first; none for events. */
export function periodsEnding(periodicity: Periodicity, from: Day, to: Day): Period[] {
  if (periodicity === 'event') return []
  const periods: Period[] = []
  for (
    let period = periodOf(periodicity, from);
    period.end <= to;
    period = periodOf(periodicity, addDays(period.end, 1))
  )
    periods.push(period)
  return periods
}
