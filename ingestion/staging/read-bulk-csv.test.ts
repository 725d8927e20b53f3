import { expect, test } from 'vitest'
import { smallReport } from '../fixtures/read-content.ts'
import { makeExecutionCsv } from '../forexebug/make-execution-csv.ts'
import { bothWays } from './fixtures/both-ways.ts'

test('a small report gives the same by both ways', async () => {
  const { rowByRow, bulk } = await bothWays(makeExecutionCsv(smallReport()))
  expect(bulk).toEqual(rowByRow)
  expect(bulk.report?.lines).toHaveLength(6)
})

test('an empty cell behind the last title is a cell of its row', async () => {
  const text = makeExecutionCsv(smallReport()).replaceAll(/(Cheltuiala.*)\r\n/g, '$1;\r\n')
  const { rowByRow, bulk, isBySql } = await bothWays(text)
  expect(bulk).toEqual(rowByRow)
  expect(bulk.sheets[0]?.columns).toBe(9)
  expect(isBySql).toBe(true)
})
