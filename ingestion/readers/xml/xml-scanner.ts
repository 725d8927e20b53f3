import { asLiteral, nameBook, standsAt, XmlAttributes, XmlError } from './xml-names.ts'

/** What a scanner tells of a document, in its order. */
export interface XmlListener {
  /** `name` is without its namespace prefix: some programs write <x:row>; `written` has it. The attributes are gone when this
   * returns. */
  open(name: string, attributes: XmlAttributes, written: string): void
  /** May come in several pieces. */
  text?(text: string): void
  close?(name: string): void
}

/** Parts of a spreadsheet nest some ten deep, and a tag has some hundred characters. */
const DEEPEST = 200
const MOST_ATTRIBUTES = 128
const LONGEST_TAG = 2_000_000
/** "&#x10FFFF;" */
const LONGEST_ENTITY = 10

const [TAB, LF, SPACE, BANG, QUOTE, AMPERSAND, APOSTROPHE, DASH, SLASH, LESS, EQUALS, GREATER, QUESTION] = [
  9, 10, 32, 33, 34, 38, 39, 45, 47, 60, 61, 62, 63,
] as const

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML forbids
const NOT_XML = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/
const ENTITY = /&([^;&]*);?/g
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

export interface XmlScanner {
  write(text: string): void
  /** Throws when the document is not complete. */
  end(): void
}

type Inside = 'content' | 'comment' | 'cdata' | 'instruction'
const END_OF: Readonly<Record<Exclude<Inside, 'content'>, string>> = {
  comment: '-->',
  cdata: ']]>',
  instruction: '?>',
}

/**
 * A scanner for the XML of spreadsheets: well-formed documents without a document type. It exists beside the parsers of
 * libraries because those spend most of a reading on names and namespaces that no sheet needs checked. Whatever is not well-formed
 * throws an XmlError, and so does a document type: entities defined in one are how small files grow without bound.
 */
export function xmlScanner(listener: XmlListener): XmlScanner {
  // Taken out once: looked up at each call, in a program that has several kinds of listeners, they cost as much as they do.
  const { open: onOpen, text: onText, close: onClose } = listener
  /** Names of the open elements as written, and without their prefixes. */
  const names: string[] = []
  const locals: string[] = []
  const book = nameBook()
  const attributes = new XmlAttributes()
  let rest = ''
  let inside: Inside = 'content'
  let hasRoot = false
  let isStart = true
  let endsInReturn = false

  function write(piece: string): void {
    let text = piece
    if (NOT_XML.test(text)) throw new XmlError('a character that XML cannot hold')
    if (endsInReturn) text = `\r${text}`
    endsInReturn = text.endsWith('\r')
    if (endsInReturn) text = text.slice(0, -1)
    if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n')
    if (text === '') return
    const all = rest === '' ? text : rest + text
    rest = all.slice(scan(all))
    if (rest.length > LONGEST_TAG) throw new XmlError('a tag without an end')
  }

  function end(): void {
    if (endsInReturn) {
      endsInReturn = false
      write('\n')
    }
    if (inside === 'content' && rest !== '' && !rest.includes('<')) giveText(rest)
    else if (rest !== '' || inside !== 'content') throw new XmlError('the end is missing')
    if (names.length > 0 || !hasRoot) throw new XmlError('the end is missing')
  }

  /** Scans as far as tokens are complete; returns where the rest begins. */
  function scan(all: string): number {
    attributes.setText(all)
    let at = 0
    while (at < all.length) {
      if (inside !== 'content') {
        const next = leave(all, at)
        if (next < 0) return keepTail(all, at)
        at = next
        continue
      }
      if (all.charCodeAt(at) !== LESS) {
        const less = nextLess(all, at)
        if (less < 0) return keepEntity(all, at)
        giveText(all.slice(at, less))
        at = less
      }
      const next = markup(all, at)
      if (next < 0) return at
      at = next
      isStart = false
    }
    return at
  }

  /** Text without a "<" after it is given at once, up to an entity that may not be complete. */
  function keepEntity(all: string, at: number): number {
    const ampersand = all.lastIndexOf('&')
    const until = ampersand >= at && all.length - ampersand <= LONGEST_ENTITY ? ampersand : all.length
    if (until > at) giveText(all.slice(at, until))
    return until
  }

  function giveText(text: string): void {
    isStart = false
    if (names.length === 0) {
      if (!/^[ \t\n\ufeff]*$/.test(text)) throw new XmlError('text outside of the document')
    } else if (text !== '') onText?.(text.includes('&') ? decodeEntities(text) : text)
  }

  /** Looks for the end of a comment, CDATA section or instruction; -1 when it is not there yet. */
  function leave(all: string, at: number): number {
    const mark = END_OF[inside as Exclude<Inside, 'content'>]
    const found = all.indexOf(mark, at)
    if (found < 0) return -1
    if (inside === 'cdata' && found > at) onText?.(all.slice(at, found))
    inside = 'content'
    return found + mark.length
  }

  function keepTail(all: string, at: number): number {
    const until = Math.max(at, all.length - 2)
    if (inside === 'cdata' && until > at) onText?.(all.slice(at, until))
    return until
  }

  /** Takes what begins with "<" at this place; -1 when its end is not there yet. */
  function markup(all: string, at: number): number {
    const next = all.charCodeAt(at + 1)
    if (next === SLASH) return closeTag(all, at)
    if (next === BANG) return declaration(all, at)
    if (next === QUESTION) return instruction(all, at)
    if (Number.isNaN(next)) return -1
    return openTag(all, at)
  }

  function closeTag(all: string, at: number): number {
    const name = names[names.length - 1]
    if (name === undefined) throw new XmlError('an end without a start')
    let end = at + 2 + name.length
    if (end >= all.length) return -1
    if (!standsAt(all, name, at + 2)) throw new XmlError(`the end of ${name} is missing`)
    if (all.charCodeAt(end) !== GREATER) {
      end = skipSpace(all, end)
      if (end >= all.length) return -1
      if (all.charCodeAt(end) !== GREATER) throw new XmlError(`the end of ${name} is missing`)
    }
    names.pop()
    const local = locals.pop()
    if (local !== undefined) onClose?.(local)
    return end + 1
  }

  function declaration(all: string, at: number): number {
    if (all.startsWith('<!--', at)) inside = 'comment'
    else if (all.startsWith('<![CDATA[', at)) {
      if (names.length === 0) throw new XmlError('text outside of the document')
      inside = 'cdata'
    } else {
      const rest = all.slice(at, at + 9)
      if ('<!--'.startsWith(rest) || '<![CDATA['.startsWith(rest)) return -1
      throw new XmlError('a declaration')
    }
    return at + (inside === 'comment' ? 4 : 9)
  }

  function instruction(all: string, at: number): number {
    const target = all.slice(at + 2, at + 6)
    if (target.length < 4 && !/[\s?]/.test(target)) return -1
    if (/^xml[\s?]/i.test(target) && !isStart) throw new XmlError('a declaration inside')
    inside = 'instruction'
    return at + 2
  }

  function openTag(all: string, start: number): number {
    const { length } = all
    let at = start + 2
    let name = endsName(all.charCodeAt(at)) ? LETTERS[all.charCodeAt(start + 1)] : undefined
    let local = name ?? ''
    if (name === undefined) {
      at = nameEnd(all, start + 1)
      if (at >= length) return -1
      const slot = book.find(all, start + 1, at)
      // An attribute's name may take the slot over.
      name = book.names[slot] ?? ''
      local = book.locals[slot] ?? ''
    }
    attributes.clear()
    let code = 0
    for (;;) {
      const from = at
      at = skipSpace(all, at)
      if (at >= length) return -1
      code = all.charCodeAt(at)
      if (code === GREATER || code === SLASH) break
      if (from === at) throw new XmlError('an attribute')
      let key = all.charCodeAt(at + 1) === EQUALS ? LETTERS[code] : undefined
      if (key === undefined) {
        const end = nameEnd(all, at)
        if (end >= length) return -1
        key = book.names[book.find(all, at, end)] ?? ''
        at = skipSpace(all, end)
        if (at >= length) return -1
        if (all.charCodeAt(at) !== EQUALS) throw new XmlError(`attribute ${key}`)
      } else at++
      at = skipSpace(all, at + 1)
      if (at >= length) return -1
      const quote = all.charCodeAt(at)
      if (quote !== QUOTE && quote !== APOSTROPHE) throw new XmlError(`attribute ${key}`)
      const begin = ++at
      let isPlain = true
      for (; at < length; at++) {
        code = all.charCodeAt(at)
        if (code === quote) break
        if (code === LESS) throw new XmlError(`attribute ${key}`)
        if (code === AMPERSAND || code === TAB || code === LF) isPlain = false
      }
      if (at >= length) return -1
      if (!attributes.add(key, begin, at)) throw new XmlError(`two of ${key}`)
      if (attributes.count > MOST_ATTRIBUTES) throw new XmlError('attributes without end')
      if (!isPlain) attributes.decodeLast(decodeEntities(all.slice(begin, at).replace(/[\t\n]/g, ' ')))
      at++
    }
    const isEmpty = code === SLASH
    if (isEmpty && at + 1 >= length) return -1
    if (isEmpty && all.charCodeAt(++at) !== GREATER) throw new XmlError('the end of a tag')
    if (names.length === 0) {
      if (hasRoot) throw new XmlError('a second document')
      hasRoot = true
    }
    onOpen(local, attributes, name)
    if (isEmpty) onClose?.(local)
    else {
      names.push(name)
      locals.push(local)
      if (names.length > DEEPEST) throw new XmlError('elements inside elements without end')
    }
    return at + 1
  }

  return { write, end }
}

/** Most texts of a sheet are a few characters long: looking at each costs less than starting a search. */
const NEAR = 24

function nextLess(text: string, from: number): number {
  const near = Math.min(text.length, from + NEAR)
  for (let at = from; at < near; at++) if (text.charCodeAt(at) === LESS) return at
  return text.indexOf('<', near)
}

/** Most names of a sheet are one letter long: these need not be looked up. By character code. */
const LETTERS: readonly (string | undefined)[] = Array.from({ length: 123 }, (_, code) =>
  /[A-Za-z]/.test(String.fromCharCode(code)) ? asLiteral(String.fromCharCode(code)) : undefined,
)

const endsName = (code: number): boolean => code === SPACE || code === GREATER || code === SLASH

/** Where the name that begins here ends. */
function nameEnd(text: string, from: number): number {
  let at = from
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > GREATER) continue
    if (code === SPACE || code === GREATER || code === SLASH || code === EQUALS || code < DASH) break
  }
  return at
}

const isSpace = (code: number): boolean => code === SPACE || code === LF || code === TAB

function skipSpace(text: string, from: number): number {
  let at = from
  while (isSpace(text.charCodeAt(at))) at++
  return at
}

const decodeEntities = (text: string): string =>
  text.replace(ENTITY, (whole, name: string) => {
    const named = whole.endsWith(';') && Object.hasOwn(NAMED, name) ? NAMED[name] : undefined
    if (named !== undefined) return named
    const [, hex, decimal] = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name) ?? []
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal ?? Number.NaN)
    const isCharacter =
      whole.endsWith(';') &&
      ((code >= 0x20 && code <= 0x10ffff) || code === 9 || code === 10 || code === 13) &&
      !(code >= 0xd800 && code <= 0xdfff) &&
      code !== 0xfffe &&
      code !== 0xffff
    if (!isCharacter) throw new XmlError(`entity ${name.slice(0, 20)}`)
    return String.fromCodePoint(code)
  })
