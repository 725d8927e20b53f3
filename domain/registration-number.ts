import type { Day } from './calendar/day.ts'

/** How a registration number is written on papers: "128/24.11.2026". */
export type RegistrationNumber = string & { readonly __brand: 'RegistrationNumber' }

export function registrationNumber(number: number, day: Day): RegistrationNumber {
  const [year, month, date] = day.split('-')
  return `${number}/${date}.${month}.${year}` as RegistrationNumber
}
