import type { Database } from '../store/database.ts'
import type { Keyring } from '../vault/keyring.ts'
import { findAttachment, listUnchecked } from './attachment.ts'
import { checkContent } from './check-content.ts'
import type { ContentFiles } from './content-files.ts'
import { settleAttachment } from './settle-attachment.ts'
import type { VirusScanner } from './virus-scanner.ts'

/** An image takes a few hundred megabytes while it is made anew. */
const AT_ONCE = 2

/** Checks what has arrived, a few at a time, beside the requests. */
export interface CheckQueue {
  enqueue(id: string): void
  /** What was left by an earlier run, and what waits for the scanner. */
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

  async function check(id: string): Promise<void> {
    const attachment = await findAttachment(db, keyring, id)
    if (!attachment || (attachment.state !== 'checking' && attachment.state !== 'waiting')) return
    const verdict = await checkContent(attachment, files, scanner, log)
    const settled = await settleAttachment(db, keyring, id, verdict, now())
    if (verdict.outcome === 'refused') await files.remove(attachment.storageKey)
    if (verdict.outcome !== 'ready' || verdict.storageKey === attachment.storageKey) return
    await files.remove(settled ? attachment.storageKey : verdict.storageKey)
  }

  function pump(): void {
    for (const id of queued) {
      if (running.size >= AT_ONCE) return
      if (running.has(id)) continue
      queued.delete(id)
      const work = check(id)
        .catch(error =>
          log(`attachment ${id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
        )
        .finally(() => {
          running.delete(id)
          pump()
        })
      running.set(id, work)
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
    },
    idle: async () => {
      while (running.size > 0) await Promise.all(running.values())
    },
  }
}
