import type { MessagePort } from 'node:worker_threads'
import { workerData } from 'node:worker_threads'
import type { CsvChoices, Issue } from '../domain/index.ts'
import { readExecutionReport } from './forexebug/read-execution-report.ts'
import { ReportWidths } from './forexebug/report-widths.ts'
import { type Inspection, inspectBook } from './inspect-book.ts'
import type { ReadResult } from './read-result.ts'
import type { Book, CellType, SheetRow } from './readers/cell.ts'
import { openBook } from './readers/open-book.ts'
import { ReadFailure } from './readers/read-failure.ts'
import { type RowWindow, readRowWindow } from './readers/row-window.ts'
import type { KnownCodes } from './validation/known-codes.ts'
import { warmUp } from './warm-up.ts'

export interface ReportFile {
  readonly path: string
  readonly fileName: string
  /** What is known of a CSV beforehand; the rest is detected. */
  readonly csv?: CsvChoices
}
/** The first argument of each task; `port` carries the beginning, progress, or cells, back while the task runs. */
export type ReadTask =
  | { readonly do: 'read'; readonly file: ReportFile; readonly port: MessagePort }
  | { readonly do: 'inspect'; readonly file: ReportFile; readonly port: MessagePort }
  | {
      readonly do: 'rows'
      readonly file: ReportFile
      readonly window: RowWindow
      readonly port: MessagePort
    }
  | { readonly do: 'cells'; readonly file: ReportFile; readonly port: MessagePort }

export interface CellRecord {
  readonly sheet: string
  readonly cell: string
  readonly type: CellType
  readonly value: string
  /** The value is the saved result of a formula. */
  readonly formula?: true
  /** In a hidden sheet, row or column. */
  readonly hidden?: true
}
export type TaskResult = ReadResult | Inspection | readonly SheetRow[] | readonly Issue[]

export interface WorkerSetting {
  readonly knownCodes: KnownCodes | null
  readonly warm: boolean
}
const { knownCodes, warm } = workerData as WorkerSetting

// The pool gives a thread its first task when this module has loaded.
if (warm) await warmUp()

export default async function run(task: ReadTask): Promise<TaskResult> {
  switch (task.do) {
    case 'read':
      return read(task.file, task.port)
    case 'inspect':
      begin(task.port)
      return inspect(task.file)
    case 'rows':
      begin(task.port)
      return rows(task.file, task.window)
    case 'cells':
      return streamCells(task.file, task.port)
  }
}

function begin(port: MessagePort): void {
  port.postMessage(0)
  port.close()
}

async function read(file: ReportFile, port: MessagePort): Promise<ReadResult> {
  let told = 0
  port.postMessage(told)
  try {
    const book = await openBook(file.path, file)
    try {
      return await readExecutionReport(
        book,
        file.fileName,
        knownCodes,
        share => {
          const percent = Math.floor(share * 100)
          if (percent === told) return
          told = percent
          port.postMessage(percent)
        },
        file.csv?.decimal ?? null,
      )
    } finally {
      await book.close()
    }
  } catch (error) {
    if (error instanceof ReadFailure)
      return { report: null, recognised: null, issues: [error.issue], sheets: [] }
    throw error
  } finally {
    port.close()
  }
}

async function inspect(file: ReportFile): Promise<Inspection> {
  try {
    const book = await openBook(file.path, file)
    try {
      return await inspectBook(book)
    } finally {
      await book.close()
    }
  } catch (error) {
    if (error instanceof ReadFailure) return { format: null, sheets: [], issues: [error.issue] }
    throw error
  }
}

async function rows(file: ReportFile, window: RowWindow): Promise<readonly SheetRow[]> {
  const book = await openBook(file.path, file)
  try {
    return await readRowWindow(book, window)
  } finally {
    await book.close()
  }
}

const BATCH_CELLS = 2_000
const BATCH_CHARS = 1_000_000

/**
 * Sends cells in batches and waits for a word from the other side before the next: a slow reader holds the file, not memory.
 * Where the file itself is a question its cells are not sent: they would be a guess.
 */
async function streamCells(file: ReportFile, port: MessagePort): Promise<readonly Issue[]> {
  let cells: CellRecord[] = []
  let chars = 0
  let wake = (): void => {}
  port.on('message', () => wake())
  const send = async (): Promise<void> => {
    const answered = new Promise<void>(resolve => {
      wake = resolve
    })
    port.postMessage(cells)
    cells = []
    chars = 0
    await answered
  }
  let book: Book | null = null
  const widths = new ReportWidths()
  try {
    book = await openBook(file.path, file)
    const asked = book.format === 'csv' ? book.issues().filter(({ severity }) => severity === 'error') : []
    if (asked.length > 0) return asked
    for (const index of book.sheets.keys()) {
      const isSheetHidden = book.sheets[index]?.hidden === true
      for await (const batch of book.rows(index)) {
        for (const row of batch) {
          if (book.format === 'csv') widths.add(row)
          for (const { sheet, cell, type, value, formula, hidden } of row.cells) {
            cells.push({
              sheet,
              cell,
              type,
              value,
              ...(formula ? { formula } : {}),
              ...(hidden || isSheetHidden ? { hidden: true } : {}),
            })
            chars += value.length
            if (cells.length < BATCH_CELLS && chars < BATCH_CHARS) continue
            await send()
          }
        }
      }
    }
    if (cells.length > 0) await send()
    return widths.instead(book.issues())
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error
    if (cells.length > 0) await send()
    return [...widths.instead(book?.issues() ?? []), error.issue]
  } finally {
    await book?.close()
    port.close()
  }
}
