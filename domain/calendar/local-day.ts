import { addDays, type Day } from './day.ts'

const ZONE = 'Europe/Bucharest'

const FORMAT = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

function clockIn(instant: Date): { day: Day; seconds: number } {
  const parts = Object.fromEntries(FORMAT.formatToParts(instant).map(part => [part.type, part.value]))
  return {
    day: `${parts.year}-${parts.month}-${parts.day}`,
    seconds: Number(parts.hour) * 3600 + Number(parts.minute) * 60 + Number(parts.second),
  }
}

/** The day of the law at an instant: days end at 24:00 in Bucharest. */
export const localDay = (instant: Date): Day => clockIn(instant).day

/** The instant at which a day ends in Bucharest, whether its clocks are turned on that day or not. */
export function endOfDay(day: Day): Date {
  const midnight = Date.parse(`${addDays(day, 1)}T00:00:00Z`)
  // Romania is two or three hours ahead of UTC; the clocks turn at 3 or 4 in the night, never at midnight.
  for (const hours of [2, 3]) {
    const instant = new Date(midnight - hours * 3_600_000)
    const { day: there, seconds } = clockIn(instant)
    if (seconds === 0 && there === addDays(day, 1)) return instant
  }
  throw new Error(`no midnight in ${ZONE} after ${day}`)
}

/** The instant at which a day begins in Bucharest. */
export const startOfDay = (day: Day): Date => endOfDay(addDays(day, -1))
