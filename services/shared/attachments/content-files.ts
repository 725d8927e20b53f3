import fs from 'node:fs/promises'
import path from 'node:path'
import type { Attachment } from './attachment.ts'
import { appendSealed, arrivedBytes, readSealed } from './sealed-content.ts'

/** Sealed content in a folder, under random names. */
export interface ContentFiles {
  readonly folder: string
  /** How much of what was announced has arrived whole. */
  arrived(attachment: Attachment): Promise<number>
  /** Appends to an upload and gives how much there is now; what it returns is on the disk once the whole is. */
  append(attachment: Attachment, source: AsyncIterable<Uint8Array>, start: number): Promise<number>
  /** Writes new content and gives its size. */
  write(storageKey: string, key: Buffer, source: AsyncIterable<Uint8Array>): Promise<number>
  read(attachment: Attachment, range?: { readonly from: number; readonly to: number }): AsyncGenerator<Buffer>
  /** Removes a file; while `kept` runs, afterwards. */
  remove(storageKey: string): Promise<void>
  /** Names of files that nothing was written to since then. */
  untouchedSince(at: Date): Promise<string[]>
  /** Nothing is removed while this runs: a backup copies what its snapshot names. */
  kept<T>(run: () => Promise<T>): Promise<T>
}

const NAME = /^[0-9a-f]{32}$/

export async function openContentFiles(folder: string): Promise<ContentFiles> {
  await fs.mkdir(folder, { recursive: true, mode: 0o700 })
  const locate = (storageKey: string): string => {
    if (!NAME.test(storageKey)) throw new Error('not a storage key')
    return path.join(folder, storageKey)
  }
  let keeping = 0
  const removals = new Set<string>()

  return {
    folder,
    arrived: async ({ storageKey, size }) => {
      const found = await fs.stat(locate(storageKey)).catch(ignoreMissing)
      return found ? arrivedBytes(found.size, size) : 0
    },
    append: async (attachment, source, start) => {
      const { size, storageKey } = attachment
      if (start === size) return size
      const handle = await openToAppend(locate(storageKey))
      try {
        const now = await appendSealed(handle, attachment.contentKey(), source, { start, size })
        if (now === size) await handle.sync()
        return now
      } finally {
        await handle.close()
      }
    },
    write: async (storageKey, key, source) => {
      const handle = await fs.open(locate(storageKey), 'wx', 0o600)
      try {
        const size = await appendSealed(handle, key, source, { start: 0, size: null })
        await handle.sync()
        return size
      } finally {
        await handle.close()
      }
    },
    read: async function* (attachment, range) {
      const key = attachment.contentKey()
      const handle = await fs.open(locate(attachment.storageKey), 'r')
      try {
        yield* readSealed(handle, key, attachment.size, range)
      } finally {
        await handle.close()
      }
    },
    remove: async storageKey => {
      if (keeping > 0) removals.add(storageKey)
      else await fs.rm(locate(storageKey), { force: true })
    },
    untouchedSince: async at => {
      const old: string[] = []
      for (const name of await fs.readdir(folder)) {
        const found = NAME.test(name) ? await fs.stat(path.join(folder, name)).catch(ignoreMissing) : null
        if (found && found.mtimeMs < at.getTime()) old.push(name)
      }
      return old
    },
    kept: async run => {
      keeping++
      try {
        return await run()
      } finally {
        keeping--
        if (keeping === 0) {
          for (const storageKey of removals) await fs.rm(locate(storageKey), { force: true })
          removals.clear()
        }
      }
    },
  }
}

const openToAppend = (file: string) =>
  fs.open(file, 'r+').catch(error => {
    if (ignoreMissing(error) === null) return fs.open(file, 'wx+', 0o600)
    throw error
  })

function ignoreMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
