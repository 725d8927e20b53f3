import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'

/** A report of so many lines as CSV: in the Treasury's layout, with known codes while there are any left, and no line twice. */
export async function writeBulkReport(file: string, lines: number, referenceData: string): Promise<void> {
  const codes = (name: string, column: number) =>
    fs
      .readFileSync(path.join(referenceData, name), 'utf8')
      .split('\n')
      .slice(1)
      .map(row => row.split(';'))
      .flatMap(row => (column === 1 && row[0] !== 'expenditure' ? [] : [row[column] ?? '']))
      .filter(code => code !== '')
  const functional = codes('functional-local.csv', 1)
  const economic = [...new Set(codes('economic.csv', 0).map(code => code.replaceAll('.', '').padEnd(6, '0')))]
  const header = [
    ...['Tip Indicator', 'Sursa finantare', 'Clasificatie Functionala', 'Clasificatie Functionala Descriere'],
    ...['Clasificatie Economica', 'Clasificatie Economica Descriere', 'Sectiune', 'Executie Cumulat'],
  ]
  const out = fs.createWriteStream(file)
  const put = async (text: string): Promise<void> => {
    if (!out.write(text)) await once(out, 'drain')
  }
  await put(
    `MINISTERUL FINANTELOR\r\nRAPORT DE EXECUTIE BUGETARA COFOG3\r\nLA DATA: 30-JUN-26\r\nSector bugetar: 02 - Bugetul local\r\n` +
      `Cod Fiscal IP:   4245747 Denumire IP : MUNICIPIUL MIERCUREA CIUC\r\n\r\n${header.join(';')}\r\n`,
  )
  let total = 0n
  let text = ''
  for (let line = 0; line < lines; line++) {
    const half = Math.floor(line / 2)
    const source = 'ABCDEFG'[Math.floor(half / economic.length) % 7] ?? 'A'
    const block = Math.floor(half / economic.length / 7)
    const code = functional[block] ?? String(600_000 + block * 7)
    const amount = BigInt((line * 7_919) % 98_765_432) + 1n
    total += amount
    const section = line % 2 ? 'F - FUNCTIONARE' : 'D - DEZVOLTARE'
    const economicCode = economic[half % economic.length] ?? ''
    text +=
      ` Cheltuiala;${source}-Integral de la buget;${code};Unitati de asistenta medico-sociale nr ${code};` +
      `${economicCode};Alte cheltuieli cu bunuri si servicii ${economicCode};${section};${decimal(amount)}\r\n`
    if (text.length < 1_000_000) continue
    await put(text)
    text = ''
  }
  await put(
    `${text} TOTAL VENITURI:;;;;;;;0\r\n TOTAL CHELTUIELI:;;;;;;;${decimal(total)}\r\nFXB-EXB-901;;;;;;;\r\n`,
  )
  out.end()
  await once(out, 'finish')
}

const decimal = (amount: bigint): string => `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`
