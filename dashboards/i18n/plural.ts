import { formatCount } from '../format/number.ts'

/** "1 celulă", "7 celule", "65 de celule": Romanian takes "de" from 20 on, and again after each hundred. */
export function romanianCount(count: number, one: string, many: string): string {
  if (count === 1) return `1\u00a0${one}`
  const tail = count % 100
  const de = (tail === 0 && count !== 0) || tail >= 20 ? 'de ' : ''
  return `${formatCount(count, 'ro')}\u00a0${de}${many}`
}

/** Hungarian keeps the singular after a number. */
export const hungarianCount = (count: number, noun: string): string =>
  `${formatCount(count, 'hu')}\u00a0${noun}`

export const englishCount = (count: number, one: string, many: string): string =>
  `${formatCount(count, 'en')}\u00a0${count === 1 ? one : many}`

/** The Hungarian article before a name: "az" before a vowel. */
export const article = (name: string): string => (/^[aáeéiíoóöőuúüű]/i.test(name) ? 'az' : 'a')
