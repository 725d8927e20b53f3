import crypto from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { SealBroken } from '../vault/keyring.ts'

/**
 * Content on the disk, in chunks that are sealed one by one with the file's own random key (AES-256-GCM), so that any size is
 * written and read in a stream. Each chunk carries its own nonce and is bound to its place and to whether it is the last:
 * chunks that were changed, exchanged, repeated, cut off or added are found.
 */
export const CHUNK_BYTES = 64 * 1024
const NONCE_BYTES = 12
const TAG_BYTES = 16
const RECORD_BYTES = NONCE_BYTES + CHUNK_BYTES + TAG_BYTES
const CIPHER = 'aes-256-gcm'

const chunkCount = (size: number): number => Math.max(1, Math.ceil(size / CHUNK_BYTES))

/** Bytes on the disk for so much content. */
export const sealedSize = (size: number): number => size + chunkCount(size) * (NONCE_BYTES + TAG_BYTES)

/**
 * How much of content of a known size has arrived whole: a chunk that was cut off counts for nothing, so that its sender
 * sends it again and no plain text ever lies on the disk to complete it from.
 */
export function arrivedBytes(onDisk: number, size: number): number {
  if (onDisk >= sealedSize(size)) return size
  return Math.floor(onDisk / RECORD_BYTES) * CHUNK_BYTES
}

function boundTo(index: number, last: boolean): Buffer {
  const bound = Buffer.alloc(9)
  bound.writeBigUInt64BE(BigInt(index))
  bound[8] = last ? 1 : 0
  return bound
}

function sealChunk(key: Buffer, index: number, last: boolean, plain: Buffer): Buffer {
  const nonce = crypto.randomBytes(NONCE_BYTES)
  const cipher = crypto.createCipheriv(CIPHER, key, nonce).setAAD(boundTo(index, last))
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

function openChunk(key: Buffer, index: number, last: boolean, record: Buffer): Buffer {
  try {
    const decipher = crypto
      .createDecipheriv(CIPHER, key, record.subarray(0, NONCE_BYTES))
      .setAAD(boundTo(index, last))
      .setAuthTag(record.subarray(record.length - TAG_BYTES))
    return Buffer.concat([
      decipher.update(record.subarray(NONCE_BYTES, record.length - TAG_BYTES)),
      decipher.final(),
    ])
  } catch (cause) {
    throw new SealBroken(`chunk ${index} was changed, or is not in its place`, { cause })
  }
}

/**
 * Appends content from `start` (a multiple of the chunk size) on and gives how much there is now. With a known `size` the
 * content may end anywhere: what does not fill a chunk is dropped, to be sent again. With `size` null the end of the source
 * is the end of the content.
 */
export async function appendSealed(
  handle: FileHandle,
  key: Buffer,
  source: AsyncIterable<Uint8Array>,
  { start, size }: { readonly start: number; readonly size: number | null },
): Promise<number> {
  let index = start / CHUNK_BYTES
  let written = start
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES)
  let filled = 0
  // What a crash or a lost connection left of a chunk.
  await handle.truncate(index * RECORD_BYTES)
  const write = async (last: boolean) => {
    const record = sealChunk(key, index, last, chunk.subarray(0, filled))
    const { bytesWritten } = await handle.write(record, 0, record.length, index * RECORD_BYTES)
    if (bytesWritten !== record.length) throw new Error('the disk is full')
    index++
    written += filled
    filled = 0
  }
  for await (const piece of source) {
    let taken = 0
    while (taken < piece.length) {
      if (filled === CHUNK_BYTES) await write(false)
      const part = piece.subarray(taken, taken + CHUNK_BYTES - filled)
      chunk.set(part, filled)
      filled += part.length
      taken += part.length
      if (size === null) continue
      if (written + filled > size) throw new RangeError('more content than was announced')
      if (written + filled === size) await write(true)
      else if (filled === CHUNK_BYTES) await write(false)
    }
  }
  if (size === null || (size === 0 && written === 0)) await write(true)
  return written
}

/** Reads the bytes from `from` up to, not with, `to`. Throws SealBroken before it gives anything that was changed. */
export async function* readSealed(
  handle: FileHandle,
  key: Buffer,
  size: number,
  { from = 0, to = size }: { readonly from?: number; readonly to?: number } = {},
): AsyncGenerator<Buffer> {
  const { size: onDisk } = await handle.stat()
  if (onDisk !== sealedSize(size)) throw new SealBroken('content was cut off or added')
  const last = chunkCount(size) - 1
  const record = Buffer.allocUnsafe(RECORD_BYTES)
  for (let index = Math.floor(from / CHUNK_BYTES); index <= last && index * CHUNK_BYTES < to; index++) {
    const length = NONCE_BYTES + Math.min(CHUNK_BYTES, size - index * CHUNK_BYTES) + TAG_BYTES
    const { bytesRead } = await handle.read(record, 0, length, index * RECORD_BYTES)
    if (bytesRead !== length) throw new SealBroken('content was cut off')
    const plain = openChunk(key, index, index === last, record.subarray(0, length))
    const start = index * CHUNK_BYTES
    yield plain.subarray(Math.max(0, from - start), Math.min(plain.length, to - start))
  }
}
