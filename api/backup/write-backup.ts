import crypto from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import { dumpDatabase, type Part } from '../../services/index.ts'
import { ProblemError } from '../http/problem.ts'
import type { System } from '../instance/system.ts'
import { copyFile, isCopied, listFiles, readSecrets } from './data-folder.ts'
import { type Manifest, writeManifest } from './manifest.ts'
import { sealKeys } from './sealed-keys.ts'

export interface BackupProgress {
  readonly step: 'tables' | 'files'
  readonly name: string
  readonly done: number
  readonly total: number
}

/** A folder with this file is a backup that is being written, or was not finished. */
const UNFINISHED = '.unfinished-backup'

/**
 * Writes a backup of the running installation into a folder that does not exist yet. Rows are those of one moment; a file is
 * written before the row that names it and attachments are not removed meanwhile, so that every file that a row names is
 * copied. The folder gets its name last, when everything in it is on the disk.
 */
export async function writeBackup(
  system: System,
  request: { readonly folder: string; readonly passphrase: string | null },
  signal: AbortSignal,
  onProgress: (progress: BackupProgress) => void,
): Promise<Manifest> {
  const { dataFolder } = system.config
  const folder = path.resolve(request.folder)
  await refuseTarget(folder, dataFolder)
  const side = `${folder}.part`
  await clearUnfinished(side)
  await fs.mkdir(side, { recursive: true, mode: 0o700 })
  await fs.writeFile(path.join(side, UNFINISHED), '')
  await fs.mkdir(path.join(side, 'tables'))
  try {
    const manifest = await system.attachments.files.kept(() =>
      fill(system, side, request.passphrase, signal, onProgress),
    )
    signal.throwIfAborted()
    await writeManifest(side, manifest)
    await fs.rm(path.join(side, UNFINISHED))
    await fs.rename(side, folder)
    await syncFolder(path.dirname(folder))
    return manifest
  } catch (error) {
    await fs.rm(side, { recursive: true, force: true })
    throw error
  }
}

async function fill(
  { config, keyring, now, ownerUrl }: System,
  side: string,
  passphrase: string | null,
  signal: AbortSignal,
  onProgress: (progress: BackupProgress) => void,
): Promise<Manifest> {
  const id = crypto.randomUUID()
  const madeAt = now().toISOString()
  const entries = (await fs.readdir(config.dataFolder, { withFileTypes: true })).filter(({ name }) =>
    isCopied(name, config.warehouseUrl),
  )
  const files: Part[] = []
  const copy = async (name: string) => {
    signal.throwIfAborted()
    const copied = await copyFile(path.join(config.dataFolder, name), path.join(side, 'data', name), signal)
    if (copied) files.push({ path: name, ...copied })
  }
  // Before the rows: the audit's heads that are written down must not know more than the audit.
  for (const entry of entries) if (entry.isFile()) await copy(entry.name)
  const dump = await dumpDatabase(ownerUrl, side, signal, (name, done, total) =>
    onProgress({ step: 'tables', name, done, total }),
  )
  const names: string[] = []
  for (const entry of entries)
    if (entry.isDirectory()) names.push(...(await listFiles(config.dataFolder, entry.name)))
  for (const [done, name] of names.entries()) {
    if (done % 50 === 0) onProgress({ step: 'files', name, done, total: names.length })
    await copy(name)
  }
  const { named, ...database } = dump
  const copied = new Set(files.map(file => file.path))
  const missing = [
    ...named.files.map(name => `files/${name}`),
    ...named.attachments.map(name => `attachments/${name}`),
  ].filter(name => !copied.has(name))
  const secrets = { ...(await readSecrets(config.dataFolder)), ...givenSecrets(config) }
  return {
    format: 1,
    id,
    madeAt,
    migrations: [...database.migrations],
    tables: database.tables.map(table => ({ ...table, columns: [...table.columns] })),
    sequences: [...database.sequences],
    files,
    keys: passphrase === null ? null : await sealKeys(secrets, passphrase),
    keyCheck: keyring.mac('backup', id),
    missing,
  }
}

/** Secrets that come from the environment instead of the folder. */
const givenSecrets = ({ encryptionKey, sessionSecret }: System['config']): Record<string, string> => ({
  ...(encryptionKey === null ? {} : { 'encryption-key': encryptionKey }),
  ...(sessionSecret === null ? {} : { 'session-secret': sessionSecret }),
})

async function refuseTarget(folder: string, dataFolder: string): Promise<void> {
  if (`${folder}${path.sep}`.startsWith(`${path.resolve(dataFolder)}${path.sep}`))
    throw new ProblemError(
      'request_invalid',
      'A backup does not belong into the data folder: name another one.',
    )
  if (await exists(folder))
    throw new ProblemError('request_invalid', `${folder} exists: name a folder that does not exist yet.`)
}

async function clearUnfinished(side: string): Promise<void> {
  if (!(await exists(side))) return
  const held = await fs.readdir(side)
  if (held.length > 0 && !held.includes(UNFINISHED))
    throw new ProblemError('request_invalid', `${side} is in the way: it is no unfinished backup.`)
  await fs.rm(side, { recursive: true })
}

const exists = (target: string): Promise<boolean> =>
  fs.lstat(target).then(
    () => true,
    () => false,
  )

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await fs.open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
