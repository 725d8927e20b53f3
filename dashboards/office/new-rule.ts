import type { RuleUnit } from '../../domain/index.ts'

/** As it is typed: with a decimal comma or point. */
export const numberOf = (typed: string): string => typed.trim().replace(',', '.')

interface Draft {
  readonly validFrom: string
  readonly value: string
  readonly unit: RuleUnit
  readonly article: string
}

/** What has to be put right in a new row of a rule whose last one holds from `last` on; the API asks the same. */
export function mistakesOf({ validFrom, value, unit, article }: Draft, last: string) {
  const number = numberOf(value)
  const wrongNumber = unit !== 'principle' && !/^\d{1,12}(\.\d{1,4})?$/.test(number)
  const wrongDays = unit.endsWith('_days') && !/^[1-9]\d{0,3}$/.test(number)
  return {
    validFrom: validFrom === '' ? ('missing' as const) : validFrom <= last ? ('early' as const) : null,
    value: wrongDays ? ('days' as const) : wrongNumber ? ('number' as const) : null,
    article: article.trim() === '',
  }
}
