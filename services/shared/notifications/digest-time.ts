/** Digests go out at seven in the morning, the weekly one on Mondays, by the clock of the county. */
const HOUR = 7
const WALL_CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Bucharest',
  weekday: 'short',
  hour: '2-digit',
  hourCycle: 'h23',
})

/** The first such moment after a given one. Asks the clock of each full hour, so that summer time needs no rule here. */
export function nextDigest(after: Date, digest: 'daily' | 'weekly'): Date {
  const hour = 3_600_000
  for (let at = (Math.floor(after.getTime() / hour) + 1) * hour; ; at += hour) {
    const parts = Object.fromEntries(WALL_CLOCK.formatToParts(at).map(({ type, value }) => [type, value]))
    if (Number(parts.hour) === HOUR && (digest === 'daily' || parts.weekday === 'Mon')) return new Date(at)
  }
}
