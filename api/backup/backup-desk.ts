import { ProblemError } from '../http/problem.ts'
import type { System } from '../instance/system.ts'
import { type BackupProgress, writeBackup } from './write-backup.ts'

export interface BackupResult {
  readonly tables: number
  readonly rows: number
  readonly files: number
  readonly bytes: number
  readonly seconds: number
  readonly keys: boolean
  readonly missing: readonly string[]
}

export type BackupState =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly progress: BackupProgress | null }
  | { readonly state: 'done'; readonly result: BackupResult }
  | { readonly state: 'failed'; readonly reason: string }

/** One backup at a time; whoever asked for it looks how far it is. */
export interface BackupDesk {
  start(request: { readonly folder: string; readonly passphrase: string | null }): void
  state(): BackupState
  cancel(): void
}

export function createBackupDesk(system: System): BackupDesk {
  let state: BackupState = { state: 'idle' }
  let stop: AbortController | null = null
  return {
    start: request => {
      if (stop) throw new ProblemError('request_invalid', 'Another backup is being written.')
      const controller = new AbortController()
      stop = controller
      state = { state: 'running', progress: null }
      const start = performance.now()
      writeBackup(system, request, controller.signal, progress => {
        state = { state: 'running', progress }
      })
        .then(({ tables, files, keys, missing }) => {
          const result = {
            tables: tables.length,
            rows: tables.reduce((sum, table) => sum + table.rows, 0),
            files: files.length,
            bytes: [...tables.map(table => table.part), ...files].reduce((sum, part) => sum + part.bytes, 0),
            seconds: Math.round((performance.now() - start) / 100) / 10,
            keys: keys !== null,
            missing,
          }
          state = { state: 'done', result }
        })
        .catch(error => {
          if (!(error instanceof ProblemError) && !controller.signal.aborted)
            system.log(`backup: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
          state = {
            state: 'failed',
            reason: controller.signal.aborted ? 'It was cancelled.' : reasonOf(error),
          }
        })
        .finally(() => {
          stop = null
        })
    },
    state: () => state,
    cancel: () => stop?.abort(),
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof ProblemError
    ? (error.detail ?? error.code)
    : error instanceof Error
      ? error.message
      : String(error)
