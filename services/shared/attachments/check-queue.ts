import type { Database } from '../store/database.ts'
import type { Keyring } from '../vault/keyring.ts'
import { findAttachment, listUnchecked } from './attachment.ts'
import { checkContent } from './check-content.ts'
import type { ContentFiles } from './content-files.ts'
import { listUnscanned, settleRescan } from './rescan-attachment.ts'
import { settleAttachment } from './settle-attachment.ts'
import type { VirusScanner } from './virus-scanner.ts'

/** An image takes a few hundred megabytes while it is made anew. */
const AT_ONCE = 2
/** What was never scanned, asked for so many at a time. */
const RESCANS = 100

/** Checks what has arrived, a few at a time, beside the requests. */
export interface CheckQueue {
  enqueue(id: string): void
  /** What was left by an earlier run, what waits for the scanner, and what was taken while none was set up. */
  resume(): Promise<void>
  /** When everything that is queued now is done. */
  idle(): Promise<void>
}

export function createCheckQueue(options: {
  readonly db: Database
  readonly keyring: Keyring
  readonly files: ContentFiles
  readonly scanner: VirusScanner | null
  now(): Date
  log(line: string): void
}): CheckQueue {
  const { db, keyring, files, scanner, now, log } = options
  const queued = new Set<string>()
  const running = new Map<string, Promise<void>>()
  /** Behind everything else: nobody waits for them. */
  const rescans = new Set<string>()
  let neverScanned = scanner !== null

  async function check(id: string): Promise<void> {
    const attachment = await findAttachment(db, keyring, id)
    if (!attachment || (attachment.state !== 'checking' && attachment.state !== 'waiting')) return
    const verdict = await checkContent(attachment, files, scanner, log)
    const settled = await settleAttachment(db, keyring, id, verdict, now())
    if (verdict.outcome === 'refused') await files.remove(attachment.storageKey)
    if (verdict.outcome !== 'ready' || verdict.storageKey === attachment.storageKey) return
    await files.remove(settled ? attachment.storageKey : verdict.storageKey)
  }

  async function rescan(id: string): Promise<void> {
    const attachment = await findAttachment(db, keyring, id)
    if (!scanner || attachment?.state !== 'ready' || attachment.scan !== 'not_scanned') return
    const answer = await scanner.scan(files.read(attachment))
    if (answer.outcome !== 'unavailable') return settleRescan(db, id, answer, now())
    log(`virus scanner: ${answer.reason}`)
    // The rest would fail likewise: they are asked for again at the next turn.
    rescans.clear()
  }

  async function refill(): Promise<void> {
    if (!neverScanned || rescans.size > 0) return
    const found = await listUnscanned(db, RESCANS)
    neverScanned = found.length > 0
    for (const id of found) rescans.add(id)
    pump()
  }

  function start(id: string, work: (id: string) => Promise<void>): void {
    const done = work(id)
      .catch(error =>
        log(`attachment ${id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
      )
      .finally(() => {
        running.delete(id)
        pump()
      })
    running.set(id, done)
  }

  function pump(): void {
    for (const id of queued) {
      if (running.size >= AT_ONCE) return
      if (running.has(id)) continue
      queued.delete(id)
      start(id, check)
    }
    for (const id of rescans) {
      if (running.size >= AT_ONCE) return
      if (running.has(id)) continue
      rescans.delete(id)
      start(id, rescan)
    }
  }

  const enqueue = (id: string) => {
    queued.add(id)
    pump()
  }
  return {
    enqueue,
    resume: async () => {
      for (const id of await listUnchecked(db, ['checking', 'waiting'])) enqueue(id)
      await refill()
    },
    idle: async () => {
      while (running.size > 0) await Promise.all(running.values())
    },
  }
}
