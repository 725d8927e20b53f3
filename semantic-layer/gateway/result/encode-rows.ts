import type { ResponseFormat } from '../query/canonical-query.ts'
import type { Value } from '../types.ts'
import type { ByteText } from './byte-text.ts'
import { type ColumnKind, type OutColumn, timeText } from './out-columns.ts'

/** Values that a row carries beside its columns: which compared range, which blended bucket. */
export interface RowExtras {
  readonly constant: ReadonlyMap<string, string>
  /** Out name → index of the column that is repeated under it. */
  readonly copies: ReadonlyMap<string, number>
}

export const NO_EXTRAS: RowExtras = { constant: new Map(), copies: new Map() }

export interface Rows {
  readonly columns: readonly OutColumn[]
  readonly rows: readonly (readonly Value[])[]
  readonly extras: RowExtras
}

type ValueRow = readonly Value[]
type WriteCell = (row: ValueRow) => string

interface Cell {
  readonly name: string
  /** Gives the cell's JSON text with `before` in front. */
  readonly writer: (before: string) => WriteCell
}

/** Writes the rows as JSON in the asked format. Numbers stay decimal strings, as Cube's protocol has them. */
export function encodeRows(out: ByteText, format: ResponseFormat, { columns, rows, extras }: Rows): void {
  const cells = cellsOf(columns, extras)
  if (format === 'default') {
    const name = (index: number) => JSON.stringify(cells[index]?.name)
    writeList(
      out,
      rows,
      '{',
      '}',
      cells.map((cell, index) => cell.writer(`${index === 0 ? '' : ','}${name(index)}:`)),
    )
    return
  }
  out.write(`{"members":${JSON.stringify(cells.map(cell => cell.name))},`)
  if (format === 'compact') {
    out.write('"dataset":')
    writeList(
      out,
      rows,
      '[',
      ']',
      cells.map((cell, index) => cell.writer(index === 0 ? '' : ',')),
    )
  } else {
    out.write('"columns":[')
    for (const [index, cell] of cells.entries()) {
      if (index > 0) out.write(',')
      writeList(out, rows, '', '', [cell.writer('')])
    }
    out.write(']')
  }
  out.write('}')
}

/** Rows that are written out together: fewer calls, while their text still lies in the processor's cache. */
const BATCH = 64

function writeList(
  out: ByteText,
  rows: readonly ValueRow[],
  open: string,
  close: string,
  cells: readonly WriteCell[],
): void {
  const start = out.length
  let text = '['
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] ?? []
    text += index > 0 ? `,${open}` : open
    for (const write of cells) text += write(row)
    text += close
    if (index % BATCH !== BATCH - 1) continue
    out.write(text)
    text = ''
    // The first rows tell how much all will take.
    if (index === BATCH - 1)
      out.reserve(Math.ceil(((out.length - start) / BATCH) * (rows.length - BATCH) * 1.1))
  }
  out.write(`${text}]`)
}

function cellsOf(columns: readonly OutColumn[], extras: RowExtras): Cell[] {
  const cells = columns.flatMap(({ names, kind }, index) =>
    names.map(name => ({ name, writer: WRITERS[kind](index) })),
  )
  for (const [name, value] of extras.constant) {
    const text = JSON.stringify(value)
    cells.push({ name, writer: before => () => before + text })
  }
  for (const [name, index] of extras.copies)
    cells.push({ name, writer: WRITERS[columns[index]?.kind ?? 'text'](index) })
  return cells
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what JSON escapes
const ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/

/** Most texts are codes and names without anything to escape; looking costs a fifth of JSON.stringify. */
const quoted = (value: string): string => (ESCAPED.test(value) ? JSON.stringify(value) : `"${value}"`)

const WRITERS: Readonly<Record<ColumnKind, (column: number) => Cell['writer']>> = {
  text: column => before => remembering(column, value => before + quoted(value), `${before}null`),
  time: column => before => remembering(column, value => `${before}"${timeText(value)}"`, `${before}null`),
  boolean: column => before => remembering(column, value => before + value, `${before}null`),
  // Hardly two amounts are alike.
  number: column => before => {
    const open = `${before}"`
    const nothing = `${before}null`
    return row => {
      const value = row[column]
      return value === null || value === undefined ? nothing : `${open}${value}"`
    }
  },
}

const REMEMBERED = 512

/** Codes, names and dates come again and again: the text of the first few hundred is made once. */
function remembering(column: number, make: (value: string) => string, nothing: string): WriteCell {
  const written = new Map<string, string>()
  return row => {
    const value = row[column]
    if (value === null || value === undefined) return nothing
    const known = written.get(value)
    if (known !== undefined) return known
    const text = make(value)
    if (written.size < REMEMBERED) written.set(value, text)
    return text
  }
}
