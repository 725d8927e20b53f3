import { type Fixed, fixedOf, roundedFixed } from './number.ts'
import type { ValueType } from './syntax.ts'

/** Null is a value that is missing. */
export type Value = Fixed | string | boolean | null

/** 'same': one type for all of them, which may be any. */
type Argument = ValueType | 'same'

export interface ExpressionFunction {
  readonly args: readonly Argument[]
  /** Whether the last argument may be repeated. */
  readonly repeats: boolean
  readonly gives: Argument
  /** Whether it is asked even if an argument is missing. */
  readonly takesMissing: boolean
  readonly call: (values: readonly Value[]) => Value
}

const numbers = (values: readonly Value[]): Fixed[] => values.map(value => value as Fixed)

function plain(
  args: readonly Argument[],
  gives: Argument,
  call: (values: readonly Value[]) => Value,
  repeats = false,
): ExpressionFunction {
  return { args, gives, call, repeats, takesMissing: false }
}

const texts = (call: (text: string, part: string) => boolean): ExpressionFunction =>
  plain(['text', 'text'], 'boolean', ([text, part]) => call(text as string, part as string))

export const FUNCTIONS: Readonly<Record<string, ExpressionFunction>> = {
  abs: plain(['number'], 'number', ([value]) =>
    (value as Fixed) < 0n ? -(value as Fixed) : (value as Fixed),
  ),
  round: plain(['number', 'number'], 'number', ([value, decimals]) => {
    const wanted = Number((decimals as Fixed) / fixedOf(1))
    return roundedFixed(value as Fixed, Math.min(20, Math.max(0, wanted)))
  }),
  min: plain(['number'], 'number', values => numbers(values).reduce((a, b) => (b < a ? b : a)), true),
  max: plain(['number'], 'number', values => numbers(values).reduce((a, b) => (b > a ? b : a)), true),
  length: plain(['text'], 'number', ([text]) => fixedOf([...(text as string)].length)),
  starts: texts((text, part) => text.startsWith(part)),
  ends: texts((text, part) => text.endsWith(part)),
  contains: texts((text, part) => text.includes(part)),
  year: plain(['date'], 'number', ([day]) => fixedOf(Number((day as string).slice(0, 4)))),
  month: plain(['date'], 'number', ([day]) => fixedOf(Number((day as string).slice(5, 7)))),
  missing: { ...plain(['same'], 'boolean', ([value]) => value === null), takesMissing: true },
  coalesce: {
    ...plain(['same', 'same'], 'same', values => values.find(value => value !== null) ?? null, true),
    takesMissing: true,
  },
  if: {
    ...plain(['boolean', 'same', 'same'], 'same', ([condition, then, other]) =>
      condition === null ? null : ((condition ? then : other) ?? null),
    ),
    takesMissing: true,
  },
}
