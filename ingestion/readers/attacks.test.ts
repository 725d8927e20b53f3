import zlib from 'node:zlib'
import { expect, test } from 'vitest'
import { odsParts, odsRows, odsTable, rawOds } from '../fixtures/raw-ods.ts'
import {
  type PackedPart,
  packedZip,
  packPart,
  rawParts,
  rawXlsx,
  rowsXml,
  zipOf,
} from '../fixtures/raw-xlsx.ts'
import { allCells, failureBrief } from '../fixtures/read-book.ts'
import { repeatedPart } from '../fixtures/repeated-part.ts'

const GB = 1024 ** 3
const plain = {
  sheets: [{ name: 'S', rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>' }],
  strings: ['<si><t>a</t></si>'],
  styles: '<cellXfs/>',
}

/** The parts of a small workbook with one of them replaced. */
const xlsxWith = (name: string, replace: (part: PackedPart) => PackedPart): Buffer =>
  packedZip(
    rawParts(plain).map(([part, xml]) =>
      part === name ? replace(packPart(part, xml)) : packPart(part, xml),
    ),
  )
const odsWith = (replace: (part: PackedPart) => PackedPart): Buffer =>
  packedZip(
    odsParts({ body: odsTable('S', odsRows([['a']])) }).map(([part, xml]) =>
      part === 'content.xml' ? replace(packPart(part, xml)) : packPart(part, xml),
    ),
  )

const SHEET = 'xl/worksheets/sheet1.xml'
const row = '<row><c><v>1</v></c></row>'
const bombs: readonly (readonly [name: string, file: () => Buffer, detail: readonly string[]])[] = [
  [
    'rows of a worksheet',
    () => xlsxWith(SHEET, part => repeatedPart(part.name, '<worksheet><sheetData>', row, 3.5 * GB)),
    ['rows'],
  ],
  [
    'cells of one row',
    () =>
      xlsxWith(SHEET, part =>
        repeatedPart(part.name, '<worksheet><sheetData><row>', '<c><v>1</v></c>', 3.5 * GB),
      ),
    ['columns'],
  ],
  [
    'one value of a worksheet',
    () =>
      xlsxWith(SHEET, part => repeatedPart(part.name, '<worksheet><sheetData><row><c><v>', '1', 3.5 * GB)),
    ['texts'],
  ],
  [
    'space between tags',
    () => xlsxWith(SHEET, part => repeatedPart(part.name, '<worksheet>', ' ', 3.5 * GB)),
    ['content'],
  ],
  [
    'a comment',
    () => xlsxWith(SHEET, part => repeatedPart(part.name, '<worksheet><!--', 'x', 3.5 * GB)),
    ['content'],
  ],
  [
    'an attribute',
    () => xlsxWith(SHEET, part => repeatedPart(part.name, '<worksheet a="', 'x', 3.5 * GB)),
    ['xml'],
  ],
  [
    'empty elements',
    () => xlsxWith(SHEET, part => repeatedPart(part.name, '<worksheet>', '<a/>', 3.5 * GB)),
    ['content'],
  ],
  [
    'a number of many digits',
    () =>
      xlsxWith(SHEET, part => repeatedPart(part.name, '<worksheet><sheetData><row><c><v>0.', '9', 3.5 * GB)),
    ['texts'],
  ],
  [
    'shared strings',
    () =>
      xlsxWith('xl/sharedStrings.xml', part => repeatedPart(part.name, '<sst>', '<si><t/></si>', 3.5 * GB)),
    ['cells'],
  ],
  [
    'one shared string',
    () => xlsxWith('xl/sharedStrings.xml', part => repeatedPart(part.name, '<sst><si><t>', 'x', 3.5 * GB)),
    ['texts'],
  ],
  [
    'styles',
    () =>
      xlsxWith('xl/styles.xml', part =>
        repeatedPart(part.name, '<styleSheet><cellXfs>', '<xf numFmtId="14"/>', 3.5 * GB),
      ),
    ['xml'],
  ],
  [
    'sheets of a workbook',
    () =>
      xlsxWith('xl/workbook.xml', part =>
        repeatedPart(part.name, '<workbook><sheets>', '<sheet name="S" r:id="s0"/>', 3.5 * GB),
      ),
    ['xml'],
  ],
  [
    'relations',
    () =>
      xlsxWith('_rels/.rels', part =>
        repeatedPart(part.name, '<Relationships>', '<Relationship Id="a" Type="b" Target="c"/>', 3.5 * GB),
      ),
    ['xml'],
  ],
  [
    'merged ranges',
    () =>
      xlsxWith(SHEET, part =>
        repeatedPart(part.name, '<worksheet><mergeCells>', '<mergeCell ref="A1:B2"/>', 3.5 * GB),
      ),
    ['cells'],
  ],
  [
    'hidden columns',
    () =>
      xlsxWith(SHEET, part =>
        repeatedPart(part.name, '<worksheet><cols>', '<col min="1" max="16384" hidden="1"/>', 3.5 * GB),
      ),
    ['xml'],
  ],
  [
    'rows of an ODS',
    () =>
      odsWith(part =>
        repeatedPart(
          part.name,
          odsStart('<table:table table:name="S">'),
          '<table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row>',
          3.5 * GB,
        ),
      ),
    ['content', 'rows'],
  ],
  [
    'repeated rows of an ODS',
    () =>
      odsWith(part =>
        repeatedPart(
          part.name,
          odsStart('<table:table table:name="S">'),
          '<table:table-row table:number-rows-repeated="999999"><table:table-cell table:number-columns-repeated="999999"/></table:table-row>',
          3.5 * GB,
        ),
      ),
    ['content'],
  ],
  [
    'tables of an ODS',
    () => odsWith(part => repeatedPart(part.name, odsStart(''), '<table:table/>', 3.5 * GB)),
    ['xml'],
  ],
]

const odsStart = (body: string): string =>
  `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:spreadsheet>${body}`

test.each(bombs)(
  'several GB of %s end early',
  async (_, file, details) => {
    const content = file()
    expect(content.length).toBeLessThan(20_000_000)
    const started = performance.now()
    const [code, detail] = await failureBrief(content)
    expect(performance.now() - started).toBeLessThan(30_000)
    expect(code).toBe(detail === 'xml' ? 'file_unreadable' : 'file_too_large')
    expect(details).toContain(detail)
  },
  60_000,
)

test('a part that is longer or shorter than it says is damage', async () => {
  const short = xlsxWith(SHEET, part => ({ ...repeatedPart(part.name, '<worksheet>', ' ', GB), size: 1_000 }))
  expect(await failureBrief(short)).toEqual(['file_unreadable', 'xml'])
  const long = xlsxWith(SHEET, part => ({ ...part, size: part.size * 1_000 }))
  expect(await failureBrief(long)).toEqual(['file_unreadable', 'xml'])
  const other = xlsxWith(SHEET, part => ({ ...part, crc: part.crc ^ 1 }))
  expect(await failureBrief(other)).toEqual(['file_unreadable', 'xml'])
})

test('archives in archives are not opened, and entries must not share bytes', async () => {
  let nested = rawXlsx(plain)
  for (let depth = 0; depth < 5; depth++) nested = zipOf([[`${depth}.zip`, nested]])
  expect(await failureBrief(nested)).toEqual(['file_type_unknown', 'archive'])
  const overlapping = packedZip(
    rawParts(plain).map(([name, xml]) => packPart(name, xml)),
    [{ ...packPart('xl/other.xml', ''), at: 0, size: 5_000, packedSize: 4_000 }],
  )
  expect(await failureBrief(overlapping)).toEqual(['file_unreadable', 'damaged'])
  const many = zipOf([
    ...rawParts(plain),
    ...Array.from({ length: 5_001 }, (_, at) => [`x${at}`, ''] as const),
  ])
  expect(await failureBrief(many)).toEqual(['file_unreadable', 'damaged'])
})

test.each([
  '../../etc/passwd',
  '/etc/passwd',
  'C:\\windows\\x.xml',
  'xl\\..\\..\\x.xml',
])('the name %s is refused', async name => {
  expect(await failureBrief(zipOf([...rawParts(plain), [name, 'x']]))).toEqual(['file_unreadable', 'damaged'])
})

const LAUGHS = `<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 10 }, (_, at) => `<!ENTITY lol${at + 1} "${`&lol${at || ''};`.repeat(10)}">`).join('')}]>`
const XXE =
  '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY % b SYSTEM "http://127.0.0.1:1/x.dtd">%b;]>'

test.each([
  ['xl/workbook.xml', LAUGHS],
  ['xl/workbook.xml', XXE],
  ['xl/_rels/workbook.xml.rels', XXE],
  ['xl/sharedStrings.xml', LAUGHS],
  ['xl/styles.xml', XXE],
  ['_rels/.rels', LAUGHS],
  [SHEET, LAUGHS],
])('a document type in %s is refused', async (name, doctype) => {
  const hostile = rawParts(plain).map(([part, xml]): [string, string] => [
    part,
    part === name ? doctype + xml : xml,
  ])
  expect(await failureBrief(zipOf(hostile))).toEqual(['file_unreadable', 'xml'])
})

test('a document type in an ODS is refused, in its manifest too', async () => {
  for (const part of ['content.xml', 'META-INF/manifest.xml']) {
    const hostile = odsParts({ body: odsTable('S', odsRows([['&lol10;']])) }).map(
      ([name, xml]): [string, string] => [
        name,
        name === part ? String(xml).replace(/^(<\?xml[^>]*>)?/, `$1${LAUGHS}`) : String(xml),
      ],
    )
    expect(await failureBrief(zipOf(hostile))).toEqual(['file_unreadable', 'xml'])
  }
})

test('links to other places are not followed', async () => {
  const link = 'http://127.0.0.1:1/x.xml'
  const hostile = rawParts(plain).map(([name, xml]): [string, string] => [
    name,
    name.endsWith('workbook.xml.rels')
      ? xml.replace(/Target="worksheets[^"]*"/, `Target="${link}" TargetMode="External"`)
      : xml,
  ])
  expect(await failureBrief(zipOf(hostile))).toEqual(['file_unreadable', 'part_missing'])
  const outside = hostile.map(([name, xml]): [string, string] => [
    name,
    xml.replace(link, '../../../../etc/passwd').replace(' TargetMode="External"', ''),
  ])
  expect(await failureBrief(zipOf(outside))).toEqual(['file_unreadable', 'part_missing'])
})

test('long numbers keep their value, deep and wide elements end as damage', async () => {
  const digits = '7'.repeat(5_000)
  const long = rawXlsx({
    sheets: [
      {
        name: 'S',
        rows: rowsXml([
          [
            `<c><v>${digits}</v></c>`,
            `<c><v>0.${digits}</v></c>`,
            '<c><v>1e999</v></c>',
            '<c><v>1e99999</v></c>',
          ],
        ]),
      },
    ],
  })
  const [whole, part, exponent, text] = (await allCells(long)).map(cell => [
    cell.type,
    cell.value.slice(0, 17),
    cell.value.length,
  ])
  expect(whole).toEqual(['number', '77777777777777800', 5_000])
  expect(part).toEqual(['number', '0.777777777777778', 17])
  expect(exponent).toEqual(['number', '10000000000000000', 1_000])
  expect(text).toEqual(['text', '1e99999', 7])
  const deep = rawXlsx({ sheets: [{ name: 'S', rows: '<a>'.repeat(100_000) }] })
  expect(await failureBrief(deep)).toEqual(['file_unreadable', 'xml'])
  const wide = rawXlsx({
    sheets: [
      {
        name: 'S',
        rows: `<row ${'a="1" '.repeat(1)}${Array.from({ length: 500 }, (_, at) => `b${at}="1"`).join(' ')}/>`,
      },
    ],
  })
  expect(await failureBrief(wide)).toEqual(['file_unreadable', 'xml'])
})

test('a million empty columns cost nothing in an ODS and are refused in an XLSX', async () => {
  const ods = rawOds({
    body: odsTable(
      'S',
      `<table:table-column table:number-columns-repeated="1000000"/><table:table-row><table:table-cell table:number-columns-repeated="1000000"/></table:table-row>`,
    ),
  })
  expect(await allCells(ods)).toEqual([])
  const xlsx = rawXlsx({ sheets: [{ name: 'S', rows: `<row r="1">${'<c/>'.repeat(1_000_000)}</row>` }] })
  expect(await failureBrief(xlsx)).toEqual(['file_too_large', 'columns'])
})

test('a file cut off anywhere is a failure, never a part of its rows', async () => {
  for (const whole of [rawXlsx(plain), rawOds({ body: odsTable('S', odsRows([['a', 1]])) })])
    for (let length = 4; length < whole.length; length += 37) {
      const [code] = await failureBrief(whole.subarray(0, length)).catch(() => [''])
      expect(['file_unreadable', 'file_type_unknown'], `${length} bytes`).toContain(code)
    }
})

test('a stream that inflates without end is stopped', async () => {
  const zeros = zlib.deflateRawSync(Buffer.alloc(64 * 1024 * 1024), { level: 9 })
  const inner = zipOf(
    rawParts(plain).map(([name, xml]): [string, string | Buffer] => [name, name === SHEET ? zeros : xml]),
  )
  expect(await failureBrief(inner)).toEqual(['file_unreadable', 'xml'])
})
