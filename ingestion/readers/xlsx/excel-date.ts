const DAY = 86_400_000
const EPOCH_1900 = Date.UTC(1899, 11, 30)
const EPOCH_1904 = Date.UTC(1904, 0, 1)
/** 31 December 9999, the last day that Excel knows. */
const LAST_SERIAL = 2_958_466

/**
 * The moment that a serial number stands for, in the wall-clock time of the sheet; null when Excel would show no date.
 * In the 1900 system Excel counts a 29 February 1900 that never was, so the days before it are off by one.
 */
export function excelDate(serialText: string, date1904: boolean): string | null {
  const known = DAYS[date1904 ? 1 : 0].get(serialText)
  if (known !== undefined) return known
  const date = dateOfSerial(serialText, date1904)
  if (date?.length === 10 && DAYS[0].size + DAYS[1].size < MOST_DAYS)
    DAYS[date1904 ? 1 : 0].set(serialText, date)
  return date
}

/** Days met so far, by their serial numbers: sheets repeat them in every row. */
const DAYS = [new Map<string, string>(), new Map<string, string>()] as const
const MOST_DAYS = 20_000

function dateOfSerial(serialText: string, date1904: boolean): string | null {
  const serial = Number(serialText)
  if (!Number.isFinite(serial) || serial < 0 || serial >= LAST_SERIAL) return null
  let days = Math.floor(serial)
  let seconds = Math.round((serial - days) * 86_400)
  if (seconds === 86_400) {
    days++
    seconds = 0
  }
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map(part => String(part).padStart(2, '0'))
    .join(':')
  if (days === 0 && !date1904) return clock
  const shifted = !date1904 && days < 60 ? days + 1 : days
  const date = new Date((date1904 ? EPOCH_1904 : EPOCH_1900) + shifted * DAY).toISOString().slice(0, 10)
  return seconds === 0 ? date : `${date}T${clock}`
}

/** Number formats that the file format defines without writing them down; 27–36 and 50–58 are dates of East Asian locales. */
const BUILT_IN_DATES: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54,
  55, 56, 57, 58,
])

/** Whether a number format shows dates or times; `code` is null for a format that is not written in the file. */
export function isDateFormat(id: number, code: string | null): boolean {
  if (code === null) return BUILT_IN_DATES.has(id)
  const first = code.split(';')[0] ?? ''
  const bare = first
    .replace(/"[^"]*"?/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
    .replace(/\[(?:h+|m+|s+)\]/gi, 'h')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/general/gi, '')
  return /[dmyhs]/i.test(bare)
}
