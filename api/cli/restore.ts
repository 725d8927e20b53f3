import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { BackupBroken } from '../backup/manifest.ts'
import { restoreBackup } from '../backup/restore-backup.ts'
import { showProgress } from '../backup/show-progress.ts'
import { readConfig } from '../config.ts'
import { runCommand, UsageError } from './connection.ts'

const USAGE = `npm run restore -- <folder> [--data-dir <folder>]

Makes an installation from a backup. The data folder (--data-dir, else DATA_DIR) must be empty or not exist; with DATABASE_URL
the database must be empty. The keys come out of the backup with BACKUP_PASSPHRASE, else from ENCRYPTION_KEY.`

async function main(): Promise<number> {
  const { backup, dataFolder } = parse()
  const config = readConfig(
    { ...process.env, ...(dataFolder === null ? {} : { DATA_DIR: dataFolder }) },
    process.cwd(),
  )
  const start = performance.now()
  try {
    const restored = await restoreBackup({
      backup,
      config,
      passphrase: process.env.BACKUP_PASSPHRASE || null,
      log: line => console.error(line),
      onProgress: showProgress,
    })
    const { tables, rows, files, migrated, publications, audit } = restored
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    console.log(
      `${config.dataFolder}: ${tables} tables with ${rows} rows, each compared with the backup, ${files} files, ${publications} publications in the warehouse, in ${seconds} s.`,
    )
    if (migrated > 0) console.log(`The backup was of an older version: ${migrated} migrations ran.`)
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

function parse(): { backup: string; dataFolder: string | null } {
  try {
    const { values, positionals } = parseArgs({
      args: process.argv.slice(2),
      options: { 'data-dir': { type: 'string' } },
      allowPositionals: true,
    })
    const [backup, ...rest] = positionals
    if (!backup || rest.length > 0) throw new UsageError('Name one backup.')
    return { backup: path.resolve(backup), dataFolder: values['data-dir'] ?? null }
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

await runCommand(main, USAGE)
