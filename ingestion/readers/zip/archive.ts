import yauzl, { type Entry, type ZipFile } from 'yauzl'
import type { ReadLimits } from '../limits.ts'
import { megabytes } from '../limits.ts'
import { damaged, fail, ReadFailure } from '../read-failure.ts'
import { inflateEntry } from './inflate-entry.ts'

/** The parts of a zip archive by name, inflated on demand under one common bound. */
export interface Archive {
  /** Name as written in the archive, or null: names are compared without regard to case, as Excel does. */
  find(part: string): string | null
  names(): Iterable<string>
  /** Inflates a part in chunks; throws ReadFailure past the bound and on damage. */
  chunks(part: string): AsyncGenerator<Buffer>
  /** Share of the compressed bytes of the given parts that has been read. */
  progress(parts: readonly string[]): number
  close(): void
}

const ENCRYPTED = 1
const LOCAL_HEADER = 30

export async function openArchive(file: string | Buffer, limits: ReadLimits): Promise<Archive> {
  const options = { autoClose: false, lazyEntries: true }
  const opening =
    typeof file === 'string' ? yauzl.openPromise(file, options) : yauzl.fromBufferPromise(file, options)
  const zip = await opening.catch((error: unknown) => {
    throw fail('file_unreadable', { reason: 'damaged', detail: '' }, error)
  })
  try {
    const entries = await readEntries(zip, limits)
    return archiveOf(zip, entries, limits)
  } catch (error) {
    zip.close()
    if (error instanceof ReadFailure) throw error
    throw fail('file_unreadable', { reason: 'damaged', detail: '' }, error)
  }
}

async function readEntries(zip: ZipFile, limits: ReadLimits): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.toLowerCase()
    // Two parts of one name are read differently by different programs: what was checked would not be what is opened.
    if (entries.has(name)) throw fail('file_unreadable', { reason: 'damaged', detail: entry.fileName })
    if (entry.generalPurposeBitFlag & ENCRYPTED) throw fail('file_protected', {})
    entries.set(name, entry)
    if (entries.size > limits.archiveEntries) throw fail('file_unreadable', { reason: 'damaged', detail: '' })
  }
  refuseOverlaps([...entries.values()])
  return entries
}

/** Entries that share bytes are how a small file holds a thousand copies of a large one. */
function refuseOverlaps(entries: readonly Entry[]): void {
  const inOrder = [...entries].sort(
    (one, other) => one.relativeOffsetOfLocalHeader - other.relativeOffsetOfLocalHeader,
  )
  let end = 0
  for (const entry of inOrder) {
    if (entry.relativeOffsetOfLocalHeader < end)
      throw fail('file_unreadable', { reason: 'damaged', detail: entry.fileName })
    end = entry.relativeOffsetOfLocalHeader + LOCAL_HEADER + entry.fileNameLength + entry.compressedSize
  }
}

function archiveOf(zip: ZipFile, entries: ReadonlyMap<string, Entry>, limits: ReadLimits): Archive {
  /** Bytes inflated so far, by part: reading a part again inflates nothing new. */
  const sizes = new Map<string, number>()
  let inflated = 0
  const done = new Map<string, number>()

  async function* chunks(part: string): AsyncGenerator<Buffer> {
    const entry = entries.get(part.toLowerCase())
    if (!entry) throw fail('file_unreadable', { reason: 'part_missing', detail: part })
    let bytes = 0
    try {
      for await (const chunk of inflateEntry(zip, entry)) {
        bytes += chunk.length
        const known = sizes.get(part) ?? 0
        if (bytes > known) {
          inflated += bytes - known
          sizes.set(part, bytes)
        }
        done.set(part, Math.min(1, bytes / Math.max(1, entry.uncompressedSize)))
        if (inflated > limits.inflatedBytes)
          throw fail('file_too_large', { what: 'content', limit: megabytes(limits.inflatedBytes) })
        yield chunk
      }
      done.set(part, 1)
    } catch (error) {
      if (error instanceof ReadFailure) throw error
      throw damaged(part, error)
    }
  }

  return {
    find: part => entries.get(part.toLowerCase())?.fileName ?? null,
    names: () => [...entries.values()].map(entry => entry.fileName),
    chunks,
    progress: parts => {
      let read = 0
      let all = 0
      for (const part of parts) {
        const size = entries.get(part.toLowerCase())?.compressedSize ?? 0
        all += size
        read += size * (done.get(part) ?? 0)
      }
      return all === 0 ? 1 : read / all
    },
    close: () => zip.close(),
  }
}
