import { addDays, type Day } from '../calendar/day.ts'
import { addWorkingDays, type WorkCalendar, workingDayFrom } from '../calendar/working-days.ts'
import { type Period, periodOf } from './period.ts'

/** When something is due after the end of a period. */
export interface Deadline {
  /** 'day_of_month': that day of the month after the period's last; a month too short for it ends at its own last day. */
  readonly unit: 'calendar_days' | 'working_days' | 'day_of_month'
  readonly count: number
  /** A last day that is free is prolonged to the next working one; of no weight for working days. */
  readonly prolonged: boolean
}

/** The last day on which a report of the period is in time. */
export function dueDay(deadline: Deadline, period: Period, calendar: WorkCalendar): Day {
  if (deadline.unit === 'working_days')
    return deadline.count === 0
      ? workingDayFrom(calendar, period.end)
      : addWorkingDays(calendar, period.end, deadline.count)
  const day =
    deadline.unit === 'calendar_days'
      ? addDays(period.end, deadline.count)
      : dayOfNextMonth(period.end, deadline.count)
  return deadline.prolonged ? workingDayFrom(calendar, day) : day
}

function dayOfNextMonth(day: Day, wanted: number): Day {
  const next = periodOf('month', addDays(periodOf('month', day).end, 1))
  const found = `${next.code}-${String(wanted).padStart(2, '0')}`
  return found > next.end ? next.end : found
}
