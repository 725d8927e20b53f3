import { describe, expect, it } from 'vitest'
import {
  BUDGET_SUFFIXES,
  budgetSuffix,
  codeLevel,
  displayEconomicCode,
  displayFunctionalCode,
} from './classification-code.ts'

describe('functional codes', () => {
  const local = { sector: '02', source: 'A' }

  it('carry the suffix of the budget behind the chapter', () => {
    expect(displayFunctionalCode('650301', local)).toBe('65.02.03.01')
    expect(displayFunctionalCode('650300', local)).toBe('65.02.03')
    expect(displayFunctionalCode('650000', local)).toBe('65.02')
    expect(displayFunctionalCode('650301', { sector: '02', source: 'F' })).toBe('65.10.03.01')
    expect(displayFunctionalCode('650301', { sector: '01', source: 'G' })).toBe('65.09.03.01')
  })

  it('are shown at any level', () => {
    expect(displayFunctionalCode('65', local)).toBe('65.02')
    expect(displayFunctionalCode('6503', local)).toBe('65.02.03')
    expect(displayFunctionalCode('6500', local)).toBe('65.02')
  })

  it('go without a suffix over several budgets and where no rule names it', () => {
    expect(displayFunctionalCode('650301', null)).toBe('65.03.01')
    expect(displayFunctionalCode('650301', { sector: '02', source: 'Z' })).toBe('65.03.01')
  })

  it('keep a zero pair above a used one, and what is no code', () => {
    expect(displayFunctionalCode('510003', local)).toBe('51.02.00.03')
    expect(displayFunctionalCode('x1', local)).toBe('x1')
  })
})

it('gives each sector and source one suffix', () => {
  expect(new Set(BUDGET_SUFFIXES.map(row => row.sector + row.source)).size).toBe(BUDGET_SUFFIXES.length)
  expect(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map(source => budgetSuffix('02', source))).toEqual([
    '02',
    '06',
    '07',
    '08',
    '10',
    '10',
    '10',
    null,
  ])
})

it('shows economic codes with dots', () => {
  expect(['100101', '100100', '100000', '10', '1001', '850000', '200530'].map(displayEconomicCode)).toEqual([
    '10.01.01',
    '10.01',
    '10',
    '10',
    '10.01',
    '85',
    '20.05.30',
  ])
})

it('tells the level by the pairs in use', () => {
  expect(['650000', '650300', '650301', '65', '6503', '510003'].map(codeLevel)).toEqual([1, 2, 3, 1, 2, 3])
})
