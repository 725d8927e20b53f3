import zlib from 'node:zlib'
import type { Entry, ZipFile } from 'yauzl'

/** Large enough that handing a chunk over costs little beside reading it, small enough to be nothing in memory. */
const CHUNK = 128 * 1024
const [STORED, DEFLATED] = [0, 8] as const

/** The content of an entry in chunks; throws when it is not as long as stated, or not what was packed. */
export async function* inflateEntry(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED)
    throw new Error(`compression method ${entry.compressionMethod}`)
  const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false })
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
