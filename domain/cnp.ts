import type { Day } from './calendar/day.ts'

/** A Romanian personal number (CNP): 13 digits, the last one a check digit. Personal data: never in logs, addresses or the warehouse. */
export type Cnp = string & { readonly __brand: 'Cnp' }

const WEIGHTS = [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]

/** The check digit of the first twelve digits, by the control key 279146358279. */
export function cnpCheckDigit(body: string): number {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(body[index]), 0)
  return sum % 11 === 10 ? 1 : sum % 11
}

const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** Centuries by the first digit; 7, 8 and 9 are residents born in any of them. */
const CENTURIES: Readonly<Record<string, number>> = { 1: 1900, 2: 1900, 3: 1800, 4: 1800, 5: 2000, 6: 2000 }

/** What is wrong with a CNP: its 13 digits are not there, they name no day of birth, or one of them was mistyped. */
export type CnpFault = 'length' | 'day' | 'check_digit'

const digitsOf = (text: string): string => text.replace(/\s+/g, '')

/** The first fault of a CNP as people write it; null where it has none. */
export function cnpFault(text: string): CnpFault | null {
  const digits = digitsOf(text)
  if (!/^\d{13}$/.test(digits)) return 'length'
  const month = Number(digits.slice(3, 5))
  const day = Number(digits.slice(5, 7))
  // A leap day of an unknown century exists in 2000.
  const year = (CENTURIES[digits[0] ?? ''] ?? 2000) + Number(digits.slice(1, 3))
  if (digits.startsWith('0') || month < 1 || month > 12 || day < 1 || day > lastDay(year, month)) return 'day'
  return cnpCheckDigit(digits.slice(0, 12)) === Number(digits[12]) ? null : 'check_digit'
}

/** Parses a CNP as people write it. Returns null when it has a fault. */
export const parseCnp = (text: string): Cnp | null =>
  cnpFault(text) === null ? (digitsOf(text) as Cnp) : null

/** Whether a text that is kept in clear names somebody's number, however its digits are set apart. */
export const holdsCnp = (text: string): boolean =>
  [...text.matchAll(/(?<!\d)\d(?:[ .\u00a0-]?\d){12}(?!\d)/g)].some(
    ([number]) => cnpFault(number.replace(/\D/g, '')) === null,
  )

const ADULT_YEARS = 18

/** The 18th birthday of whoever has the number; null where it does not say the century. */
export function adultOn(cnp: Cnp): Day | null {
  const century = CENTURIES[cnp[0] ?? '']
  if (century === undefined) return null
  const year = century + Number(cnp.slice(1, 3)) + ADULT_YEARS
  // Whoever was born on 29 February is of age on 1 March.
  return new Date(Date.UTC(year, Number(cnp.slice(3, 5)) - 1, Number(cnp.slice(5, 7))))
    .toISOString()
    .slice(0, 10)
}

/** What may be shown to recognise it by: the last four digits. */
export const maskedCnp = (cnp: Cnp): string => `•••••••••${cnp.slice(-4)}`
