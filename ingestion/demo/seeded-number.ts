/**
 * A whole number from 0 to `below` − 1 that depends on nothing but the seed and the words: the same report comes out
 * whatever was generated before it. FNV-1a over the words, mixed by the finaliser of MurmurHash3.
 */
export function seededNumber(below: number, seed: number, ...words: readonly (string | number)[]): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0
  for (const char of words.join('|')) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) % below
}
