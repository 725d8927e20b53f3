import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import type { Erasure } from '../../services/index.ts'
import { BackupBroken } from '../backup/manifest.ts'
import { restoreBackup } from '../backup/restore-backup.ts'
import { showProgress } from '../backup/show-progress.ts'
import { readConfig } from '../config.ts'
import { erasuresIn } from '../instance/erasures.ts'
import { runCommand, UsageError } from './connection.ts'

const USAGE = `npm run restore -- <folder> [--data-dir <folder>] [--erasures <file>]

Makes an installation from a backup. The data folder (--data-dir, else DATA_DIR) must be empty or not exist; with DATABASE_URL
the database must be empty. The keys come out of the backup with BACKUP_PASSPHRASE, else from ENCRYPTION_KEY.

--erasures names the newest ledger of erasures (erasures.log of the lost data folder, or what ERASURES_LOG named): whoever was
erased after the backup was made is erased again.`

async function main(): Promise<number> {
  const { backup, dataFolder, ledger } = parse()
  const config = readConfig(
    { ...process.env, ...(dataFolder === null ? {} : { DATA_DIR: dataFolder }) },
    process.cwd(),
  )
  const erasures = ledger === null ? [] : readErasures(ledger)
  const start = performance.now()
  try {
    const restored = await restoreBackup({
      backup,
      config,
      passphrase: process.env.BACKUP_PASSPHRASE || null,
      erasures,
      log: line => console.error(line),
      onProgress: showProgress,
    })
    const { tables, rows, files, migrated, publications, audit } = restored
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    console.log(
      `${config.dataFolder}: ${tables} tables with ${rows} rows, each compared with the backup, ${files} files, ${publications} publications in the warehouse, in ${seconds} s.`,
    )
    if (migrated > 0) console.log(`The backup was of an older version: ${migrated} migrations ran.`)
    if (ledger === null)
      console.log(
        'Whoever was erased after this backup is in it again: give the newest ledger with --erasures.',
      )
    else console.log(`People erased again: ${restored.erasures.repeated}.`)
    if (restored.erasures.foreign > 0)
      console.error(
        `${ledger}: ${restored.erasures.foreign} lines were not written by this installation, or changed since: nobody was erased for them.`,
      )
    if (audit.brokenAt === null) console.log(`The audit is whole: ${audit.links} links.`)
    else console.error(`The audit is broken at number ${audit.brokenAt}: it was so in the backup.`)
    return audit.brokenAt === null ? 0 : 1
  } catch (error) {
    if (!(error instanceof BackupBroken) && !(error instanceof Error && error.name === 'LoadRefused'))
      throw error
    console.error(error.message)
    return 1
  }
}

/** A ledger that is not there, or is something else, would bring people back without a word. */
function readErasures(file: string): Erasure[] {
  try {
    return erasuresIn(fs.readFileSync(file, 'utf8'))
  } catch (error) {
    throw new UsageError(
      `The ledger can't be read: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}

function parse(): { backup: string; dataFolder: string | null; ledger: string | null } {
  try {
    const { values, positionals } = parseArgs({
      args: process.argv.slice(2),
      options: { 'data-dir': { type: 'string' }, erasures: { type: 'string' } },
      allowPositionals: true,
    })
    const [backup, ...rest] = positionals
    if (!backup || rest.length > 0) throw new UsageError('Name one backup.')
    return {
      backup: path.resolve(backup),
      dataFolder: values['data-dir'] ?? null,
      ledger: values.erasures ?? null,
    }
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

await runCommand(main, USAGE)
