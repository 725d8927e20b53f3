import { type Language, parseBani } from '../../domain/index.ts'
import { divideRounded, formatScaled, MISSING, NO_BREAK } from './number.ts'

/** Amounts come from the API as decimal strings; they stay integers of bani until they are text. */
const CURRENCY: Record<Language, string> = { ro: 'lei', hu: 'lej', en: 'lei' }
const MILLION = 100_000_000n

export const baniOf = (amount: string): bigint | null => parseBani(amount)

/** 103.323.008,93 */
export function formatAmount(amount: string, language: Language): string {
  const value = baniOf(amount)
  return value === null ? MISSING : formatScaled(value, 2, language)
}

/** 103.323.008,93 lei */
export const formatLei = (amount: string, language: Language): string =>
  `${formatAmount(amount, language)}${NO_BREAK}${CURRENCY[language]}`

/** Whole lei, rounded: 2.583 lei */
export const formatWholeLei = (value: bigint, language: Language): string =>
  `${formatScaled(divideRounded(value, 100n), 0, language)}${NO_BREAK}${CURRENCY[language]}`

const SCALES: Record<Language, { short: [string, string]; long: [string, string] }> = {
  ro: { short: ['mil.', 'mld.'], long: ['milioane de', 'miliarde de'] },
  hu: { short: ['millió', 'milliárd'], long: ['millió', 'milliárd'] },
  en: { short: ['million', 'billion'], long: ['million', 'billion'] },
}

function scaled(value: bigint, language: Language, form: 'short' | 'long'): string | null {
  const tenths = divideRounded(value, MILLION / 10n)
  const absolute = tenths < 0n ? -tenths : tenths
  if (absolute < 10n) return null
  const [million, billion] = SCALES[language][form]
  return absolute < 10_000n
    ? `${formatScaled(tenths, 1, language)}${NO_BREAK}${million}`
    : `${formatScaled(divideRounded(tenths, 1000n), 1, language)}${NO_BREAK}${billion}`
}

/** For tiles: "103,3 mil. lei"; below a million, whole lei. */
export function formatLarge(amount: string, language: Language): string {
  const value = baniOf(amount)
  if (value === null) return MISSING
  const text = scaled(value, language, 'short')
  return text === null ? formatWholeLei(value, language) : `${text}${NO_BREAK}${CURRENCY[language]}`
}

/** For charts whose unit is stated once: 103,3 (millions of lei). */
export function formatMillions(amount: string, language: Language): string {
  const value = baniOf(amount)
  return value === null ? MISSING : formatScaled(divideRounded(value, MILLION / 10n), 1, language)
}

/** For a sentence: "103,3 milioane de lei"; in Romanian a number that ends in 00 or 20–99 takes "de" before the noun. */
export function formatInWords(amount: string, language: Language): string {
  const value = baniOf(amount)
  if (value === null) return MISSING
  const text = scaled(value, language, 'long')
  if (text !== null) return `${text} ${CURRENCY[language]}`
  const lei = divideRounded(value, 100n)
  const tail = (lei < 0n ? -lei : lei) % 100n
  const de = language === 'ro' && (tail === 0n ? lei !== 0n : tail >= 20n) ? `de${NO_BREAK}` : ''
  return `${formatScaled(lei, 0, language)}${NO_BREAK}${de}${CURRENCY[language]}`
}

/** An amount divided by a number of people, in whole lei. */
export function formatPerPerson(amount: string, people: number, language: Language): string {
  const value = baniOf(amount)
  if (value === null || people <= 0) return MISSING
  return formatWholeLei(divideRounded(value, BigInt(people)), language)
}

/** Only for geometry (widths of bars, axes): never shown, never added up. */
export const geometryOf = (amount: string): number => Number(amount)
