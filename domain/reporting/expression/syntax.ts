import type { Fixed } from './number.ts'

export const VALUE_TYPES = ['number', 'text', 'date', 'boolean'] as const
export type ValueType = (typeof VALUE_TYPES)[number]

/** Places in the text of an expression, counted in UTF-16 units; the end is not part of it. */
export interface Span {
  readonly start: number
  readonly end: number
}

export const COMPARISONS = ['=', '<>', '<', '<=', '>', '>='] as const
export type Comparison = (typeof COMPARISONS)[number]
export type Arithmetic = '+' | '-' | '*' | '/'

export const AGGREGATES = ['sum', 'count', 'average', 'least', 'greatest'] as const
/** Over all rows of the report, or those `where` a condition holds. */
export type Aggregate = (typeof AGGREGATES)[number]

export const SHIFTS = ['previous', 'year_before'] as const
/** The same in the report of an earlier period: of the row with the same key, where it is of a row. */
export type Shift = (typeof SHIFTS)[number]

export type Expression = Span &
  (
    | { readonly is: 'number'; readonly value: Fixed }
    | { readonly is: 'text'; readonly value: string }
    | { readonly is: 'boolean'; readonly value: boolean }
    | { readonly is: 'field'; readonly name: string }
    | { readonly is: 'minus' | 'not'; readonly of: Expression }
    | {
        readonly is: 'binary'
        readonly operator: Arithmetic | Comparison | 'and' | 'or'
        readonly left: Expression
        readonly right: Expression
      }
    | { readonly is: 'in'; readonly of: Expression; readonly list: readonly Expression[] }
    | { readonly is: 'call'; readonly name: string; readonly args: readonly Expression[] }
    | {
        readonly is: 'aggregate'
        readonly name: Aggregate
        readonly of: Expression | null
        readonly where: Expression | null
      }
    | { readonly is: 'shift'; readonly name: Shift; readonly count: number; readonly of: Expression }
    | { readonly is: 'report'; readonly code: string; readonly of: Expression }
  )

export const MISTAKES = [
  'unexpected_sign',
  'unexpected_end',
  'open_text',
  'too_long',
  'too_deep',
  'bad_number',
  'expected',
  'unknown_function',
  'unknown_field',
  'unknown_report',
  'argument_count',
  'wrong_type',
  'needs_aggregate',
  'aggregate_inside',
  'bad_count',
] as const
export type MistakeCode = (typeof MISTAKES)[number]

/** What is wrong with an expression, and where. `given`: what stands there; `wanted`: what may. */
export interface Mistake extends Span {
  readonly code: MistakeCode
  readonly given: string
  readonly wanted: readonly string[]
}

export class ExpressionError extends Error {
  readonly mistake: Mistake
  constructor(mistake: Mistake) {
    super(`${mistake.code} at ${mistake.start}: ${mistake.given}`)
    this.mistake = mistake
  }
}
