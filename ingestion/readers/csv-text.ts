import type { FileHandle } from 'node:fs/promises'
import type { CsvEncoding } from '../../domain/index.ts'
import { fail } from './read-failure.ts'

const CHUNK = 64 * 1024

export async function* fileChunks(file: FileHandle, onRead: (bytes: number) => void): AsyncGenerator<Buffer> {
  for (let position = 0; ; ) {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(CHUNK), 0, CHUNK, position)
    if (bytesRead === 0) return
    position += bytesRead
    onRead(position)
    yield buffer.subarray(0, bytesRead)
  }
}

/**
 * The encoding of a text file: by its byte-order mark, by the zeros of UTF-16, as UTF-8 when every byte fits, else one of
 * the two that Romanian and Hungarian programs wrote before. Their letters have the same codes in both; only windows-1250
 * uses the codes 0x80–0x9F. Bytes that no text has fail as a binary file.
 */
export async function detectEncoding(file: FileHandle): Promise<CsvEncoding> {
  const head = Buffer.alloc(CHUNK)
  const { bytesRead } = await file.read(head, 0, CHUNK, 0)
  const start = head.subarray(0, bytesRead)
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  const zeros = zerosByParity(start)
  if (zeros.odd > start.length / 5 && zeros.even < zeros.odd / 10) return 'utf-16le'
  if (zeros.even > start.length / 5 && zeros.odd < zeros.even / 10) return 'utf-16be'
  const controls = start.filter(byte => byte < 32 && byte !== 0 && (byte < 9 || byte > 13)).length
  if (controls + zeros.even + zeros.odd > Math.max(1, start.length / 200))
    throw fail('file_type_unknown', { kind: 'binary' })
  if (await isUtf8(file)) return 'utf-8'
  return (await usesC1(file)) ? 'windows-1250' : 'iso-8859-2'
}

function zerosByParity(bytes: Buffer): { even: number; odd: number } {
  const zeros = { even: 0, odd: 0 }
  bytes.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2 === 0 ? 'even' : 'odd']++
  })
  return zeros
}

async function isUtf8(file: FileHandle): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of fileChunks(file, () => {})) decoder.decode(chunk, { stream: true })
    decoder.decode()
    return true
  } catch {
    return false
  }
}

async function usesC1(file: FileHandle): Promise<boolean> {
  for await (const chunk of fileChunks(file, () => {})) {
    if (chunk.some(byte => byte >= 0x80 && byte <= 0x9f)) return true
  }
  return false
}

/** The text in pieces, with every line end as "\n", so that files of Windows, Unix and old Macs read alike. */
export async function* decodeText(
  chunks: AsyncIterable<Buffer>,
  encoding: CsvEncoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  let endsInReturn = false
  let line = 1
  const decode = (chunk: Buffer | null): string => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()
    } catch (error) {
      throw fail('file_unreadable', { reason: 'encoding', detail: String(line) }, error)
    }
  }
  const unify = (piece: string): string => {
    const joined = endsInReturn && piece.startsWith('\n') ? piece.slice(1) : piece
    if (piece !== '') endsInReturn = piece.endsWith('\r')
    const text = joined.replace(/\r\n?/g, '\n')
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) line++
    return text
  }
  for await (const chunk of chunks) yield unify(decode(chunk))
  yield unify(decode(null))
}
