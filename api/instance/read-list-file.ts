import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { type CsvChoices, type Issue, LIST_LIMITS, type SourceRow } from '../../domain/index.ts'
import { plainText } from '../http/inert-text.ts'
import type { System } from './system.ts'

export interface ListFile {
  readonly rows: readonly SourceRow[]
  /** Why its cells can't be read, or not with certainty. */
  readonly issues: readonly Issue[]
}

/** A header, and one row more than there may be, so that the excess is seen. */
const MOST_ROWS = LIST_LIMITS.rows + 20
/** Columns that are looked at: more than any list has, fewer than would fill the memory. */
const MOST_COLUMNS = 60

/** Reads the cells of a file's first visible sheet. The file is on the disk only while it is read. */
export async function readListFile(system: System, file: File, csv: CsvChoices): Promise<ListFile> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'open-county-list-'))
  try {
    const source = path.join(folder, 'file')
    await fs.writeFile(source, new Uint8Array(await file.arrayBuffer()), { mode: 0o600 })
    const rows = new Map<number, Map<number, string>>()
    const issues: Issue[] = []
    let sheet: string | null = null
    for await (const record of system.reader.cells({ path: source, fileName: file.name, csv })) {
      if ('issue' in record) {
        if (record.issue.severity === 'error') issues.push(record.issue)
        continue
      }
      if (record.hidden || record.value === '') continue
      sheet ??= record.sheet
      if (record.sheet !== sheet) break
      const { row, column } = placeOf(record.cell)
      if (column > MOST_COLUMNS) continue
      const cells = rows.get(row) ?? new Map<number, string>()
      rows.set(row, cells.set(column, plainText(record.value)))
      if (rows.size > MOST_ROWS) break
    }
    return { rows: [...rows].map(([row, cells]) => ({ row, cells })), issues }
  } finally {
    await fs.rm(folder, { recursive: true, force: true })
  }
}

/** "C7" is row 7, column 3. */
function placeOf(cell: string): { row: number; column: number } {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? []
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return { row: Number(digits), column }
}

/** 28 is column "AB". */
export const columnName = (column: number): string =>
  (column > 26 ? columnName(Math.floor((column - 1) / 26)) : '') +
  String.fromCharCode(65 + ((column - 1) % 26))
