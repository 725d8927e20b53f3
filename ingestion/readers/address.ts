const LETTERS: string[] = []

/** 1 → "A", 28 → "AB". */
export function columnLetters(column: number): string {
  const known = LETTERS[column]
  if (known !== undefined) return known
  let rest = column
  let letters = ''
  while (rest > 0) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
    rest = Math.floor((rest - 1) / 26)
  }
  LETTERS[column] = letters
  return letters
}

export const cellAddress = (column: number, row: number): string => columnLetters(column) + row

/** "H97" → { column: 8, row: 97 }; null when it is no address. */
export function parseAddress(address: string): { column: number; row: number } | null {
  let column = 0
  let at = 0
  for (; at < address.length; at++) {
    const code = address.charCodeAt(at)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  if (at === 0 || at > 3) return null
  let row = 0
  const digits = at
  for (; at < address.length; at++) {
    const digit = address.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return null
    row = row * 10 + digit
  }
  return at === digits || row === 0 || row > 9_999_999 ? null : { column, row }
}
