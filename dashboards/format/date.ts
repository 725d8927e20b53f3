import type { Language } from '../../domain/index.ts'
import { MISSING } from './number.ts'

// Month names are written here and not taken from Intl, so that server and browser give the same text.
const MONTHS: Record<Language, readonly string[]> = {
  ro: 'ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie'.split(
    ' ',
  ),
  hu: 'január február március április május június július augusztus szeptember október november december'.split(
    ' ',
  ),
  en: 'January February March April May June July August September October November December'.split(' '),
}
const SHORT: Record<Language, readonly string[]> = {
  ro: 'ian feb mar apr mai iun iul aug sep oct nov dec'.split(' '),
  hu: 'jan. febr. márc. ápr. máj. jún. júl. aug. szept. okt. nov. dec.'.split(' '),
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
}

export interface DateParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

export function dateParts(iso: string): DateParts | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso)
  if (!match) return null
  const [, year, month, day] = match
  return { year: Number(year), month: Number(month), day: Number(day) }
}

export const monthName = (month: number, language: Language): string => MONTHS[language][month - 1] ?? ''

/** 30 iunie 2026 · 2026. június 30. · 30 June 2026 */
export function formatDate(iso: string, language: Language): string {
  const parts = dateParts(iso)
  if (!parts) return MISSING
  const name = monthName(parts.month, language)
  return language === 'hu'
    ? `${parts.year}. ${name} ${parts.day}.`
    : `${parts.day} ${name} ${parts.year}`.replace(' ', '\u00a0')
}

/** For axes: iun 2026 · 2026. jún. · Jun 2026 */
export function formatMonth(iso: string, language: Language): string {
  const parts = dateParts(iso)
  if (!parts) return MISSING
  const name = SHORT[language][parts.month - 1] ?? ''
  return language === 'hu' ? `${parts.year}. ${name}` : `${name} ${parts.year}`
}

const BUCHAREST = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Bucharest',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

function inBucharest(instant: string): { date: string; time: string } | null {
  const withZone = /(Z|[+-]\d{2}:?\d{2})$/.test(instant) ? instant : `${instant.replace(' ', 'T')}Z`
  const date = new Date(withZone)
  if (Number.isNaN(date.getTime())) return null
  const parts = Object.fromEntries(BUCHAREST.formatToParts(date).map(part => [part.type, part.value]))
  return { date: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` }
}

/** The day of an instant (UTC when it names no zone) as it was in Romania. */
export function formatDay(instant: string, language: Language): string {
  const local = instant.length === 10 ? { date: instant } : inBucharest(instant)
  return local ? formatDate(local.date, language) : MISSING
}

export function formatInstant(instant: string, language: Language): string {
  const local = inBucharest(instant)
  return local ? `${formatDate(local.date, language)}, ${local.time}` : MISSING
}

/** The last calendar day of the month of the date. */
const isMonthEnd = ({ year, month, day }: DateParts): boolean =>
  day === new Date(Date.UTC(year, month, 0)).getUTCDate()

export type PeriodShape =
  | { readonly shape: 'year' | 'half' | 'nine' | 'toDate'; readonly date: DateParts }
  | { readonly shape: 'quarter'; readonly quarter: number; readonly date: DateParts }
  | { readonly shape: 'month'; readonly date: DateParts }
  | { readonly shape: 'secondHalf'; readonly date: DateParts }
  | { readonly shape: 'span'; readonly from: DateParts; readonly date: DateParts }

/** What a date of state covers: the year so far, or with `months` the period's own months only. */
export function periodShape(at: string, months: number | null): PeriodShape | null {
  const date = dateParts(at)
  if (!date) return null
  if (!isMonthEnd(date)) return { shape: 'toDate', date }
  const covered = months ?? date.month
  if (covered === date.month) {
    if (date.month === 12) return { shape: 'year', date }
    if (date.month === 6) return { shape: 'half', date }
    if (date.month === 9) return { shape: 'nine', date }
    if (date.month === 3) return { shape: 'quarter', quarter: 1, date }
    if (date.month === 1) return { shape: 'month', date }
    return { shape: 'toDate', date }
  }
  if (covered === 1) return { shape: 'month', date }
  if (covered === 3 && date.month % 3 === 0) return { shape: 'quarter', quarter: date.month / 3, date }
  if (covered === 6 && date.month === 12) return { shape: 'secondHalf', date }
  return { shape: 'span', from: { year: date.year, month: date.month - covered + 1, day: 1 }, date }
}
