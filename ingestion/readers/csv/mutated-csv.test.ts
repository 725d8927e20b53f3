import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { type CsvEncoding, textDecoder } from '../../../domain/index.ts'
import { smallReport } from '../../fixtures/read-content.ts'
import { makeExecutionCsv } from '../../forexebug/make-execution-csv.ts'
import { readExecutionReport } from '../../forexebug/read-execution-report.ts'
import { openBook } from '../open-book.ts'
import { ReadFailure } from '../read-failure.ts'

/** A hundred to each run of the other properties: one mutated file takes about a millisecond. */
const MUTATIONS = process.env.FUZZ_RUNS ? Number(process.env.FUZZ_RUNS) * 100 : 500

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mutated-csv-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))

const REPORT = makeExecutionCsv(smallReport())
const BASES: readonly Buffer[] = [
  Buffer.from(REPORT),
  Buffer.from(`\ufeff${REPORT.replaceAll(';', '\t')}`, 'utf16le'),
  Buffer.from('sep=;\r\ncod;nume;suma\r\n0065;"Șc. ""nr."" 1; Ciuc";1.234,5\r\n0066;\'x\';(12,00)\r\n'),
  Buffer.from('cod,nume,suma\n65.02,Ştefan,1E5\n10.01,Şcoala,12.50\n'.replaceAll('Ş', '\xaa'), 'latin1'),
  Buffer.from('a|b|c\r1|2|3\r\r4|"5\r5"|6'),
]
/** What is put in: marks of every dialect, halves of letters, controls. */
const PIECES = [
  '"',
  "'",
  ';',
  ',',
  '\t',
  '|',
  '\n',
  '\r',
  '\r\n',
  '\0',
  '\ufeff',
  'sep=|\n',
  '""',
  'ș',
  '1.234',
  ';;;;;;;;;',
]
const pieces = fc.oneof(
  fc.constantFrom(...PIECES).map(text => Buffer.from(text)),
  fc.uint8Array({ minLength: 1, maxLength: 3 }).map(bytes => Buffer.from(bytes)),
)
const change = fc.record({
  at: fc.nat(),
  cut: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(60)),
  put: fc.oneof(pieces, fc.constant(Buffer.alloc(0))),
})
const mutated = fc
  .tuple(fc.constantFrom(...BASES), fc.array(change, { minLength: 1, maxLength: 5 }))
  .map(([base, changes]) =>
    changes.reduce((bytes, { at, cut, put }) => {
      const from = at % (bytes.length + 1)
      return Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(from + cut)])
    }, base),
  )

test('whatever becomes of a CSV, it is read whole or refused with a reason', {
  timeout: 60_000 + MUTATIONS * 20,
}, async () => {
  const file = path.join(folder, 'upload.csv')
  let whole = 0
  await fc.assert(
    fc.asyncProperty(mutated, async bytes => {
      fs.writeFileSync(file, bytes)
      try {
        const book = await openBook(file)
        try {
          const rows: string[][] = []
          for await (const batch of book.rows(0))
            for (const { row, cells } of batch) {
              expect(row).toBe(rows.length + 1)
              rows.push(cells.length === 0 ? [''] : cells.map(({ value }) => value))
            }
          const { encoding, delimiter } =
            book.issues().find(({ code }) => code === 'csv_read_as')?.params ?? {}
          isWhole(bytes, rows, encoding as CsvEncoding, MARKS[delimiter ?? ''] ?? '')
          whole++
          await readExecutionReport(book, '', null)
        } finally {
          await book.close()
        }
      } catch (error) {
        if (!(error instanceof ReadFailure)) throw error
        expect(error.issue.severity).toBe('error')
      }
    }),
    { numRuns: MUTATIONS },
  )
  expect(whole).toBeGreaterThan(MUTATIONS / 4)
})

const MARKS: Readonly<Record<string, string>> = { semicolon: ';', comma: ',', tab: '\t', bar: '|' }

/** Without quotation marks the cells, put together again, are the text: nothing is left out and nothing moved. */
function isWhole(bytes: Buffer, rows: readonly string[][], encoding: CsvEncoding, delimiter: string): void {
  const decoder = textDecoder(encoding)
  const text = (decoder.decode(bytes) + decoder.decode())
    .replace(/\r\n?/g, '\n')
    .replace(/^\ufeff?sep=[;,\t|]\n/i, '')
  if (/["']/.test(text)) return
  expect(rows.map(row => row.join(delimiter)).join('\n')).toBe(text.replace(/\n$/, ''))
}
