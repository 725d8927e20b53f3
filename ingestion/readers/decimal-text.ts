const [ZERO, NINE] = [48, 57] as const
const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/

/** Nothing to write otherwise: most numbers of most files. */
const CANONICAL = /^(?:0|-?[1-9]\d*|-?(?:0|[1-9]\d*)\.\d*[1-9])$/

/** Excel calculates in binary and shows 15 significant digits; what lies behind them is noise of the binary form. */
const SIGNIFICANT = 15

/**
 * The decimal that a stored number stands for: "1.0353470955E8" → "103534709.55", "0.30000000000000004" → "0.3". Works on the
 * digits alone, half up at the 15th. Returns null when the text is no number.
 */
export function canonicalDecimal(text: string): string | null {
  if (text.length <= SIGNIFICANT && CANONICAL.test(text)) return text
  const match = NUMBER.exec(text)
  if (!match) return null
  const [, sign, whole = '', fraction = '', exponent = '0'] = match
  if (whole === '' && fraction === '') return null
  const all = whole + fraction
  let leading = 0
  while (all.charCodeAt(leading) === ZERO) leading++
  let digits = all.slice(leading)
  /** Place of the decimal point, counted from the start of `digits`. */
  let point = whole.length - leading + Number(exponent)
  if (digits.length > SIGNIFICANT) {
    const up = (digits[SIGNIFICANT] ?? '0') >= '5'
    const kept = digits.slice(0, SIGNIFICANT)
    digits = up ? plusOne(kept) : kept
    if (digits.length > SIGNIFICANT) point++
  }
  let end = digits.length
  while (end > 0 && digits.charCodeAt(end - 1) === ZERO) end--
  digits = digits.slice(0, end)
  if (digits === '') return '0'
  const text0 =
    point <= 0
      ? `0.${'0'.repeat(-point)}${digits}`
      : digits.length <= point
        ? digits + '0'.repeat(point - digits.length)
        : `${digits.slice(0, point)}.${digits.slice(point)}`
  return sign === '-' ? `-${text0}` : text0
}

/** "1299" → "1300", "99" → "100". */
function plusOne(digits: string): string {
  let at = digits.length - 1
  while (at >= 0 && digits.charCodeAt(at) === NINE) at--
  const zeros = '0'.repeat(digits.length - 1 - at)
  return at < 0 ? `1${zeros}` : digits.slice(0, at) + String.fromCharCode(digits.charCodeAt(at) + 1) + zeros
}
