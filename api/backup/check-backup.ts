import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { listFiles } from './data-folder.ts'
import { BackupBroken, type Manifest, partsOf, readManifest } from './manifest.ts'

/** Reads a backup to its last byte. Throws BackupBroken that names the first part that is not as it was written. */
export async function checkBackup(
  folder: string,
  onPart: (done: number, total: number) => void = () => {},
): Promise<Manifest> {
  const manifest = await readManifest(folder)
  const parts = partsOf(manifest)
  const expected = new Set(parts.map(part => part.path))
  for (const [done, part] of parts.entries()) {
    onPart(done, parts.length)
    const found = await hashOf(path.join(folder, part.path)).catch(() => null)
    if (!found) throw new BackupBroken(`${part.path} is missing or can't be read.`)
    if (found.bytes !== part.bytes || found.sha256 !== part.sha256)
      throw new BackupBroken(`${part.path} was changed or damaged.`)
  }
  const stray = (await listFiles(folder)).find(name => !expected.has(name) && !name.startsWith('manifest.'))
  if (stray) throw new BackupBroken(`${stray} does not belong to the backup.`)
  return manifest
}

async function hashOf(file: string): Promise<{ bytes: number; sha256: string }> {
  const hash = crypto.createHash('sha256')
  let bytes = 0
  for await (const chunk of fs.createReadStream(file, { highWaterMark: 1024 * 1024 })) {
    hash.update(chunk)
    bytes += (chunk as Buffer).length
  }
  return { bytes, sha256: hash.digest('hex') }
}
