/** Whether bytes are text, decided in one pass: UTF-8, an 8-bit code of letters, or UTF-16 with its mark. */
export interface TextCheck {
  add(chunk: Buffer): void
  isText(): boolean
  /** Markup that a browser would run, were it ever shown as a page. */
  isMarkup(): boolean
}

const HEAD_LETTERS = 4096
/** Control characters that no text has. */
const CONTROL = /[^\P{Cc}\s\u0080-\u009f]/u
const MARKUP =
  /<(!doctype|\?xml|html|head|body|svg|script|iframe|object|embed|style|link|meta|img|math|template|form|a)[\s>/:]/i

export function createTextCheck(): TextCheck {
  let head = ''
  let foreign = false
  let decode: ((chunk: Buffer) => string) | null = null
  return {
    add(chunk) {
      decode ??= decoderFor(chunk)
      if (foreign) return
      try {
        const text = decode(chunk)
        if (head.length < HEAD_LETTERS) head += text.slice(0, HEAD_LETTERS)
        foreign = CONTROL.test(text)
      } catch {
        foreign = true
      }
    },
    isText: () => !foreign,
    isMarkup: () => MARKUP.test(head),
  }
}

/** Which letters 8-bit bytes stand for does not matter here: control characters are the same in every code. */
function decoderFor(start: Buffer): (chunk: Buffer) => string {
  const wide =
    start[0] === 0xff && start[1] === 0xfe
      ? 'utf-16le'
      : start[0] === 0xfe && start[1] === 0xff
        ? 'utf-16be'
        : null
  if (wide === null) return chunk => chunk.toString('latin1')
  const decoder = new TextDecoder(wide, { fatal: true })
  return chunk => decoder.decode(chunk, { stream: true })
}
