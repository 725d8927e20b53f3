import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { built, projectRoot } from '../tests/support/built.ts'
import { createReportReader, type ReportReader } from './create-report-reader.ts'
import { rawParts, rawXlsx, rowsXml, zipOf } from './fixtures/raw-xlsx.ts'
import { loadKnownCodes } from './validation/known-codes.ts'

const workerFile = built('ingestion/read-report.worker.js')
const SAMPLE = '20260630_FXB-EXB-901_TREZ351_4245747_4245747_02_90000002.xlsx'
const sample = { path: path.join(projectRoot, 'api/seed/samples', SAMPLE), fileName: SAMPLE }

let folder = ''
let reader: ReportReader
beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'report-reader-'))
  const knownCodes = await loadKnownCodes(path.join(projectRoot, 'warehouse/reference-data'))
  reader = createReportReader({ workerFile, maxThreads: 1, knownCodes })
})
afterAll(async () => {
  await reader.close()
  await fs.rm(folder, { recursive: true })
})

const fileOf = async (fileName: string, content: string | Uint8Array) => {
  const file = path.join(folder, fileName)
  await fs.writeFile(file, content)
  return { path: file, fileName }
}
/** Some seconds of reading: many rows of a sheet that is no report. */
const longFile = () => {
  const rows = Array.from(
    { length: 60_000 },
    (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>1</v></c><c r="B${at + 1}"><v>2</v></c></row>`,
  )
  return fileOf(
    'long.xlsx',
    rawXlsx({ sheets: Array.from({ length: 12 }, (_, at) => ({ name: `S${at}`, rows: rows.join('') })) }),
  )
}

test('the sample is read in a thread, with its progress, and quickly once warm', async () => {
  const progress: number[] = []
  const { report, issues } = await reader.read(sample, { onProgress: percent => progress.push(percent) })
  expect(issues).toEqual([])
  expect(report?.lines).toHaveLength(450)
  expect(report?.totals).toEqual({ revenue: 17_546_949_822n, expenditure: 10_332_300_893n })
  expect(progress).toEqual([...progress].sort((one, other) => one - other))
  expect(progress.at(0)).toBe(0)
  expect(progress.at(-1)).toBe(100)
  const times: number[] = []
  for (let round = 0; round < 7; round++) {
    const start = performance.now()
    await reader.read(sample)
    times.push(performance.now() - start)
  }
  expect(times.sort((one, other) => one - other)[0]).toBeLessThan(150)
})

test('what cannot be read is an issue, not an exception', async () => {
  const codeOf = async (fileName: string, content: string | Uint8Array) =>
    (await reader.read(await fileOf(fileName, content))).issues.map(issue => issue.code)
  expect(await codeOf('empty.xlsx', '')).toEqual(['file_empty'])
  expect(await codeOf('a.pdf', '%PDF-1.7')).toEqual(['file_type_unknown'])
  expect(await codeOf('torn.xlsx', rawXlsx({ sheets: [{ name: 'S', rows: '' }] }).subarray(0, 90))).toEqual([
    'file_unreadable',
  ])
  expect(await codeOf('locked.xlsx', zipOf([['a', 'b']], { flags: 1 }))).toEqual(['file_protected'])
})

test('a bomb ends at the bound, and the thread lives on', async () => {
  const sheet = {
    name: 'S',
    rows: `<row r="1"><c r="A1" t="str"><v>${' '.repeat(210_000_000)}</v></c></row>`,
  }
  const bomb = await fileOf('bomb.xlsx', zipOf(rawParts({ sheets: [sheet] })))
  expect((await fs.stat(bomb.path)).size).toBeLessThan(400_000)
  const { issues } = await reader.read(bomb)
  expect(['file_too_large', 'file_unreadable']).toContain(issues[0]?.code)
  expect((await reader.read(sample)).report?.lines).toHaveLength(450)
})

test('the time limit stops a thread and names the time', async () => {
  const hasty = createReportReader({ workerFile, maxThreads: 1, timeLimit: 200 })
  try {
    const { issues } = await hasty.read(await longFile())
    expect(issues).toMatchObject([{ code: 'file_unreadable', params: { reason: 'time', detail: '0.2' } }])
    expect((await hasty.read(await fileOf('next.csv', 'a;b\n'))).issues[0]?.code).toBe(
      'report_not_recognised',
    )
  } finally {
    await hasty.close()
  }
})

test('waiting for a thread behind the files of others is not counted', async () => {
  const hasty = createReportReader({ workerFile, maxThreads: 1, timeLimit: 1_500 })
  try {
    const small = await fileOf('small.csv', 'a;b\n1;2\n')
    // Whoever reads cells slowly holds the thread.
    const cells = hasty.cells(await longFile())
    await cells.next()
    const inspected = hasty.inspect(small)
    const rows = hasty.rows(small, { sheet: 'CSV', from: 1, to: 2 })
    await new Promise(resolve => setTimeout(resolve, 1_700))
    await cells.return(undefined)
    expect(await inspected).toMatchObject({ format: 'csv', sheets: [{ rows: 2 }] })
    expect(await rows).toHaveLength(2)
  } finally {
    await hasty.close()
  }
})

test('a thread out of memory, or gone, is an issue and is replaced', async () => {
  const faults: unknown[] = []
  const small = createReportReader({
    workerFile,
    maxThreads: 1,
    memoryLimit: 24,
    warm: false,
    onFault: error => faults.push(error),
  })
  try {
    const strings = Array.from({ length: 400_000 }, (_, at) => `<si><t>text number ${at} of many</t></si>`)
    const fat = await fileOf(
      'fat.xlsx',
      rawXlsx({ strings, sheets: [{ name: 'S', rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>' }] }),
    )
    const { issues } = await small.read(fat)
    expect(issues).toMatchObject([{ code: 'file_unreadable', params: { reason: 'memory' } }])
    expect((await small.read(await fileOf('after.csv', 'a;b\n'))).issues[0]?.code).toBe(
      'report_not_recognised',
    )
  } finally {
    await small.close()
  }
  const fault = path.join(folder, 'faulty.mjs')
  await fs.writeFile(fault, 'export default () => { process.exit(3) }')
  const broken = createReportReader({
    workerFile: fault,
    maxThreads: 1,
    onFault: error => faults.push(error),
  })
  try {
    const { issues } = await broken.read(sample)
    expect(issues).toMatchObject([{ code: 'file_unreadable', params: { reason: 'stopped' } }])
    expect(faults).toHaveLength(1)
  } finally {
    await broken.close()
  }
})

test('the caller can cancel, before and during', async () => {
  const gone = AbortSignal.abort(new Error('not wanted'))
  await expect(reader.read(sample, { signal: gone })).rejects.toThrow('not wanted')
  const controller = new AbortController()
  const reading = reader.read(await longFile(), {
    signal: controller.signal,
    onProgress: percent => {
      if (percent > 0) controller.abort(new Error('changed my mind'))
    },
  })
  await expect(reading).rejects.toThrow('changed my mind')
  expect((await reader.read(sample)).issues).toEqual([])
})

test('rows come as a full grid, gaps included', async () => {
  const rows = await reader.rows(sample, { sheet: 'Sheet1', from: 5, to: 8 })
  expect(rows.map(row => row.row)).toEqual([5, 6, 7, 8])
  for (const row of rows)
    expect(row.cells.map(cell => cell.cell)).toEqual([...'ABCDEFGH'].map(letter => letter + row.row))
  expect(rows[3]?.cells[7]).toMatchObject({ type: 'number', value: '1903387.23', raw: '1903387.23' })
  expect(rows[1]?.cells.every(cell => cell.type === 'empty')).toBe(true)
  expect(await reader.rows(sample, { sheet: 'Sheet1', from: 459, to: 900 })).toHaveLength(2)
  expect(await reader.rows(sample, { sheet: 'Sheet1', from: 5_000, to: 5_010 })).toEqual([])
  await expect(reader.rows(sample, { sheet: 'Alta', from: 1, to: 2 })).rejects.toThrow('no sheet')
})

test('a file is inspected sheet by sheet, and one that breaks off says where', async () => {
  const { format, sheets, issues } = await reader.inspect(sample)
  expect(issues).toEqual([])
  expect(format).toBe('xlsx')
  expect(sheets).toMatchObject([
    { name: 'Sheet1', hidden: false, rows: 460, columns: 8, hiddenRows: 0, formulas: 0, errors: 0 },
  ])
  expect(sheets[0]?.preview).toHaveLength(20)
  expect(sheets[0]?.preview[6]?.cells.map(cell => cell.cell)).toEqual([...'ABCDEFGH'].map(one => `${one}7`))
  const torn = await fileOf(
    'torn-sheet.xlsx',
    rawXlsx({ sheets: [{ name: 'S', rows: `${rowsXml([['a', 1]])}<row r="1"/>` }] }),
  )
  expect(await reader.inspect(torn)).toMatchObject({
    format: 'xlsx',
    sheets: [{ name: 'S' }],
    issues: [{ code: 'file_unreadable' }],
  })
  expect(await reader.inspect(await fileOf('b.pdf', '%PDF-1.7'))).toMatchObject({
    format: null,
    sheets: [],
    issues: [{ code: 'file_type_unknown' }],
  })
})

test('cells stream in the file’s order, and may be left halfway', async () => {
  const cells: { sheet: string; cell: string; type: string; value: string }[] = []
  for await (const record of reader.cells(sample)) {
    if ('issue' in record) throw new Error(record.issue.code)
    cells.push(record)
  }
  expect(cells).toHaveLength(3_618)
  expect(cells[0]).toEqual({ sheet: 'Sheet1', cell: 'A1', type: 'text', value: 'MINISTERUL FINANTELOR' })
  expect(cells.at(-1)).toEqual({ sheet: 'Sheet1', cell: 'A460', type: 'text', value: 'FXB-EXB-901' })
  let taken = 0
  for await (const _ of reader.cells(await longFile())) if (++taken === 5_000) break
  expect(taken).toBe(5_000)
  expect((await reader.read(sample)).issues).toEqual([])
})

test('cells that cannot be read further end with the issue', async () => {
  const torn = `${rowsXml([['a', 1]])}<row r="1"/>`
  const records: unknown[] = []
  for await (const record of reader.cells(
    await fileOf(
      'half.xlsx',
      rawXlsx({
        sheets: [
          { name: 'Întreagă', rows: rowsXml([['x']]) },
          { name: 'Ruptă', rows: torn },
        ],
      }),
    ),
  ))
    records.push(record)
  expect(records).toEqual([
    { sheet: 'Întreagă', cell: 'A1', type: 'text', value: 'x' },
    { issue: expect.objectContaining({ code: 'file_unreadable' }) },
  ])
})
