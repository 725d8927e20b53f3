import fs from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { type ExecutionReport, formatBani, sumBani } from '../../domain/index.ts'
import { projectRoot } from '../../tests/support/built.ts'
import { readContent } from '../fixtures/read-content.ts'
import { loadKnownCodes } from '../validation/known-codes.ts'
import { makeExecutionCsv } from './make-execution-csv.ts'
import { makeExecutionWorkbook } from './make-execution-workbook.ts'

const samples = path.join(projectRoot, 'api/seed/samples')
const known = await loadKnownCodes(path.join(projectRoot, 'warehouse/reference-data'))

// Totals and chapters as published by the Treasury.
const PUBLISHED = [
  {
    fileName: '20260331_FXB-EXB-901_TREZ351_4245747_4245747_02_90000001.xlsx',
    periodEnd: '2026-03-31',
    revenue: '103534709.55',
    expenditure: '48186062.53',
    chapters: {},
  },
  {
    fileName: '20260630_FXB-EXB-901_TREZ351_4245747_4245747_02_90000002.xlsx',
    periodEnd: '2026-06-30',
    revenue: '175469498.22',
    expenditure: '103323008.93',
    chapters: { '65': '19580798.10', '51': '23485895.89' },
  },
]

const chapter = (report: ExecutionReport, code: string): string =>
  formatBani(
    sumBani(
      report.lines
        .filter(line => line.kind === 'expenditure' && line.functional.startsWith(code))
        .map(line => line.amount),
    ),
  )

test.each(PUBLISHED)('$fileName is read to the ban, without an issue', async published => {
  const file = await fs.readFile(path.join(samples, published.fileName))
  const { report, issues, sheets } = await readContent(file, published.fileName, known)
  expect(issues).toEqual([])
  expect(sheets).toEqual([{ name: 'Sheet1', hidden: false, rows: 460, columns: 8 }])
  expect(report).toMatchObject({
    type: 'FXB-EXB-901',
    periodEnd: published.periodEnd,
    sector: '02',
    cui: '4245747',
    entityName: 'MUNICIPIUL MIERCUREA CIUC',
    controlTotals: {
      revenue: { sheet: 'Sheet1', cell: 'H458' },
      expenditure: { sheet: 'Sheet1', cell: 'H459' },
    },
  })
  if (!report) return
  expect(report.lines).toHaveLength(450)
  expect(formatBani(report.totals.revenue)).toBe(published.revenue)
  expect(formatBani(report.totals.expenditure)).toBe(published.expenditure)
  expect(report.totals.revenue).toBe(report.controlTotals.revenue?.amount)
  expect(report.totals.expenditure).toBe(report.controlTotals.expenditure?.amount)
  for (const [code, amount] of Object.entries(published.chapters)) expect(chapter(report, code)).toBe(amount)
  // Every line has a cell of its own in the amount's column, in the file's order.
  expect(report.lines.map(line => line.cell)).toEqual(Array.from({ length: 450 }, (_, at) => `H${at + 8}`))
})

test('a line of the sample carries its codes, its names and its cell', async () => {
  const fileName = '20260630_FXB-EXB-901_TREZ351_4245747_4245747_02_90000002.xlsx'
  const { report } = await readContent(await fs.readFile(path.join(samples, fileName)), fileName)
  expect(report?.lines[208]).toEqual({
    kind: 'expenditure',
    functional: '681502',
    functionalName: 'Cantine de ajutor social',
    economic: '100101',
    economicName: 'Salarii de baza',
    source: 'A',
    sourceName: 'Integral de la buget',
    section: 'F',
    amount: 27_419_704n,
    sheet: 'Sheet1',
    cell: 'H216',
    row: 216,
    rawValue: '274197.04',
  })
  expect(report?.lines[0]).toMatchObject({
    kind: 'revenue',
    functional: '031800',
    economic: null,
    cell: 'H8',
  })
})

test.each(PUBLISHED)('the CSV and XLSX twins of $fileName say the same, line by line', async ({
  fileName,
}) => {
  const { report } = await readContent(await fs.readFile(path.join(samples, fileName)), fileName)
  if (!report) throw new Error('no report')
  const bare = (read: ExecutionReport | null) =>
    read && { ...read, lines: read.lines.map(({ sheet: _, ...line }) => line), controlTotals: null }
  for (const delimiter of [';', ',', '\t', '|'] as const) {
    const twin = await readContent(
      makeExecutionCsv(report, {}, delimiter),
      fileName.replace('xlsx', 'csv'),
      known,
    )
    expect(twin.issues.map(({ code }) => code)).toEqual(['csv_read_as'])
    expect(bare(twin.report)).toEqual(bare(report))
    expect(twin.report?.lines[0]?.sheet).toBe('CSV')
  }
  const twin = await readContent(await makeExecutionWorkbook(report), fileName, known)
  expect(twin.issues).toEqual([])
  expect(bare(twin.report)).toEqual(bare(report))
})
