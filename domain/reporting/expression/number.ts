/**
 * A number of an expression: a whole count of 10⁻²⁰. Sums, differences and products of amounts with two decimals are exact; a
 * quotient is rounded at the 20th decimal, half away from zero, so that long sums of quotients stay small and quick.
 */
export type Fixed = bigint

const DECIMALS = 20
const ONE = 10n ** BigInt(DECIMALS)

/** Reads a canonical decimal string ("-12.50"); null for any other text, and for more decimals than are kept. */
export function parseFixed(text: string): Fixed | null {
  const match = /^(-?)(\d{1,60})(?:\.(\d{1,20}))?$/.exec(text)
  if (!match) return null
  const [, sign, whole = '0', fraction = ''] = match
  const value = BigInt(whole) * ONE + BigInt(fraction.padEnd(DECIMALS, '0'))
  return sign === '-' ? -value : value
}

/** As a canonical decimal string, without zeros at its end. */
export function formatFixed(value: Fixed): string {
  const size = value < 0n ? -value : value
  const fraction = (size % ONE).toString().padStart(DECIMALS, '0').replace(/0+$/, '')
  return `${value < 0n ? '-' : ''}${size / ONE}${fraction === '' ? '' : `.${fraction}`}`
}

export const fixedOf = (whole: number | bigint): Fixed => BigInt(whole) * ONE

function divided(value: bigint, by: bigint): bigint {
  const size = value < 0n ? -value : value
  const divisor = by < 0n ? -by : by
  const rounded = (2n * size + divisor) / (2n * divisor)
  return value < 0n === by < 0n ? rounded : -rounded
}

export const timesFixed = (left: Fixed, right: Fixed): Fixed => divided(left * right, ONE)

/** Null by zero. */
export const dividedFixed = (left: Fixed, right: Fixed): Fixed | null =>
  right === 0n ? null : divided(left * ONE, right)

/** Half away from zero, at so many decimals (0 to 20). */
export function roundedFixed(value: Fixed, decimals: number): Fixed {
  const unit = 10n ** BigInt(DECIMALS - decimals)
  return divided(value, unit) * unit
}
