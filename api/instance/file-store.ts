import crypto from 'node:crypto'
import { createReadStream } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'

/** Files by the hash of their content, under DATA_DIR/files. A stored file never changes. */
export interface FileStore {
  /** Stores durably: the bytes and their name are on the disk when this resolves. Returns the SHA-256 in hex. */
  put(content: Uint8Array): Promise<string>
  /** The same for a file of any size, which is copied without being held. */
  putFile(source: string): Promise<{ sha256: string; size: number }>
  path(sha256: string): string
}

export async function openFileStore(folder: string): Promise<FileStore> {
  await fs.mkdir(folder, { recursive: true, mode: 0o700 })
  const locate = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a SHA-256')
    return path.join(folder, sha256)
  }
  return {
    path: locate,
    put: async content => {
      const sha256 = crypto.createHash('sha256').update(content).digest('hex')
      const target = locate(sha256)
      const known = await fs.stat(target).catch(() => null)
      if (known?.size === content.byteLength) return sha256
      const side = `${target}.${crypto.randomUUID()}.part`
      await writeDurably(side, handle => handle.writeFile(content))
      await fs.rename(side, target)
      await syncFolder(folder)
      return sha256
    },
    putFile: async source => {
      const side = path.join(folder, `${crypto.randomUUID()}.part`)
      const hash = crypto.createHash('sha256')
      let size = 0
      try {
        await writeDurably(side, async handle => {
          for await (const chunk of createReadStream(source)) {
            hash.update(chunk)
            size += chunk.length
            await handle.write(chunk)
          }
        })
        const sha256 = hash.digest('hex')
        await fs.rename(side, locate(sha256))
        await syncFolder(folder)
        return { sha256, size }
      } catch (error) {
        await fs.rm(side, { force: true })
        throw error
      }
    },
  }
}

async function writeDurably(file: string, write: (handle: fs.FileHandle) => Promise<unknown>): Promise<void> {
  const handle = await fs.open(file, 'wx', 0o600)
  try {
    await write(handle)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The rename itself is durable only with its folder; Windows can't open folders and needs no such thing. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await fs.open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
