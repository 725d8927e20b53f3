import fs from 'node:fs/promises'
import path from 'node:path'
import { localDay } from '../../domain/index.ts'
import {
  auditHead,
  type ChainReport,
  type Database,
  type Jobs,
  type Keyring,
  notify,
  recordCheck,
  verifyChain,
  type WrittenHead,
} from '../../services/index.ts'

/** What noting and checking the audit need. */
export interface AuditOptions {
  readonly db: Database
  readonly keyring: Keyring
  readonly dataFolder: string
  /** Who gets the daily head by mail; null: it is only written to the file. */
  readonly sendTo: string | null
  readonly now: () => Date
}

export const headsFile = (dataFolder: string): string => path.join(dataFolder, 'audit-heads.log')

/** Heads written so far. A line that was cut off by a crash is left out. */
export async function readHeads(dataFolder: string): Promise<(WrittenHead & { readonly at: Date })[]> {
  const text = await fs.readFile(headsFile(dataFolder), 'utf8').catch(error => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  })
  return text.split('\n').flatMap(line => {
    const match = /^(\S+) (\d+) ([0-9a-f]{64})$/.exec(line)
    const at = new Date(match?.[1] ?? '')
    return match && !Number.isNaN(at.getTime())
      ? [{ at, number: Number(match[2]), hash: match[3] ?? '' }]
      : []
  })
}

/** Adds a line that is on the disk when this returns. */
async function appendHead(dataFolder: string, head: WrittenHead, at: Date): Promise<void> {
  const file = await fs.open(headsFile(dataFolder), 'a+', 0o600)
  try {
    const { size } = await file.stat()
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, Math.max(0, size - 1))
    const apart = size > 0 && buffer.toString() !== '\n' ? '\n' : ''
    await file.write(`${apart}${at.toISOString()} ${head.number} ${head.hash}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Writes the day's head to the file and mails it, unless that was done today. */
export async function noteHead({ db, dataFolder, sendTo, now }: AuditOptions): Promise<void> {
  const at = now()
  const day = localDay(at)
  const last = (await readHeads(dataFolder)).at(-1)
  if (last && localDay(last.at) === day) return
  const head = await auditHead(db)
  // The mail first: after a crash between the two it is sent twice, never missed.
  if (sendTo)
    await notify(
      db,
      { to: { email: sendTo, language: 'ro' }, kind: 'audit.head', params: { ...head, day } },
      at,
    )
  await appendHead(dataFolder, head, at)
}

/** Checks the whole chain against itself and against the heads written down; the outcome is kept for its readers. */
export async function verifyAudit(
  options: AuditOptions,
): Promise<ChainReport & { readonly writtenHeads: number }> {
  const heads = await readHeads(options.dataFolder)
  const report = await verifyChain(options.db, options.keyring, heads)
  await recordCheck(options.db, report, options.now())
  return { ...report, writtenHeads: heads.length }
}

/** Each morning: the head of the day, and a check of the chain whose outcome the auditor sees. */
export async function scheduleAudit(
  jobs: Jobs,
  options: AuditOptions,
  log: (line: string) => void,
): Promise<void> {
  await jobs.schedule('audit-head', '10 6 * * *', async () => {
    await noteHead(options)
    const { broken } = await verifyAudit(options)
    if (broken) log(`audit: the chain is broken at number ${broken.number}: ${broken.fault}`)
  })
}
