import Papa from 'papaparse'
import writeExcel from 'write-excel-file/node'
import { type Language, registrationNumber } from '../../domain/index.ts'
import type { RegisterEntry } from '../../services/index.ts'
import { inertText } from '../http/inert-text.ts'

const HEADS: Record<Language, readonly string[]> = {
  ro: ['Număr', 'Data', 'Sens', 'Corespondent', 'Conținut pe scurt', 'Răspuns la', 'Anulat: motiv'],
  hu: ['Iktatószám', 'Kelt', 'Irány', 'Levelező fél', 'Tárgy', 'Válasz erre', 'Érvénytelenítve: indok'],
  en: ['Number', 'Date', 'Direction', 'Correspondent', 'Summary', 'Answer to', 'Annulled: reason'],
}
const DIRECTIONS: Record<Language, Record<RegisterEntry['direction'], string>> = {
  ro: { entry: 'intrare', exit: 'ieșire' },
  hu: { entry: 'bejövő', exit: 'kimenő' },
  en: { entry: 'entry', exit: 'exit' },
}

/** A register's year as a file, the first number first. */
export async function registerFile(
  entries: readonly RegisterEntry[],
  format: 'csv' | 'xlsx',
  language: Language,
): Promise<{ content: Uint8Array<ArrayBuffer>; type: string }> {
  const rows = entries.map(entry => [
    String(entry.number),
    entry.day,
    DIRECTIONS[language][entry.direction],
    entry.correspondent ?? '',
    entry.summary,
    entry.answers ? registrationNumber(entry.answers.number, entry.answers.day) : '',
    entry.annulled?.reason ?? '',
  ])
  if (format === 'csv') {
    const cells = [[...HEADS[language]], ...rows.map(row => row.map(inertText))]
    return {
      content: new Uint8Array(Buffer.from(`\uFEFF${Papa.unparse(cells, { newline: '\r\n' })}\r\n`)),
      type: 'text/csv; charset=utf-8',
    }
  }
  const cells = [
    HEADS[language].map(value => ({ type: String, value, fontWeight: 'bold' as const })),
    ...rows.map(row =>
      row.map((value, column) =>
        column === 0 ? { type: Number, value: Number(value) } : { type: String, value },
      ),
    ),
  ]
  const columns = [10, 12, 10, 40, 60, 18, 40].map(width => ({ width }))
  return {
    content: new Uint8Array(await writeExcel(cells, { columns }).toBuffer()),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }
}
