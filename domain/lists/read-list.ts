import { withoutMarks } from '../without-marks.ts'
import { LIST_COLUMNS, LIST_LIMITS, type ListColumn, type ListKind } from './list-columns.ts'
import { type ListMistake, mistake } from './list-mistake.ts'

/** A row of a file: its number there, and the texts of its cells by the number of their column, 1 for A. */
export interface SourceRow {
  readonly row: number
  readonly cells: ReadonlyMap<number, string>
}

export interface ListRow {
  readonly row: number
  /** The text of a column, without blanks around it; '' where there is none. */
  readonly text: (column: string) => string
}

export interface ReadList {
  readonly rows: readonly ListRow[]
  /** Number of each known column in the file. */
  readonly columns: ReadonlyMap<string, number>
  /** Headers that name no column of this list; their cells are left out. */
  readonly ignored: readonly string[]
  readonly mistakes: readonly ListMistake[]
}

/** Titles above the header are left out, but not half a file. */
const HEADER_ROWS = 10

/** What two writings of a word have in common, whatever the alphabet's marks and the program's blanks. */
export const foldWords = (text: string): string =>
  withoutMarks(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Finds the header and reads the rows under it. */
export function readList(kind: ListKind, source: readonly SourceRow[]): ReadList {
  const filled = source.filter(({ cells }) => [...cells.values()].some(text => text.trim() !== ''))
  const headers = headersOf(LIST_COLUMNS[kind])
  const found = filled.slice(0, HEADER_ROWS).map(row => ({ row, known: knownCells(row, headers) }))
  const header = found.reduce<(typeof found)[number] | null>(
    (best, one) => (one.known.length > (best?.known.length ?? 0) ? one : best),
    null,
  )
  const nothing = { rows: [], columns: new Map<string, number>(), ignored: [] }
  if (filled.length === 0) return { ...nothing, mistakes: [mistake('list_empty', null)] }
  if (!header) {
    const row = filled[0]?.row ?? 1
    return { ...nothing, mistakes: [mistake('header_missing', row)] }
  }
  const columns = new Map<string, number>()
  const mistakes: ListMistake[] = []
  for (const [number, column] of header.known) {
    if (columns.has(column.id)) mistakes.push(mistake('column_twice', header.row.row, column.id))
    else columns.set(column.id, number)
  }
  for (const { id, required } of LIST_COLUMNS[kind])
    if (required && !columns.has(id)) mistakes.push(mistake('column_missing', header.row.row, id))
  const knownNumbers = new Set(header.known.map(([number]) => number))
  const ignored = [...header.row.cells].flatMap(([number, text]) =>
    knownNumbers.has(number) || text.trim() === '' ? [] : [text.trim()],
  )
  const body = filled.slice(filled.indexOf(header.row) + 1)
  if (body.length === 0) mistakes.push(mistake('list_empty', null))
  if (body.length > LIST_LIMITS.rows)
    mistakes.push(
      mistake('rows_too_many', null, null, String(body.length), { limit: String(LIST_LIMITS.rows) }),
    )
  const rows = body.map(({ row, cells }) => ({
    row,
    text: (column: string) => cells.get(columns.get(column) ?? 0)?.trim() ?? '',
  }))
  for (const { row, text } of rows.slice(0, LIST_LIMITS.rows))
    for (const column of columns.keys())
      if (text(column).length > LIST_LIMITS.cellChars)
        mistakes.push(
          mistake('value_too_long', row, column, `${text(column).slice(0, 40)}…`, {
            limit: String(LIST_LIMITS.cellChars),
          }),
        )
  return { rows: body.length > LIST_LIMITS.rows ? [] : rows, columns, ignored, mistakes }
}

function headersOf(columns: readonly ListColumn[]): ReadonlyMap<string, ListColumn> {
  return new Map(
    columns.flatMap(column =>
      [column.id, column.names.ro, column.names.hu, column.names.en, ...column.also].map(
        text => [foldWords(text), column] as const,
      ),
    ),
  )
}

const knownCells = ({ cells }: SourceRow, headers: ReadonlyMap<string, ListColumn>) =>
  [...cells].flatMap(([number, text]) => {
    const column = headers.get(foldWords(text))
    return column ? [[number, column] as const] : []
  })
