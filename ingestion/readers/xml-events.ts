import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { damaged } from './read-failure.ts'

export interface XmlListener {
  /** `name` is without its namespace prefix: some programs write <x:row>. */
  open(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
}

const localName = (name: string): string => {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** Encoding of an XML part: its byte-order mark, else the two first bytes, else its declaration, else UTF-8. */
function encodingOf(start: Buffer): string {
  const [a, b] = start
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le'
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be'
  return (
    /^(?:\xef\xbb\xbf)?<\?xml[^>]*encoding=["']([\w.-]+)["']/.exec(start.toString('latin1', 0, 200))?.[1] ??
    'utf-8'
  )
}

/**
 * Parses an XML part chunk by chunk and yields after each one, so that the caller can hand on what the listener collected.
 * A document type is refused: spreadsheets have none, and entities defined in one are how small files grow without bound.
 */
export async function* parseXml(
  part: string,
  chunks: AsyncIterable<Buffer>,
  listener: XmlListener,
): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: false })
  parser.on('error', error => {
    throw damaged(part, error)
  })
  parser.on('doctype', () => {
    throw damaged(part, new Error('document type'))
  })
  parser.on('opentag', tag => listener.open(localName(tag.name), (tag as SaxesTagPlain).attributes))
  if (listener.text) {
    const onText = listener.text.bind(listener)
    parser.on('text', onText)
    parser.on('cdata', onText)
  }
  if (listener.close) {
    const onClose = listener.close.bind(listener)
    parser.on('closetag', tag => onClose(localName(tag.name)))
  }
  const decode = xmlDecoder(part)
  for await (const chunk of chunks) {
    parser.write(decode(chunk))
    yield
  }
  parser.write(decode(null))
  parser.close()
  yield
}

/** Decodes the chunks of a part; `null` ends it. */
function xmlDecoder(part: string): (chunk: Buffer | null) => string {
  let decoder: TextDecoder | null = null
  return chunk => {
    try {
      decoder ??= new TextDecoder(chunk ? encodingOf(chunk) : 'utf-8', { fatal: true })
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()
    } catch (error) {
      throw damaged(part, error)
    }
  }
}

/** Parses a small part to its end. */
export async function readXml(
  part: string,
  chunks: AsyncIterable<Buffer>,
  listener: XmlListener,
): Promise<void> {
  for await (const _ of parseXml(part, chunks, listener)) {
    // Everything is in the listener.
  }
}
