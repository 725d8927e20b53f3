import { damaged, ReadFailure } from '../read-failure.ts'
import { type XmlListener, xmlScanner } from './xml-scanner.ts'

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
 * Reads an XML part chunk by chunk and yields after each one, so that the caller can hand on what the listener collected. What is
 * not well-formed, or has a document type, ends as damage of the part.
 */
export async function* parseXml(
  part: string,
  chunks: AsyncIterable<Buffer>,
  listener: XmlListener,
): AsyncGenerator<void> {
  const scanner = xmlScanner(listener)
  const decode = xmlDecoder()
  const step = (chunk: Buffer | null): void => {
    try {
      scanner.write(decode(chunk))
      if (chunk === null) scanner.end()
    } catch (error) {
      throw error instanceof ReadFailure ? error : damaged(part, error)
    }
  }
  for await (const chunk of chunks) {
    step(chunk)
    yield
  }
  step(null)
  yield
}

/** Decodes the chunks of a part; `null` ends it. */
function xmlDecoder(): (chunk: Buffer | null) => string {
  let decode: ((chunk: Buffer | null) => string) | null = null
  return chunk => {
    decode ??= decoderOf(chunk ? encodingOf(chunk) : 'utf-8')
    return decode(chunk)
  }
}

function decoderOf(encoding: string): (chunk: Buffer | null) => string {
  if (/^utf-?8$/i.test(encoding)) return utf8Decoder()
  const decoder = new TextDecoder(encoding, { fatal: true })
  return chunk => (chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode())
}

const GREATER = 0x3e

/**
 * Cuts the chunks itself, behind a tag where there is one: the scanner then gets whole tokens in a flat string, which is faster
 * than what is put together; and a decoder that is told of a stream is slower than one that is not.
 */
function utf8Decoder(): (chunk: Buffer | null) => string {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let cut: Buffer = Buffer.alloc(0)
  let isStart = true
  return chunk => {
    const bytes = chunk === null ? cut : cut.length > 0 ? Buffer.concat([cut, chunk]) : chunk
    const until =
      chunk === null ? bytes.length : bytes.lastIndexOf(GREATER) + 1 || bytes.length - openBytes(bytes)
    // A copy: the chunk itself may be filled again by whoever made it.
    cut = Buffer.from(bytes.subarray(until))
    const text = decoder.decode(bytes.subarray(0, until))
    if (!isStart || text === '') return text
    isStart = false
    return text.startsWith('\ufeff') ? text.slice(1) : text
  }
}

/** How many bytes at the end belong to a character that is not complete. */
function openBytes(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return length > back ? back : 0
    }
  }
  return 0
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
