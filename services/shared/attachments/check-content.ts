import crypto from 'node:crypto'
import { isImage, nameForKind, purposeRule, type ScanResult } from '../../../domain/index.ts'
import { KEY_BYTES, SealBroken } from '../vault/keyring.ts'
import { type Attachment, newStorageKey } from './attachment.ts'
import type { ContentFiles } from './content-files.ts'
import { detectKind } from './detect-kind.ts'
import type { Verdict } from './settle-attachment.ts'
import { ImageRefused, stripImage } from './strip-image.ts'
import type { VirusScanner } from './virus-scanner.ts'

/** Judges content that has arrived: what it is by itself, what the scanner says, and images are made anew. */
export async function checkContent(
  attachment: Attachment,
  files: ContentFiles,
  scanner: VirusScanner | null,
  log: (line: string) => void,
): Promise<Verdict> {
  let scan: ScanResult = 'not_scanned'
  try {
    const { size, fileName, purpose } = attachment
    const found = await detectKind(size, fileName ?? '', (from, to) => files.read(attachment, { from, to }))
    // Refused before it is scanned: its sender learns at once what to send instead.
    if ('problem' in found) return { outcome: 'refused', problem: found.problem, scan }
    const { kind } = found
    if (!purposeRule(purpose).kinds.includes(kind))
      return { outcome: 'refused', problem: 'type_not_allowed', scan }
    const answer = await scanner?.scan(files.read(attachment))
    if (answer?.outcome === 'infected') return answer
    if (answer?.outcome === 'unavailable') {
      log(`virus scanner: ${answer.reason}`)
      return { outcome: 'waiting' }
    }
    if (answer) scan = 'clean'
    const stored = isImage(kind) ? await storeAnew(attachment, files, kind) : await asSent(attachment, files)
    return { outcome: 'ready', kind, scan, fileName: nameForKind(fileName ?? 'file', kind), ...stored }
  } catch (error) {
    if (error instanceof ImageRefused) return { outcome: 'refused', problem: error.problem, scan }
    if (error instanceof SealBroken) return { outcome: 'refused', problem: 'damaged', scan }
    throw error
  }
}

async function asSent(attachment: Attachment, files: ContentFiles) {
  const hash = crypto.createHash('sha256')
  for await (const chunk of files.read(attachment)) hash.update(chunk)
  const { size, storageKey } = attachment
  return { size, sha256: hash.digest('hex'), storageKey, key: attachment.contentKey() }
}

/** Under a key of its own: what was taken out can't be read from the copy that a disk may still hold. */
async function storeAnew(
  attachment: Attachment,
  files: ContentFiles,
  kind: Parameters<typeof stripImage>[0],
) {
  const storageKey = newStorageKey()
  const key = crypto.randomBytes(KEY_BYTES)
  const hash = crypto.createHash('sha256')
  let size = 0
  try {
    await stripImage(kind, files.read(attachment), async stripped => {
      size = await files.write(storageKey, key, hashed(stripped, hash))
    })
  } catch (error) {
    await files.remove(storageKey)
    throw error
  }
  return { size, sha256: hash.digest('hex'), storageKey, key }
}

async function* hashed(source: AsyncIterable<Buffer>, hash: crypto.Hash): AsyncGenerator<Buffer> {
  for await (const chunk of source) {
    hash.update(chunk)
    yield chunk
  }
}
