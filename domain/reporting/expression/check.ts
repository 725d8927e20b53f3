import { isDay } from '../../calendar/day.ts'
import { FUNCTIONS } from './functions.ts'
import { type Expression, ExpressionError, type MistakeCode, type Span, type ValueType } from './syntax.ts'

/** What an expression may name. */
export interface Scope {
  /** Fields of this report. */
  readonly fields: ReadonlyMap<string, ValueType>
  /** Fields of other reports by the code of their type. */
  readonly reports: ReadonlyMap<string, ReadonlyMap<string, ValueType>>
  /** Whether fields are of the row at hand; otherwise they stand in aggregates only. */
  readonly hasRow: boolean
}

/** The type of an expression's value. Throws ExpressionError with the first name or type that is wrong. */
export function checkExpression(expression: Expression, scope: Scope): ValueType {
  return new Checker(scope.reports).typeOf(expression, scope.fields, scope.hasRow, false)
}

const fail = (
  code: MistakeCode,
  { start, end }: Span,
  given: string,
  wanted: readonly string[] = [],
): never => {
  throw new ExpressionError({ code, start, end, given, wanted })
}

type Fields = ReadonlyMap<string, ValueType>

class Checker {
  constructor(private readonly reports: ReadonlyMap<string, Fields>) {}

  private want(expression: Expression, type: ValueType, given: ValueType): void {
    const isDayText = type === 'date' && expression.is === 'text' && isDay(expression.value)
    if (given !== type && !isDayText) fail('wrong_type', expression, given, [type])
  }

  typeOf(expression: Expression, fields: Fields, hasRow: boolean, isInside: boolean): ValueType {
    const type = (of: Expression) => this.typeOf(of, fields, hasRow, isInside)
    switch (expression.is) {
      case 'number':
      case 'text':
      case 'boolean':
        return expression.is
      case 'field': {
        const known = fields.get(expression.name)
        if (!known) return fail('unknown_field', expression, expression.name, [...fields.keys()])
        if (!hasRow) fail('needs_aggregate', expression, expression.name)
        return known
      }
      case 'minus':
        this.want(expression.of, 'number', type(expression.of))
        return 'number'
      case 'not':
        this.want(expression.of, 'boolean', type(expression.of))
        return 'boolean'
      case 'binary':
        return this.binary(expression, type)
      case 'in': {
        const wanted = type(expression.of)
        for (const one of expression.list) this.want(one, wanted, type(one))
        return 'boolean'
      }
      case 'call':
        return this.call(expression, type)
      case 'aggregate':
        return this.aggregate(expression, fields, isInside)
      case 'shift':
        return type(expression.of)
      case 'report': {
        const other = this.reports.get(expression.code)
        if (!other) return fail('unknown_report', expression, expression.code, [...this.reports.keys()])
        // Rows of another report have keys of their own.
        return this.typeOf(expression.of, other, false, isInside)
      }
    }
  }

  private binary(
    { operator, left, right }: Extract<Expression, { is: 'binary' }>,
    type: (of: Expression) => ValueType,
  ): ValueType {
    const [first, second] = [type(left), type(right)]
    switch (operator) {
      case '+':
      case '-':
      case '*':
      case '/':
        this.want(left, 'number', first)
        this.want(right, 'number', second)
        return 'number'
      case 'and':
      case 'or':
        this.want(left, 'boolean', first)
        this.want(right, 'boolean', second)
        return 'boolean'
      default:
        if (second === 'date') this.want(left, 'date', first)
        else this.want(right, first, second)
        if (first === 'boolean' && operator !== '=' && operator !== '<>')
          fail('wrong_type', left, 'boolean', ['number', 'text', 'date'])
        return 'boolean'
    }
  }

  private call(
    expression: Extract<Expression, { is: 'call' }>,
    type: (of: Expression) => ValueType,
  ): ValueType {
    const { name, args } = expression
    const known = FUNCTIONS[name]
    if (!known) return fail('unknown_function', expression, name, Object.keys(FUNCTIONS))
    const least = known.args.length
    if (args.length < least || (args.length > least && !known.repeats))
      fail('argument_count', expression, String(args.length), [String(least)])
    let same: ValueType | null = null
    args.forEach((arg, index) => {
      const wanted = known.args[Math.min(index, least - 1)] ?? 'same'
      const given = type(arg)
      if (wanted !== 'same') this.want(arg, wanted, given)
      else if (same === null) same = given
      else this.want(arg, same, given)
    })
    return known.gives === 'same' ? (same ?? 'text') : known.gives
  }

  private aggregate(
    expression: Extract<Expression, { is: 'aggregate' }>,
    fields: Fields,
    isInside: boolean,
  ): ValueType {
    if (isInside) fail('aggregate_inside', expression, expression.name)
    const type = (of: Expression) => this.typeOf(of, fields, true, true)
    if (expression.where) this.want(expression.where, 'boolean', type(expression.where))
    if (expression.of === null) return 'number'
    const of = type(expression.of)
    if (expression.name !== 'count') this.want(expression.of, 'number', of)
    return 'number'
  }
}
