import { ExpressionError, type Span } from './syntax.ts'

export type Token = Span & {
  readonly is: 'number' | 'text' | 'word' | 'sign' | 'end'
  /** As written; of a text without its quotes. */
  readonly text: string
}

/** Much longer than any rule that a person can check by reading. */
export const LENGTH_LIMIT = 2_000

const SPACE = /[\s\u00a0]+/y
const NUMBER = /\d+(?:\.\d+)?/y
const WORD = /[A-Za-z_][A-Za-z0-9_]*/y
const SIGN = /<>|<=|>=|[-+*/=<>(),≤≥≠]/y
/** What people write for it, and a text of ours. */
const SAME: Readonly<Record<string, string>> = { '≤': '<=', '≥': '>=', '≠': '<>' }

export function tokensOf(source: string): Token[] {
  if (source.length > LENGTH_LIMIT)
    throw new ExpressionError({
      code: 'too_long',
      start: LENGTH_LIMIT,
      end: source.length,
      given: String(source.length),
      wanted: [String(LENGTH_LIMIT)],
    })
  const tokens: Token[] = []
  let at = 0
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at
    return pattern.exec(source)?.[0] ?? null
  }
  while (at < source.length) {
    const space = take(SPACE)
    if (space !== null) {
      at += space.length
      continue
    }
    const token = source[at] === "'" ? textAt(source, at) : plainAt(take, at)
    if (!token)
      throw new ExpressionError({
        code: 'unexpected_sign',
        start: at,
        end: at + 1,
        given: source[at] ?? '',
        wanted: [],
      })
    tokens.push(token)
    at = token.end
  }
  return [...tokens, { is: 'end', text: '', start: source.length, end: source.length }]
}

function plainAt(take: (pattern: RegExp) => string | null, start: number): Token | null {
  for (const [is, pattern] of [
    ['number', NUMBER],
    ['word', WORD],
    ['sign', SIGN],
  ] as const) {
    const text = take(pattern)
    if (text !== null) return { is, text: SAME[text] ?? text, start, end: start + text.length }
  }
  return null
}

/** A quote inside is written twice, as in SQL. */
function textAt(source: string, start: number): Token {
  let text = ''
  for (let at = start + 1; at < source.length; at++) {
    if (source[at] !== "'") text += source[at]
    else if (source[at + 1] === "'") {
      text += "'"
      at++
    } else return { is: 'text', text, start, end: at + 1 }
  }
  throw new ExpressionError({
    code: 'open_text',
    start,
    end: source.length,
    given: source.slice(start),
    wanted: ["'"],
  })
}
