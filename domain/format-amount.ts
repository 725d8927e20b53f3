import type { Language } from './language.ts'

const MARKS: Readonly<Record<Language, { group: string; point: string }>> = {
  ro: { group: '.', point: ',' },
  hu: { group: '\u00a0', point: ',' },
  en: { group: ',', point: '.' },
}

/**
 * Writes an exact decimal string the way the language does: "-1234.5" → "−1.234,50" (ro). Works on the digits, so that
 * nothing is rounded; fewer than two decimals are filled up. Returns the text unchanged when it is no decimal.
 */
export function formatAmount(decimal: string, language: Language): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal)
  if (!match) return decimal
  const { group, point } = MARKS[language]
  const whole = (match[2] ?? '').replace(/\B(?=(?:\d{3})+$)/g, group)
  return `${match[1] ? '\u2212' : ''}${whole}${point}${(match[3] ?? '').padEnd(2, '0')}`
}

/** Writes a count ("12.345") without decimals. */
export function formatCount(count: string, language: Language): string {
  return /^\d+$/.test(count) ? count.replace(/\B(?=(?:\d{3})+$)/g, MARKS[language].group) : count
}

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  ro: 'ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie'.split(
    ' ',
  ),
  hu: 'január február március április május június július augusztus szeptember október november december'.split(
    ' ',
  ),
  en: 'January February March April May June July August September October November December'.split(' '),
}

/** Writes an ISO date in words: "30 iunie 2026", "2026. június 30.", "30 June 2026". */
export function formatDay(isoDate: string, language: Language): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDate)
  const month = match && MONTHS[language][Number(match[2]) - 1]
  if (!match || !month) return isoDate
  const day = Number(match[3])
  return language === 'hu' ? `${match[1]}. ${month} ${day}.` : `${day} ${month} ${match[1]}`
}
