import { expect, test } from 'vitest'
import { type CsvChoices, type Issue, issueMessage } from '../../../domain/index.ts'
import { withFile } from '../../fixtures/read-content.ts'
import { openBook } from '../open-book.ts'

/** Its rows, how it was read and what its sender is asked or told. */
async function look(content: string | Uint8Array, csv: CsvChoices = {}) {
  return withFile(content, async file => {
    const book = await openBook(file, { csv })
    try {
      const rows: string[][] = []
      for await (const batch of book.rows(0))
        for (const { cells } of batch) if (cells.length > 0) rows.push(cells.map(({ value }) => value))
      const issues = book.issues()
      const { encoding, delimiter, quote, decimal } =
        issues.find(({ code }) => code === 'csv_read_as')?.params ?? {}
      const errors = issues.filter(({ severity }) => severity === 'error')
      const warnings = issues.filter(({ severity }) => severity === 'warning').map(({ code }) => code)
      return { rows, readAs: [encoding, delimiter, quote, decimal].join(' '), errors, warnings }
    } finally {
      await book.close()
    }
  })
}
const codes = (errors: readonly Issue[]): string[] => errors.map(({ code }) => code)
const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex')
const bytes = (...parts: readonly (string | Buffer)[]): Buffer =>
  Buffer.concat(parts.map(part => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)))

test('windows-1250 by its quotation marks and its letters', async () => {
  // „Școala” – ő; ş and ţ have one code each in all three.
  const content = bytes(
    'nume;sum',
    hex('e3'),
    '\n',
    hex('84 aa'),
    'coala',
    hex('94'),
    ' ',
    hex('96 20 f5'),
    ';1\n',
  )
  expect(await look(content)).toMatchObject({
    rows: [
      ['nume', 'sumă'],
      ['„Şcoala” – ő', '1'],
    ],
    readAs: 'windows-1250 semicolon double ',
    errors: [],
  })
})

test('ISO-8859-16 by its own quotation marks', async () => {
  const content = bytes('nume;oras\n', hex('a5'), 'Ciuc', hex('b5'), ';Bra', hex('ba'), 'ov\n')
  expect(await look(content)).toMatchObject({
    rows: [
      ['nume', 'oras'],
      ['„Ciuc”', 'Brașov'],
    ],
    readAs: 'iso-8859-16 semicolon double ',
    errors: [],
  })
})

test('ISO-8859-2 by a letter that the others lack', async () => {
  const content = bytes('nume;oras\nKova', hex('b9'), ';', hex('a9'), 'abac\n')
  expect(await look(content)).toMatchObject({
    rows: [
      ['nume', 'oras'],
      ['Kovaš', 'Šabac'],
    ],
    readAs: 'iso-8859-2 semicolon double ',
    errors: [],
  })
})

test.each([
  ['Western', 'nume;oras\nS\xf8ren;\xc5rhus\n'],
  ['a lone Danish name', 'nume;oras\nS\xf8ren;Ciuc\n'],
  ['French', 'nume;oras\nH\xe9l\xe8ne;Orl\xe9ans\n'],
  ['Greek', 'nume;oras\n\xc3\xe5\xfe\xf1\xe3\xe9\xef\xf2;Ciuc\n'],
  ['Cyrillic', 'nume;oras\n\xcc\xee\xf1\xea\xe2\xe0;Ciuc\n'],
  ['Polish', 'nume;oras\n\xa3\xf3d\xbc;Ciuc\n'],
  ['DOS Hungarian', 'nume;oras\nCs\xa1kszereda;f\x94ld\n'],
])('%s letters are asked about, with what each encoding would make of them', async (_, text) => {
  const content = Buffer.from(text, 'latin1')
  const { errors } = await look(content)
  expect(codes(errors)).toEqual(['encoding_uncertain'])
  expect(errors[0]?.params.examples).toMatch(/„.+” \(.+\)/)
  expect(codes((await look(content, { encoding: 'windows-1250' })).errors)).toEqual([])
})

test.each([true, false])('UTF-16 without a mark, big-endian %s, with a decimal comma', async isBigEndian => {
  const content = Buffer.from('cod;sumă\r\n0065;1,5\r\n0066;12,25\r\n', 'utf16le')
  expect(await look(isBigEndian ? content.swap16() : content)).toEqual({
    rows: [
      ['cod', 'sumă'],
      ['0065', '1,5'],
      ['0066', '12,25'],
    ],
    readAs: `utf-16${isBigEndian ? 'be' : 'le'} semicolon double comma`,
    errors: [],
    warnings: [],
  })
})

test.each([
  ['1.234.567,89', 'comma'],
  ['1,234,567.89', 'point'],
  ['1234567.89', 'point'],
  ['1 234,5', 'comma'],
  ['1\u00a0234\u00a0567,50', 'comma'],
  ['1.234,00-', 'comma'],
  ['(1,234.00)', 'point'],
  ['1.234.567', 'comma'],
  ["1'234.50", 'point'],
  ['1.234', 'open'],
  ['1234', ''],
  ['1E5', ''],
  ['10.01', ''],
  ['30.06.2026', ''],
])('%j says of the decimal mark: %j, and stays the text it is', async (amount, decimal) => {
  const { rows, readAs, errors } = await look(`cod;sumă\nx;${amount}\ny;${amount}\n`)
  expect(rows[1]).toEqual(['x', amount])
  expect(readAs).toBe(`utf-8 semicolon double ${decimal}`)
  expect(errors).toEqual([])
})

test('both conventions in one table are told, and no code counts as an amount', async () => {
  expect((await look('a;b\n1,5;x\n2.5;y\n')).readAs).toBe('utf-8 semicolon double both')
  expect((await look('cod;suma\n65.02;1.234\n10.01;5.678\n')).readAs).toBe('utf-8 semicolon double open')
  expect((await look('cod;suma\n0065;1,5\n1E5;2,5\n')).rows).toEqual([
    ['cod', 'suma'],
    ['0065', '1,5'],
    ['1E5', '2,5'],
  ])
})

test('ragged rows are named with their widths, whatever stands around the table', async () => {
  const { rows, errors } = await look('Titlu\n\na;b;c\n1;2;3\n1;2\n1;2;3;4\n1;2;3\n;;\n1;2\n')
  expect(rows[3]).toEqual(['1', '2'])
  expect(errors.map(({ cell, params }) => [cell, params])).toEqual([
    ['A1', { lines: '1', rows: '1', width: '1', expected: '3' }],
    ['A5', { lines: '5, 9', rows: '2', width: '2', expected: '3' }],
    ['A6', { lines: '6', rows: '1', width: '4', expected: '3' }],
  ])
  expect(errors.slice(0, 2).map(issue => issueMessage(issue, 'en').message)).toEqual([
    'Row 1 has one column; the table has 3.',
    'Rows 5, 9 (2) have 2 columns; the table has 3.',
  ])
})

test('a thousand ragged rows are counted where they are not listed', async () => {
  const { errors } = await look(`a;b\n${'1;2\n1;2\n1;2;3\n'.repeat(1_000)}`)
  expect(errors).toHaveLength(1)
  expect(errors[0]?.params.rows).toBe('1000')
  expect(errors[0]?.params.lines).toMatch(/^4, 7, 10, .*, 601, …$/)
  const many = Array.from({ length: 60 }, (_, at) => 'x;'.repeat(at + 3)).join('\n')
  const groups = (await look(`${'a;b\n'.repeat(50)}${many}\n`)).errors
  expect(groups).toHaveLength(21)
  expect(groups.reduce((sum, { params }) => sum + Number(params.rows), 0)).toBe(60)
})

test('apostrophes hold fields together only where the table needs it', async () => {
  expect(await look("nume,loc\n'Ciuc, Harghita',1\n'Deva, Hunedoara',2\n")).toMatchObject({
    rows: [
      ['nume', 'loc'],
      ['Ciuc, Harghita', '1'],
      ['Deva, Hunedoara', '2'],
    ],
    readAs: 'utf-8 comma single ',
  })
  // The same fields with or without them: told, and no letter lost.
  const same = await look("'nume','loc'\n'Ciuc','1'\n")
  expect(same).toMatchObject({
    rows: [
      ["'nume'", "'loc'"],
      ["'Ciuc'", "'1'"],
    ],
    errors: [],
  })
  expect(same.warnings).toEqual(['quote_uncertain'])
  const other = await look("'nume','loc'\n'Ciuc, HR','1'\n'Deva, HD','2'\n", { delimiter: ',' })
  expect(other).toMatchObject({ readAs: 'utf-8 comma single ', warnings: [] })
  const every = await look("'a;b';1\n'c;d';2\n")
  expect(codes(every.errors)).toEqual(['quote_uncertain'])
  expect((await look("'nume','loc'\n", { quote: "'" })).rows).toEqual([['nume', 'loc']])
  expect((await look("nume,loc\n'89,Ciuc\nD'Artagnan,Deva\n")).rows[1]).toEqual(["'89", 'Ciuc'])
})

test('marks that fit equally well are a question, and one column is none', async () => {
  const { errors } = await look('a;b,c\nd;e,f\ng;h,i\n')
  expect(errors.map(({ code, params }) => [code, params.choices])).toEqual([
    ['delimiter_uncertain', 'semicolon, comma'],
  ])
  const chosen = await look('a;b,c\nd;e,f\ng;h,i\n', { delimiter: ',' })
  expect(chosen).toMatchObject({
    rows: [
      ['a;b', 'c'],
      ['d;e', 'f'],
      ['g;h', 'i'],
    ],
    errors: [],
  })
  expect(await look('un text\nșcoala nr. 1, Ciuc\nalt text\n')).toMatchObject({
    rows: [['un text'], ['școala nr. 1, Ciuc'], ['alt text']],
    errors: [],
  })
  // Decimal commas in every row fit too, but as what they are.
  expect(await look('1,5;2,5\n3,5;4,5\n')).toMatchObject({
    rows: [
      ['1,5', '2,5'],
      ['3,5', '4,5'],
    ],
    errors: [],
  })
})

test('Excel’s line sep= is obeyed and no row, unless the sender says otherwise', async () => {
  expect(await look('sep=|\r\na;b|c\r\n1;2|3\r\n')).toMatchObject({
    rows: [
      ['a;b', 'c'],
      ['1;2', '3'],
    ],
    readAs: 'utf-8 bar double ',
  })
  expect((await look('sep=|\r\na;b|c\r\n', { delimiter: ';' })).rows).toEqual([['a', 'b|c']])
})

test('tabs, bars, a header alone, quotation marks without meaning', async () => {
  expect((await look('a\tb;c\n1,5\t2\n')).readAs).toBe('utf-8 tab double comma')
  expect((await look('a|b|c\n1|2|3\n')).readAs).toBe('utf-8 bar double ')
  expect(await look('cod;nume;suma')).toMatchObject({ rows: [['cod', 'nume', 'suma']], errors: [] })
  await expect(look('a;b\n"c;d\n')).rejects.toThrow('quotes')
  expect((await look('a;b\n"c;d\n', { quote: '' })).rows).toEqual([
    ['a', 'b'],
    ['"c', 'd'],
  ])
  await expect(look('')).rejects.toThrow('file_empty')
  await expect(look('a;b\n1;x\0y\n')).rejects.toThrow('nul')
})

test('an encoding that the bytes do not have is an error with its line, not other letters', async () => {
  const content = bytes('nume;oras\nBra', hex('ba'), 'ov;x\n')
  await expect(look(content, { encoding: 'utf-8' })).rejects.toThrow('encoding')
  expect((await look(content, { encoding: 'iso-8859-16' })).rows[1]).toEqual(['Brașov', 'x'])
})
