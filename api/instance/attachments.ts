import path from 'node:path'
import {
  type Actor,
  type Attachment,
  type CheckQueue,
  type ContentFiles,
  createCheckQueue,
  type Database,
  deleteNeverAttached,
  deletePastKeeping,
  type Keyring,
  openClamd,
  openContentFiles,
  type Store,
  storageKeysInUse,
  UNATTACHED_MS,
} from '../../services/index.ts'
import type { Config } from '../config.ts'

/** Whether the person may read what belongs to a subject. */
export type SubjectReader = (actor: Actor, subjectId: string) => Promise<boolean>

/** Files that people attach: their content, its checks, and what becomes of it. */
export interface Attachments {
  readonly files: ContentFiles
  readonly checks: CheckQueue
  /** Says who reads what is attached to subjects of a kind. Without a rule that is whoever sent it. */
  readableBy(subjectKind: string, rule: SubjectReader): void
  mayRead(actor: Actor, attachment: Attachment): Promise<boolean>
  /** Deletes what is past its keeping or was never attached, and files that belong to nothing. */
  sweep(): Promise<void>
  close(): Promise<void>
}

const SWEEP_MS = 10 * 60_000
const SCAN_AGAIN_MS = 30_000
/** A file that was written to in the last hour may be one whose row is not written yet. */
const SETTLED_MS = 60 * 60_000

export async function openAttachments(options: {
  readonly config: Config
  readonly db: Database
  readonly keyring: Keyring
  now(): Date
  log(line: string): void
}): Promise<Attachments> {
  const { config, db, keyring, now, log } = options
  const files = await openContentFiles(path.join(config.dataFolder, 'attachments'))
  const scanner = config.clamdUrl === null ? null : openClamd(config.clamdUrl)
  const checks = createCheckQueue({ db, keyring, files, scanner, now, log })
  const rules = new Map<string, SubjectReader>()

  async function sweep(): Promise<void> {
    const at = now()
    // Each in a transaction of its own: content that is gone from the disk must be gone from its row before.
    const inTransaction = (work: (store: Store) => Promise<string[]>) => db.transaction().execute(work)
    const ended = [
      ...(await inTransaction(store => deletePastKeeping(store, at))),
      ...(await inTransaction(store =>
        deleteNeverAttached(store, new Date(at.getTime() - UNATTACHED_MS), at),
      )),
    ]
    for (const storageKey of ended) await files.remove(storageKey)
    const old = await files.untouchedSince(new Date(Date.now() - SETTLED_MS))
    for (let from = 0; from < old.length; from += 1000) {
      const names = old.slice(from, from + 1000)
      const inUse = await storageKeysInUse(db, names)
      for (const name of names) if (!inUse.has(name)) await files.remove(name)
    }
  }

  const report = (error: unknown) =>
    log(`attachments: ${error instanceof Error ? error.message : String(error)}`)
  const timers = [
    setInterval(() => void sweep().catch(report), SWEEP_MS),
    setInterval(() => void checks.resume().catch(report), SCAN_AGAIN_MS),
  ]
  for (const timer of timers) timer.unref()
  await checks.resume()
  return {
    files,
    checks,
    readableBy: (subjectKind, rule) => {
      rules.set(subjectKind, rule)
    },
    mayRead: async (actor, { subject, uploadedBy }) => {
      const rule = subject ? rules.get(subject.kind) : undefined
      return subject && rule ? rule(actor, subject.id) : uploadedBy === actor.id
    },
    sweep,
    close: async () => {
      for (const timer of timers) clearInterval(timer)
      await checks.idle()
    },
  }
}
