import { type Day, isDay } from './calendar/day.ts'

/** How a registration number is written on papers: "128/24.11.2026". */
export type RegistrationNumber = string & { readonly __brand: 'RegistrationNumber' }

export function registrationNumber(number: number, day: Day): RegistrationNumber {
  const [year, month, date] = day.split('-')
  return `${number}/${date}.${month}.${year}` as RegistrationNumber
}

/** A number as people copy it from a paper; null where it is none, e.g. for a day that does not exist. */
export function parseRegistrationNumber(text: string): RegistrationNumber | null {
  const compact = text.replaceAll(/\s/g, '')
  const [, date, month, year] = /^[1-9]\d{0,8}\/(\d\d)\.(\d\d)\.(\d{4})$/.exec(compact) ?? []
  return isDay(`${year}-${month}-${date}`) ? (compact as RegistrationNumber) : null
}
