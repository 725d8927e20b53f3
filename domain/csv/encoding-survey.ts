import type { CsvEncoding, Detected } from './dialect.ts'
import {
  isPlausible,
  isPossible,
  LEGACY_ENCODINGS,
  type LegacyEncoding,
  legacyLetter,
  type Neighbour,
  provesLatin10,
} from './legacy-letters.ts'

export interface DetectedEncoding extends Detected<CsvEncoding> {
  /** A word of the file that the alternatives read differently; null when nothing is asked. */
  readonly example: Uint8Array | null
}

const NEIGHBOURS = ['letter', 'high', 'other'] as const satisfies Neighbour[]
/** So many letters above ASCII in a row are a word of another script. */
const FOREIGN_RUN = 4
/** Examples are wanted, not a dictionary. */
const TRIED_WORDS = 500
const LONGEST_WORD = 40

const NOT_ASCII = /[^\0-\x7f]+/g
const OTHER_SCRIPT = /[^\p{ASCII}\p{Script=Latin}\p{Script=Common}]/u

/** Looks at the bytes of a file as they come and says, at its end, how its text is encoded. */
export class EncodingSurvey {
  #head: number[] = []
  #length = 0
  #zeros = { even: 0, odd: 0 }
  #utf8: TextDecoder | null = new TextDecoder('utf-8', { fatal: true })
  /** How often a byte from 0x80 on stood between which neighbours. */
  readonly #seen = new Set<number>()
  readonly #words = new Map<string, Uint8Array>()
  #word: number[] = []
  #tried = 0
  #before: Neighbour = 'other'
  #pending: { byte: number; before: Neighbour } | null = null
  #run = 0
  #isForeign = false
  /** Whether the text, taken as UTF-8, has letters of another script. */
  #hasOtherScript = false

  add(chunk: Uint8Array): void {
    for (let at = 0; this.#head.length < 4 && at < chunk.length; at++) this.#head.push(chunk[at] ?? 0)
    this.#decode(chunk, true)
    for (let at = 0; at < chunk.length; at++) {
      let byte = chunk[at] ?? 0
      if (!this.#pending && this.#word.length === 0) {
        // Most of most files is ASCII between words of interest, so it is passed over in as few steps as can be.
        const start = at
        while (byte > 0 && byte < 128) byte = chunk[++at] ?? 0
        if (at > start) this.#before = isAsciiLetter(chunk[at - 1] ?? 0) ? 'letter' : 'other'
        if (at >= chunk.length) break
      }
      if (byte === 0) this.#zeros[(this.#length + at) % 2 === 0 ? 'even' : 'odd']++
      if (byte >= 128) this.#addHigh(chunk, at)
      else if (this.#pending || this.#word.length > 0) this.#addAscii(byte)
      else this.#before = isAsciiLetter(byte) ? 'letter' : 'other'
    }
    this.#length += chunk.length
  }

  /** `isCut` when the file goes on behind what was seen. */
  finish({ isCut = false } = {}): DetectedEncoding {
    if (!isCut) this.#decode(new Uint8Array(), false)
    this.#settle('other')
    this.#keepWord()
    const [first, second, third] = this.#head
    if (first === 0xef && second === 0xbb && third === 0xbf) return known('utf-8', 'bom')
    if (first === 0xff && second === 0xfe) return known('utf-16le', 'bom')
    if (first === 0xfe && second === 0xff) return known('utf-16be', 'bom')
    const { even, odd } = this.#zeros
    if (odd > this.#length / 5 && even < odd / 10) return known('utf-16le', 'bytes')
    if (even > this.#length / 5 && odd < even / 10) return known('utf-16be', 'bytes')
    if (this.#seen.size === 0) return known('utf-8', 'no_difference')
    if (!this.#utf8) return this.#legacy()
    // "Îşi" in windows-1250 is a Greek letter in UTF-8: where the bytes make sense both ways, they are asked about.
    const { plausible } = this.#candidates()
    if (!this.#hasOtherScript || plausible.length === 0) return known('utf-8', 'bytes')
    const example = [...this.#words.values()][0] ?? null
    return { value: 'utf-8', by: 'counted', alternatives: plausible, example }
  }

  #decode(chunk: Uint8Array, stream: boolean): void {
    try {
      const text = this.#utf8?.decode(chunk, { stream }) ?? ''
      this.#hasOtherScript ||= (text.match(NOT_ASCII) ?? []).some(letters => OTHER_SCRIPT.test(letters))
    } catch {
      this.#utf8 = null
    }
  }

  #addHigh(chunk: Uint8Array, at: number): void {
    const byte = chunk[at] ?? 0
    this.#settle('high')
    if (this.#word.length === 0) {
      let start = at
      while (at - start < LONGEST_WORD / 2 && isAsciiLetter(chunk[start - 1] ?? 0)) start--
      this.#word.push(...chunk.subarray(start, at))
    }
    this.#pending = { byte, before: this.#before }
    this.#before = 'high'
    if (this.#word.length < LONGEST_WORD) this.#word.push(byte)
    this.#run = byte >= 0xc0 ? this.#run + 1 : 0
    if (this.#run >= FOREIGN_RUN) this.#isForeign = true
  }

  #addAscii(byte: number): void {
    const kind = isAsciiLetter(byte) ? 'letter' : 'other'
    this.#settle(kind)
    this.#before = kind
    this.#run = 0
    if (kind === 'other') this.#keepWord()
    else if (this.#word.length < LONGEST_WORD) this.#word.push(byte)
  }

  #settle(after: Neighbour): void {
    if (!this.#pending) return
    const { byte, before } = this.#pending
    this.#seen.add(byte * 9 + NEIGHBOURS.indexOf(before) * 3 + NEIGHBOURS.indexOf(after))
    this.#pending = null
  }

  #keepWord(): void {
    if (this.#word.length > 0 && this.#tried < TRIED_WORDS) {
      this.#tried++
      const bytes = Uint8Array.from(this.#word)
      this.#words.set(bytes.join(), bytes)
    }
    this.#word = []
  }

  #candidates() {
    const uses = [...this.#seen].map(key => ({
      byte: Math.floor(key / 9),
      before: NEIGHBOURS[Math.floor((key % 9) / 3)] ?? 'other',
      after: NEIGHBOURS[key % 3] ?? 'other',
    }))
    const bytes = [...new Set(uses.map(use => use.byte))]
    const possible = LEGACY_ENCODINGS.filter(encoding => bytes.every(byte => isPossible(encoding, byte)))
    const isText = (encoding: LegacyEncoding): boolean =>
      uses.every(({ byte, before, after }) => isPlausible(encoding, byte, before, after))
    return { bytes, possible, plausible: this.#isForeign ? [] : possible.filter(isText) }
  }

  #legacy(): DetectedEncoding {
    const { bytes, possible, plausible } = this.#candidates()
    const [chosen, ...others] = plausible
    const onlyLatin10 = chosen === 'iso-8859-16' && !bytes.some(provesLatin10)
    if (chosen && !onlyLatin10) {
      const differing = others.filter(other =>
        bytes.some(byte => legacyLetter(other, byte) !== legacyLetter(chosen, byte)),
      )
      if (differing.length === 0)
        return known(chosen, plausible.length === possible.length ? 'no_difference' : 'bytes')
      return this.#question([chosen, ...differing])
    }
    return this.#question(possible.length > 0 ? possible : LEGACY_ENCODINGS)
  }

  #question(choices: readonly LegacyEncoding[]): DetectedEncoding {
    const [value = 'windows-1250', ...alternatives] = choices
    const differs = (word: Uint8Array): boolean =>
      word.some(byte => byte >= 128 && new Set(choices.map(choice => legacyLetter(choice, byte))).size > 1)
    const words = [...this.#words.values()]
    // Even one encoding is a question when its text is no text: the others are then offered beside it.
    const rest = alternatives.length > 0 ? alternatives : LEGACY_ENCODINGS.filter(other => other !== value)
    return { value, by: 'counted', alternatives: rest, example: words.find(differs) ?? words[0] ?? null }
  }
}

const known = (value: CsvEncoding, by: Detected<CsvEncoding>['by']): DetectedEncoding => ({
  value,
  by,
  alternatives: [],
  example: null,
})

const isAsciiLetter = (byte: number): boolean => (byte | 32) >= 97 && (byte | 32) <= 122
