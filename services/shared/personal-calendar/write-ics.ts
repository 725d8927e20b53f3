import { createEvents, type DateArray, type EventAttributes } from 'ics'
import type { Language } from '../../../domain/index.ts'
import type { StoredEvent } from './events.ts'

const ZONE = 'Europe/Bucharest'
const WALL_CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  hourCycle: 'h23',
})

/** Summer time as in the whole European Union; programs that don't know the zone's name read the rules. */
const TIME_ZONE = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0300',
  'TZNAME:EEST',
  'DTSTART:19970330T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0300',
  'TZOFFSETTO:+0200',
  'TZNAME:EET',
  'DTSTART:19971026T040000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n')

function wallClock(at: Date): DateArray {
  const parts = Object.fromEntries(
    WALL_CLOCK.formatToParts(at).map(({ type, value }) => [type, Number(value)]),
  )
  return [parts.year ?? 0, parts.month ?? 0, parts.day ?? 0, parts.hour ?? 0, parts.minute ?? 0]
}

function dayAfter(day: string, days: number): DateArray {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
}

/** Lines have at most 75 octets; addresses are ASCII. */
const folded = (line: string): string => line.replace(/(.{74})(?=.)/g, '$1\r\n ')

/** RFC 5545 calendar of a person's events. A mail about an event that was called off takes it out (CANCEL). */
export function writeIcs(
  events: readonly StoredEvent[],
  options: { language: Language; publicUrl: string; name: string; method: 'PUBLISH' | 'CANCEL' },
): string {
  const { language, publicUrl } = options
  const attributes = events.map((event): EventAttributes => {
    const { when } = event
    const time =
      typeof when === 'string'
        ? { start: dayAfter(when, 0), end: dayAfter(when, 1) }
        : { start: wallClock(when.from), end: wallClock(when.to) }
    return {
      ...time,
      // The numbers are those of the county's clock already.
      startInputType: 'local',
      startOutputType: 'local',
      endInputType: 'local',
      endOutputType: 'local',
      uid: event.uid,
      sequence: event.sequence,
      title: event.title[language],
      status: event.isCancelled ? 'CANCELLED' : 'CONFIRMED',
      busyStatus: typeof when === 'string' ? 'FREE' : 'BUSY',
      lastModified: event.updatedAt.getTime(),
    }
  })
  const { error, value } = createEvents(attributes, {
    productId: 'open-county',
    method: options.method,
    calName: options.name,
  })
  if (error || !value) throw new Error('the calendar could not be written', { cause: error })
  let index = 0
  const zoned = value
    .replace(/^(DTSTART|DTEND):(\d{8}T\d{6})\r?$/gm, `$1;TZID=${ZONE}:$2\r`)
    // The library refuses addresses without a domain, as an installation on one machine has them.
    .replace(/^END:VEVENT/gm, end => {
      const link = events[index++]?.link
      return link ? `${folded(`URL:${publicUrl}/${language}${link}`)}\r\n${end}` : end
    })
  const first = zoned.indexOf('BEGIN:VEVENT')
  return first < 0 ? zoned : `${zoned.slice(0, first)}${TIME_ZONE}\r\n${zoned.slice(first)}`
}
