import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkExpression, type Scope } from './check.ts'
import { completions } from './complete.ts'
import { Evaluator, type ReportRow, type ReportView } from './evaluate.ts'
import type { Value } from './functions.ts'
import { dividedFixed, fixedOf, formatFixed, parseFixed, roundedFixed, timesFixed } from './number.ts'
import { parseExpression } from './parse.ts'
import { ExpressionError, type ValueType } from './syntax.ts'

const FIELDS = new Map<string, ValueType>([
  ['code', 'text'],
  ['kind', 'text'],
  ['plan', 'number'],
  ['paid', 'number'],
  ['since', 'date'],
  ['closed', 'boolean'],
])
const SCOPE: Scope = {
  fields: FIELDS,
  reports: new Map([['budget', new Map<string, ValueType>([['amount', 'number']])]]),
  hasRow: true,
}

const number = (text: string) => parseFixed(text) ?? 0n
const row = (code: string, plan: string | null, paid: string | null, kind = 'revenue'): ReportRow => ({
  code,
  kind,
  plan: plan === null ? null : number(plan),
  paid: paid === null ? null : number(paid),
  since: '2026-03-01',
  closed: false,
})

function view(rows: readonly ReportRow[], others: Partial<ReportView> = {}): ReportView {
  return {
    rows,
    keyOf: one => String(one.code),
    find: key => rows.find(one => one.code === key) ?? null,
    previous: () => null,
    yearBefore: () => null,
    report: () => null,
    ...others,
  }
}

const BEFORE = view([row('65', '80', '40')])
const ROWS = [row('65', '100.50', '50.25'), row('66', null, '7'), row('51', '0', '0', 'expenditure')]
const NOW = view(ROWS, {
  previous: count => (count === 1 ? BEFORE : null),
  report: code => (code === 'budget' ? view([{ amount: number('1000') }]) : null),
})

function told(source: string, fill = false): unknown {
  const expression = parseExpression(source)
  checkExpression(expression, SCOPE)
  const evaluator = new Evaluator(NOW, name => FIELDS.get(name) === 'number')
  return shown(evaluator.evaluate(expression, ROWS[0] ?? null, fill).value)
}
const shown = (value: Value) => (typeof value === 'bigint' ? formatFixed(value) : value)

test.each<[string, unknown]>([
  ['plan - paid', '50.25'],
  ['2 + 3 * 4 - -1', '15'],
  ['(2 + 3) * 4', '20'],
  ['plan / 3', '33.5'],
  ['1 / 3', '0.33333333333333333333'],
  ['paid / 0', null],
  ['round(plan / 7, 2)', '14.36'],
  ["kind = 'revenue' and not closed", true],
  ["code in ('65', '66') or paid > 1000", true],
  ["starts(code, '6') and length(code) = 2", true],
  ["since >= '2026-01-01' and year(since) = 2026 and month(since) = 3", true],
  ['if(paid > plan, 1, 2)', '2'],
  ['sum(paid)', '57.25'],
  ["sum(paid where kind = 'expenditure')", '0'],
  ["sum(plan where code = '66')", null],
  ['count()', '3'],
  ['count(plan)', '2'],
  ["count(where kind = 'revenue')", '2'],
  ['average(paid)', '19.08333333333333333333'],
  ['least(paid) + greatest(paid)', '50.25'],
  ['previous(paid)', '40'],
  ['paid - previous(paid)', '10.25'],
  ['previous(paid, 2)', null],
  ['previous(sum(plan))', '80'],
  ['year_before(paid)', null],
  ["report('budget', sum(amount))", '1000'],
  ['coalesce(previous(paid, 2), 5)', '5'],
  ['missing(previous(paid, 2))', true],
  ["'it''s' = 'it''s'", true],
  ['plan ≥ paid and plan ≠ 0', true],
])('%s is %s', (source, expected) => {
  expect(told(source)).toEqual(expected)
})

test('missing numbers count as 0 where a rule says so, and are still known to be missing', () => {
  const evaluator = new Evaluator(NOW, name => FIELDS.get(name) === 'number')
  const expression = parseExpression('plan + paid + previous(paid, 2)')
  const second = ROWS[1] ?? null
  expect(evaluator.evaluate(expression, second)).toEqual({ value: null, asked: 3, missing: 2 })
  expect(evaluator.evaluate(expression, second, true)).toEqual({ value: fixedOf(7), asked: 3, missing: 2 })
  expect(told('missing(previous(paid, 2))', true)).toBe(true)
  expect(told('paid / 0', true)).toBe(null)
})

test.each([
  ['plan +', 'unexpected_end', 6],
  ['plan ! paid', 'unexpected_sign', 5],
  ["'open", 'open_text', 0],
  ['plam + 1', 'unknown_field', 0],
  ["report('budgett', sum(amount))", 'unknown_report', 0],
  ["report('budget', amount)", 'needs_aggregate', 17],
  ['plan + kind', 'wrong_type', 7],
  ["plan = 'a'", 'wrong_type', 7],
  ["since > 'yesterday'", 'wrong_type', 8],
  ['closed < true', 'wrong_type', 0],
  ['sqrt(plan)', 'unknown_function', 0],
  ['abs(plan, 1)', 'argument_count', 0],
  ['sum(sum(plan))', 'aggregate_inside', 4],
  ['previous(plan, 0)', 'bad_count', 15],
  ['plan paid', 'expected', 5],
  ['(plan', 'unexpected_end', 5],
  ['not', 'unexpected_end', 3],
  ['plan and closed', 'wrong_type', 0],
  [`${'('.repeat(60)}1${')'.repeat(60)}`, 'too_deep', 51],
  ['1 + '.repeat(600), 'too_long', 2000],
])('%s is refused: %s at %i', (source, code, start) => {
  const check = () => checkExpression(parseExpression(source), SCOPE)
  expect(check).toThrow(ExpressionError)
  try {
    check()
  } catch (error) {
    expect((error as ExpressionError).mistake).toMatchObject({ code, start })
  }
})

describe('whatever is typed', () => {
  const pieces = fc.constantFrom(
    ...[
      'plan',
      'paid',
      'kind',
      'sum(',
      'report(',
      "'budget'",
      ',',
      '(',
      ')',
      '+',
      '-',
      '*',
      '/',
      '=',
      '<>',
      '<',
      '1',
      '2.5',
      'in',
      'where',
      'and',
      'not',
      'previous(',
      "'",
      'if(',
      '§',
    ],
  )
  test('it is an expression or a mistake inside its text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(pieces, { maxLength: 30 }).map(all => all.join(' ')),
          fc.string(),
        ),
        source => {
          try {
            const expression = parseExpression(source)
            checkExpression(expression, SCOPE)
            new Evaluator(NOW, () => true).evaluate(expression, ROWS[0] ?? null)
          } catch (error) {
            expect(error).toBeInstanceOf(ExpressionError)
            const { start, end } = (error as ExpressionError).mistake
            expect(start).toBeLessThanOrEqual(end)
            expect(end).toBeLessThanOrEqual(source.length)
          }
        },
      ),
      { numRuns: 500 },
    )
  })

  type Sum = { text: string; value: bigint }
  const sums: fc.Arbitrary<Sum> = fc.letrec<{ sum: Sum }>(tie => ({
    sum: fc.oneof(
      { depthSize: 'small' },
      fc.bigInt({ min: 0n, max: 10n ** 14n }).map(bani => ({
        text: `${bani / 100n}.${String(bani % 100n).padStart(2, '0')}`,
        value: bani * 10n ** 18n,
      })),
      fc.tuple(tie('sum'), fc.constantFrom('+', '-'), tie('sum')).map(([left, sign, right]) => ({
        text: `(${left.text} ${sign} ${right.text})`,
        value: sign === '+' ? left.value + right.value : left.value - right.value,
      })),
      tie('sum').map(of => ({ text: `-${of.text}`, value: -of.value })),
    ),
  })).sum
  test('sums of amounts are exact', () => {
    fc.assert(
      fc.property(
        sums.filter(({ text }) => text.length < 2000),
        ({ text, value }) => {
          try {
            expect(told(text)).toBe(formatFixed(value))
          } catch (error) {
            if (!(error instanceof ExpressionError) || error.mistake.code !== 'too_deep') throw error
          }
        },
      ),
    )
  })
})

test('numbers: read, written, multiplied, divided and rounded half away from zero', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), value => {
      expect(parseFixed(formatFixed(value))).toBe(value)
    }),
  )
  expect(formatFixed(timesFixed(number('19.99'), number('-3')))).toBe('-59.97')
  expect(formatFixed(dividedFixed(number('-2'), number('3')) ?? 0n)).toBe('-0.66666666666666666667')
  expect(dividedFixed(1n, 0n)).toBe(null)
  expect(
    [number('2.5'), number('-2.5'), number('2.49')].map(one => formatFixed(roundedFixed(one, 0))),
  ).toEqual(['3', '-3', '2'])
  expect(['', '1,5', '.5', '1.', '1e5', '--1', '0.123456789012345678901'].map(parseFixed)).toEqual(
    Array(7).fill(null),
  )
})

test('names are proposed for what is begun, of the report that is named', () => {
  const texts = (source: string) => completions(source, source.length, SCOPE).map(({ text }) => text)
  expect(texts('pa')).toEqual(['paid'])
  expect(texts('plan - p')).toEqual(['plan', 'paid', 'previous'])
  expect(texts("report('")).toEqual(['budget'])
  expect(texts("report('budget', sum(am")).toEqual(['amount'])
  expect(texts("kind = 're")).toEqual([])
  expect(completions('plan + pa - 1', 9, SCOPE)).toEqual([{ is: 'field', text: 'paid', start: 7, end: 9 }])
})
