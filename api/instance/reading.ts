import fs from 'node:fs/promises'
import { type CsvChoices, formatBani, type Issue } from '../../domain/index.ts'
import {
  type AnyReport,
  type ReadResult,
  type ReportReader,
  validateInContext,
} from '../../ingestion/index.ts'
import {
  ALL_SUBMISSIONS,
  type Database,
  failReading,
  findActor,
  findOrganisation,
  findSubmission,
  listUnread,
  mayReportFor,
  proposeCui,
  recordReading,
  type Submission,
  startReading,
} from '../../services/index.ts'
import type { Warehouse } from '../../warehouse/index.ts'
import type { FileStore } from './file-store.ts'
import { readingOf } from './reading-of.ts'
import { SYSTEM_ACTOR } from './system-actor.ts'

/** Reads uploaded files one after the other per thread, validates them against what is known, keeps the result. */
export interface ReadingQueue {
  enqueue(submissionId: string): void
  /** 0–100, or null when the submission is not being read. */
  progress(submissionId: string): number | null
  cancel(submissionId: string): void
  /** Resolves when the submission is no longer being read. */
  settled(submissionId: string): Promise<void>
  /** Takes up what a stop of the program cut off. */
  resume(): Promise<void>
  /** The report of an accepted file; remembered for a while after it was read. */
  readAccepted(submission: Submission): Promise<AnyReport>
  idle(): Promise<void>
  /** Reads and validates a file without keeping anything of it. */
  tryOut(file: {
    path: string
    fileName: string
    sha256: string
    as: string | null
    csv: CsvChoices
  }): Promise<TryOut>
}

export interface TryOut {
  readonly fileName: string
  readonly sha256: string
  readonly accepted: boolean
  readonly report: {
    cui: string
    type: string
    periodEnd: string
    lines: number
    revenue: string
    expenditure: string
  } | null
  readonly issues: readonly Issue[]
}

interface Work {
  progress: number
  readonly controller: AbortController
  readonly done: Promise<void>
}

const REMEMBERED_REPORTS = 50
/** Of those, so many have their lines in a file. */
const REMEMBERED_FILES = 8

const isStaged = (report: AnyReport): boolean => 'file' in report.lines

const isKept = async (report: AnyReport): Promise<boolean> =>
  !('file' in report.lines) ||
  fs.access(report.lines.file).then(
    () => true,
    () => false,
  )

/** Removes the file of lines that nobody will ask for. */
async function discard(report: AnyReport | null): Promise<void> {
  if (report && 'file' in report.lines) await fs.rm(report.lines.file, { force: true })
}

export function createReadingQueue(options: {
  db: Database
  reader: ReportReader
  files: FileStore
  warehouse: Warehouse
  now: () => Date
  log: (line: string) => void
}): ReadingQueue {
  const { db, reader, files, warehouse } = options
  const working = new Map<string, Work>()
  const remembered = new Map<string, AnyReport>()

  /** A file read in another way is another report. */
  const keyOf = ({ sha256, readingOptions }: Submission): string =>
    `${sha256} ${JSON.stringify(readingOptions)}`

  async function remember(key: string, report: AnyReport): Promise<void> {
    const replaced = remembered.get(key)
    remembered.delete(key)
    remembered.set(key, report)
    const dropped = replaced ? [replaced] : []
    for (const [oldest, other] of remembered) {
      const staged = [...remembered.values()].filter(isStaged).length
      const isOver = remembered.size > REMEMBERED_REPORTS || (isStaged(other) && staged > REMEMBERED_FILES)
      if (!isOver) continue
      remembered.delete(oldest)
      dropped.push(other)
    }
    for (const other of dropped) await discard(other)
  }

  async function read(submission: Submission, work: Work): Promise<void> {
    if (!(await startReading(db, submission.id))) return
    const result = await reader.read(
      {
        path: files.path(submission.sha256),
        fileName: submission.fileName,
        csv: submission.readingOptions,
      },
      {
        signal: work.controller.signal,
        onProgress: percent => {
          work.progress = Math.min(99, Math.round(percent))
        },
      },
    )
    if (work.controller.signal.aborted) return discard(result.report)
    const { reading, organisationId, known } = await inContext(submission, result)
    if (result.report && !known) await propose(submission, result.report)
    if (result.report) await remember(keyOf(submission), result.report)
    await recordReading(db, submission.id, reading, organisationId, options.now())
  }

  /** The rules that need more than the file: whose report it is, who sent it, what was reported before. */
  async function inContext(
    submission: Pick<Submission, 'uploadedBy' | 'requestedCui' | 'requestedType'>,
    result: ReadResult<AnyReport>,
  ) {
    const { report } = result
    if (!report) return { reading: result, organisationId: null, known: false }
    const organisation = await findOrganisation(db, { cui: report.cui })
    const actor =
      submission.uploadedBy === SYSTEM_ACTOR.id
        ? SYSTEM_ACTOR
        : await findActor(db, { id: submission.uploadedBy }, options.now())
    const permitted = Boolean(actor && organisation && mayReportFor(actor, organisation.id))
    const previous =
      'file' in report.lines
        ? await warehouse.compareStaged({ ...report, lines: report.lines })
        : await warehouse.previousReport(report.cui, report.type, report.periodEnd)
    const issues = validateInContext(report, {
      entityKnown: organisation !== null,
      permitted,
      expectedCui: submission.requestedCui,
      expectedType: submission.requestedType,
      today: options.now().toISOString().slice(0, 10),
      ownIssues: result.issues,
      previous,
    })
    return {
      reading: { ...result, issues: [...result.issues, ...issues] },
      organisationId: permitted && organisation ? organisation.id : null,
      known: organisation !== null,
    }
  }

  /** A fiscal code that nobody has may be a town hall's whose code is not known yet: an official will say. */
  async function propose(submission: Submission, { cui, entityName }: AnyReport): Promise<void> {
    await proposeCui(
      db,
      {
        cui,
        name: entityName,
        submissionId: submission.id,
        senderOrganisation: submission.organisation?.id ?? null,
      },
      options.now(),
    )
  }

  function enqueue(id: string): void {
    if (working.has(id)) return
    const controller = new AbortController()
    const done = (async () => {
      await Promise.resolve()
      const work = working.get(id)
      const submission = await findSubmission(db, id, ALL_SUBMISSIONS)
      if (!work || !submission) return
      await read(submission, work)
    })()
      .catch(async error => {
        if (controller.signal.aborted) return
        const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
        options.log(`reading ${id}: ${text}`)
        await failReading(db, id, text.slice(0, 500), options.now())
      })
      .catch(error => options.log(`reading ${id}: ${String(error)}`))
      .finally(() => working.delete(id))
    working.set(id, { progress: 0, controller, done })
  }

  return {
    enqueue,
    progress: id => working.get(id)?.progress ?? null,
    cancel: id => working.get(id)?.controller.abort(),
    settled: async id => working.get(id)?.done,
    resume: async () => {
      for (const submission of await listUnread(db)) enqueue(submission.id)
    },
    readAccepted: async submission => {
      const known = remembered.get(keyOf(submission))
      if (known && known.cui === submission.organisation?.cui && (await isKept(known))) return known
      const { report, issues } = await reader.read({
        path: files.path(submission.sha256),
        fileName: submission.fileName,
        csv: readingOf(submission),
      })
      if (!report)
        throw new Error(`the accepted file can't be read: ${issues.map(issue => issue.code).join(', ')}`)
      await remember(keyOf(submission), report)
      return report
    },
    tryOut: async file => {
      const { reading } = await inContext(
        { uploadedBy: SYSTEM_ACTOR.id, requestedCui: file.as, requestedType: null },
        await reader.read({ path: file.path, fileName: file.fileName, csv: file.csv }),
      )
      const { report, issues } = reading
      await discard(report)
      return {
        fileName: file.fileName,
        sha256: file.sha256,
        accepted: report !== null && !issues.some(issue => issue.severity === 'error'),
        report: report && {
          cui: report.cui,
          type: report.type,
          periodEnd: report.periodEnd,
          lines: report.lines.length,
          revenue: formatBani(report.totals.revenue),
          expenditure: formatBani(report.totals.expenditure),
        },
        issues,
      }
    },
    idle: async () => {
      await Promise.all([...working.values()].map(work => work.done))
    },
  }
}
