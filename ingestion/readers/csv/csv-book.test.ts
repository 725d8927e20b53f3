import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CsvChoices } from '../../../domain/index.ts'
import { withFile } from '../../fixtures/read-content.ts'
import { READ_LIMITS } from '../limits.ts'
import { openBook } from '../open-book.ts'
import { ReadFailure } from '../read-failure.ts'

const RUNS = Number(process.env.FUZZ_RUNS ?? 60)

/** Rows by number, as values by column. */
const grid = (
  content: string | Uint8Array,
  limits = READ_LIMITS,
  csv: CsvChoices = {},
): Promise<Map<number, string[]>> =>
  withFile(content, async file => {
    const book = await openBook(file, { limits, csv })
    try {
      expect(book.sheets).toEqual([{ name: 'CSV', hidden: false }])
      const found = new Map<number, string[]>()
      for await (const rows of book.rows(0))
        for (const row of rows) {
          found.set(
            row.row,
            row.cells.map(cell => cell.value),
          )
          row.cells.forEach((cell, at) => {
            expect(cell.column).toBe(at + 1)
            expect(cell.type).toBe(cell.value === '' ? 'empty' : 'text')
          })
        }
      return found
    } finally {
      await book.close()
    }
  })
const rows = async (content: string | Uint8Array): Promise<string[][]> => [...(await grid(content)).values()]

async function failure(content: string | Uint8Array, limits = READ_LIMITS) {
  try {
    await grid(content, limits)
  } catch (error) {
    if (error instanceof ReadFailure) return [error.issue.code, ...Object.values(error.issue.params)]
    throw error
  }
  throw new Error('it was read')
}

const TEXT = 'denumire;sumă\r\nȘcoala „Petőfi”;1.234,56\r\n;12\r\n'
const READ = [
  ['denumire', 'sumă'],
  ['Școala „Petőfi”', '1.234,56'],
  ['', '12'],
]
const utf16 = (text: string, bigEndian: boolean): Buffer => {
  const bytes = Buffer.from(text, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}

test('UTF-8 and UTF-16 are read with their mark and without', async () => {
  expect(await rows(TEXT)).toEqual(READ)
  expect(await rows(`\ufeff${TEXT}`)).toEqual(READ)
  for (const bigEndian of [true, false]) {
    expect(await rows(utf16(`\ufeff${TEXT}`, bigEndian))).toEqual(READ)
    expect(await rows(utf16(TEXT, bigEndian))).toEqual(READ)
  }
})

test('the old encodings of Romanian and Hungarian are recognised', async () => {
  // ă ş ţ ő ű have the same codes in both; the quotation marks and the dash are of windows-1250 alone.
  const old = Buffer.from('e3;ba;fe;f5;fb'.replaceAll(';', '3b'), 'hex')
  expect(await rows(old)).toEqual([['ă', 'ş', 'ţ', 'ő', 'ű']])
  expect(await rows(Buffer.from('8461943b96', 'hex'))).toEqual([['„a”', '–']])
  expect(await rows(Buffer.from('a9613bb9', 'hex'))).toEqual([['Ša', 'š']])
})

test('semicolons, commas, tabulators and bars are recognised, whatever the amounts hold', async () => {
  const body = [['Titlu'], ['a', 'b', 'c'], ['1.234,56', 'x, y', '2'], ['3,5', 'z', '']]
  for (const delimiter of [';', '\t', '|'])
    expect(await rows(body.map(row => row.join(delimiter)).join('\n'))).toEqual(body)
  expect(await rows('a,b,c\n"1.234,56","x; y",2\n"3,5",z;w,\n')).toEqual([
    ['a', 'b', 'c'],
    ['1.234,56', 'x; y', '2'],
    ['3,5', 'z;w', ''],
  ])
  expect(await rows('sep=|\na;b|c\n')).toEqual([['a;b', 'c']])
  expect(await rows('un singur câmp\n')).toEqual([['un singur câmp']])
})

test('quotes hold delimiters and line ends; every line end counts alike; rows keep their numbers', async () => {
  expect(await rows('a;"b ""c"";d"\r"e\r\nf";g\n')).toEqual([
    ['a', 'b "c";d'],
    ['e\nf', 'g'],
  ])
  const sparse = await grid('a;b\n\n\n;;x\nlast;1')
  expect([...sparse]).toEqual([
    [1, ['a', 'b']],
    [2, []],
    [3, []],
    [4, ['', '', 'x']],
    [5, ['last', '1']],
  ])
})

test('what is broken names its row', async () => {
  expect(await failure('a;b\n"c;d\ne;f\n')).toEqual(['file_unreadable', 'quotes', '2'])
  expect(await failure('a;b\nc;"d"e;f\n')).toEqual(['file_unreadable', 'quotes', '2'])
  expect(await failure(`a;b\n1;x\0y\n${'c;d\n'.repeat(300)}`)).toEqual(['file_unreadable', 'nul', '2'])
  expect(await failure('a;b\n'.repeat(11), { ...READ_LIMITS, rows: 10 })).toEqual([
    'file_too_large',
    'rows',
    '10',
  ])
  expect(await failure(';'.repeat(20), { ...READ_LIMITS, columns: 10 })).toEqual([
    'file_too_large',
    'columns',
    '10',
  ])
  expect(await failure('a;b\n'.repeat(11), { ...READ_LIMITS, cells: 10 })).toEqual([
    'file_too_large',
    'cells',
    '10',
  ])
  expect(await failure(`a;b\n"${'x'.repeat(200_000)}"`, { ...READ_LIMITS, recordChars: 50_000 })).toEqual([
    'file_unreadable',
    'long_record',
    '2',
  ])
})

test('any table survives being written as CSV, across the borders of chunks', async () => {
  const field = fc.string({ unit: fc.constantFrom('a', 'ș', '"', ';', ',', '\n', ' ', '1'), maxLength: 12 })
  const quote = (text: string): string => (/[";\n]|^$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(field, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 30 }),
      fc.integer({ min: 0, max: 70_000 }),
      async (table, pad) => {
        const written = [['a', 'b', 'c'], ['p'.repeat(pad), 'b', 'c'], ...table, ['x', 'y', 'z']]
        const read = await rows(`${written.map(row => row.map(quote).join(';')).join('\r\n')}\r\n`)
        expect(read).toEqual(written)
      },
    ),
    { numRuns: RUNS },
  )
})
