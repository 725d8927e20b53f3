import type { Names } from '../language.ts'
import { checkExpression, type Scope } from './expression/check.ts'
import { compare, type Evaluator, type ReportRow, type ReportView } from './expression/evaluate.ts'
import type { Value } from './expression/functions.ts'
import { type Fixed, parseFixed } from './expression/number.ts'
import { parseExpression } from './expression/parse.ts'
import {
  COMPARISONS,
  type Expression,
  ExpressionError,
  type Mistake,
  type ValueType,
} from './expression/syntax.ts'

/** `together`: both sides are given, or neither; `apart`: not both. */
export const RULE_OPERATORS = [...COMPARISONS, 'together', 'apart'] as const
export type RuleOperator = (typeof RULE_OPERATORS)[number]

/** When a rule does not apply for want of values; else what is missing counts as 0. */
export const MISSING_STRATEGIES = ['skip_if_any', 'skip_if_all', 'as_zero'] as const
export type MissingStrategy = (typeof MISSING_STRATEGIES)[number]

/** Blocks the report, wants a reason of whoever sends it, or only tells. */
export const RULE_SEVERITIES = ['blocks', 'explain', 'informs'] as const
export type RuleSeverity = (typeof RULE_SEVERITIES)[number]

/** What has to hold between two expressions, for each row of a report or once for all of it. */
export interface ValidationRule {
  readonly code: string
  readonly scope: 'row' | 'report'
  /** Rows that the rule is about; null: all. */
  readonly where: string | null
  readonly left: string
  readonly operator: RuleOperator
  readonly right: string
  /** How far two numbers may lie apart and still count as equal, as a decimal string. */
  readonly tolerance: string
  readonly missing: MissingStrategy
  readonly severity: RuleSeverity
  readonly message: Names
}

export type RulePart = 'where' | 'left' | 'right' | 'tolerance' | 'operator'

export interface RuleMistake extends Mistake {
  readonly part: RulePart
}

/** A rule whose expressions were read and fit the fields. */
export interface ReadyRule {
  readonly rule: ValidationRule
  readonly where: Expression | null
  readonly left: Expression
  readonly right: Expression
  readonly tolerance: Fixed
}

export type PreparedRule =
  | { readonly ok: true; readonly ready: ReadyRule }
  | { readonly ok: false; readonly mistakes: readonly RuleMistake[] }

/** Reads and checks each part, so that all that is wrong is said at once. `scope` is of a row; a rule over the whole report has none. */
export function prepareRule(rule: ValidationRule, scope: Scope): PreparedRule {
  const mistakes: RuleMistake[] = []
  const read = (part: RulePart, source: string, hasRow: boolean): [Expression, ValueType] | null => {
    try {
      const expression = parseExpression(source)
      return [expression, checkExpression(expression, { ...scope, hasRow })]
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error
      mistakes.push({ part, ...error.mistake })
      return null
    }
  }
  const ofPart = (part: RulePart, given: string, wanted: readonly string[]): void => {
    mistakes.push({ part, code: 'wrong_type', start: 0, end: given.length, given, wanted })
  }
  const hasRow = rule.scope === 'row'
  const where = rule.where === null ? null : read('where', rule.where, true)
  if (where && where[1] !== 'boolean') ofPart('where', where[1], ['boolean'])
  const left = read('left', rule.left, hasRow)
  const right = read('right', rule.right, hasRow)
  const tolerance = parseFixed(rule.tolerance)
  if (tolerance === null || tolerance < 0n) ofPart('tolerance', rule.tolerance, ['number'])
  if (left && right && isComparison(rule.operator)) {
    if (left[1] !== right[1]) ofPart('right', right[1], [left[1]])
    else if (left[1] === 'boolean' && rule.operator !== '=' && rule.operator !== '<>')
      ofPart('operator', rule.operator, ['=', '<>'])
  }
  if (!left || !right || tolerance === null || mistakes.length > 0) return { ok: false, mistakes }
  return { ok: true, ready: { rule, where: where?.[0] ?? null, left: left[0], right: right[0], tolerance } }
}

const isComparison = (operator: RuleOperator): operator is (typeof COMPARISONS)[number] =>
  operator !== 'together' && operator !== 'apart'

/** Where a rule does not hold, with the values of both sides. */
export interface RuleFinding {
  readonly rule: ValidationRule
  /** The row; null: the whole report. */
  readonly row: ReportRow | null
  readonly left: Value
  readonly right: Value
}

export function applyRule(ready: ReadyRule, view: ReportView, evaluator: Evaluator): RuleFinding[] {
  const rows = ready.rule.scope === 'row' ? view.rows : [null]
  return rows.flatMap(row => {
    if (row && ready.where && evaluator.evaluate(ready.where, row).value !== true) return []
    const broken = judge(ready, evaluator, row)
    return broken ? [{ rule: ready.rule, row, ...broken }] : []
  })
}

function judge(
  { rule, left, right, tolerance }: ReadyRule,
  evaluator: Evaluator,
  row: ReportRow | null,
): { left: Value; right: Value } | null {
  const plain = [evaluator.evaluate(left, row), evaluator.evaluate(right, row)] as const
  if (!isComparison(rule.operator)) {
    const given = plain.filter(({ value }) => value !== null).length
    const holds = rule.operator === 'together' ? given !== 1 : given !== 2
    return holds ? null : { left: plain[0].value, right: plain[1].value }
  }
  const asked = plain[0].asked + plain[1].asked
  const missing = plain[0].missing + plain[1].missing
  if (missing > 0 && rule.missing === 'skip_if_any') return null
  if (missing > 0 && missing === asked && rule.missing === 'skip_if_all') return null
  const fill = rule.missing !== 'skip_if_any'
  const first = evaluator.evaluate(left, row, fill).value
  const second = evaluator.evaluate(right, row, fill).value
  // Still missing: a text, a date, or a division by zero; nothing can be said of those.
  if (first === null || second === null) return null
  if (holdsWithin(rule.operator, first, second, tolerance)) return null
  return { left: first, right: second }
}

function holdsWithin(
  operator: (typeof COMPARISONS)[number],
  left: Value & {},
  right: Value & {},
  tolerance: Fixed,
): boolean {
  if (typeof left !== 'bigint' || typeof right !== 'bigint' || tolerance === 0n)
    return compare(operator, left, right)
  const apart = left < right ? right - left : left - right
  const isSame = apart <= tolerance
  switch (operator) {
    case '=':
    case '<=':
    case '>=':
      return isSame || compare(operator, left, right)
    case '<>':
    case '<':
    case '>':
      return !isSame && compare(operator, left, right)
  }
}
