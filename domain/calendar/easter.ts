import { addDays, type Day } from './day.ts'

/** Easter Sunday of the Orthodox churches: Meeus' rule for the Julian calendar, then given in ours. Right for 1900 to 2099 and beyond. */
export function orthodoxEaster(year: number): Day {
  const moon = (19 * (year % 19) + 15) % 30
  const sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
  const month = Math.floor((moon + sunday + 114) / 31)
  const day = ((moon + sunday + 114) % 31) + 1
  const julian = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return addDays(julian, julianLag(year))
}

/** Days that the Julian calendar is behind ours in spring. */
const julianLag = (year: number): number => Math.floor(year / 100) - Math.floor(year / 400) - 2
