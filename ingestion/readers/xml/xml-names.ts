export class XmlError extends Error {}

const NAME = /^[A-Za-z_:\u00c0-\uffff][\w:.\-\u00b7-\uffff]*$/
const SLOTS = 1_024
const MOST_NAMES = 1_000

/**
 * The names of a document, each kept once: a sheet has a few dozen, and repeats them by the hundred thousand. A name that was met
 * before is recognised where it stands, without making a string of it.
 */
export interface NameBook {
  /** The slot of the name at this place; throws when it is no name. A slot is good until the next call. */
  find(text: string, from: number, to: number): number
  readonly names: readonly string[]
  /** The same without their namespace prefixes. */
  readonly locals: readonly string[]
}

export function nameBook(): NameBook {
  const names: string[] = new Array(SLOTS).fill('')
  const locals: string[] = new Array(SLOTS).fill('')
  /** Names that lost their slot to another keep their literals. */
  const met = new Map<string, readonly [name: string, local: string]>()

  function learn(name: string): readonly [name: string, local: string] {
    if (!NAME.test(name)) throw new XmlError(`the name ${name.slice(0, 40)}`)
    const literals = [asLiteral(name), asLiteral(name.slice(name.indexOf(':') + 1))] as const
    if (met.size < MOST_NAMES) met.set(name, literals)
    return literals
  }
  return {
    names,
    locals,
    find(text, from, to) {
      const length = to - from
      const middle = text.charCodeAt((from + to) >> 1)
      const ends = text.charCodeAt(from) * 31 + text.charCodeAt(to - 1) * 7
      const slot = (ends + middle * 131 + length * 17) & (SLOTS - 1)
      const known = names[slot] as string
      if (length > 0 && known.length === length && standsAt(text, known, from)) return slot
      const name = text.slice(from, to)
      const [literal, local] = met.get(name) ?? learn(name)
      names[slot] = literal
      locals[slot] = local
      return slot
    },
  }
}

/** Whether a name stands at this place. Names are short: a loop is faster than the general search. */
export function standsAt(text: string, name: string, from: number): boolean {
  for (let at = 0; at < name.length; at++)
    if (text.charCodeAt(from + at) !== name.charCodeAt(at)) return false
  return true
}

/** The same string as the engine keeps it for literals in a program: comparing the two is then a matter of one step. */
export const asLiteral = (text: string): string => Object.keys({ [text]: 0 })[0] ?? text

/** The attributes of one tag. Values become strings only when asked for; the object serves the next tag afterwards. */
export class XmlAttributes {
  count = 0
  /** Whether any of them declares a namespace. */
  declares = false
  #text = ''
  readonly #keys: string[] = []
  readonly #from: number[] = []
  readonly #to: number[] = []
  /** Values that are not what stands in the text, by position; seldom any. */
  readonly #decoded = new Map<number, string>()

  get(key: string): string | undefined {
    for (let at = 0; at < this.count; at++) if (this.#keys[at] === key) return this.#value(at)
    return undefined
  }

  toRecord(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#keys.slice(0, this.count).map((key, at) => [key, this.#value(at)]))
  }

  #value(at: number): string {
    const decoded = this.#decoded.size === 0 ? undefined : this.#decoded.get(at)
    return decoded ?? this.#text.slice(this.#from[at], this.#to[at])
  }

  /** Sets the text in which the tags to come stand. */
  setText(text: string): void {
    this.#text = text
  }

  clear(): void {
    this.count = 0
    this.declares = false
    if (this.#decoded.size > 0) this.#decoded.clear()
  }

  /** False when there is one of that name already. */
  add(key: string, from: number, to: number): boolean {
    const at = this.count
    for (let other = 0; other < at; other++) if (this.#keys[other] === key) return false
    if (key.length > 4 && key.startsWith('xmlns')) this.declares = true
    this.#keys[at] = key
    this.#from[at] = from
    this.#to[at] = to
    this.count = at + 1
    return true
  }

  decodeLast(value: string): void {
    this.#decoded.set(this.count - 1, value)
  }
}
