/**
 * A day of the calendar as YYYY-MM-DD. Days are texts and counted as whole numbers, so that no zone and no summer time can
 * move one.
 */
export type Day = string

const MONTH_STARTS = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Days from 1 January of year 0 to the first of a year. */
const daysBefore = (year: number): number => {
  const last = year - 1
  return 365 * year + Math.floor(last / 4) - Math.floor(last / 100) + Math.floor(last / 400) + 1
}

const pad = (value: number, length: number): string => String(value).padStart(length, '0')

export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 1 || month < 1 || month > 12) return false
  return day >= 1 && day <= (MONTH_LENGTHS[month - 1] ?? 0) + (month === 2 && isLeap(year) ? 1 : 0)
}

/** A running number of the day; the difference of two is the days between them. Throws when there is no such day. */
export function dayNumber(day: Day): number {
  if (!isDay(day)) throw new Error(`"${day}" is no day`)
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))]
  return daysBefore(year) + (MONTH_STARTS[month - 1] ?? 0) + (month > 2 && isLeap(year) ? 1 : 0) + date - 1
}

export function dayOfNumber(number: number): Day {
  let year = Math.floor(number / 365.2425)
  while (daysBefore(year + 1) <= number) year++
  while (daysBefore(year) > number) year--
  let rest = number - daysBefore(year)
  let month = 0
  for (;;) {
    const length = (MONTH_LENGTHS[month] ?? 31) + (month === 1 && isLeap(year) ? 1 : 0)
    if (rest < length) break
    rest -= length
    month++
  }
  return `${pad(year, 4)}-${pad(month + 1, 2)}-${pad(rest + 1, 2)}`
}

export const addDays = (day: Day, days: number): Day => dayOfNumber(dayNumber(day) + days)

/** Days from one day to another; negative when the second comes first. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from)

/** 1 is Monday, 7 Sunday. 1 January of year 0 was a Saturday. */
export const weekday = (day: Day): number => ((dayNumber(day) + 5) % 7) + 1

export const yearOf = (day: Day): number => Number(day.slice(0, 4))
