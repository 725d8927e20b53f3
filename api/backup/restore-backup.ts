import fs from 'node:fs/promises'
import path from 'node:path'
import {
  APPLICATION_ROLE,
  connectForCopy,
  createKeyring,
  type Erasure,
  type Keyring,
  listTables,
  loadTables,
  migrate,
  openDatabase,
  startEmbeddedPostgres,
  unknownMigrations,
  verifyChain,
} from '../../services/index.ts'
import type { Config } from '../config.ts'
import { readHeads } from '../instance/audit-heads.ts'
import { repeatErasures } from '../instance/erasures.ts'
import { checkBackup } from './check-backup.ts'
import { copyFile } from './data-folder.ts'
import { BackupBroken, type Manifest } from './manifest.ts'
import { rebuildFigures } from './rebuild-figures.ts'
import { type Keys, openKeys } from './sealed-keys.ts'

export interface Restored {
  readonly tables: number
  readonly rows: number
  readonly files: number
  /** Migrations that ran after the rows were loaded, since the backup is of an older version. */
  readonly migrated: number
  readonly publications: number
  readonly audit: { readonly links: number; readonly brokenAt: number | null }
  /** People of the ledger who were erased again, and lines of it that another installation wrote. */
  readonly erasures: { readonly repeated: number; readonly foreign: number }
}

/**
 * Makes an installation from a backup: in a folder beside, which takes its name when everything is in it and was checked. A
 * data folder that holds something, or a database that does, is never touched.
 */
export async function restoreBackup(options: {
  readonly backup: string
  readonly config: Config
  readonly passphrase: string | null
  /** Lines of the ledger of erasures as it is now: who was erased after the backup must not come back. */
  readonly erasures: readonly Erasure[]
  readonly log: (line: string) => void
  readonly onProgress: (text: string) => void
}): Promise<Restored> {
  const { backup, config, passphrase, log, onProgress } = options
  const target = config.dataFolder
  await refuseFilled(target)
  const manifest = await checkBackup(backup, (done, total) => onProgress(`checking ${done}/${total}`))
  refuseNewer(manifest)
  const keys = await keysFor(manifest, config, passphrase)
  await fs.mkdir(path.dirname(target), { recursive: true })
  const side = await fs.mkdtemp(`${target}.restoring-`)
  // As root the embedded PostgreSQL runs as another user, who has to cross this folder.
  await fs.chmod(side, 0o755)
  try {
    const restored = await fill(side, { ...options, manifest, keys }, log)
    await fs.rm(target, { recursive: true, force: true })
    await fs.rename(side, target)
    return restored
  } catch (error) {
    await fs.rm(side, { recursive: true, force: true })
    throw error
  }
}

async function fill(
  side: string,
  options: Parameters<typeof restoreBackup>[0] & { readonly manifest: Manifest; readonly keys: Keys },
  log: (line: string) => void,
): Promise<Restored> {
  const { backup, manifest, keys, onProgress } = options
  const config: Config = {
    ...options.config,
    dataFolder: side,
    warehouseUrl: options.config.warehouseUrl.replace(
      `duckdb:${options.config.dataFolder}${path.sep}`,
      `duckdb:${side}${path.sep}`,
    ),
  }
  for (const [name, text] of Object.entries(keys))
    await fs.writeFile(path.join(side, name), text, { mode: 0o600 })
  for (const [done, file] of manifest.files.entries()) {
    if (done % 50 === 0) onProgress(`files ${done}/${manifest.files.length}`)
    const copied = await copyFile(path.join(backup, 'data', file.path), path.join(side, file.path))
    if (copied?.sha256 !== file.sha256) throw new BackupBroken(`data/${file.path} changed while it was read.`)
  }
  const keyring = createKeyring(keys['encryption-key']?.trim() ?? '')
  const server = config.databaseUrl === null ? await startEmbeddedPostgres({ dataFolder: side }) : null
  try {
    const ownerUrl = server?.url ?? config.databaseUrl ?? ''
    const migrated = await loadDatabase(ownerUrl, keyring, manifest, backup, onProgress)
    const { db } = openDatabase({ url: ownerUrl, role: APPLICATION_ROLE, keyring })
    try {
      onProgress('the warehouse')
      const publications = await rebuildFigures(config, db, log)
      const erasures = await repeatErasures(db, options.erasures, new Date())
      const { links, broken } = await verifyChain(db, keyring, await readHeads(side))
      return {
        tables: manifest.tables.length,
        rows: manifest.tables.reduce((sum, table) => sum + table.rows, 0),
        files: manifest.files.length,
        migrated,
        publications,
        audit: { links, brokenAt: broken?.number ?? null },
        erasures,
      }
    } finally {
      await db.destroy()
    }
  } finally {
    await server?.stop()
  }
}

/** At the backup's own level first, where its rows fit; then forward to this version's. */
async function loadDatabase(
  ownerUrl: string,
  keyring: Keyring,
  manifest: Manifest,
  backup: string,
  onProgress: (text: string) => void,
): Promise<number> {
  const client = await connectForCopy(ownerUrl)
  try {
    const [table] = await listTables(client)
    if (table)
      throw new BackupBroken(
        `The database is not empty: it has ${table.schema}.${table.name}. Give an empty one.`,
      )
    await migrate(ownerUrl, keyring, manifest.migrations)
    await loadTables(client, manifest, backup, name => onProgress(`rows of ${name}`))
  } finally {
    await client.end()
  }
  return migrate(ownerUrl, keyring)
}

async function refuseFilled(target: string): Promise<void> {
  const entries = await fs.readdir(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  if (entries.length > 0)
    throw new BackupBroken(`${target} is not empty: name a data folder that is, or does not exist yet.`)
}

function refuseNewer(manifest: Manifest): void {
  const [newer] = unknownMigrations(manifest.migrations)
  if (newer)
    throw new BackupBroken(
      `The backup is of a newer version (it knows the migration ${newer}): restore it with that.`,
    )
}

/** The key that the rows and attachments were sealed with: a wrong one would be noticed only when it is too late. */
async function keysFor(manifest: Manifest, config: Config, passphrase: string | null): Promise<Keys> {
  const sealed = manifest.keys && passphrase !== null ? await openKeys(manifest.keys, passphrase) : {}
  const keys: Keys =
    config.encryptionKey === null ? sealed : { ...sealed, 'encryption-key': config.encryptionKey }
  const key = keys['encryption-key']?.trim()
  if (key === undefined)
    throw new BackupBroken(
      manifest.keys
        ? 'The keys of this backup are sealed: set BACKUP_PASSPHRASE.'
        : 'The keys are not in this backup: set ENCRYPTION_KEY to what encryption-key of its data folder held.',
    )
  if (createKeyring(key).mac('backup', manifest.id) !== manifest.keyCheck)
    throw new BackupBroken('ENCRYPTION_KEY is not the one that this backup was made with.')
  return keys
}
