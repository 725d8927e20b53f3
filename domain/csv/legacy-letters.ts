import { textDecoder } from './decode-text.ts'
import type { CsvEncoding } from './dialect.ts'

/** The encodings of one byte per letter that Romanian and Hungarian programs wrote, the likeliest first. */
export const LEGACY_ENCODINGS = ['windows-1250', 'iso-8859-2', 'iso-8859-16'] as const satisfies CsvEncoding[]
export type LegacyEncoding = (typeof LEGACY_ENCODINGS)[number]

/** Characters of the bytes 0x80 to 0xFF in each encoding. */
const charactersOf = (encoding: LegacyEncoding): readonly string[] => [
  ...textDecoder(encoding).decode(Uint8Array.from({ length: 128 }, (_, at) => at + 128)),
]
/** Made when first needed, so that pages without files don't carry them. */
const characters = new Map<LegacyEncoding, readonly string[]>()

/**
 * The character of a byte from 0x80 on. Cedilla and comma below are one letter of Romanian, written with the one before
 * 2003 and the other since: which of them a file has makes no difference to its words.
 */
export function legacyLetter(encoding: LegacyEncoding, byte: number): string {
  let known = characters.get(encoding)
  if (!known) {
    known = charactersOf(encoding)
    characters.set(encoding, known)
  }
  const letter = known[byte - 128] ?? ''
  return SAME_LETTER[letter] ?? letter
}
const SAME_LETTER: Readonly<Record<string, string>> = { ş: 'ș', Ş: 'Ș', ţ: 'ț', Ţ: 'Ț' }

/** What stands between the byte and the next: a letter of ASCII, another byte above it, anything else. */
export type Neighbour = 'letter' | 'high' | 'other'

const LETTERS = new Set('ăâîșțáéíóöőúüűäëßçôšž'.split('').flatMap(letter => [letter, letter.toUpperCase()]))
/** Marks that may stand between two letters, and those that may not. */
const MARKS = new Set('’‘–—…·\u00a0\u00ad')
const OUTER_MARKS = new Set('„”“‚«»©®™•§€°±×‰')

/** Whether the byte, between such neighbours, is something that a Romanian or Hungarian text would have. */
export function isPlausible(
  encoding: LegacyEncoding,
  byte: number,
  before: Neighbour,
  after: Neighbour,
): boolean {
  const letter = legacyLetter(encoding, byte)
  if (LETTERS.has(letter) || MARKS.has(letter)) return true
  if (!OUTER_MARKS.has(letter)) return false
  if (letter === '©' || letter === '±') return after !== 'letter'
  return !(before === 'letter' && after === 'letter')
}

/** Whether text can have the byte at all: 0x80 to 0x9F are controls where they are no letters. */
export const isPossible = (encoding: LegacyEncoding, byte: number): boolean =>
  !/\p{Cc}/u.test(legacyLetter(encoding, byte))

/**
 * The bytes of ű in ISO-8859-16 are ø in the West and ř in Prague, so a file that has these alone, of all that sets the
 * encoding apart, may as well be one of those.
 */
export const provesLatin10 = (byte: number): boolean =>
  byte !== 0xf8 &&
  byte !== 0xd8 &&
  LEGACY_ENCODINGS.every(
    encoding => encoding === 'iso-8859-16' || !isPlausible(encoding, byte, 'other', 'other'),
  ) &&
  isPlausible('iso-8859-16', byte, 'other', 'other')
