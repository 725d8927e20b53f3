import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyContent, anyLayout } from '../fixtures/any-report.ts'
import { readContent } from '../fixtures/read-content.ts'
import { makeExecutionCsv } from './make-execution-csv.ts'
import { makeExecutionWorkbook } from './make-execution-workbook.ts'
import type { ExecutionContent, ExecutionLayout } from './write-grid.ts'

const RUNS = Number(process.env.FUZZ_RUNS ?? 60)

/** What was written, as it must be read: names with single spaces. */
const expected = (written: ExecutionContent) => ({
  ...written,
  lines: written.lines.map(line => ({ ...line })),
})
const errors = (issues: readonly { severity: string; code: string }[]) =>
  issues.filter(issue => issue.severity === 'error').map(issue => issue.code)

async function check(
  file: string | Uint8Array,
  written: ExecutionContent,
  columns: ExecutionLayout['columns'],
) {
  const { report, issues } = await readContent(file)
  expect(errors(issues)).toEqual([])
  if (!report) throw new Error('no report')
  const { totals: _, controlTotals, lines, ...facts } = report
  expect({
    ...facts,
    lines: lines.map(({ sheet, cell, row, rawValue, ...line }) => line),
  }).toEqual(expected(written))
  const letter = String.fromCharCode(65 + (columns?.indexOf('amount') ?? 7))
  for (const line of lines) expect(line.cell).toBe(`${letter}${line.row}`)
  expect(controlTotals.revenue?.cell).toMatch(new RegExp(`^${letter}\\d+$`))
}

test('a report reads back exactly from any workbook that holds it', async () => {
  await fc.assert(
    fc.asyncProperty(anyContent, anyLayout, async (written, varied) => {
      await check(await makeExecutionWorkbook(written, varied), written, varied.columns)
    }),
    { numRuns: RUNS },
  )
})

test('a report reads back exactly from any CSV that holds it', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyContent,
      anyLayout,
      fc.constantFrom(';' as const, ',' as const, '\t' as const),
      async (written, varied, delimiter) => {
        await check(makeExecutionCsv(written, varied, delimiter), written, varied.columns)
      },
    ),
    { numRuns: RUNS },
  )
})

test('the same report in two sheets is read once, from the first', async () => {
  await fc.assert(
    fc.asyncProperty(anyContent, anyLayout, anyLayout, async (written, first, second) => {
      const file = await makeExecutionWorkbook(written, first, { ...second, sheet: 'Copie' })
      const { report, issues } = await readContent(file)
      expect(errors(issues)).toEqual([])
      expect(issues.map(issue => issue.code)).toContain('report_in_two_sheets')
      expect(report?.lines).toHaveLength(written.lines.length)
      expect(new Set(report?.lines.map(line => line.sheet))).toEqual(new Set(['Sheet1']))
    }),
    { numRuns: Math.ceil(RUNS / 3) },
  )
})
