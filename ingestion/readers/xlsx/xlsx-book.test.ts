import { expect, test } from 'vitest'
import { issueMessage } from '../../../domain/index.ts'
import { rawParts, rawXlsx, rowsXml, zipOf } from '../../fixtures/raw-xlsx.ts'
import { allCells, briefCells, failureBrief, failureOf, withBook } from '../../fixtures/read-book.ts'
import type { Cell } from '../cell.ts'
import { READ_LIMITS } from '../limits.ts'

const STYLES = `
  <numFmts count="3"><numFmt numFmtId="164" formatCode="dd\\-mmm\\-yy"/><numFmt numFmtId="165" formatCode="#,##0.00\\ &quot;lei (zi)&quot;"/>
  <numFmt numFmtId="166" formatCode="[Red][&lt;0]General;[h]:mm"/></numFmts>
  <cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs>
  <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="22"/><xf numFmtId="166"/></cellXfs>`

test('every kind of cell has its type, its value and its stored text', async () => {
  const file = rawXlsx({
    strings: [
      '<si><t>shared</t></si>',
      '<si><r><t>two </t></r><r><t>runs</t></r><rPh><t>x</t></rPh></si>',
      '<si><t/></si>',
    ],
    styles: STYLES,
    sheets: [
      {
        name: 'Foaie',
        rows: `<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="s"><v>2</v></c>
          <c r="E2"><v>1.0353470955E8</v></c><c r="F2"><v>0.30000000000000004</v></c><c r="G2" t="b"><v>1</v></c>
          <c r="H2" t="e"><v>#REF!</v></c><c r="I2" t="str"><f>A2</f><v>shared</v></c><c r="J2"><f>1/3</f></c>
          <c r="K2" t="inlineStr"><is><t> in_x000D_line </t></is></c><c r="L2" s="1"/><c r="M2" t="d"><v>2026-06-30T00:00:00</v></c></row>
          <row><c><v>7</v></c><c s="1"><v>46203</v></c><c s="2"><v>46203.5</v></c><c s="3"><v>46203</v></c><c s="5"><v>2</v></c></row>`,
      },
    ],
  })
  expect(await briefCells(file)).toEqual([
    'A2 text shared',
    'B2 text two runs',
    'C2 empty',
    'E2 number 103534709.55',
    'F2 number 0.3',
    'G2 boolean true',
    'H2 error #REF!',
    'I2 text shared',
    'J2 empty',
    'K2 text  in\rline',
    'L2 empty',
    'M2 date 2026-06-30',
    'A3 number 7',
    'B3 date 2026-06-30',
    'C3 date 2026-06-30T12:00:00',
    'D3 number 46203',
    'E3 number 2',
  ])
  const cells = await allCells(file)
  expect(cells.find(cell => cell.cell === 'E2')?.raw).toBe('1.0353470955E8')
  expect(cells.find(cell => cell.cell === 'F2')?.raw).toBe('0.30000000000000004')
  expect(cells.find(cell => cell.cell === 'B3')).toMatchObject({
    sheet: 'Foaie',
    row: 3,
    column: 2,
    raw: '46203',
  })
  expect(cells.filter(cell => cell.formula).map(cell => cell.cell)).toEqual(['I2', 'J2'])
})

test('dates of the 1904 system are four years and a day later', async () => {
  const rows = '<row r="1"><c r="A1" s="1"><v>0</v></c><c r="B1" s="1"><v>44741</v></c></row>'
  expect(
    await briefCells(rawXlsx({ styles: STYLES, date1904: true, sheets: [{ name: 'S', rows }] })),
  ).toEqual(['A1 date 1904-01-01', 'B1 date 2026-06-30'])
})

test('hidden sheets, rows and columns are marked, and merged ranges known', async () => {
  const file = rawXlsx({
    sheets: [
      {
        name: 'Vizibilă',
        before: '<cols><col min="2" max="3" hidden="1"/></cols>',
        rows: '<row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>2</v></c></row><row r="2" hidden="1"><c r="D2"><v>3</v></c></row>',
        after: '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
      },
      { name: 'Ascunsă', state: 'veryHidden', rows: '' },
    ],
  })
  await withBook(file, async book => {
    expect(book.sheets).toEqual([
      { name: 'Vizibilă', hidden: false },
      { name: 'Ascunsă', hidden: true },
    ])
    const cells: Cell[] = []
    for await (const rows of book.rows(0)) for (const row of rows) cells.push(...row.cells)
    expect(cells.map(cell => [cell.cell, cell.hidden ?? false])).toEqual([
      ['A1', false],
      ['C1', true],
      ['D2', true],
    ])
    expect(book.merges(0)).toEqual([{ from: 'A1', to: 'B2' }])
    expect(book.progress()).toBeGreaterThan(0.5)
    for await (const _ of book.rows(1)) expect(_).toEqual([])
    expect(book.progress()).toBe(1)
  })
})

test('parts may be prefixed, in UTF-16, and named in other capitals', async () => {
  const [rels, workbook, relations, sheet] = rawParts({
    sheets: [{ name: 'Șir', rows: rowsXml([['țuică', 5]]) }],
  })
  if (!rels || !workbook || !relations || !sheet) throw new Error('parts')
  const prefixed = sheet[1].replace('xmlns=', 'xmlns:x=').replace(/<(\/?)(\w)/g, '<$1x:$2')
  const utf16 = Buffer.from(`\ufeff${workbook[1]}`, 'utf16le')
  const file = zipOf([rels, ['XL/Workbook.xml', utf16], relations, [sheet[0].toUpperCase(), prefixed]])
  expect(await briefCells(file)).toEqual(['A1 text țuică', 'B1 number 5'])
})

test('what stands under a foreign namespace is no part of the sheet, as Excel shows it', async () => {
  const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const cell = (address: string, prefix = '') =>
    `<${prefix}c r="${address}"><${prefix}v>${address.slice(1)}</${prefix}v></${prefix}c>`
  const rows = [
    `<row r="1">${cell('A1')}<e:c r="B1"><e:v>9</e:v></e:c></row>`,
    `<e:row r="2"><e:c r="A2"><e:v>9</e:v></e:c><c r="B2"><v>9</v></c></e:row>`,
    `<row xmlns="urn:x" r="3"><c r="A3"><v>9</v></c></row>`,
    // The same namespace by another prefix, declared here or further out, is the sheet's own.
    `<m:row xmlns:m="${MAIN}" r="4">${cell('A4', 'm:')}</m:row>`,
    `<row xmlns="${MAIN}" r="5">${cell('A5')}</row>`,
    `<row r="6"><c r="A6"><v>6<e:v>9</e:v></v></c></row>`,
  ].join('')
  const parts = rawParts({ sheets: [{ name: 'S', rows }] }).map(([name, xml]): [string, string] => [
    name,
    name.endsWith('sheet1.xml') ? xml.replace('xmlns=', 'xmlns:e="urn:x" xmlns=') : xml,
  ])
  expect(await briefCells(zipOf(parts))).toEqual(['A1 number 1', 'A4 number 4', 'A5 number 5', 'A6 number 6'])
})

test.each([
  ['an entity bomb', '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'],
  ['an outside entity', '<!DOCTYPE x SYSTEM "file:///etc/passwd">'],
])('%s ends as a damaged file', async (_, doctype) => {
  const parts = rawParts({ sheets: [{ name: 'S', rows: '' }] })
  const hostile = parts.map(([name, xml]): [string, string] => [
    name,
    name.endsWith('sheet1.xml') ? doctype + xml : xml,
  ])
  expect(await failureBrief(zipOf(hostile))).toEqual(['file_unreadable', 'xml'])
})

test('rows out of order, cells out of order and strings that are not there are refused', async () => {
  const sheet = (rows: string) => rawXlsx({ strings: ['<si><t>a</t></si>'], sheets: [{ name: 'S', rows }] })
  expect(await failureBrief(sheet('<row r="2"/><row r="1"/>'))).toEqual(['file_unreadable', 'xml'])
  expect(await failureBrief(sheet('<row r="0"/>'))).toEqual(['file_unreadable', 'xml'])
  expect(await failureBrief(sheet('<row r="1"><c r="B1"/><c r="A1"/></row>'))).toEqual([
    'file_unreadable',
    'xml',
  ])
  expect(await failureBrief(sheet('<row r="1"><c r="A7"/></row>'))).toEqual(['file_unreadable', 'xml'])
  expect(await failureBrief(sheet('<row r="1"><c r="A1" t="s"><v>9</v></c></row>'))).toEqual([
    'file_unreadable',
    'xml',
  ])
  expect(await failureBrief(sheet('<row r="9999999"/>'))).toEqual(['file_too_large', 'rows'])
  expect(await failureBrief(sheet('<row r="1"><c r="ZZZ1"/></row>'))).toEqual(['file_too_large', 'columns'])
  expect(await failureBrief(sheet('<row r="1"><c'))).toEqual(['file_unreadable', 'xml'])
})

test('what is inflated, the cells and the texts are bounded', async () => {
  const limits = { ...READ_LIMITS, inflatedBytes: 200_000, cells: 50, textChars: 1_000, sharedStrings: 20 }
  const bomb = zipOf([
    ...rawParts({
      sheets: [{ name: 'S', rows: `<row r="1"><c r="A1"><v>${'0'.repeat(5_000_000)}</v></c></row>` }],
    }),
  ])
  expect(bomb.length).toBeLessThan(20_000)
  expect(await failureBrief(bomb, limits)).toEqual(['file_too_large', 'content'])
  const many = rawXlsx({
    sheets: [{ name: 'S', rows: rowsXml(Array.from({ length: 51 }, (_, at) => [at])) }],
  })
  expect(await failureBrief(many, limits)).toEqual(['file_too_large', 'cells'])
  const strings = [`<si><t>${'x'.repeat(2_000)}</t></si>`]
  const rows = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
  expect(await failureBrief(rawXlsx({ strings, sheets: [{ name: 'S', rows }] }), limits)).toEqual([
    'file_too_large',
    'texts',
  ])
  const short = Array.from({ length: 30 }, () => '<si><t>x</t></si>')
  expect(await failureBrief(rawXlsx({ strings: short, sheets: [{ name: 'S', rows }] }), limits)).toEqual([
    'file_too_large',
    'cells',
  ])
  expect(await failureBrief(Buffer.alloc(30, 'a;b\n'), { ...READ_LIMITS, fileBytes: 10 })).toEqual([
    'file_too_large',
    'file',
  ])
})

test('archives that are no workbook, or lie about themselves, are named for what they are', async () => {
  const parts = rawParts({ sheets: [{ name: 'S', rows: '' }] })
  expect(await failureBrief(zipOf(parts, { flags: 1 }))).toEqual(['file_protected', ''])
  expect(await failureBrief(zipOf(parts, { claim: 3 }))).toEqual(['file_unreadable', 'xml'])
  expect(await failureBrief(zipOf([...parts, ['XL/workbook.xml', '']]))).toEqual([
    'file_unreadable',
    'damaged',
  ])
  expect(await failureBrief(zipOf(parts.slice(0, 3)))).toEqual(['file_unreadable', 'part_missing'])
  expect(await failureBrief(zipOf(parts).subarray(0, 200))).toEqual(['file_unreadable', 'damaged'])
  expect(await failureBrief(zipOf([['xl/workbook.bin', 'x']]))).toEqual(['file_type_unknown', 'xlsb'])
  expect(await failureBrief(zipOf([['word/document.xml', '']]))).toEqual(['file_type_unknown', 'word'])
  expect(await failureBrief(zipOf([['a.txt', 'x']]))).toEqual(['file_type_unknown', 'archive'])
  expect(await failureBrief(zipOf([['xl/theme.xml', 'x']]))).toEqual(['file_unreadable', 'part_missing'])
})

test('the content decides, not the name: other formats are named', async () => {
  const ole = (stream: string): Buffer =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(504),
      Buffer.from(stream, 'utf16le'),
      Buffer.alloc(600),
    ])
  expect(await failureBrief('')).toEqual(['file_empty', ''])
  expect(await failureBrief(ole('EncryptedPackage'))).toEqual(['file_protected', ''])
  expect(await failureBrief(ole('Workbook'))).toEqual(['file_type_unknown', 'xls'])
  expect(await failureBrief(ole('WordDocument'))).toEqual(['file_type_unknown', 'word'])
  const protectedXls = Buffer.concat([
    ole('Workbook').subarray(0, 1024),
    Buffer.from('0908080000060500112233442f000400aabbccdd', 'hex'),
  ])
  expect(await failureBrief(Buffer.concat([protectedXls, Buffer.alloc(64)]))).toEqual(['file_protected', ''])
  expect(await failureBrief('%PDF-1.7 …')).toEqual(['file_type_unknown', 'pdf'])
  expect(await failureBrief(Buffer.from('1f8b0800', 'hex'))).toEqual(['file_type_unknown', 'archive'])
  expect(await failureBrief(Buffer.from('89504e470d0a', 'hex'))).toEqual(['file_type_unknown', 'image'])
  expect(await failureBrief('<html><table><tr><td>1</td></tr></table>')).toEqual([
    'file_type_unknown',
    'html',
  ])
  expect(await failureBrief('\ufeff<?xml version="1.0"?><Workbook/>')).toEqual(['file_type_unknown', 'xml'])
  expect(await failureBrief(Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7919) % 256)))).toEqual(
    ['file_type_unknown', 'binary'],
  )
})

test('a failure says what to do in the reader’s language', async () => {
  const issue = await failureOf(Buffer.from('%PDF-1.4'))
  expect(issueMessage(issue, 'ro').message).toBe('Fișierul este un PDF, nu un .xlsx, .ods sau .csv.')
  expect(issueMessage(issue, 'hu').message).toBe('Ez PDF, nem .xlsx, .ods vagy .csv.')
})

test('macros, links and formulas without a result are told of, and only then', async () => {
  const rows =
    '<row r="1"><c r="A1"><f>B1*2</f></c><c r="B1"><f>1+1</f><v>2</v></c><c r="C1" t="str"><f>""</f><v></v></c></row>'
  const parts = rawParts({ sheets: [{ name: 'S', rows }] })
  const issues = (content: Buffer) =>
    withBook(content, async book => {
      for await (const _ of book.rows(0)) expect(_).toHaveLength(1)
      return book.issues()
    })
  expect(await issues(zipOf(parts))).toEqual([
    {
      code: 'formulas_not_saved',
      severity: 'warning',
      sheet: 'S',
      cell: null,
      value: null,
      params: { rows: '1', cells: 'A1' },
    },
  ])
  const more = [
    ['xl/vbaProject.bin', 'x'],
    ['xl/externalLinks/externalLink1.xml', '<x/>'],
  ] as const
  const codes = (await issues(zipOf([...parts, ...more]))).map(issue => [issue.code, issue.severity])
  expect(codes).toEqual([
    ['macros_ignored', 'information'],
    ['links_not_followed', 'warning'],
    ['formulas_not_saved', 'warning'],
  ])
})

test('a workbook without sheets is empty', async () => {
  expect(await failureBrief(rawXlsx({ sheets: [] }))).toEqual(['file_empty', ''])
})
