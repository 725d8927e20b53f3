import crypto from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'

/** Files by the hash of their content, under DATA_DIR/files. A stored file never changes. */
export interface FileStore {
  /** Stores durably: the bytes and their name are on the disk when this resolves. Returns the SHA-256 in hex. */
  put(content: Uint8Array): Promise<string>
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
      const handle = await fs.open(side, 'wx', 0o600)
      try {
        await handle.writeFile(content)
        await handle.sync()
      } finally {
        await handle.close()
      }
      await fs.rename(side, target)
      await syncFolder(folder)
      return sha256
    },
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
