import { describe, expect, it } from 'vitest'
import type { BudgetRow } from '../api-types.ts'
import { type BudgetState, INITIAL } from './budget-state.ts'
import { below, crumbs, switchedTo } from './drill.ts'

const names = { ro: 'x', hu: 'x', en: 'x' }
const row = (code: string, children = true): BudgetRow => ({
  code,
  display: code,
  names,
  amount: '1.00',
  share: 1,
  trace: '/api/public/trace/1',
  children,
})
const go = (state: BudgetState, ...codes: string[]): BudgetState =>
  codes.reduce((reached, code) => {
    const next = below(reached, row(code))
    if (!next) throw new Error(`nothing below ${code}`)
    return next
  }, state)

describe('the way down', () => {
  it('goes from chapter to sub-chapter to economic title to line', () => {
    expect(go(INITIAL, '65')).toMatchObject({ functional: '65', by: 'functional', level: 2 })
    expect(go(INITIAL, '65', '6503')).toMatchObject({ functional: '6503', by: 'economic', level: 1 })
    const lines = go(INITIAL, '65', '6503', '10')
    expect(lines).toMatchObject({ functional: '6503', economic: '10', by: 'economic', level: 4 })
    expect(below(lines, row('650301'))).toBeNull()
  })
  it('skips a sub-chapter that is the whole chapter', () => {
    expect(below(INITIAL, row('51', false))).toMatchObject({ functional: '51', by: 'economic', level: 1 })
  })
  it('goes by articles and lines over the whole budget', () => {
    const economic = switchedTo(INITIAL, 'economic')
    expect(go(economic, '10')).toMatchObject({ economic: '10', level: 2 })
    expect(go(economic, '10', '1001', '100101')).toMatchObject({ economic: '100101', level: 4 })
  })
  it('ends where revenue has nothing below', () => {
    const revenue = { ...INITIAL, kind: 'revenue' as const }
    expect(below(go(revenue, '07', '0701'), row('070101', false))).toBeNull()
    expect(below(revenue, row('03', false))).toBeNull()
  })
  it('opens a source and a section into their chapters', () => {
    expect(below(switchedTo(INITIAL, 'source'), row('A'))).toMatchObject({
      source: 'A',
      by: 'functional',
      level: 1,
    })
    expect(below(switchedTo(INITIAL, 'section'), row('F'))).toMatchObject({ section: 'F', by: 'functional' })
  })
})

describe('the way back', () => {
  it('leads each crumb to what is directly below it', () => {
    const lines = go(INITIAL, '65', '6503', '10')
    const path = [
      { dimension: 'functional' as const, code: '65', display: '65.02', names },
      { dimension: 'functional' as const, code: '6503', display: '65.02.03', names },
      { dimension: 'economic' as const, code: '10', display: '10', names },
    ]
    const steps = crumbs(lines, path)
    expect(steps[0]?.state).toMatchObject({ functional: '65', economic: null, by: 'functional', level: 2 })
    expect(steps[1]?.state).toMatchObject({ functional: '6503', economic: null, by: 'economic', level: 1 })
    expect(steps[2]?.state).toEqual(lines)
  })
  it('keeps the slice when another classification is chosen', () => {
    expect(switchedTo(go(INITIAL, '65', '6503'), 'functional')).toMatchObject({
      functional: '6503',
      level: 3,
    })
  })
})
