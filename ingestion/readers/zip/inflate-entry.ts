import type { Readable } from 'node:stream'
import zlib from 'node:zlib'
import type { Entry, ZipFile } from 'yauzl'

/** Large enough that handing a chunk over costs little beside reading it, small enough to be nothing in memory. */
const CHUNK = 128 * 1024
const [STORED, DEFLATED] = [0, 8] as const
/** Most parts are small: for them a stream and its threads cost more than the work. */
const SMALL = 64 * 1024

/** The content of an entry in chunks; throws when it is not as long as stated, or not what was packed. */
export async function* inflateEntry(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED)
    throw new Error(`compression method ${entry.compressionMethod}`)
  const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false })
  if (entry.uncompressedSize <= SMALL && entry.compressedSize <= SMALL) {
    const content = inflateSmall(entry, await bytesOf(packed))
    if (content.length > 0) yield content
    return
  }
  const inflating = entry.compressionMethod === DEFLATED ? zlib.createInflateRaw({ chunkSize: CHUNK }) : null
  if (inflating) {
    packed.on('error', error => inflating.destroy(error))
    packed.pipe(inflating)
  }
  let size = 0
  let sum = 0
  try {
    for await (const chunk of (inflating ?? packed) as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > entry.uncompressedSize) throw new Error('longer than stated')
      sum = zlib.crc32(chunk, sum)
      yield chunk
    }
  } finally {
    packed.destroy()
    inflating?.destroy()
  }
  if (size !== entry.uncompressedSize || sum !== entry.crc32) throw new Error('not what was packed')
}

async function bytesOf(packed: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of packed as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function inflateSmall(entry: Entry, packed: Buffer): Buffer {
  const content =
    entry.compressionMethod === DEFLATED
      ? zlib.inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.uncompressedSize) })
      : packed
  if (content.length !== entry.uncompressedSize || zlib.crc32(content) !== entry.crc32)
    throw new Error('not what was packed')
  return content
}
