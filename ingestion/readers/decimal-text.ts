const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/

/** Excel calculates in binary and shows 15 significant digits; what lies behind them is noise of the binary form. */
const SIGNIFICANT = 15

/**
 * The decimal that a stored number stands for: "1.0353470955E8" → "103534709.55", "0.30000000000000004" → "0.3". Works on the
 * digits alone, half up at the 15th. Returns null when the text is no number.
 */
export function canonicalDecimal(text: string): string | null {
  const match = NUMBER.exec(text)
  if (!match) return null
  const [, sign, whole = '', fraction = '', exponent = '0'] = match
  if (whole === '' && fraction === '') return null
  const all = whole + fraction
  const leading = /^0*/.exec(all)?.[0].length ?? 0
  let digits = all.slice(leading)
  /** Place of the decimal point, counted from the start of `digits`. */
  let point = whole.length - leading + Number(exponent)
  if (digits.length > SIGNIFICANT) {
    const up = (digits[SIGNIFICANT] ?? '0') >= '5'
    const kept = digits.slice(0, SIGNIFICANT)
    digits = up ? String(BigInt(kept) + 1n) : kept
    if (digits.length > SIGNIFICANT) point++
  }
  digits = digits.replace(/0+$/, '')
  if (digits === '') return '0'
  const text0 =
    point <= 0
      ? `0.${'0'.repeat(-point)}${digits}`
      : digits.length <= point
        ? digits + '0'.repeat(point - digits.length)
        : `${digits.slice(0, point)}.${digits.slice(point)}`
  return sign === '-' ? `-${text0}` : text0
}
