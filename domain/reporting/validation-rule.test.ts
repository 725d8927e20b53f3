import { expect, test } from 'vitest'
import { Evaluator, type ReportRow, type ReportView } from './expression/evaluate.ts'
import { formatFixed, parseFixed } from './expression/number.ts'
import type { ValueType } from './expression/syntax.ts'
import { applyRule, prepareRule, type ValidationRule } from './validation-rule.ts'

const FIELDS = new Map<string, ValueType>([
  ['uat', 'text'],
  ['approved', 'number'],
  ['occupied', 'number'],
  ['reason', 'text'],
])
const SCOPE = { fields: FIELDS, reports: new Map(), hasRow: true }
const RULE: ValidationRule = {
  code: 'occupied_within_approved',
  scope: 'row',
  where: null,
  left: 'occupied',
  operator: '<=',
  right: 'approved',
  tolerance: '0',
  missing: 'skip_if_any',
  severity: 'blocks',
  message: { ro: 'ocupate', hu: 'betöltött', en: 'occupied' },
}

const row = (
  uat: string,
  approved: string | null,
  occupied: string | null,
  reason: string | null = null,
): ReportRow => ({
  uat,
  approved: approved === null ? null : parseFixed(approved),
  occupied: occupied === null ? null : parseFixed(occupied),
  reason,
})
const ROWS = [row('A', '10', '12'), row('B', '10', '10'), row('C', null, '3'), row('D', null, null)]

function broken(change: Partial<ValidationRule>, rows = ROWS): unknown[] {
  const prepared = prepareRule({ ...RULE, ...change }, SCOPE)
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.mistakes))
  const view: ReportView = {
    rows,
    keyOf: one => String(one.uat),
    find: key => rows.find(one => one.uat === key) ?? null,
    previous: () => null,
    yearBefore: () => null,
    report: () => null,
  }
  return applyRule(prepared.ready, view, new Evaluator(view, name => FIELDS.get(name) === 'number')).map(
    ({ row: found, left, right }) => [
      found ? found.uat : null,
      ...[left, right].map(value => (typeof value === 'bigint' ? formatFixed(value) : value)),
    ],
  )
}

test('a rule names the rows that break it, with both sides', () => {
  expect(broken({})).toEqual([['A', '12', '10']])
  expect(broken({ where: "uat <> 'A'" })).toEqual([])
})

test('what is missing is left out, or is 0, as the rule says', () => {
  expect(broken({ missing: 'as_zero' })).toEqual([
    ['A', '12', '10'],
    ['C', '3', '0'],
  ])
  expect(broken({ missing: 'as_zero', operator: '<' }).at(-1)).toEqual(['D', '0', '0'])
  expect(broken({ missing: 'skip_if_all', operator: '<' }).at(-1)).toEqual(['C', '3', '0'])
})

test('over the whole report, within a tolerance', () => {
  const whole = { scope: 'report', left: 'sum(occupied)', right: '26' } as const
  expect(broken({ ...whole, operator: '=' })).toEqual([[null, '25', '26']])
  expect(broken({ ...whole, operator: '=', tolerance: '1' })).toEqual([])
  expect(broken({ ...whole, operator: '<', tolerance: '1' })).toEqual([[null, '25', '26']])
})

test('two values together or apart', () => {
  const rows = [row('A', '1', null), row('B', '1', '1'), row('C', null, null)]
  expect(broken({ operator: 'together' }, rows)).toEqual([['A', null, '1']])
  expect(broken({ operator: 'apart' }, rows)).toEqual([['B', '1', '1']])
})

test('a division by zero breaks no rule and is never taken for 0', () => {
  expect(broken({ left: 'occupied / 0', operator: '>', right: '5', missing: 'as_zero' })).toEqual([])
})

test('all that is wrong with a rule is said at once, by part', () => {
  const prepared = prepareRule(
    { ...RULE, where: 'uat', left: 'occupid', right: "approved + 'a'", tolerance: 'a little' },
    SCOPE,
  )
  expect(prepared.ok ? [] : prepared.mistakes.map(({ part, code }) => [part, code])).toEqual([
    ['where', 'wrong_type'],
    ['left', 'unknown_field'],
    ['right', 'wrong_type'],
    ['tolerance', 'wrong_type'],
  ])
})
