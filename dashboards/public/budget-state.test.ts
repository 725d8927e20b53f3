import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  apiQuery,
  type BudgetState,
  BY,
  changed,
  INITIAL,
  readState,
  VIEWS,
  writeState,
} from './budget-state.ts'

const code = fc.stringMatching(/^\d{2}(\d{2}){0,2}$/)
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const state: fc.Arbitrary<BudgetState> = fc
  .record({
    at: maybe(fc.constantFrom('2026-06-30', '2026-03-31')),
    reportType: maybe(fc.constantFrom('FXB-EXB-900', 'FXB-EXB-901')),
    kind: fc.constantFrom('expenditure' as const, 'revenue' as const),
    mode: fc.constantFrom('cumulative' as const, 'own' as const),
    by: fc.constantFrom(...BY),
    level: fc.integer({ min: 1, max: 4 }),
    functional: maybe(code),
    economic: maybe(code),
    source: maybe(fc.constantFrom('A', 'D')),
    section: maybe(fc.constantFrom('F', 'D', 'none')),
    asOf: maybe(fc.constantFrom('12', '2026-08-12', '2026-08-12T10:00:00Z')),
    view: fc.constantFrom(...VIEWS),
    trace: maybe(fc.constantFrom('65', 'total', '650301.100101')),
    skip: fc.integer({ min: 0, max: 9999 }),
    line: maybe(fc.constantFrom('2000043')),
  })
  // Revenue has no economic classification.
  .map(one =>
    one.kind === 'revenue' ? { ...one, economic: null, by: one.by === 'economic' ? 'source' : one.by } : one,
  )

describe('the state of a budget page', () => {
  it('comes back from its own query, whatever it is', () => {
    fc.assert(
      fc.property(state, one => {
        expect(readState(writeState(one))).toEqual(one)
      }),
    )
  })
  it('has an empty query when nothing is chosen', () => {
    expect(writeState(INITIAL).toString()).toBe('')
    expect(readState(new URLSearchParams())).toEqual(INITIAL)
  })
  it('falls back on malformed values and never hands them to the API', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(INITIAL)), fc.string()), values => {
        const query = apiQuery(readState(new URLSearchParams(values)))
        expect(query.get('at') ?? '2026-06-30').toMatch(/^\d{4}-\d{2}-\d{2}$/)
        expect(query.get('level')).toMatch(/^[1-4]$/)
        expect(query.get('functional') ?? '65').toMatch(/^\d{2,6}$/)
        expect(query.has('trace')).toBe(false)
      }),
    )
  })
  it('closes the open cells when what is shown changes', () => {
    const open = { ...INITIAL, trace: '65', line: '7', skip: 12 }
    expect(changed(open, { kind: 'revenue' })).toEqual({ ...INITIAL, kind: 'revenue' })
  })
})
