import { FUNCTIONS } from './functions.ts'
import { parseFixed } from './number.ts'
import {
  AGGREGATES,
  type Aggregate,
  COMPARISONS,
  type Comparison,
  type Expression,
  ExpressionError,
  type MistakeCode,
  SHIFTS,
  type Shift,
} from './syntax.ts'
import { type Token, tokensOf } from './tokens.ts'

const DEPTH_LIMIT = 50
const RESERVED = new Set(['and', 'or', 'not', 'in', 'where', 'true', 'false'])

export const isReservedWord = (word: string): boolean => RESERVED.has(word)

/**
 * Reads an expression: `or` binds least, then `and`, `not`, comparisons and `in`, `+ -`, `* /`, the sign. Throws ExpressionError
 * with the place of the first mistake. Names and types are checked by checkExpression.
 */
export function parseExpression(source: string): Expression {
  const parser = new Parser(tokensOf(source))
  const expression = parser.or(0)
  parser.end()
  return expression
}

const isOneOf = <T extends string>(known: readonly T[], text: string): text is T =>
  (known as readonly string[]).includes(text)

class Parser {
  private at = 0
  constructor(private readonly tokens: readonly Token[]) {}

  private get next(): Token {
    return this.tokens[Math.min(this.at, this.tokens.length - 1)] as Token
  }

  private take(): Token {
    const token = this.next
    this.at++
    return token
  }

  private fail(code: MistakeCode, wanted: readonly string[] = [], token = this.next): never {
    const { start, end, text } = token
    throw new ExpressionError({
      code: token.is === 'end' ? 'unexpected_end' : code,
      start,
      end,
      given: text,
      wanted,
    })
  }

  private isNext(is: 'word' | 'sign', text: string): boolean {
    return this.next.is === is && this.next.text === text
  }

  private expect(sign: string): Token {
    if (!this.isNext('sign', sign)) this.fail('expected', [sign])
    return this.take()
  }

  end(): void {
    if (this.next.is !== 'end') this.fail('expected', ['+', '-', '*', '/', '=', '<', '>', 'and', 'or'])
  }

  private binary(
    depth: number,
    below: (depth: number) => Expression,
    signs: readonly string[],
    is: 'word' | 'sign',
  ): Expression {
    let left = below.call(this, depth)
    while (this.next.is === is && signs.includes(this.next.text)) {
      const operator = this.take().text as Comparison | 'and'
      const right = below.call(this, depth + 1)
      left = { is: 'binary', operator, left, right, start: left.start, end: right.end }
    }
    return left
  }

  or(depth: number): Expression {
    if (depth > DEPTH_LIMIT) this.fail('too_deep')
    return this.binary(depth, this.and, ['or'], 'word')
  }

  private and(depth: number): Expression {
    return this.binary(depth, this.not, ['and'], 'word')
  }

  private not(depth: number): Expression {
    if (depth > DEPTH_LIMIT) this.fail('too_deep')
    if (!this.isNext('word', 'not')) return this.comparison(depth)
    const { start } = this.take()
    const of = this.not(depth + 1)
    return { is: 'not', of, start, end: of.end }
  }

  private comparison(depth: number): Expression {
    const left = this.sum(depth)
    if (this.next.is === 'sign' && isOneOf(COMPARISONS, this.next.text)) {
      const operator = this.take().text as Comparison
      const right = this.sum(depth)
      return { is: 'binary', operator, left, right, start: left.start, end: right.end }
    }
    if (!this.isNext('word', 'in')) return left
    this.take()
    this.expect('(')
    const list = this.list(depth)
    const { end } = this.expect(')')
    return { is: 'in', of: left, list, start: left.start, end }
  }

  private sum(depth: number): Expression {
    return this.binary(depth, this.product, ['+', '-'], 'sign')
  }

  private product(depth: number): Expression {
    return this.binary(depth, this.signed, ['*', '/'], 'sign')
  }

  private signed(depth: number): Expression {
    if (depth > DEPTH_LIMIT) this.fail('too_deep')
    if (!this.isNext('sign', '-')) return this.primary(depth)
    const { start } = this.take()
    const of = this.signed(depth + 1)
    return { is: 'minus', of, start, end: of.end }
  }

  private list(depth: number): Expression[] {
    const list = [this.or(depth + 1)]
    while (this.isNext('sign', ',')) {
      this.take()
      list.push(this.or(depth + 1))
    }
    return list
  }

  private primary(depth: number): Expression {
    const token = this.next
    const { start, end, text } = token
    if (token.is === 'number') {
      const value = parseFixed(text)
      if (value === null) this.fail('bad_number')
      this.take()
      return { is: 'number', value, start, end }
    }
    if (token.is === 'text') {
      this.take()
      return { is: 'text', value: text, start, end }
    }
    if (this.isNext('sign', '(')) {
      this.take()
      const inner = this.or(depth + 1)
      return { ...inner, start, end: this.expect(')').end }
    }
    if (token.is !== 'word') this.fail('unexpected_sign')
    if (text === 'true' || text === 'false') {
      this.take()
      return { is: 'boolean', value: text === 'true', start, end }
    }
    if (RESERVED.has(text)) this.fail('unexpected_sign')
    this.take()
    if (this.isNext('sign', '(')) return this.call(token, depth + 1)
    return { is: 'field', name: text, start, end }
  }

  private call(name: Token, depth: number): Expression {
    this.take()
    const { start, text } = name
    if (isOneOf(AGGREGATES, text)) return this.aggregate(text, start, depth)
    if (isOneOf(SHIFTS, text)) return this.shift(text, start, depth)
    if (text === 'report') {
      const code = this.take()
      if (code.is !== 'text') this.fail('expected', ["'…'"], code)
      this.expect(',')
      const of = this.or(depth)
      return { is: 'report', code: code.text, of, start, end: this.expect(')').end }
    }
    if (!Object.hasOwn(FUNCTIONS, text)) this.fail('unknown_function', Object.keys(FUNCTIONS), name)
    const args = this.isNext('sign', ')') ? [] : this.list(depth)
    return { is: 'call', name: text, args, start, end: this.expect(')').end }
  }

  private aggregate(name: Aggregate, start: number, depth: number): Expression {
    const isBare = name === 'count' && (this.isNext('word', 'where') || this.isNext('sign', ')'))
    const of = isBare ? null : this.or(depth)
    let where: Expression | null = null
    if (this.isNext('word', 'where')) {
      this.take()
      where = this.or(depth)
    }
    return { is: 'aggregate', name, of, where, start, end: this.expect(')').end }
  }

  private shift(name: Shift, start: number, depth: number): Expression {
    const of = this.or(depth)
    let count = 1
    if (this.isNext('sign', ',')) {
      this.take()
      const token = this.take()
      count = Number(token.text)
      if (token.is !== 'number' || !Number.isInteger(count) || count < 1 || count > 60)
        this.fail('bad_count', ['1–60'], token)
    }
    return { is: 'shift', name, count, of, start, end: this.expect(')').end }
  }
}
