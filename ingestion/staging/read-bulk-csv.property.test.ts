import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CsvChoices } from '../../domain/index.ts'
import { anyContent, anyLayout } from '../fixtures/any-report.ts'
import { bothWays } from './fixtures/both-ways.ts'
import { damaged } from './fixtures/damaged-csv.ts'

const RUNS = Number(process.env.PROPERTY_RUNS ?? 80)

const anyChoices: fc.Arbitrary<CsvChoices> = fc.constantFrom<CsvChoices>(
  {},
  {},
  {},
  { decimal: 'comma' },
  { decimal: 'point' },
)

test('any report, whole or damaged, gives the same by both ways', async () => {
  let bySql = 0
  await fc.assert(
    fc.asyncProperty(
      damaged(anyContent, anyLayout),
      anyChoices,
      fc.boolean(),
      async (file, choices, hasKnown) => {
        const known = hasKnown
          ? {
              functional: { revenue: new Set(['070101']), expenditure: new Set(['650301']) },
              economic: new Set(['100101']),
              sources: new Set(['A', 'B']),
            }
          : null
        const { rowByRow, bulk, isBySql } = await bothWays(file.bytes, { known, choices })
        expect(bulk).toEqual(rowByRow)
        if (isBySql) bySql++
      },
    ),
    { numRuns: RUNS },
  )
  expect(bySql).toBeGreaterThan(RUNS / 4)
})
