import { foldText, squeeze } from './fold-text.ts'

/** English abbreviations, as the Treasury writes them, and Romanian words, as people do. */
const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    ['JAN', 'IAN', 'JANUARY', 'IANUARIE'],
    ['FEB', 'FEBRUARY', 'FEBRUARIE'],
    ['MAR', 'MARCH', 'MARTIE'],
    ['APR', 'APRIL', 'APRILIE'],
    ['MAY', 'MAI'],
    ['JUN', 'IUN', 'JUNE', 'IUNIE'],
    ['JUL', 'IUL', 'JULY', 'IULIE'],
    ['AUG', 'AUGUST'],
    ['SEP', 'SEPT', 'SEPTEMBER', 'SEPTEMBRIE'],
    ['OCT', 'OCTOBER', 'OCTOMBRIE'],
    ['NOV', 'NOI', 'NOVEMBER', 'NOIEMBRIE'],
    ['DEC', 'DECEMBER', 'DECEMBRIE'],
  ].flatMap((names, index) => names.map(name => [name, index + 1] as const)),
)

const fromParts = (year: number, month: number, day: number): string | null => {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return null
  return date.toISOString().slice(0, 10)
}
const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text))

/**
 * Reads "30-JUN-26", "30.06.2026", "30/06/2026" (day first, as in Romania), "2026-06-30" and "30 iunie 2026" as an ISO date.
 * A year of two digits is of this century. Null when it is no date of the calendar.
 */
export function parseReportDate(text: string): string | null {
  const bare = squeeze(text).replace(/T00:00:00$/, '')
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(bare)
  if (iso) return fromParts(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const numeric = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})$/.exec(bare)
  if (numeric) return fromParts(fullYear(numeric[3] ?? ''), Number(numeric[2]), Number(numeric[1]))
  const named = /^(\d{1,2})[ .-]*([\p{L}]+)[ .-]*(\d{4}|\d{2})$/u.exec(bare)
  const month = named && MONTHS.get(foldText(named[2] ?? ''))
  return named && month ? fromParts(fullYear(named[3] ?? ''), month, Number(named[1])) : null
}

/** The date at the beginning of a text: other words may follow in the same row. */
export function parseLeadingDate(text: string): string | null {
  const words = squeeze(text).split(' ')
  return (
    parseReportDate(text) ?? parseReportDate(words[0] ?? '') ?? parseReportDate(words.slice(0, 3).join(' '))
  )
}

export const isMonthEnd = (isoDate: string): boolean => {
  const next = new Date(`${isoDate}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.getUTCDate() === 1
}
