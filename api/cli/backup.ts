import path from 'node:path'
import process from 'node:process'
import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { BackupState } from '../backup/backup-desk.ts'
import { checkBackup } from '../backup/check-backup.ts'
import { BackupBroken } from '../backup/manifest.ts'
import { megabytes, showProgress } from '../backup/show-progress.ts'
import { type Connection, connect, refusal, runCommand, UsageError } from './connection.ts'

const USAGE = `npm run backup -- <folder>           writes a backup into a folder that does not exist yet, also while the system runs
npm run backup -- --check <folder>   reads a backup to its last byte and says whether it is whole

With BACKUP_PASSPHRASE (12 characters or more) the keys are in the backup, sealed under it. Without it they are not: keep
encryption-key of the data folder elsewhere, since no attachment and no sealed value can be read without it.`

async function main(): Promise<number> {
  const { folder, check } = parse()
  return check ? checkIt(folder) : write(folder)
}

async function write(folder: string): Promise<number> {
  const connection = await connect()
  const cancel = () => void connection.request('POST', '/api/control/backup-cancel', {})
  try {
    const passphrase = process.env.BACKUP_PASSPHRASE || undefined
    const answer = await connection.request('POST', '/api/control/backup', { folder, passphrase })
    if (answer.status !== 200) {
      console.error(refusal(answer))
      return 1
    }
    process.once('SIGINT', cancel)
    process.once('SIGTERM', cancel)
    const ended = await untilEnd(connection)
    if (ended.state !== 'done') {
      console.error(`No backup was written. ${ended.state === 'failed' ? ended.reason : ''}`)
      return 1
    }
    const { tables, rows, files, bytes, seconds, keys, missing } = ended.result
    console.log(
      `${folder}: ${tables} tables with ${rows} rows and ${files} files, ${megabytes(bytes)} MB in ${seconds} s.`,
    )
    console.log(
      keys
        ? 'The keys are in it, sealed under BACKUP_PASSPHRASE: it can be restored with that passphrase alone.'
        : 'The keys are NOT in it: keep encryption-key of the data folder (or ENCRYPTION_KEY) elsewhere, or set BACKUP_PASSPHRASE.',
    )
    for (const name of missing) console.error(`Missing in the data folder, so also in the backup: ${name}`)
    return missing.length === 0 ? 0 : 1
  } finally {
    process.removeListener('SIGINT', cancel)
    process.removeListener('SIGTERM', cancel)
    await connection.close()
  }
}

async function untilEnd(connection: Connection): Promise<BackupState> {
  for (;;) {
    const answer = await connection.request('POST', '/api/control/backup-state', {})
    const state = answer.body as BackupState
    if (state.state !== 'running') return state
    if (state.progress) {
      const { step, name, done, total } = state.progress
      showProgress(`${step} ${done}/${total} ${name}`)
    }
    await delay(100)
  }
}

async function checkIt(folder: string): Promise<number> {
  try {
    const manifest = await checkBackup(folder, (done, total) => showProgress(`${done}/${total}`))
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    console.log(
      `${folder} is whole: made ${manifest.madeAt}, ${manifest.tables.length} tables with ${rows} rows, ${manifest.files.length} files.`,
    )
    return 0
  } catch (error) {
    if (!(error instanceof BackupBroken)) throw error
    console.error(error.message)
    return 1
  }
}

function parse(): { folder: string; check: boolean } {
  try {
    const { values, positionals } = parseArgs({
      args: process.argv.slice(2),
      options: { check: { type: 'boolean', default: false } },
      allowPositionals: true,
    })
    const [folder, ...rest] = positionals
    if (!folder || rest.length > 0) throw new UsageError('Name one folder.')
    return { folder: path.resolve(folder), check: values.check }
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

await runCommand(main, USAGE)
