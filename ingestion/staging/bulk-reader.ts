import { type ChildProcess, fork } from 'node:child_process'
import crypto from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import type { CsvChoices, StagedReport } from '../../domain/index.ts'
import type { ReadResult } from '../read-result.ts'
import type { KnownCodes } from '../validation/known-codes.ts'
import type { BulkAnswer, BulkTask } from './read-bulk.worker.ts'

export interface BulkSetting {
  /** The built ingestion/staging/read-bulk.worker.js. */
  readonly workerFile: string
  /** A folder of this reader alone: emptied when it starts and when it closes. */
  readonly folder: string
  /** From so many bytes on a CSV is read in bulk (default 8 MB). */
  readonly fromBytes?: number
  /** After this many milliseconds a reading is stopped (default 180,000). */
  readonly timeLimit?: number
}

export interface BulkReader {
  /** Whether a file is one for this reader. */
  takes(file: string): Promise<boolean>
  /** The lines' file is the caller's, to be removed when it is of no more use. Rejects with the signal's reason. */
  read(
    file: { readonly path: string; readonly fileName: string; readonly csv?: CsvChoices },
    options: { onProgress?: ((percent: number) => void) | undefined; signal?: AbortSignal | undefined },
  ): Promise<ReadResult<StagedReport>>
  close(): Promise<void>
}

/** What ended a reading before its time, other than the caller. */
export class BulkStopped extends Error {
  readonly reason: 'time' | 'fault'
  readonly limitSeconds: number

  constructor(reason: 'time' | 'fault', detail: string, limitSeconds: number) {
    super(detail)
    this.reason = reason
    this.limitSeconds = limitSeconds
  }
}

const MB = 1024 * 1024
/** Heap of the process in MB; the database has its own limit beside it. */
const HEAP_MB = 160

/** Reads large CSV files, one after the other, each in a process that can be ended at any moment. */
export function createBulkReader(setting: BulkSetting, known: KnownCodes | null): BulkReader {
  const fromBytes = setting.fromBytes ?? 8 * MB
  const timeLimit = setting.timeLimit ?? 180_000
  const running = new Set<ChildProcess>()
  const ready = emptyFolder(setting.folder)
  ready.catch(() => {})
  let last: Promise<unknown> = ready

  async function readNow(
    file: Parameters<BulkReader['read']>[0],
    { onProgress, signal }: Parameters<BulkReader['read']>[1],
  ): Promise<ReadResult<StagedReport>> {
    signal?.throwIfAborted()
    const folder = path.join(setting.folder, crypto.randomUUID())
    await fs.mkdir(folder, { mode: 0o700 })
    try {
      const task: BulkTask = {
        path: path.resolve(file.path),
        fileName: file.fileName,
        folder: path.resolve(folder),
        choices: file.csv ?? {},
        known,
      }
      const result = await ask(task, onProgress, signal)
      const { report } = result
      if (!report) return result
      const kept = `${folder}.parquet`
      await fs.rename(report.lines.file, kept)
      return { ...result, report: { ...report, lines: { ...report.lines, file: kept } } }
    } finally {
      await fs.rm(folder, { recursive: true, force: true })
    }
  }

  function ask(
    task: BulkTask,
    onProgress: ((percent: number) => void) | undefined,
    signal: AbortSignal | undefined,
  ): Promise<ReadResult<StagedReport>> {
    const child = fork(setting.workerFile, [], {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${HEAP_MB}`],
      // It needs none of the instance's secrets.
      env: { PATH: process.env.PATH ?? '' },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    running.add(child)
    const ended = new Promise<void>(resolve => child.once('close', () => resolve()))
    const stopped = (reason: 'time' | 'fault', detail: string) =>
      new BulkStopped(reason, detail, timeLimit / 1000)
    let stop = (): void => {}
    let timer: NodeJS.Timeout | undefined
    const answer = new Promise<ReadResult<StagedReport>>((resolve, reject) => {
      timer = setTimeout(() => reject(stopped('time', 'out of time')), timeLimit)
      stop = () => reject(signal?.reason)
      signal?.addEventListener('abort', stop, { once: true })
      child.once('error', error => reject(stopped('fault', String(error))))
      child.once('close', code => reject(stopped('fault', `the reading process ended with ${code}`)))
      child.on('message', (message: BulkAnswer) => {
        if ('percent' in message) onProgress?.(message.percent)
        else if ('result' in message) resolve(message.result)
        else reject(stopped('fault', message.fault))
      })
      child.send(task)
    })
    return answer.finally(async () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', stop)
      child.kill('SIGKILL')
      // Until then it may still write into the folder.
      await ended
      running.delete(child)
    })
  }

  return {
    takes: async file => (await sizeOf(file)) >= fromBytes && !(await isArchive(file)),
    read: (file, options) => {
      const reading = last.then(() => readNow(file, options))
      last = reading.catch(() => {})
      return reading
    },
    close: async () => {
      for (const child of running) child.kill('SIGKILL')
      await last
      await fs.rm(setting.folder, { recursive: true, force: true })
    },
  }
}

/** What a killed program left behind goes with the next start. */
async function emptyFolder(folder: string): Promise<void> {
  await fs.rm(folder, { recursive: true, force: true })
  await fs.mkdir(folder, { recursive: true, mode: 0o700 })
}

const sizeOf = async (file: string): Promise<number> => (await fs.stat(file)).size

async function isArchive(file: string): Promise<boolean> {
  const handle = await fs.open(file)
  try {
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0)
    return buffer.toString('latin1') === 'PK'
  } finally {
    await handle.close()
  }
}
