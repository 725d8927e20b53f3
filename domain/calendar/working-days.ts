import { addDays, type Day, daysBetween, weekday, yearOf } from './day.ts'
import { publicHolidays } from './public-holidays.ts'

/** A day that a government decision made free, or a working one (to recover a free day). */
export interface ExtraDay {
  readonly day: Day
  readonly working: boolean
}

export interface WorkCalendar {
  isWorkingDay(day: Day): boolean
}

/** Saturdays, Sundays and public holidays are free; what a decision says of a day goes before both. */
export function workCalendar(extraDays: readonly ExtraDay[] = []): WorkCalendar {
  const extra = new Map(extraDays.map(({ day, working }) => [day, working]))
  const holidays = new Map<number, ReadonlySet<Day>>()
  const isHoliday = (day: Day): boolean => {
    const year = yearOf(day)
    let days = holidays.get(year)
    if (!days) {
      days = new Set(publicHolidays(year).map(holiday => holiday.day))
      holidays.set(year, days)
    }
    return days.has(day)
  }
  return { isWorkingDay: day => extra.get(day) ?? (weekday(day) < 6 && !isHoliday(day)) }
}

/** How many working days lie after `from`, up to and with `to`; 0 when `to` does not come later. */
export function countWorkingDays(calendar: WorkCalendar, from: Day, to: Day): number {
  let count = 0
  for (let left = daysBetween(from, to), day = from; left > 0; left--) {
    day = addDays(day, 1)
    if (calendar.isWorkingDay(day)) count++
  }
  return count
}

/** The working day that is `count` (at least 1) working days after a day. */
export function addWorkingDays(calendar: WorkCalendar, from: Day, count: number): Day {
  let day = from
  for (let left = count; left > 0; ) {
    day = addDays(day, 1)
    if (calendar.isWorkingDay(day)) left--
  }
  return day
}

/** The day itself when it is a working one, else the next that is. */
export function workingDayFrom(calendar: WorkCalendar, day: Day): Day {
  return calendar.isWorkingDay(day) ? day : addWorkingDays(calendar, day, 1)
}
