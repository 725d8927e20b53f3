import { expect, test } from 'vitest'
import { odsParts, odsRows, odsTable, rawOds } from '../../fixtures/raw-ods.ts'
import { zipOf } from '../../fixtures/raw-xlsx.ts'
import { allCells, briefCells, failureBrief, withBook } from '../../fixtures/read-book.ts'
import type { Cell } from '../cell.ts'
import { READ_LIMITS } from '../limits.ts'

const one = (rows: string, attributes = ''): Buffer => rawOds({ body: odsTable('S', rows, attributes) })
const row = (...cells: string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`
const cell = (attributes: string, paragraphs = ''): string =>
  `<table:table-cell ${attributes}>${paragraphs}</table:table-cell>`
const text = (content: string): string => cell('office:value-type="string"', content)

test('every kind of cell has its type, its value and its stored text', async () => {
  const file = one(
    row(
      cell('office:value-type="float" office:value="0.30000000000000004"', '<text:p>0,3</text:p>'),
      cell(
        'office:value-type="currency" office:currency="RON" office:value="1.0353470955E8"',
        '<text:p>…</text:p>',
      ),
      cell('office:value-type="percentage" office:value="0.125"', '<text:p>13%</text:p>'),
      cell('office:value-type="date" office:date-value="2026-06-30"', '<text:p>30.06.26</text:p>'),
      cell('office:value-type="date" office:date-value="2026-06-30T08:15:00.4"', '<text:p>…</text:p>'),
      cell('office:value-type="date" office:date-value="2026-06-30T00:00:00"', '<text:p>…</text:p>'),
      cell('office:value-type="time" office:time-value="PT08H15M00S"', '<text:p>08:15</text:p>'),
      cell('office:value-type="time" office:time-value="-PT30H0M1.5S"', '<text:p>…</text:p>'),
      cell('office:value-type="boolean" office:boolean-value="true"', '<text:p>ADEVĂRAT</text:p>'),
      text('<text:p>007</text:p>'),
      cell('office:value-type="string" office:string-value="stored"', '<text:p>shown</text:p>'),
      cell(
        'table:formula="of:=1/0" office:value-type="string" calcext:value-type="error"',
        '<text:p>#DIV/0!</text:p>',
      ),
      cell(
        'table:formula="of:=[.A1]" office:value-type="float" office:value="0"',
        '<text:p>Err:522</text:p>',
      ),
      cell('table:formula="of:=2*3" office:value-type="float" office:value="6"', '<text:p>6</text:p>'),
      text('<text:p>#REF!</text:p>'),
    ),
  )
  expect(await briefCells(file)).toEqual([
    'A1 number 0.3',
    'B1 number 103534709.55',
    'C1 number 0.125',
    'D1 date 2026-06-30',
    'E1 date 2026-06-30T08:15:00',
    'F1 date 2026-06-30',
    'G1 date 08:15:00',
    'H1 date -30:00:02',
    'I1 boolean true',
    'J1 text 007',
    'K1 text stored',
    'L1 error #DIV/0!',
    'M1 error Err:522',
    'N1 number 6',
    'O1 text #REF!',
  ])
  const cells = await allCells(file)
  expect(cells.filter(({ formula }) => formula).map(found => found.cell)).toEqual(['L1', 'M1', 'N1'])
  expect(cells[0]).toEqual({
    sheet: 'S',
    cell: 'A1',
    row: 1,
    column: 1,
    type: 'number',
    value: '0.3',
    raw: '0.30000000000000004',
  })
})

test('a cell that does not hold what it says it holds is damage, named by its address', async () => {
  for (const attributes of [
    'office:value-type="float" office:value="12,5"',
    'office:value-type="float"',
    'office:value-type="date" office:date-value="30.06.2026"',
    'office:value-type="date" office:date-value="2026-02-30"',
    'office:value-type="time" office:time-value="08:15:00"',
    'office:value-type="time" office:time-value="PT"',
    'office:value-type="boolean" office:boolean-value="da"',
  ])
    expect(
      await failureBrief(one(row(text(''), cell(attributes, '<text:p>x</text:p>')))),
      attributes,
    ).toEqual(['file_unreadable', 'xml'])
})

test('the text of a cell is its paragraphs, with spaces as the format writes them', async () => {
  const file = one(
    row(
      text('<text:p>two</text:p><text:p>lines</text:p>'),
      text('<text:p>\n   one <text:s/>two<text:s text:c="3"/>\n  three </text:p>'),
      text('<text:p>a<text:span>b<text:a xlink:href="https://example.org">c</text:a></text:span>d</text:p>'),
      text('<text:p>a<text:tab/>b<text:line-break/>c</text:p>'),
      text(
        '<office:annotation><dc:creator>x</dc:creator><text:p>a comment</text:p></office:annotation><text:p>cell</text:p>',
      ),
      text(
        '<draw:frame><draw:text-box><text:p>in a box</text:p></draw:text-box></draw:frame><text:p>cell</text:p>',
      ),
      text(
        '<text:p><text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>かん</text:ruby-text></text:ruby></text:p>',
      ),
      text('<text:p>1 &lt; 2 &amp; ș<![CDATA[<b>]]></text:p>'),
    ),
  )
  expect((await allCells(file)).map(found => found.value)).toEqual([
    'two\nlines',
    'one  two    three ',
    'abcd',
    'a\tb\nc',
    'cell',
    'cell',
    '漢',
    '1 < 2 & ș<b>',
  ])
})

test('repeated cells have all their addresses; empty ones cost nothing', async () => {
  const file = one(
    `<table:table-row table:number-rows-repeated="3">${cell('table:number-columns-repeated="2"')}${cell(
      'office:value-type="float" office:value="7" table:number-columns-repeated="2"',
      '<text:p>7</text:p>',
    )}</table:table-row><table:table-row table:number-rows-repeated="1048000">${cell('table:number-columns-repeated="16384"')}</table:table-row>${row(text('<text:p>last</text:p>'))}`,
  )
  expect(await briefCells(file)).toEqual([
    ...[1, 2, 3].flatMap(at => [`C${at} number 7`, `D${at} number 7`]),
    'A1048004 text last',
  ])
  const beyond = one(
    `<table:table-row table:number-rows-repeated="99999999"><table:table-cell table:number-columns-repeated="99999999"/></table:table-row>`,
  )
  expect(await briefCells(beyond)).toEqual([])
})

test('cells that are repeated without end are refused before they are written out', async () => {
  const filled = (columns: number, rows: number): Buffer =>
    one(
      `<table:table-row table:number-rows-repeated="${rows}">${cell(
        `office:value-type="float" office:value="1" table:number-columns-repeated="${columns}"`,
      )}</table:table-row>`,
    )
  expect(await failureBrief(filled(20_000, 1))).toEqual(['file_too_large', 'columns'])
  expect(await failureBrief(filled(1, 2_000_000))).toEqual(['file_too_large', 'rows'])
  expect(await failureBrief(filled(16_384, 1_048_576))).toEqual(['file_too_large', 'cells'])
  const spaces = one(row(text('<text:p><text:s text:c="999999999"/></text:p>')))
  expect(await failureBrief(spaces)).toEqual(['file_too_large', 'texts'])
  const limits = { ...READ_LIMITS, merges: 2 }
  const merged = row(...Array.from({ length: 3 }, () => cell('table:number-columns-spanned="2"')))
  expect(await failureBrief(one(merged), limits)).toEqual(['file_too_large', 'cells'])
})

test('hidden sheets, rows and columns are marked, and merged ranges known', async () => {
  const styles =
    '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>' +
    '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>'
  const columns =
    '<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>' +
    '<table:table-column-group table:display="false"><table:table-column/></table:table-column-group><table:table-column table:number-columns-repeated="1020"/>'
  const ones = cell('office:value-type="float" office:value="1" table:number-columns-repeated="5"')
  const body =
    odsTable(
      'Vizibilă',
      `${columns}${row(ones)}<table:table-row table:visibility="filter">${ones}</table:table-row>` +
        `<table:table-row-group table:display="false"><table:table-header-rows>${row(text('<text:p>x</text:p>'))}</table:table-header-rows></table:table-row-group>` +
        row(
          cell(
            'table:number-columns-spanned="2" table:number-rows-spanned="2" office:value-type="string"',
            '<text:p>m</text:p>',
          ),
          '<table:covered-table-cell office:value-type="string"><text:p>under</text:p></table:covered-table-cell>',
        ),
      'table:style-name="ta1"',
    ) + odsTable('Ascunsă', row(text('<text:p>secret</text:p>')), 'table:style-name="ta2"')
  await withBook(rawOds({ styles, body }), async book => {
    expect(book.format).toBe('ods')
    expect(book.sheets).toEqual([
      { name: 'Vizibilă', hidden: false },
      { name: 'Ascunsă', hidden: true },
    ])
    const cells: Cell[] = []
    for await (const rows of book.rows(0)) for (const found of rows) cells.push(...found.cells)
    const of = (at: number) => cells.filter(found => found.row === at).map(found => found.hidden ?? false)
    expect(of(1)).toEqual([false, true, true, true, false])
    expect(of(2)).toEqual([true, true, true, true, true])
    expect(of(3)).toEqual([true])
    expect(cells.slice(-2).map(found => found.value)).toEqual(['m', 'under'])
    expect(book.merges(0)).toEqual([{ from: 'A4', to: 'B5' }])
    expect(book.progress()).toBeGreaterThan(0)
  })
})

test('sheets are read in any order, again, and from the middle', async () => {
  const body = ['A', 'B', 'C']
    .map(name =>
      odsTable(
        name,
        odsRows([
          [name, 1],
          [name, 2],
        ]),
      ),
    )
    .join('')
  await withBook(rawOds({ body }), async book => {
    const values = async (index: number): Promise<string[]> => {
      const found: string[] = []
      for await (const rows of book.rows(index))
        for (const { cells } of rows) found.push(cells.map(one => one.value).join())
      return found
    }
    expect(await values(1)).toEqual(['B,1', 'B,2'])
    expect(await values(2)).toEqual(['C,1', 'C,2'])
    expect(await values(0)).toEqual(['A,1', 'A,2'])
    for await (const rows of book.rows(0)) {
      expect(rows).toHaveLength(2)
      break
    }
    expect(await values(0)).toEqual(['A,1', 'A,2'])
    expect(await values(2)).toEqual(['C,1', 'C,2'])
    expect(await values(7)).toEqual([])
  })
})

test('only the sheets are sheets: not copies of other files, tracked changes or tables in drawings', async () => {
  const inner = odsTable('inner', odsRows([['no']]))
  const body =
    `<table:tracked-changes><table:cell-content-change>${inner}</table:cell-content-change></table:tracked-changes>` +
    odsTable('S', `<table:shapes><draw:frame>${inner}</draw:frame></table:shapes>${odsRows([['yes']])}`) +
    odsTable("'file:///home/x.ods'#$S", `<table:table-source xlink:href="x.ods"/>${odsRows([['cache']])}`) +
    `<table:dde-links><table:dde-link><office:dde-source/>${inner}</table:dde-link></table:dde-links>` +
    odsTable('T', odsRows([['too']]))
  await withBook(rawOds({ body }), async book => {
    expect(book.sheets.map(sheet => sheet.name)).toEqual(['S', 'T'])
    expect(book.issues().map(issue => issue.code)).toEqual(['links_not_followed'])
  })
  expect(await briefCells(rawOds({ body }))).toEqual(['A1 text yes', 'A1 text too'])
})

test('macros and formulas without a result are told of', async () => {
  const rows = row(
    cell('table:formula="of:=1+1"'),
    cell('table:formula="of:=&quot;&quot;" office:value-type="string"'),
  )
  const parts = [
    ['Basic/script-lc.xml', '<x/>'],
    ['Basic/Standard/Module1.xml', '<x/>'],
  ] as const
  await withBook(rawOds({ body: odsTable('S', rows), parts }), async book => {
    for await (const _ of book.rows(0))
      expect(_[0]?.cells.map(found => found.type)).toEqual(['empty', 'empty'])
    expect(book.issues().map(({ code, params }) => [code, params.cells])).toEqual([
      ['macros_ignored', undefined],
      ['formulas_not_saved', 'A1'],
    ])
  })
})

test('the prefixes of a file are its own choice', async () => {
  const body = odsTable('S', odsRows([['x', 2.5]]))
  const parts = odsParts({ body }).map(([name, content]): [string, string | Buffer] => [
    name,
    String(content)
      .replace(/([< /])(office|table|text):/g, '$1my$2:')
      .replace(/xmlns:(office|table|text)=/g, 'xmlns:my$1='),
  ])
  expect(await briefCells(zipOf(parts))).toEqual(['A1 text x', 'B1 number 2.5'])
})

test('a protected file, another kind of document and a broken one are named', async () => {
  const body = odsTable('S', odsRows([['x']]))
  const locked = odsParts({ body }).map(([name, content]): [string, string | Buffer] => [
    name,
    name === 'META-INF/manifest.xml'
      ? '<m:manifest xmlns:m="urn:m"><m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry></m:manifest>'
      : content,
  ])
  expect(await failureBrief(zipOf(locked))).toEqual(['file_protected', ''])
  const wrapped = odsParts({ body }).filter(([name]) => name !== 'content.xml')
  expect(await failureBrief(zipOf([...wrapped, ['encrypted-package', 'x']]))).toEqual(['file_protected', ''])
  const letter = odsParts({ body }).map(([name, content]): [string, string] => [
    name,
    String(content).replaceAll('office:spreadsheet', 'office:text'),
  ])
  expect(await failureBrief(zipOf(letter))).toEqual(['file_type_unknown', 'odf'])
  expect(await failureBrief(rawOds({ body: '' }))).toEqual(['file_empty', ''])
  expect(await failureBrief(rawOds({ body: '<table:table>' }))).toEqual(['file_unreadable', 'xml'])
  expect(await failureBrief(rawOds({ body: body.repeat(40) }).subarray(0, 400))).toEqual([
    'file_unreadable',
    'damaged',
  ])
})
