import fs from 'node:fs'
import fsp from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { measured, type Part } from '../../services/index.ts'

/** Secrets of an installation: in a backup only under a passphrase. */
const SECRETS = ['encryption-key', 'session-secret', 'demo-signing.pem', 'demo-password']
/** What belongs to this machine alone, or is made anew: the database (its rows are copied), caches, locks. */
const NOT_COPIED = new Set([
  ...SECRETS,
  'postgres',
  'staged',
  'instance.lock',
  'control.sock',
  'application-password',
])

/** Everything else in the folder is copied, so that what is added later can't be forgotten. */
export function isCopied(name: string, warehouseUrl: string): boolean {
  const warehouse = path.basename(warehouseUrl.replace(/^duckdb:/, ''))
  return !NOT_COPIED.has(name) && !name.startsWith(warehouse) && !name.endsWith('.part')
}

/** The secrets that the folder has. */
export async function readSecrets(dataFolder: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const name of SECRETS) {
    const text = await fsp.readFile(path.join(dataFolder, name), 'utf8').catch(() => null)
    if (text !== null) found[name] = text
  }
  return found
}

/** Regular files below a folder, by their path in it. */
export async function listFiles(folder: string, within = ''): Promise<string[]> {
  const found: string[] = []
  for (const entry of await fsp.readdir(path.join(folder, within), { withFileTypes: true })) {
    const name = path.posix.join(within, entry.name)
    if (entry.isDirectory()) found.push(...(await listFiles(folder, name)))
    else if (entry.isFile() && !entry.name.endsWith('.part')) found.push(name)
  }
  return found.sort()
}

/** Copies a file and says what was copied; null when it is gone meanwhile. */
export async function copyFile(
  from: string,
  to: string,
  signal?: AbortSignal,
): Promise<Omit<Part, 'path'> | null> {
  const source = await fsp.open(from, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (!source) return null
  await fsp.mkdir(path.dirname(to), { recursive: true, mode: 0o700 })
  const seen = measured()
  await pipeline(
    source.createReadStream(),
    seen.stream,
    fs.createWriteStream(to, { flags: 'wx', mode: 0o600, flush: true }),
    signal ? { signal } : {},
  )
  return seen.result()
}
