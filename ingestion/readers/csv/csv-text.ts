import type { FileHandle } from 'node:fs/promises'
import {
  type CsvEncoding,
  type DetectedEncoding,
  EncodingSurvey,
  textDecoder,
} from '../../../domain/index.ts'
import { fail } from '../read-failure.ts'

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
 * The encoding of a text file by all its bytes: one letter near its end may be what decides. Bytes that no text has fail as
 * a binary file.
 */
export async function detectEncoding(file: FileHandle): Promise<DetectedEncoding> {
  const survey = new EncodingSurvey()
  let head: Buffer | null = null
  for await (const chunk of fileChunks(file, () => {})) {
    head ??= chunk
    survey.add(chunk)
  }
  const found = survey.finish()
  if (head && !found.value.startsWith('utf-16') && isBinary(head))
    throw fail('file_type_unknown', { kind: 'binary' })
  return found
}

const isBinary = (head: Buffer): boolean =>
  head.filter(byte => byte < 32 && (byte < 9 || byte > 13)).length > Math.max(1, head.length / 200)

/** The text in pieces, with every line end as "\n", so that files of Windows, Unix and old Macs read alike. */
export async function* decodeText(
  chunks: AsyncIterable<Buffer>,
  encoding: CsvEncoding,
): AsyncGenerator<string> {
  const decoder = textDecoder(encoding)
  let endsInReturn = false
  let line = 1
  const decode = (chunk?: Buffer): string => {
    try {
      return decoder.decode(chunk)
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
  yield unify(decode())
}
