import type { Language, Names } from '../../domain/index.ts'
import type { Budget, BudgetRow } from '../api-types.ts'
import { baniOf, formatInWords } from '../format/money.ts'
import { formatShare, percent } from '../format/number.ts'
import { periodInWords } from '../format/period.ts'
import type { Texts } from '../i18n/index.ts'
import type { BudgetData } from '../page-types.ts'

export const nameOf = (names: Names, code: string, language: Language, t: Texts): string =>
  names[language] !== '' ? names[language] : t.budget.unnamed(code)

/** Largest first; the order of equal amounts is that of their codes. */
export function sortedRows(rows: readonly BudgetRow[]): BudgetRow[] {
  return [...rows].sort((a, b) => {
    const [left, right] = [baniOf(a.amount) ?? 0n, baniOf(b.amount) ?? 0n]
    if (left !== right) return left > right ? -1 : 1
    return a.code < b.code ? -1 : 1
  })
}

const months = (budget: Budget): number | null => (budget.mode === 'own' ? budget.report.monthsCovered : null)

export const periodOf = (budget: Budget, language: Language): string =>
  periodInWords(budget.at, months(budget), language)

/** The page's finding as one sentence, made from its data only. */
export function headline({ entity, budget }: BudgetData, language: Language, t: Texts): string {
  const name = entity.names[language]
  if (!budget) return entity.periods.length > 0 ? t.budget.noneFor(name) : t.budget.none(name)
  const amount = formatInWords(budget.total, language)
  const period = periodOf(budget, language)
  const part = budget.path.at(-1)
  if (part) return t.budget.slice(nameOf(part.names, part.code, language, t), amount, period)
  const sentence = budget.kind === 'expenditure' ? t.budget.spent : t.budget.received
  return sentence(name, entity.kind, amount, period)
}

/** What the table shows at a glance; a plain title where the rows allow no finding. */
export function finding(budget: Budget, language: Language, t: Texts): string {
  const { by, kind } = budget
  const total = baniOf(budget.total) ?? 0n
  const rows = sortedRows(budget.rows)
  const top = rows.slice(0, 3).map(row => baniOf(row.amount) ?? 0n)
  const whole = (part: bigint): string => percent(formatShare(part, total, language, 0) ?? '', language)
  if (total > 0n && rows.length >= 5 && budget.level < 4 && (by === 'functional' || by === 'economic')) {
    const sum = top.reduce((all, amount) => all + amount, 0n)
    if (top.every(amount => amount > 0n) && sum < total && budget.level === 1) {
      return t.budget.topThree[by][kind](whole(sum))
    }
  }
  const first = rows[0]
  if (total > 0n && first && rows.length > 1 && (top[0] ?? 0n) > 0n && (top[0] ?? 0n) < total) {
    return t.budget.topOne(nameOf(first.names, first.code, language, t), whole(top[0] ?? 0n))
  }
  return t.budget.plain[kind]
}
