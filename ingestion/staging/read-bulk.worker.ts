import process from 'node:process'
import type { CsvChoices, StagedReport } from '../../domain/index.ts'
import type { ReadResult } from '../read-result.ts'
import { BULK_LIMITS } from '../readers/limits.ts'
import { contentOf } from '../readers/open-book.ts'
import { ReadFailure } from '../readers/read-failure.ts'
import type { KnownCodes } from '../validation/known-codes.ts'
import { readBulkCsv } from './read-bulk-csv.ts'

export interface BulkTask {
  readonly path: string
  readonly fileName: string
  readonly folder: string
  readonly choices: CsvChoices
  readonly known: KnownCodes | null
}
export type BulkAnswer =
  | { readonly percent: number }
  | { readonly result: ReadResult<StagedReport> }
  | { readonly fault: string }

// A process and not a thread: one that ends while the database works takes the whole process with it.
process.once('message', async (task: BulkTask) => {
  const say = (answer: BulkAnswer): void => {
    process.send?.(answer)
  }
  try {
    say({ percent: 0 })
    say({ result: await read(task, percent => say({ percent })) })
  } catch (error) {
    say({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})
// Nobody is left to hear the answer.
process.once('disconnect', () => process.exit())

async function read(task: BulkTask, onPercent: (percent: number) => void): Promise<ReadResult<StagedReport>> {
  let told = 0
  try {
    await contentOf(task.path, { fileName: task.fileName, limits: BULK_LIMITS })
    return await readBulkCsv({
      ...task,
      onProgress: share => {
        const percent = Math.floor(share * 100)
        if (percent <= told) return
        told = percent
        onPercent(percent)
      },
    })
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error
    return { report: null, recognised: null, issues: [error.issue], sheets: [] }
  }
}
