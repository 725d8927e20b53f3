import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeBulkReport } from '../../bench/bulk-report.ts'
import { built, projectRoot } from '../../tests/support/built.ts'
import { createBulkReader } from './bulk-reader.ts'

/** A million in the long run of the tests. */
const LINES = Number(process.env.FUZZ_RUNS ?? 0) >= 1000 ? 1_000_000 : 120_000
const workerFile = built('ingestion/staging/read-bulk.worker.js')

let folder = ''
let file = ''
beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'million-'))
  file = path.join(folder, 'report.csv')
  await writeBulkReport(file, LINES, path.join(projectRoot, 'warehouse/reference-data'))
})
afterAll(() => fs.rm(folder, { recursive: true }))

const readerIn = (name: string, timeLimit?: number) =>
  createBulkReader(
    { workerFile, folder: path.join(folder, name), fromBytes: 1, ...(timeLimit ? { timeLimit } : {}) },
    null,
  )

test('a report of many lines is read whole, and only its lines are left', async () => {
  const reader = readerIn('whole')
  const told: number[] = []
  const { report, issues } = await reader.read(
    { path: file, fileName: 'report.csv' },
    { onProgress: percent => told.push(percent) },
  )
  expect(issues.filter(issue => issue.severity === 'error')).toEqual([])
  expect(report?.lines.length).toBe(LINES)
  expect(report?.totals).toEqual({
    revenue: 0n,
    expenditure: report?.controlTotals.expenditure?.amount,
  })
  expect(told).toEqual([...told].sort((one, other) => one - other))
  expect(await fs.readdir(path.join(folder, 'whole'))).toEqual([path.basename(report?.lines.file ?? '')])
  await reader.close()
  expect(await fs.readdir(folder)).toEqual(['report.csv'])
})

test('a reading ends at any moment, and leaves nothing behind', async () => {
  const reader = readerIn('cancelled')
  for (const moment of [0, 15, 60]) {
    const cancel = new AbortController()
    const reading = reader.read(
      { path: file, fileName: 'report.csv' },
      {
        signal: cancel.signal,
        onProgress: percent => {
          if (percent >= moment) cancel.abort(new Error('withdrawn'))
        },
      },
    )
    await expect(reading).rejects.toThrow('withdrawn')
    expect(await fs.readdir(path.join(folder, 'cancelled'))).toEqual([])
  }
  await reader.close()
})

test('a reading ends at its time; what a killed program left goes with the next start', async () => {
  await fs.mkdir(path.join(folder, 'timed/left/spill'), { recursive: true })
  const reader = readerIn('timed', 1)
  const reading = reader.read({ path: file, fileName: 'report.csv' }, {})
  await expect(reading).rejects.toMatchObject({ reason: 'time' })
  expect(await fs.readdir(path.join(folder, 'timed'))).toEqual([])
  await reader.close()
})
