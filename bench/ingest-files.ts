import { once } from 'node:events'
import fs from 'node:fs'
import { odsRows, odsTable, rawOds } from '../ingestion/fixtures/raw-ods.ts'
import { rawXlsx } from '../ingestion/fixtures/raw-xlsx.ts'

/** The same made-up sheet in three formats: dates, codes and names that repeat, amounts, and numbers with a binary tail. */
const NAMES = Array.from({ length: 5_000 }, (_, at) => `Denumire articol bugetar ${at} – școală`)

interface Line {
  readonly day: number
  readonly name: number
  readonly other: number
  readonly amount: string
  readonly count: number
  readonly total: string
  readonly source: number
  readonly ratio: number
}

function* lines(rows: number): Generator<Line> {
  // A fixed sequence: every run measures the same files.
  let state = 7
  const random = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state / 0x80000000
  }
  for (let row = 0; row < rows; row++)
    yield {
      day: row % 365,
      name: Math.floor(random() * NAMES.length),
      other: Math.floor(random() * NAMES.length),
      amount: (random() * 1e6).toFixed(2),
      count: Math.floor(random() * 1e6),
      total: (random() * 1e8).toFixed(2),
      source: row % 7,
      ratio: random(),
    }
}

const isoDay = (day: number): string => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10)

export async function writeCsvFile(file: string, rows: number): Promise<void> {
  const out = fs.createWriteStream(file)
  out.write('data;denumire;alta;suma;numar;total;sursa;raport\n')
  for (const line of lines(rows)) {
    const cells = [isoDay(line.day), NAMES[line.name], NAMES[line.other], line.amount, line.count, line.total]
    const text = `${cells.join(';')};${NAMES[line.source]};${line.ratio}\n`
    if (!out.write(text)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}

export function writeXlsxFile(file: string, rows: number): void {
  const xml: string[] = []
  let row = 0
  for (const line of lines(rows)) {
    row++
    xml.push(
      `<row r="${row}" spans="1:8"><c r="A${row}" s="1"><v>${46_023 + line.day}</v></c><c r="B${row}" t="s"><v>${line.name}</v></c>` +
        `<c r="C${row}" t="s"><v>${line.other}</v></c><c r="D${row}"><v>${line.amount}</v></c><c r="E${row}"><v>${line.count}</v></c>` +
        `<c r="F${row}" s="2"><v>${line.total}</v></c><c r="G${row}" t="s"><v>${line.source}</v></c><c r="H${row}"><v>${line.ratio}</v></c></row>`,
    )
  }
  const strings = NAMES.map(name => `<si><t>${name}</t></si>`)
  const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="4"/></cellXfs>'
  fs.writeFileSync(file, rawXlsx({ strings, styles, sheets: [{ name: 'S', rows: xml.join('') }] }))
}

export function writeOdsFile(file: string, rows: number): void {
  const xml: string[] = []
  for (const line of lines(rows)) {
    const day = isoDay(line.day)
    const cells = [
      `<table:table-cell office:value-type="date" office:date-value="${day}"><text:p>${day}</text:p></table:table-cell>`,
      NAMES[line.name] ?? '',
      NAMES[line.other] ?? '',
      Number(line.amount),
      line.count,
      Number(line.total),
      NAMES[line.source] ?? '',
      line.ratio,
    ]
    xml.push(odsRows([cells]))
  }
  fs.writeFileSync(file, rawOds({ body: odsTable('S', xml.join('')) }))
}
