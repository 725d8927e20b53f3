import { FUNCTIONS, type Value } from './functions.ts'
import { dividedFixed, type Fixed, fixedOf, timesFixed } from './number.ts'
import type { Arithmetic, Comparison, Expression } from './syntax.ts'

export type ReportRow = Readonly<Record<string, Value>>

/** A report as expressions see it: its rows, and the way to others. */
export interface ReportView {
  readonly rows: readonly ReportRow[]
  /** What names a row among the rows of its report and of those before and after. */
  keyOf(row: ReportRow): string
  find(key: string): ReportRow | null
  /** The report of so many periods before; null: there is none. */
  previous(count: number): ReportView | null
  yearBefore(count: number): ReportView | null
  /** The report of another type that covers the same period. */
  report(code: string): ReportView | null
}

export interface Evaluated {
  readonly value: Value
  /** How many values were asked for, and how many of them are missing. */
  readonly asked: number
  readonly missing: number
}

/**
 * Evaluates checked expressions over one report. Arithmetic with a missing value is missing, conditions follow Kleene; with
 * `fill` a missing number of a row counts as 0. Aggregates leave out what is missing and are counted once for each report.
 */
export class Evaluator {
  private readonly known = new Map<ReportView, Map<Expression, Value>>()
  private asked = 0
  private missing = 0

  constructor(
    private readonly view: ReportView,
    private readonly isNumber: (field: string) => boolean,
  ) {}

  evaluate(expression: Expression, row: ReportRow | null, fill = false): Evaluated {
    this.asked = 0
    this.missing = 0
    const value = this.valueOf(expression, this.view, row, fill)
    return { value, asked: this.asked, missing: this.missing }
  }

  /** Counts a value that was asked for. */
  private seen(value: Value): Value {
    this.asked++
    if (value === null) this.missing++
    return value
  }

  private valueOf(expression: Expression, view: ReportView, row: ReportRow | null, fill: boolean): Value {
    const value = (of: Expression) => this.valueOf(of, view, row, fill)
    switch (expression.is) {
      case 'number':
      case 'text':
      case 'boolean':
        return expression.value
      case 'field':
        return this.filled(this.seen(row?.[expression.name] ?? null), expression, fill)
      case 'minus': {
        const of = value(expression.of)
        return of === null ? null : -(of as Fixed)
      }
      case 'not': {
        const of = value(expression.of)
        return of === null ? null : !of
      }
      case 'binary':
        return binary(expression.operator, value(expression.left), value(expression.right))
      case 'in': {
        const of = value(expression.of)
        const list = expression.list.map(value)
        if (of === null) return null
        return list.includes(of) ? true : list.includes(null) ? null : false
      }
      case 'call': {
        const known = FUNCTIONS[expression.name]
        if (!known) return null
        // What asks whether a value is missing has an answer for that.
        const isFilled = fill && !known.takesMissing
        const before = this.missing
        const args = expression.args.map(arg => this.valueOf(arg, view, row, isFilled))
        if (!known.takesMissing) return args.includes(null) ? null : known.call(args)
        const answer = known.call(args)
        if (answer !== null) this.missing = before
        return answer
      }
      case 'aggregate':
        return this.filled(this.seen(this.aggregated(expression, view)), expression, fill)
      case 'shift':
        return this.elsewhere(
          expression.of,
          expression.name === 'previous'
            ? view.previous(expression.count)
            : view.yearBefore(expression.count),
          row && view.keyOf(row),
          fill,
        )
      case 'report':
        return this.elsewhere(expression.of, view.report(expression.code), null, fill)
    }
  }

  private elsewhere(of: Expression, view: ReportView | null, key: string | null, fill: boolean): Value {
    const row = key === null ? null : (view?.find(key) ?? null)
    if (view === null || (key !== null && row === null)) return this.filled(this.seen(null), of, fill)
    return this.valueOf(of, view, row, fill)
  }

  private filled(value: Value, expression: Expression, fill: boolean): Value {
    return value === null && fill && this.isNumeric(expression) ? 0n : value
  }

  private isNumeric(expression: Expression): boolean {
    switch (expression.is) {
      case 'number':
      case 'minus':
      case 'aggregate':
        return true
      case 'field':
        return this.isNumber(expression.name)
      case 'binary':
        return ['+', '-', '*', '/'].includes(expression.operator)
      case 'call':
        return FUNCTIONS[expression.name]?.gives === 'number'
      case 'shift':
      case 'report':
        return this.isNumeric(expression.of)
      default:
        return false
    }
  }

  private aggregated(expression: Extract<Expression, { is: 'aggregate' }>, view: ReportView): Value {
    let values = this.known.get(view)
    if (!values) {
      values = new Map()
      this.known.set(view, values)
    }
    let value = values.get(expression)
    if (value === undefined) {
      const { asked, missing } = this
      value = this.aggregate(expression, view)
      // The aggregate is one value, whatever its rows have.
      this.asked = asked
      this.missing = missing
      values.set(expression, value)
    }
    return value
  }

  private aggregate({ name, of, where }: Extract<Expression, { is: 'aggregate' }>, view: ReportView): Value {
    let [count, sum] = [0, 0n]
    let least: Fixed | null = null
    let greatest: Fixed | null = null
    for (const row of view.rows) {
      if (where && this.valueOf(where, view, row, false) !== true) continue
      const value = of === null ? 0n : this.valueOf(of, view, row, false)
      if (value === null) continue
      count++
      if (typeof value !== 'bigint') continue
      sum += value
      if (least === null || value < least) least = value
      if (greatest === null || value > greatest) greatest = value
    }
    switch (name) {
      case 'count':
        return fixedOf(count)
      case 'sum':
        return count === 0 ? null : sum
      case 'average':
        return dividedFixed(sum, fixedOf(count))
      case 'least':
        return least
      case 'greatest':
        return greatest
    }
  }
}

function binary(operator: Arithmetic | Comparison | 'and' | 'or', left: Value, right: Value): Value {
  if (operator === 'and')
    return left === false || right === false ? false : left === null || right === null ? null : true
  if (operator === 'or')
    return left === true || right === true ? true : left === null || right === null ? null : false
  if (left === null || right === null) return null
  switch (operator) {
    case '+':
      return (left as Fixed) + (right as Fixed)
    case '-':
      return (left as Fixed) - (right as Fixed)
    case '*':
      return timesFixed(left as Fixed, right as Fixed)
    case '/':
      return dividedFixed(left as Fixed, right as Fixed)
    default:
      return compare(operator, left, right)
  }
}

/** Of two values of one type. */
export function compare(operator: Comparison, left: Value & {}, right: Value & {}): boolean {
  switch (operator) {
    case '=':
      return left === right
    case '<>':
      return left !== right
    case '<':
      return left < right
    case '<=':
      return left <= right
    case '>':
      return left > right
    case '>=':
      return left >= right
  }
}
