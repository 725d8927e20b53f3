import path from 'node:path'
import { expect, test } from 'vitest'
import { makeIssue, WHOLE_FILE } from '../../domain/index.ts'
import { projectRoot } from '../../tests/support/built.ts'
import { loadKnownCodes } from './known-codes.ts'
import { sortIssues } from './sort-issues.ts'

test('the classification is read as the six digits of the reports', async () => {
  const known = await loadKnownCodes(path.join(projectRoot, 'warehouse/reference-data'))
  expect(known.functional.revenue.has('031800')).toBe(true)
  expect(known.functional.expenditure.has('650301')).toBe(true)
  expect(known.functional.expenditure.has('031800')).toBe(false)
  expect(['100000', '100100', '100101', '200200'].every(code => known.economic.has(code))).toBe(true)
  expect([...known.sources].sort().join('')).toBe('ABCDEFGHIJ')
})

test('issues come errors first, then in the file’s order, numbers as numbers', () => {
  const at = (code: 'amount_decimals' | 'hidden_rows_read' | 'no_lines', cell: string | null) => ({
    ...makeIssue('amount_decimals', { sheet: 'S', cell, value: null }, {}),
    code,
    severity: code === 'hidden_rows_read' ? ('warning' as const) : ('error' as const),
  })
  const sorted = sortIssues([
    at('hidden_rows_read', 'A1'),
    at('amount_decimals', 'AA10'),
    at('amount_decimals', 'B10'),
    at('amount_decimals', 'C9'),
    at('no_lines', null),
  ])
  expect(sorted.map(issue => issue.cell)).toEqual([null, 'C9', 'B10', 'AA10', 'A1'])
})

test('a flood of issues is cut, and says so', () => {
  const issue = makeIssue('amount_decimals', WHOLE_FILE, {})
  const sorted = sortIssues(Array.from({ length: 20_001 }, () => issue))
  expect(sorted).toHaveLength(20_001)
  expect(sorted.at(-1)).toMatchObject({
    code: 'issues_cut',
    severity: 'information',
    params: { shown: '20000' },
  })
})
