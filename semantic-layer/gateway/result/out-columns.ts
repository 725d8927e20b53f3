import type { CanonicalQuery } from '../query/canonical-query.ts'
import type { Value } from '../types.ts'

/** `number`: a decimal or an integer as text, with nothing in it to escape. */
export type ColumnKind = 'text' | 'number' | 'boolean' | 'time'

/** A column of the SQL's result and the names under which its values go out. */
export interface OutColumn {
  /** One name, or two for a time with a granularity: Cube's clients read "view.time.month" and "view.time". */
  readonly names: readonly string[]
  readonly kind: ColumnKind
}

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
export const timeText = (value: string): string => (value.length === 10 ? `${value}T00:00:00.000` : value)

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
