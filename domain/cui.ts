/** A Romanian fiscal code (CUI/CIF): 2 to 10 digits, the last one a check digit. Written without the VAT prefix "RO". */
export type Cui = string & { readonly __brand: 'Cui' }

const WEIGHTS = [7, 5, 3, 2, 1, 7, 5, 3, 2]

/** The check digit of a CUI body, by the Ministry of Finance's control key 753217532. */
export function cuiCheckDigit(body: string): number {
  const padded = body.padStart(9, '0')
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(padded[index]), 0)
  return ((sum * 10) % 11) % 10
}

/** Parses a CUI as people write it ("RO 4245747", "4245747"). Returns null when malformed or when the check digit is wrong. */
export function parseCui(text: string): Cui | null {
  const digits = text
    .trim()
    .replace(/^RO\s*/i, '')
    .replace(/\s+/g, '')
  if (!/^[1-9]\d{1,9}$/.test(digits)) return null
  return cuiCheckDigit(digits.slice(0, -1)) === Number(digits.at(-1)) ? (digits as Cui) : null
}
