import { expect, test } from 'vitest'
import { isActiveMandate, MANDATE_STATES, MANDATE_STEPS, stateAfter } from './mandate.ts'

test('nothing happens any more to what was refused, withdrawn or ended', () => {
  for (const state of ['refused', 'withdrawn', 'ended'] as const)
    for (const step of MANDATE_STEPS) expect(stateAfter(state, step)).toBeNull()
})

test('only what waits for a decision is decided, only what is confirmed ends', () => {
  const reachable = (step: (typeof MANDATE_STEPS)[number]) =>
    MANDATE_STATES.filter(state => stateAfter(state, step) !== null)
  expect(reachable('confirmed')).toEqual(['submitted'])
  expect(reachable('refused')).toEqual(['submitted', 'completion'])
  for (const step of ['renounced', 'revoked', 'ended_by_office', 'expired'] as const)
    expect(reachable(step)).toEqual(['confirmed'])
})

test.each([
  ['2026-03-01', false],
  ['2026-03-02', true],
  ['2026-06-30', true],
  ['2026-07-01', false],
])('from 2 March to 30 June, on %s: %s', (on, active) => {
  const mandate = { state: 'confirmed', from: '2026-03-02', until: '2026-06-30' } as const
  expect(isActiveMandate(mandate, on)).toBe(active)
  expect(isActiveMandate({ ...mandate, state: 'submitted' }, on)).toBe(false)
})

test('without an end it lasts', () => {
  expect(isActiveMandate({ state: 'confirmed', from: '2026-03-02', until: null }, '2100-01-01')).toBe(true)
})
