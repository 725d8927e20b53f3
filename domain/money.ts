/** An amount of lei as integer bani. No float ever holds money. */
export type Bani = bigint & { readonly __brand: 'Bani' }

export const bani = (value: bigint): Bani => value as Bani

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d{1,2}))?$/

/** Reads a plain decimal string ("-1234.5", "103323008.93"). Returns null when it is not one, or has more than two decimals. */
export function parseBani(text: string): Bani | null {
  const match = DECIMAL.exec(text)
  if (!match) return null
  const [, sign, whole = '0', fraction = ''] = match
  const value = BigInt(whole) * 100n + BigInt(fraction.padEnd(2, '0'))
  return bani(sign === '-' ? -value : value)
}

/** Writes bani as a decimal string with two decimals, the form used on the wire and in SQL. */
export function formatBani(value: bigint): string {
  const absolute = value < 0n ? -value : value
  return `${value < 0n ? '-' : ''}${absolute / 100n}.${String(absolute % 100n).padStart(2, '0')}`
}

export const sumBani = (values: Iterable<bigint>): Bani => {
  let total = 0n
  for (const value of values) total += value
  return bani(total)
}
