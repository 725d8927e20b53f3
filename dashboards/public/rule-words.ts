import type { Language } from '../../domain/index.ts'
import type { Rule } from '../api-types.ts'
import { formatDecimal, percent } from '../format/number.ts'
import type { Texts } from '../i18n/index.ts'

/** 30 de zile calendaristice · 0,01 lei/m² · 20 % */
export function ruleValue(
  { value, unit }: Pick<Rule, 'value' | 'unit'>,
  t: Texts,
  language: Language,
): string {
  const words = t.rules
  if (value === null || unit === 'principle') return words.principle
  const figure = formatDecimal(value, language)
  switch (unit) {
    case 'percent':
      return percent(figure, language)
    case 'lei':
      return words.lei(figure)
    case 'lei_per_square_metre':
      return words.perSquareMetre(figure)
    default:
      return Number.isInteger(Number(value))
        ? words.units[unit](Number(value))
        : `${figure} ${words.add.unitChoices[unit]}`
  }
}

/** Rules of one service; the first part of a code says which. Services come in the order of their names in the dictionary. */
export function groupRules(rules: readonly Rule[], t: Texts): { group: string; rules: Rule[] }[] {
  const groups = new Map<string, Rule[]>()
  for (const rule of rules) {
    const group = rule.code.split('.')[0] ?? ''
    groups.set(group, [...(groups.get(group) ?? []), rule])
  }
  const order = Object.keys(t.rules.groups)
  return [...groups]
    .map(([group, found]) => ({ group, rules: found }))
    .sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group))
}
