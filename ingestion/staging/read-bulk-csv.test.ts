import { expect, test } from 'vitest'
import { smallReport } from '../fixtures/read-content.ts'
import { makeExecutionCsv } from '../forexebug/make-execution-csv.ts'
import { bothWays } from './fixtures/both-ways.ts'

test('a small report gives the same by both ways', async () => {
  const { rowByRow, bulk } = await bothWays(makeExecutionCsv(smallReport()))
  expect(bulk).toEqual(rowByRow)
  expect(bulk.report?.lines).toHaveLength(6)
})
