import { decimalMarkOf } from '../amount-text.ts'
import type { DecimalMark, Detected } from './dialect.ts'

interface Counts {
  comma: number
  point: number
  either: number
  /** Cells as "65.02", which a column of codes has throughout. */
  codes: number
}

const CODE = /^\d{2}(?:\.\d{2})+$/
/** The common forms, told without reading the amount. */
const COMMA = /^-?(?:\d{1,12}|[1-9]\d{0,2}(?:\.\d{3}){1,3}),\d{1,2}$/
const POINT = /^-?(?:\d{1,12}|[1-9]\d{0,2}(?:,\d{3}){1,3})\.\d{1,2}$/
/** Longer texts are no amounts. */
const LONGEST = 40

/** Counts which decimal mark the amounts of a table show, column by column, so that codes with points are not taken for any. */
export class DecimalTally {
  readonly #columns = new Map<number, Counts>()

  /** `column` from 1. */
  add(column: number, text: string): void {
    if (text.length > LONGEST || !/\d[.,]\d|[.,]\d/.test(text)) return
    const mark = COMMA.test(text) ? 'comma' : POINT.test(text) ? 'point' : decimalMarkOf(text)
    if (mark === null) return
    let counts = this.#columns.get(column)
    if (!counts) {
      counts = { comma: 0, point: 0, either: 0, codes: 0 }
      this.#columns.set(column, counts)
    }
    if (CODE.test(text.trim())) counts.codes++
    else counts[mark]++
  }

  decide(): Detected<DecimalMark | null> {
    const total = { comma: 0, point: 0, either: 0 }
    for (const { comma, point, either, codes } of this.#columns.values()) {
      total.comma += comma
      total.point += point + (comma + point + either > 0 ? codes : 0)
      total.either += either
    }
    return decideDecimal(total)
  }
}

/** One clear amount decides for all, unless another contradicts it; then the more frequent mark comes first. */
export function decideDecimal(counts: {
  readonly comma: number
  readonly point: number
  readonly either: number
}): Detected<DecimalMark | null> {
  const { comma, point, either } = counts
  if (comma > 0 && point > 0) {
    const value = comma >= point ? 'comma' : 'point'
    return { value, by: 'counted', alternatives: [value === 'comma' ? 'point' : 'comma'] }
  }
  if (comma > 0 || point > 0) return { value: comma > 0 ? 'comma' : 'point', by: 'counted', alternatives: [] }
  if (either > 0) return { value: null, by: 'counted', alternatives: ['comma', 'point'] }
  return { value: null, by: 'no_difference', alternatives: [] }
}
