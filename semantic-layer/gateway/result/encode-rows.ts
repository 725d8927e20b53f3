import type { CanonicalQuery, ResponseFormat } from '../query/canonical-query.ts'
import type { Value } from '../types.ts'

/** `number`: a decimal or an integer as text, with nothing in it to escape. */
export type ColumnKind = 'text' | 'number' | 'boolean' | 'time'

/** A column of the SQL's result and the names under which its values go out. */
export interface OutColumn {
  /** One name, or two for a time with a granularity: Cube's clients read "view.time.month" and "view.time". */
  readonly names: readonly string[]
  readonly kind: ColumnKind
}

/** Values that a row carries beside its columns: which compared range, which blended bucket. */
export interface RowExtras {
  readonly constant: ReadonlyMap<string, string>
  /** Out name → index of the column that is repeated under it. */
  readonly copies: ReadonlyMap<string, number>
}

export const NO_EXTRAS: RowExtras = { constant: new Map(), copies: new Map() }

export function outColumns(
  columns: readonly { readonly name: string }[],
  aliases: Readonly<Record<string, string>>,
  query: CanonicalQuery,
  kindOf: (member: string) => ColumnKind,
): OutColumn[] {
  const named = new Map(Object.entries(aliases))
  return columns.map(({ name }) => {
    const member = named.get(name)
    if (member === undefined) throw new Error(`the plan has no member for the column ${name}`)
    const [view = '', field = '', granularity] = member.split('.')
    const plain = `${view}.${field}`
    const alone = granularity === undefined || query.dimensions.includes(plain)
    return { names: alone ? [member] : [member, plain], kind: kindOf(plain) }
  })
}

/** "2026-06-30" → "2026-06-30T00:00:00.000": Cube's form of every time. */
const timeText = (value: string): string => (value.length === 10 ? `${value}T00:00:00.000` : value)

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what JSON escapes
const ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/

type Encode = (value: Value | undefined) => string

/** Most texts are codes and names without anything to escape; looking costs a fifth of JSON.stringify. */
const ENCODERS: Readonly<Record<ColumnKind, Encode>> = {
  text: value =>
    value === null || value === undefined
      ? 'null'
      : ESCAPED.test(value)
        ? JSON.stringify(value)
        : `"${value}"`,
  number: value => (value === null || value === undefined ? 'null' : `"${value}"`),
  boolean: value => value ?? 'null',
  time: value => (value === null || value === undefined ? 'null' : `"${timeText(value)}"`),
}

/** The rows as JSON text in the asked format. Numbers stay decimal strings, as Cube's protocol has them. */
export function encodeRows(
  format: ResponseFormat,
  columns: readonly OutColumn[],
  rows: readonly (readonly Value[])[],
  extras: RowExtras = NO_EXTRAS,
): string {
  const cells = cellsOf(columns, extras)
  if (format === 'default') {
    const keyed = cells.map(({ name, read, repeats }, index) => {
      const key = `${index === 0 ? '{' : ','}${JSON.stringify(name)}:`
      return repeats === null ? (row: readonly Value[]) => key + read(row) : remembering(key, repeats, read)
    })
    let text = '['
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index] ?? []
      if (index > 0) text += ','
      for (const write of keyed) text += write(row)
      text += '}'
    }
    return `${text}]`
  }
  const members = JSON.stringify(cells.map(({ name }) => name))
  if (format === 'compact') {
    const dataset = rows.map(row => `[${cells.map(cell => cell.read(row)).join(',')}]`)
    return `{"members":${members},"dataset":[${dataset.join(',')}]}`
  }
  const lists = cells.map(cell => `[${rows.map(row => cell.read(row)).join(',')}]`)
  return `{"members":${members},"columns":[${lists.join(',')}]}`
}

interface Cell {
  readonly name: string
  readonly read: (row: readonly Value[]) => string
  /** Index of a column in which the same few values may come again and again, as codes and dates do. */
  readonly repeats: number | null
}

const REMEMBERED = 512

/** A cell with its key as JSON text, written once for each of the first few hundred values. */
function remembering(key: string, column: number, read: Cell['read']): (row: readonly Value[]) => string {
  const written = new Map<Value, string>()
  return row => {
    const value = row[column] ?? null
    const known = written.get(value)
    if (known !== undefined) return known
    const text = key + read(row)
    if (written.size < REMEMBERED) written.set(value, text)
    return text
  }
}

function cellsOf(columns: readonly OutColumn[], extras: RowExtras): Cell[] {
  const cell = (name: string, index: number, kind: ColumnKind): Cell => {
    const encode = ENCODERS[kind]
    return { name, read: row => encode(row[index]), repeats: kind === 'number' ? null : index }
  }
  const cells = columns.flatMap(({ names, kind }, index) => names.map(name => cell(name, index, kind)))
  for (const [name, value] of extras.constant) {
    const text = JSON.stringify(value)
    cells.push({ name, read: () => text, repeats: null })
  }
  for (const [name, index] of extras.copies) cells.push(cell(name, index, columns[index]?.kind ?? 'text'))
  return cells
}

/** The rows as objects, for callers inside the process; every value a string or null. */
export function rowObjects(
  columns: readonly OutColumn[],
  rows: readonly (readonly Value[])[],
): Record<string, Value>[] {
  return rows.map(row => {
    const object: Record<string, Value> = {}
    for (const [index, { names, kind }] of columns.entries()) {
      const value = row[index] ?? null
      for (const name of names) object[name] = value !== null && kind === 'time' ? timeText(value) : value
    }
    return object
  })
}
