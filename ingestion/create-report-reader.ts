import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { Piscina } from 'piscina'
import { type Issue, makeIssue, WHOLE_FILE } from '../domain/index.ts'
import type { Inspection } from './inspect-book.ts'
import type { CellRecord, ReadTask, ReportFile, TaskResult, WorkerSetting } from './read-report.worker.ts'
import type { AnyReport, ReadResult } from './read-result.ts'
import type { SheetRow } from './readers/cell.ts'
import type { RowWindow } from './readers/row-window.ts'
import { type BulkSetting, BulkStopped, createBulkReader } from './staging/bulk-reader.ts'
import type { KnownCodes } from './validation/known-codes.ts'

export type { CellRecord, ReportFile }

export interface ReaderOptions {
  /** The built ingestion/read-report.worker.js. */
  readonly workerFile: string
  readonly maxThreads?: number
  /** Codes of the classification; without them unknown codes are not listed. */
  readonly knownCodes?: KnownCodes
  /** Whether each thread first reads a made-up report (default true): slower to start, faster at its first file. */
  readonly warm?: boolean
  /** After this many milliseconds a reading is stopped (default 30,000). */
  readonly timeLimit?: number
  /** Heap of one thread in MB (default 384). */
  readonly memoryLimit?: number
  /** How large CSV files are read; without it they are read like small ones, and refused where those are. */
  readonly bulk?: BulkSetting
  /** Told of faults of our own in a reading thread, for the log; the caller gets an issue all the same. */
  onFault?(error: unknown): void
}

export interface ReportReader {
  /**
   * Reads, recognises and validates what the file alone can tell, in a worker thread. Whatever the file does to the thread,
   * the answer is a result with issues; only the caller's own `signal` rejects, with its reason.
   */
  read(
    file: ReportFile,
    options?: { onProgress?(percent: number): void; signal?: AbortSignal },
  ): Promise<ReadResult<AnyReport>>
  /** What the file holds, sheet by sheet; a file that cannot be read (further) says so among the issues. */
  inspect(file: ReportFile): Promise<Inspection>
  /** Rows of a sheet as a full grid (at most 1,000 rows, 256 columns). Rejects for an unknown sheet or an unreadable file. */
  rows(file: ReportFile, window: RowWindow): Promise<readonly SheetRow[]>
  /**
   * Every cell in the file's order; behind them what its sender should know of it. A file that cannot be read (further), or
   * whose own form is a question, says so in an error there.
   */
  cells(file: ReportFile, options?: { signal?: AbortSignal }): AsyncGenerator<CellRecord | { issue: Issue }>
  close(): Promise<void>
}

const SECONDS = 1_000

/** Starts the threads; they stay warm until `close`. */
export function createReportReader(options: ReaderOptions): ReportReader {
  const timeLimit = options.timeLimit ?? 30 * SECONDS
  const maxThreads = options.maxThreads ?? 2
  const pool = new Piscina({
    filename: options.workerFile,
    minThreads: Math.min(1, maxThreads),
    maxThreads,
    idleTimeout: 5 * 60 * SECONDS,
    // Waiting by Atomics would hold back the messages of progress.
    atomics: 'disabled',
    resourceLimits: { maxOldGenerationSizeMb: options.memoryLimit ?? 384, maxYoungGenerationSizeMb: 32 },
    workerData: {
      knownCodes: options.knownCodes ?? null,
      warm: options.warm ?? true,
    } satisfies WorkerSetting,
  })
  const bulk = options.bulk ? createBulkReader(options.bulk, options.knownCodes ?? null) : null
  // A failure of a thread is answered where its task was given; this only keeps it from ending the process.
  pool.on('error', () => {})
  const run = async (
    task: ReadTask,
    signal: AbortSignal,
    transfer: readonly unknown[] = [],
  ): Promise<TaskResult> => pool.run(task, { signal, transferList: [...transfer] as never })
  /** The clock runs from the thread's first word: who waits for a thread behind others' files has not used his time. */
  const timed = async (
    task: (port: MessagePort) => ReadTask,
    limit: AbortController,
  ): Promise<TaskResult> => {
    const { port1, port2 } = new MessageChannel()
    let timer: NodeJS.Timeout | undefined
    port1.once('message', () => {
      timer = setTimeout(() => limit.abort(), timeLimit)
    })
    try {
      return await run(task(port2), limit.signal, [port2])
    } finally {
      clearTimeout(timer)
      port1.close()
    }
  }
  return {
    read: async (file, { onProgress, signal } = {}) => {
      signal?.throwIfAborted()
      if (await bulk?.takes(file.path)) return readBulk(file, { onProgress, signal })
      const { port1, port2 } = new MessageChannel()
      const limit = new AbortController()
      let timer: NodeJS.Timeout | undefined
      port1.on('message', (percent: number) => {
        // The clock runs from the thread's first word: waiting for a free thread is no fault of the file.
        timer ??= setTimeout(() => limit.abort(), timeLimit)
        onProgress?.(percent)
      })
      try {
        const result = await run({ do: 'read', file, port: port2 }, anyOf(signal, limit.signal), [port2])
        onProgress?.(100)
        return result as ReadResult
      } catch (error) {
        signal?.throwIfAborted()
        return { report: null, recognised: null, issues: [threadIssue(error, limit.signal)], sheets: [] }
      } finally {
        clearTimeout(timer)
        port1.close()
      }
    },

    inspect: async file => {
      const limit = new AbortController()
      try {
        return (await timed(port => ({ do: 'inspect', file, port }), limit)) as Inspection
      } catch (error) {
        return { format: null, sheets: [], issues: [threadIssue(error, limit.signal)] }
      }
    },

    rows: async (file, window) =>
      (await timed(
        port => ({ do: 'rows', file, window, port }),
        new AbortController(),
      )) as readonly SheetRow[],

    cells: (file, { signal } = {}) => streamCells(file, signal),

    close: async () => {
      await bulk?.close()
      await pool.destroy()
    },
  }

  async function readBulk(
    file: ReportFile,
    given: { onProgress: ((percent: number) => void) | undefined; signal: AbortSignal | undefined },
  ): Promise<ReadResult<AnyReport>> {
    try {
      if (!bulk) throw new Error('there is no reader for large files')
      const result = await bulk.read(file, given)
      given.onProgress?.(100)
      return result
    } catch (error) {
      given.signal?.throwIfAborted()
      const isTime = error instanceof BulkStopped && error.reason === 'time'
      if (!isTime) options.onFault?.(error)
      const issue = isTime
        ? makeIssue('file_unreadable', WHOLE_FILE, { reason: 'time', detail: String(error.limitSeconds) })
        : makeIssue('file_unreadable', WHOLE_FILE, { reason: 'stopped', detail: '' })
      return { report: null, recognised: null, issues: [issue], sheets: [] }
    }
  }

  async function* streamCells(
    file: ReportFile,
    signal?: AbortSignal,
  ): AsyncGenerator<CellRecord | { issue: Issue }> {
    signal?.throwIfAborted()
    const { port1, port2 } = new MessageChannel()
    const batches: (readonly CellRecord[])[] = []
    let wake = (): void => {}
    port1.on('message', (cells: readonly CellRecord[]) => {
      batches.push(cells)
      wake()
    })
    const stop = new AbortController()
    let end: { issues: readonly Issue[] } | null = null
    // The thread waits for an answer to each batch, so at its end none is on the way any more.
    const running = run({ do: 'cells', file, port: port2 }, anyOf(signal, stop.signal), [port2])
      .then(
        issues => ({ issues: issues as readonly Issue[] }),
        error => ({
          issues: stop.signal.aborted || signal?.aborted ? [] : [threadIssue(error, stop.signal)],
        }),
      )
      .then(result => {
        end = result
        wake()
      })
    try {
      for (;;) {
        const batch = batches.shift()
        if (batch) {
          yield* batch
          port1.postMessage('next')
        } else if (end) break
        else
          await new Promise<void>(resolve => {
            wake = resolve
          })
      }
      signal?.throwIfAborted()
      for (const issue of (end as { issues: readonly Issue[] }).issues) yield { issue }
    } finally {
      stop.abort()
      await running
      port1.close()
    }
  }

  /** What a stopped thread means for the sender of the file. */
  function threadIssue(error: unknown, limit: AbortSignal): Issue {
    const unreadable = (reason: string, detail = ''): Issue =>
      makeIssue('file_unreadable', WHOLE_FILE, { reason, detail })
    if (limit.aborted) return unreadable('time', String(timeLimit / SECONDS))
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'ERR_WORKER_OUT_OF_MEMORY') return unreadable('memory')
    options.onFault?.(error)
    return unreadable('stopped')
  }
}

const anyOf = (signal: AbortSignal | undefined, other: AbortSignal): AbortSignal =>
  signal ? AbortSignal.any([signal, other]) : other
