import { printable } from '../catalogue.ts'
import { badFormat } from '../gateway-error.ts'

const SHAPE = /^[A-Za-z_]{1,20}(\/[A-Za-z0-9_+-]{1,20}){0,2}$/
const formats = new Map<string, Intl.DateTimeFormat>()

/** The zone as IANA writes it. The name ends up in SQL text, so only names that Intl knows pass. */
export function readTimeZone(value: unknown): string {
  if (value === undefined) return 'UTC'
  if (typeof value !== 'string') throw badFormat('"timezone" must be a string')
  const format = SHAPE.test(value) ? formatOf(value) : null
  if (!format) throw badFormat(`"timezone" must be a valid IANA time zone, got "${printable(value)}"`)
  const name = format.resolvedOptions().timeZone
  return name === 'Etc/UTC' ? 'UTC' : name
}

function formatOf(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone)
  if (known) return known
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    // Names differ in case only a few times: the map stays as small as the list of zones, give or take.
    if (formats.size < 2000) formats.set(zone, format)
    return format
  } catch {
    return null
  }
}

/** What a clock on the wall shows at an instant, as milliseconds of that wall time read as UTC. */
export function wallClock(instant: number, zone: string): number {
  if (zone === 'UTC') return instant
  const parts = new Map(
    formatOf(zone)
      ?.formatToParts(instant)
      .map(part => [part.type, Number(part.value)]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
  const milliseconds = ((instant % 1000) + 1000) % 1000
  return (
    Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) +
    milliseconds
  )
}
