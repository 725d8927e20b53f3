import type { Names } from '../language.ts'
import type { Term } from './clock.ts'
import type { Day } from './day.ts'

export const RULE_UNITS = [
  'calendar_days',
  'working_days',
  'months',
  'hours',
  'percent',
  'lei',
  'lei_per_square_metre',
  /** A rule without a number. */
  'principle',
] as const
export type RuleUnit = (typeof RULE_UNITS)[number]

/** A rule of law as it holds from a date on. */
export interface Rule {
  readonly code: string
  readonly validFrom: Day
  /** Decimal text; null for a principle. */
  readonly value: string | null
  readonly unit: RuleUnit
  /** Only of terms in days: one that ends on a non-working day ends on the next working one. */
  readonly prolonged: boolean
  /** Act and article. */
  readonly article: string
  /** A lawyer has to say whether it is right. */
  readonly toBeConfirmed: boolean
  readonly names: Names
  readonly explanation: Names
}

/** The term of a rule in days. Throws where the rule is of another unit: whoever asks for a clock knows its code. */
export function termOf(rule: Pick<Rule, 'code' | 'value' | 'unit' | 'prolonged'>): Term {
  const days = Number(rule.value)
  if ((rule.unit !== 'calendar_days' && rule.unit !== 'working_days') || !Number.isInteger(days) || days < 1)
    throw new Error(`the rule ${rule.code} gives no term in days`)
  return { days, unit: rule.unit, prolonged: rule.prolonged }
}
