import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import v8 from 'node:v8'
import vm from 'node:vm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { odsParts, odsRows, odsTable, rawOds } from '../fixtures/raw-ods.ts'
import { packedZip, packPart, rawParts, rawXlsx, rowsXml } from '../fixtures/raw-xlsx.ts'
import { READ_LIMITS } from './limits.ts'
import { openBook, openZipped } from './open-book.ts'
import { ReadFailure } from './read-failure.ts'

/** Files per reader; `npm run test:full` sets 100,000. */
const RUNS = Number(process.env.MUTATION_RUNS ?? 400)
const LONGEST_MS = 10_000
/** What a reading leaves behind may not grow with the number of readings. */
const LEAK_MB = 64

const corpus = fileURLToPath(new URL('../../tests/corpus/', import.meta.url))
let folder = ''
beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'mutations-'))
})
afterAll(() => fs.rm(folder, { recursive: true }))

/** Numbers from a seed, so that a failure can be repeated: Mulberry32. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}
type Random = ReturnType<typeof randomFrom>

const INSERTED = [
  '<',
  '>',
  '"',
  '&',
  '/>',
  '-->',
  '<!--',
  '<![CDATA[',
  '&#0;',
  '&x;',
  ';',
  '\n',
  '\0',
  '\ufeff',
  '9999999999',
  '-1',
  'ZZZZ1',
  ' ',
].map(text => Buffer.from(text))

/** One to four changes: a bit, a byte, a piece cut out, doubled, moved, or put in. */
function mutate(bytes: Buffer, random: Random): Buffer {
  let changed = Buffer.from(bytes)
  for (let times = 1 + random(4); times > 0; times--) {
    const at = random(changed.length + 1)
    const length = 1 + random(random(4) === 0 ? 400 : 8)
    const before = changed.subarray(0, at)
    const after = changed.subarray(at)
    switch (random(6)) {
      case 0:
        if (at < changed.length) changed[at] = (changed[at] ?? 0) ^ (1 << random(8))
        break
      case 1:
        if (at < changed.length) changed[at] = random(256)
        break
      case 2:
        changed = Buffer.concat([before, after.subarray(length)])
        break
      case 3:
        changed = Buffer.concat([before, after.subarray(0, length), after])
        break
      case 4: {
        const from = random(changed.length + 1)
        changed = Buffer.concat([before, changed.subarray(from, from + length), after])
        break
      }
      default:
        changed = Buffer.concat([before, INSERTED[random(INSERTED.length)] ?? before, after])
    }
  }
  return changed
}

type Parts = readonly (readonly [name: string, content: string | Buffer])[]
/** Half of the changes are to the archive as it lies, half to the XML of one part, packed again with its right checksum. */
const mutateZip =
  (parts: Parts) =>
  (random: Random): Buffer => {
    const whole = (change: number): Buffer =>
      packedZip(
        parts.map(([name, content], at) =>
          packPart(name, at === change ? mutate(Buffer.from(content), random) : content),
        ),
      )
    return random(2) === 0 ? mutate(whole(-1), random) : whole(random(parts.length))
  }

const styles =
  '<numFmts><numFmt numFmtId="164" formatCode="dd.mm.yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>'
const book = {
  strings: ['<si><t>Denumire</t></si>', '<si><r><t>Sumă </t></r><r><t>&amp;</t></r></si>'],
  styles,
  sheets: [
    {
      name: 'Foaie',
      before: '<cols><col min="2" max="3" hidden="1"/></cols>',
      rows: `${rowsXml([
        ['<c t="s"><v>0</v></c>', '<c t="s"><v>1</v></c>', 'Text'],
        [12.5, '<c s="1"><v>46203.5</v></c>', '<c t="b"><v>1</v></c>'],
        [
          '<c t="e"><v>#REF!</v></c>',
          '<c><f>A2*2</f><v>25</v></c>',
          '<c t="str"><f>B1</f><v>x_x000D_</v></c>',
        ],
      ])}<row hidden="1"><c><v>1E5</v></c></row>`,
      after: '<mergeCells><mergeCell ref="A5:C5"/></mergeCells>',
    },
    { name: 'Ascunsă', state: 'hidden' as const, rows: rowsXml([['x', 1]]) },
  ],
}
const table =
  odsTable(
    'Foaie',
    odsRows([
      ['Denumire', 'Sumă', 12.5],
      [
        '<table:table-cell table:number-columns-repeated="3"/>',
        '<table:table-cell office:value-type="date" office:date-value="2026-06-30" table:number-columns-repeated="2"><text:p>30.06</text:p></table:table-cell>',
      ],
      [
        '<table:table-cell table:formula="of:=1" office:value-type="float" office:value="1" table:number-columns-spanned="2"><text:p>1</text:p></table:table-cell>',
        '<table:covered-table-cell/>',
        '<table:table-cell office:value-type="time" office:time-value="PT08H15M00S"><text:p>a<text:s text:c="2"/>b<text:tab/></text:p></table:table-cell>',
      ],
    ]),
  ) + odsTable('Alta', odsRows([['x', 1]]))
const csv =
  'Denumire;Sumă;Data\r\n"A; ""b""";1.234,50;30.06.2026\r\nc;-12,5;\r\n\r\nd;(3);"două\nrânduri"\r\n'

const readers: readonly (readonly [name: string, make: (random: Random) => Buffer])[] = [
  ['xlsx', mutateZip(rawParts(book))],
  ['ods', mutateZip(odsParts({ body: table }))],
  [
    'csv',
    random => {
      const encodings = ['utf8', 'utf16le', 'latin1'] as const
      return mutate(Buffer.from(csv, encodings[random(3)] ?? 'utf8'), random)
    },
  ],
]

interface Outcome {
  readonly rows: number
  readonly failure: string | null
}

async function read(file: string | Buffer): Promise<Outcome> {
  let rows = 0
  try {
    // An archive is read from memory, which is faster; what is no archive any more goes the way of every upload.
    const opened = typeof file === 'string' ? await openBook(file) : await openZipped(file, READ_LIMITS)
    try {
      for (const sheet of opened.sheets.keys())
        for await (const batch of opened.rows(sheet)) {
          rows += batch.length
          for (const { cells } of batch)
            for (const { value, cell } of cells)
              if (typeof value !== 'string' || !/^[A-Z]{1,3}[1-9]\d*$/.test(cell))
                throw new Error(`${cell}: ${value}`)
        }
      opened.issues()
    } finally {
      await opened.close()
    }
    return { rows, failure: null }
  } catch (error) {
    if (error instanceof ReadFailure) return { rows, failure: error.issue.code }
    throw error
  }
}

v8.setFlagsFromString('--expose-gc')
const collectGarbage = vm.runInNewContext('gc') as () => void

const heapMb = (): number => {
  collectGarbage()
  return process.memoryUsage().heapUsed / 1024 / 1024
}

test.each(readers)(
  'a mutated %s ends with rows or a failure, in time, and leaves nothing behind',
  async (name, make) => {
    const file = path.join(folder, `mutated.${name}`)
    const outcomes = { read: 0, failed: 0 }
    let settled = 0
    for (let seed = 0; seed < RUNS; seed++) {
      const bytes = make(randomFrom(seed))
      const isArchive = bytes.subarray(0, 2).toString('latin1') === 'PK'
      if (!isArchive) await fs.writeFile(file, bytes)
      const started = performance.now()
      const { failure } = await read(isArchive ? bytes : file).catch(error => {
        throw new Error(`${name}, seed ${seed}`, { cause: error })
      })
      expect(performance.now() - started, `${name}, seed ${seed}`).toBeLessThan(LONGEST_MS)
      outcomes[failure === null ? 'read' : 'failed']++
      if (seed === Math.floor(RUNS / 4)) settled = heapMb()
    }
    expect(heapMb() - settled).toBeLessThan(LEAK_MB)
    // Mutations that all fail at once, or all go unnoticed, would show nothing.
    expect(outcomes.read).toBeGreaterThan(RUNS / 50)
    expect(outcomes.failed).toBeGreaterThan(RUNS / 50)
  },
  60_000 + RUNS * 20,
)

test('unmutated, all of them are read', async () => {
  for (const [name, bytes] of [
    ['whole.xlsx', rawXlsx(book)],
    ['whole.ods', rawOds({ body: table })],
    ['whole.csv', Buffer.from(csv)],
  ] as const) {
    await fs.writeFile(path.join(folder, name), bytes)
    expect((await read(path.join(folder, name))).failure, name).toBeNull()
  }
})

test('real files survive the same', async () => {
  const file = path.join(folder, 'real')
  const names = [
    'xlsx/exceljs__google-sheets.xlsx',
    'xlsx/poi__TwoSheetsOneHidden.xlsx',
    'ods/calamine__special_cells.ods',
    'ods/test_files__merge_cells.ods',
    'csv/messytables__simple.psv',
  ]
  for (const name of names) {
    const bytes = await fs.readFile(path.join(corpus, name))
    for (let seed = 0; seed < Math.ceil(RUNS / 20); seed++) {
      await fs.writeFile(file, mutate(bytes, randomFrom(seed)))
      const { rows } = await read(file)
      expect(rows).toBeGreaterThanOrEqual(0)
    }
  }
})
