import type { DecimalMark } from './csv/dialect.ts'
import { type Bani, bani, formatBani } from './money.ts'

/** Execution amounts are below ten thousand billion lei; Excel itself keeps 15 digits, which this bound leaves exact. */
export const AMOUNT_LIMIT: Bani = bani(10n ** 15n)

export type AmountHint =
  | 'letter_o'
  | 'letter_for_digit'
  | 'scientific'
  | 'date'
  | 'cell_error'
  | 'two_numbers'
  | 'none'

/** What a typed amount says, or why it cannot be taken for one. Never a guess: what can be read in two ways is returned as both. */
export type AmountReading =
  | { readonly is: 'amount'; readonly amount: Bani }
  | { readonly is: 'missing' }
  | { readonly is: 'ambiguous'; readonly readings: readonly [string, string] }
  | { readonly is: 'too_many_decimals' }
  | { readonly is: 'too_large' }
  /** Clear in itself, but written with the other decimal mark than the file. */
  | { readonly is: 'contradicts' }
  /** `suggestion` is the amount it would be if the misread letters were digits, as a decimal string. */
  | { readonly is: 'not_number'; readonly hint: AmountHint; readonly suggestion: string | null }

const notNumber = (hint: AmountHint, suggestion: string | null = null): AmountReading => ({
  is: 'not_number',
  hint,
  suggestion,
})

const DASHES = /[-\u2010-\u2015\u2212]/
const GROUPED = (separator: string): RegExp => new RegExp(`^[1-9]\\d{0,2}(?:${separator}\\d{3})+$`)
const GROUPED_BY = {
  '.': GROUPED('\\.'),
  ',': GROUPED(','),
  ' ': GROUPED(' '),
  "'": GROUPED("'"),
} as const
type Separator = keyof typeof GROUPED_BY

const withoutCurrency = (text: string): string =>
  text
    .replace(/[\s\u00a0\u202f\u2007\u2009]+/g, ' ')
    .trim()
    .replace(/\s*\b(?:lei|ron)$/i, '')
    .replace(/^(?:lei|ron)\b\s*/i, '')

/**
 * Reads an amount as people and exports write it: "1.234.567,89", "1,234,567.89", "1 234,5", "(12,00)", "12.00-", "12 lei".
 * One separator before exactly three digits ("1.234") may be either mark, so both readings come back, unless the decimal
 * mark of the file is known: then it is read by that, and an amount that shows the other one contradicts.
 */
export function readAmountText(text: string, decimal: DecimalMark | null = null): AmountReading {
  const reading = readAnyAmount(text)
  if (decimal === null) return reading
  if (reading.is === 'ambiguous') {
    const [grouped, fraction] = reading.readings
    return readAmountDecimal(decimalMarkOfSingle(text) === decimal ? fraction : grouped)
  }
  const mark = decimalMarkOf(text)
  return mark !== null && mark !== 'either' && mark !== decimal ? { is: 'contradicts' } : reading
}

/**
 * The decimal mark that an amount shows, by its mark or by what groups its thousands ("1.234.567" leaves the comma);
 * 'either' for "1.234", null for what is no amount or shows none.
 */
export function decimalMarkOf(text: string): DecimalMark | 'either' | null {
  const { is } = readAnyAmount(text)
  if (is === 'ambiguous') return 'either'
  if (is !== 'amount' && is !== 'too_many_decimals') return null
  const marks = withoutCurrency(text).replace(/[^.,]/g, '')
  if (marks === '') return null
  const isGroup = marks.length > 1 && new Set(marks).size === 1
  return marks.endsWith(',') === isGroup ? 'point' : 'comma'
}

/** The mark that "1.234" would show if it were a decimal mark. */
const decimalMarkOfSingle = (text: string): DecimalMark => (text.includes(',') ? 'comma' : 'point')

function readAnyAmount(text: string): AmountReading {
  const trimmed = withoutCurrency(text)
  if (trimmed === '' || /^[-\u2010-\u2015\u2212]+$/.test(trimmed)) return { is: 'missing' }
  const { body, negative, signs } = takeSign(trimmed)
  if (signs > 1) return notNumber('none')
  if (!/^[\d., ']+$/.test(body) || !/\d/.test(body)) return explain(trimmed, body)
  return readDigits(body, negative)
}

function takeSign(text: string): { body: string; negative: boolean; signs: number } {
  let body = text
  let negative = false
  let signs = 0
  const bracketed = /^\((.*)\)$/.exec(body)
  if (bracketed) {
    body = (bracketed[1] ?? '').trim()
    negative = true
    signs++
  }
  const first = body[0] ?? ''
  if (first === '+' || DASHES.test(first)) {
    negative = negative || first !== '+'
    body = body.slice(1).trim()
    signs++
  }
  if (DASHES.test(body.at(-1) ?? '')) {
    negative = true
    body = body.slice(0, -1).trim()
    signs++
  }
  return { body, negative, signs }
}

function readDigits(body: string, negative: boolean): AmountReading {
  const used = new Set([...body].filter(char => !/\d/.test(char))) as Set<Separator>
  if (used.size === 0) return decimal(body, '', negative)
  const last = [...body].findLast(char => !/\d/.test(char)) as Separator
  const isPoint = last === '.' || last === ','
  const times = body.split(last).length - 1

  if (used.size === 1 && (!isPoint || times > 1)) {
    if (!GROUPED_BY[last].test(body)) return notNumber(isPoint ? 'date' : 'two_numbers')
    return decimal(body.replaceAll(last, ''), '', negative)
  }
  if (!isPoint || times > 1) return notNumber('none')

  const [whole = '', fraction = ''] = body.split(last)
  if (fraction === '' || (whole === '' && used.size > 1)) return notNumber('none')
  if (used.size > 2) return notNumber('none')
  if (used.size === 2) {
    const group = [...used].find(char => char !== last)
    if (!group || !GROUPED_BY[group].test(whole)) return notNumber('none')
    return decimal(whole.replaceAll(group, ''), fraction, negative)
  }
  if (fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole)) {
    const sign = negative ? '-' : ''
    return { is: 'ambiguous', readings: [`${sign}${whole}${fraction}`, `${sign}${whole}.${fraction}`] }
  }
  return decimal(whole, fraction, negative)
}

function decimal(whole: string, fraction: string, negative: boolean): AmountReading {
  if (/[1-9]/.test(fraction.slice(2))) return { is: 'too_many_decimals' }
  const value = BigInt(whole || '0') * 100n + BigInt(fraction.slice(0, 2).padEnd(2, '0'))
  if (value >= AMOUNT_LIMIT) return { is: 'too_large' }
  return { is: 'amount', amount: bani(negative ? -value : value) }
}

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  О: '0',
  о: '0',
  l: '1',
  I: '1',
  '|': '1',
  S: '5',
  B: '8',
}

/** Why it is no number; letters that look like digits are tried as digits, to say what was meant. */
function explain(text: string, body: string): AmountReading {
  if (/^\d+(?:[.,]\d+)?e[+-]?\d+$/i.test(body)) return notNumber('scientific')
  if (/^#(?:N\/A|REF!|VALUE!|DIV\/0!|NUM!|NAME\?|NULL!)/i.test(text)) return notNumber('cell_error')
  if (/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/.test(text)) return notNumber('date')
  if (/\d/.test(body) && /^[\d., 'OoОоlI|SB]+$/.test(body)) {
    const meant = readAmountText(text.replace(/[OoОоlI|SB]/g, letter => LOOK_ALIKES[letter] ?? letter))
    if (meant.is === 'amount') {
      const isLetterO = !/[lI|SB]/.test(body)
      return notNumber(isLetterO ? 'letter_o' : 'letter_for_digit', formatBani(meant.amount))
    }
  }
  return notNumber('none')
}

/** Reads a canonical decimal string (a number cell). More than two decimals that are not zeros are refused, not rounded. */
export function readAmountDecimal(text: string): AmountReading {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (!match) return notNumber('none')
  return decimal(match[2] ?? '0', match[3] ?? '', match[1] === '-')
}
