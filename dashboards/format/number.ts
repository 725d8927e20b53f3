import type { Language } from '../../domain/index.ts'

export const NO_BREAK = '\u00a0'
const NARROW_NO_BREAK = '\u202f'
export const MINUS = '\u2212'
export const MISSING = '—'

const SEPARATORS: Record<Language, { group: string; decimal: string }> = {
  ro: { group: '.', decimal: ',' },
  hu: { group: NARROW_NO_BREAK, decimal: ',' },
  en: { group: ',', decimal: '.' },
}

/** Writes an integer of any size with `decimals` of its last digits behind the decimal sign: (10332300893n, 2) → 103.323.008,93 */
export function formatScaled(value: bigint, decimals: number, language: Language): string {
  const { group, decimal } = SEPARATORS[language]
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group)
  const fraction = decimals > 0 ? decimal + digits.slice(-decimals) : ''
  return `${value < 0n ? MINUS : ''}${grouped}${fraction}`
}

export const formatCount = (value: number, language: Language): string =>
  formatScaled(BigInt(Math.trunc(value)), 0, language)

/** A decimal text as it is: (0.01) → 0,01 */
export function formatDecimal(text: string, language: Language): string {
  const [whole = '', fraction = ''] = text.split('.')
  return formatScaled(BigInt(whole + fraction), fraction.length, language)
}

/** Divides integers, rounding halves away from zero. */
export function divideRounded(value: bigint, divisor: bigint): bigint {
  const negative = value < 0n !== divisor < 0n
  const [a, b] = [value < 0n ? -value : value, divisor < 0n ? -divisor : divisor]
  const quotient = (a * 2n + b) / (b * 2n)
  return negative ? -quotient : quotient
}

/** A part of a stated whole, in per cent with one decimal, without the sign. Null where the whole is zero. */
export function formatShare(part: bigint, whole: bigint, language: Language, decimals = 1): string | null {
  if (whole === 0n) return null
  return formatScaled(divideRounded(part * 100n * 10n ** BigInt(decimals), whole), decimals, language)
}

/** The per cent sign as each language sets it: spaced in Romanian, closed up in Hungarian and English. */
export const percent = (text: string, language: Language): string =>
  language === 'ro' ? `${text}${NO_BREAK}%` : `${text}%`
