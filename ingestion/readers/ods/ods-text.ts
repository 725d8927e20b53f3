import type { XmlAttributes } from '../xml/xml-names.ts'
import { countOf, type OdsNames } from './ods-names.ts'

/** Collects the text of one cell out of its paragraphs. */
export interface OdsText {
  /** Whether the element is part of the text; what is not (a comment, a drawing) is to be left out with all that it holds. */
  open(tag: string, attributes: XmlAttributes, names: OdsNames): boolean
  add(piece: string): void
  close(tag: string): void
  take(): string
}

/** Elements inside a paragraph whose own content is text of the cell. */
const INLINE: ReadonlySet<string> = new Set([
  'span',
  'a',
  'meta',
  'meta-field',
  'ruby',
  'ruby-base',
  'date',
  'time',
  'sheet-name',
  'page-number',
  'page-count',
  'title',
  'file-name',
  'author-name',
])

const LAYOUT = /[\t\r\n]| {2}/

/** `spend` is told of every character before it is kept: three digits of XML can ask for a billion spaces. */
export function odsText(spend: (chars: number) => void): OdsText {
  let text = ''
  let paragraphs = 0
  let inParagraph = false
  /** White space at the start of a paragraph, and behind white space, is layout of the file. */
  let afterSpace = true

  const put = (piece: string): void => {
    spend(piece.length)
    text += piece
    afterSpace = false
  }
  return {
    open(tag, attributes, names) {
      if (!inParagraph) {
        if (tag !== 'p' && tag !== 'h') return false
        if (paragraphs++ > 0) put('\n')
        inParagraph = true
        afterSpace = true
        return true
      }
      if (tag === 's') {
        const count = countOf(attributes.get(names.spaces))
        spend(count)
        put(' '.repeat(count))
        return true
      }
      if (tag === 'tab' || tag === 'line-break') {
        put(tag === 'tab' ? '\t' : '\n')
        return true
      }
      return INLINE.has(tag)
    },
    add(piece) {
      if (!inParagraph) return
      let collapsed = LAYOUT.test(piece) ? piece.replace(/[ \t\r\n]+/g, ' ') : piece
      if (afterSpace && collapsed.startsWith(' ')) collapsed = collapsed.slice(1)
      if (collapsed === '') return
      put(collapsed)
      afterSpace = collapsed.endsWith(' ')
    },
    close(tag) {
      if (tag === 'p' || tag === 'h') inParagraph = false
    },
    take() {
      const taken = text
      text = ''
      paragraphs = 0
      inParagraph = false
      return taken
    },
  }
}
