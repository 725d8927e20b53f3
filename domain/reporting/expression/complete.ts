import type { Scope } from './check.ts'
import { FUNCTIONS } from './functions.ts'
import { AGGREGATES, SHIFTS, type Span } from './syntax.ts'

export interface Completion extends Span {
  readonly is: 'field' | 'function' | 'aggregate' | 'period' | 'report' | 'word'
  readonly text: string
}

const WORDS = ['and', 'or', 'not', 'in', 'where', 'true', 'false'] as const

/** The names that can stand where the cursor is, fields first; each says what of the text it takes the place of. */
export function completions(source: string, cursor: number, scope: Scope): Completion[] {
  const before = source.slice(0, cursor)
  const code = /\breport\s*\(\s*'([^']*)$/.exec(before)
  if (code) return matching([...scope.reports.keys()], 'report', code[1] ?? '', cursor)
  if (isInText(before)) return []
  const start = /[A-Za-z_][A-Za-z0-9_]*$/.exec(before)?.[0] ?? ''
  const inReport = /\breport\s*\(\s*'([^']*)'\s*,[^)]*$/.exec(before)
  const fields = inReport ? scope.reports.get(inReport[1] ?? '') : scope.fields
  return [
    ...matching([...(fields?.keys() ?? [])], 'field', start, cursor),
    ...matching(AGGREGATES, 'aggregate', start, cursor),
    ...matching([...SHIFTS, 'report'], 'period', start, cursor),
    ...matching(Object.keys(FUNCTIONS), 'function', start, cursor),
    ...matching(WORDS, 'word', start, cursor),
  ]
}

const isInText = (before: string): boolean => (before.match(/'/g)?.length ?? 0) % 2 === 1

function matching(
  known: readonly string[],
  is: Completion['is'],
  start: string,
  cursor: number,
): Completion[] {
  const wanted = start.toLowerCase()
  return known
    .filter(text => text.toLowerCase().startsWith(wanted))
    .map(text => ({ is, text, start: cursor - start.length, end: cursor }))
}
