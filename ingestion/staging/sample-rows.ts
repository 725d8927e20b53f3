import { open } from 'node:fs/promises'
import type { SheetRow } from '../readers/cell.ts'
import { recordToRow } from '../readers/csv/csv-book.ts'
import { recordParser } from '../readers/csv/csv-records.ts'
import type { PlainCsv } from './plain-csv.ts'

const [SAMPLES, SAMPLE_BYTES] = [16, 32 * 1024]

/** Rows from all over the file, so that what only its later parts say is known as well. Their row numbers say nothing. */
export async function sampleRows({ file: path, layout }: PlainCsv): Promise<SheetRow[]> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const rows: SheetRow[] = []
    const bytes = Buffer.alloc(SAMPLE_BYTES)
    const parser = recordParser({ delimiter: layout.delimiter.value, quote: layout.quote.value })
    for (let sample = 1; sample <= SAMPLES; sample++) {
      const position = Math.max(0, Math.floor((size / SAMPLES) * sample) - SAMPLE_BYTES)
      const { bytesRead } = await file.read(bytes, 0, SAMPLE_BYTES, position)
      const part = bytes.subarray(0, bytesRead)
      const lines = part.subarray(part.indexOf(10) + 1, Math.max(0, part.lastIndexOf(10)))
      const { data } = parser.parse(lines.toString('utf8').replaceAll('\r', ''), 0, false)
      for (const record of data) rows.push(recordToRow(record, 1))
    }
    return rows
  } finally {
    await file.close()
  }
}
