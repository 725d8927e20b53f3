import fs from 'node:fs'
import path from 'node:path'
import { WarehouseError } from '../engine/warehouse-error.ts'

/** Reads one of our own reference files: semicolons, a header line with exactly these columns, no quotes, no blanks
 * at the edges, no empty values. Strict, because a slip in a dictionary would show on every page. */
export function readTable<C extends string>(file: string, columns: readonly C[]): Record<C, string>[] {
  const name = path.basename(file)
  const malformed = (line: number, reason: string) =>
    new WarehouseError({ code: 'reference_data_malformed', file: name, line, reason })
  const [header = '', ...lines] = fs
    .readFileSync(file, 'utf8')
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
  if (header !== columns.join(';')) throw malformed(1, `the header must be ${columns.join(';')}`)
  return lines.map((line, index) => {
    const values = line.split(';')
    if (values.length !== columns.length)
      throw malformed(index + 2, `${values.length} values instead of ${columns.length}`)
    const empty = values.findIndex(value => value === '' || value.trim() !== value)
    if (empty >= 0) throw malformed(index + 2, `${columns[empty]} is empty or has blanks around it`)
    return Object.fromEntries(columns.map((column, at) => [column, values[at] ?? ''])) as Record<C, string>
  })
}
