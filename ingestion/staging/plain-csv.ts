import { createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { CsvChoices, CsvEncoding, DetectedEncoding } from '../../domain/index.ts'
import type { SheetRow } from '../readers/cell.ts'
import { type CsvLayout, openCsv } from '../readers/csv/csv-book.ts'
import { decodeText, fileChunks } from '../readers/csv/csv-text.ts'
import { BULK_LIMITS } from '../readers/limits.ts'
import { ReadFailure } from '../readers/read-failure.ts'
import { type CsvShape, type Irregular, measureCsv } from './csv-shape.ts'

/** A file whose lines are its records, in UTF-8. */
export interface PlainCsv {
  readonly file: string
  readonly encoding: DetectedEncoding
  readonly layout: CsvLayout
  readonly shape: CsvShape
  /** The first rows, as the reader for single rows has them. */
  readonly head: readonly SheetRow[]
}

interface PlainOptions {
  readonly path: string
  readonly folder: string
  readonly choices: CsvChoices
  readonly signal?: AbortSignal | undefined
}

/** 1 when the file begins with a line that names its delimiter. */
export const leadingLines = ({ layout }: PlainCsv): number => (layout.skip > 0 ? 1 : 0)

/**
 * Finds out how a CSV is written, and copies it into `folder` as UTF-8 with one kind of line end where it is otherwise. Null
 * when its records are not simply its lines.
 */
export async function plainCsv(options: PlainOptions, headRows: number): Promise<PlainCsv | null> {
  const { path: original, folder, choices, signal } = options
  // What is UTF-8 from end to end is nothing else, and that is seen sooner than all that it is not.
  const isGuess = choices.encoding === undefined
  let start = await readHead(original, isGuess ? { ...choices, encoding: 'utf-8' } : choices, headRows)
  let shape: CsvShape | Irregular =
    start.encoding.value === 'utf-8' ? await measure(original, start.layout, signal) : 'encoding'
  if (shape === 'encoding' && isGuess) start = await readHead(original, choices, headRows)
  let file = original
  if (shape === 'encoding' || shape === 'line_ends') {
    file = path.join(folder, 'plain.csv')
    await copyPlain(original, start.encoding.value, file, signal)
    shape = await measure(file, start.layout, signal)
  }
  if (typeof shape === 'string' || start.head === null) return null
  return { file, encoding: start.encoding, layout: start.layout, shape, head: start.head }
}

/** `head` is null when not even the beginning can be read, which whoever reads all rows will explain. */
async function readHead(file: string, choices: CsvChoices, rows: number) {
  const book = await openCsv(file, BULK_LIMITS, choices)
  const { encoding, layout } = book
  try {
    const head: SheetRow[] = []
    for await (const batch of book.rows(0)) {
      for (const row of batch) head.push(row)
      if (head.length >= rows) break
    }
    return { head, encoding, layout }
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error
    return { head: null, encoding, layout }
  } finally {
    await book.close()
  }
}

async function measure(
  path: string,
  { delimiter, quote }: CsvLayout,
  signal: AbortSignal | undefined,
): Promise<CsvShape | Irregular> {
  const file = await open(path)
  try {
    return await measureCsv(file, { delimiter: delimiter.value, quote: quote.value }, signal)
  } finally {
    await file.close()
  }
}

export async function countColumns(plain: PlainCsv, signal: AbortSignal | undefined): Promise<number> {
  const file = await open(plain.file)
  try {
    const { delimiter, quote } = plain.layout
    const layout = { delimiter: delimiter.value, quote: quote.value }
    const shape = await measureCsv(file, layout, signal, true)
    return typeof shape === 'string' ? Number.POSITIVE_INFINITY : shape.columns
  } finally {
    await file.close()
  }
}

async function copyPlain(
  from: string,
  encoding: CsvEncoding,
  to: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const file = await open(from)
  try {
    const text = Readable.from(
      decodeText(
        fileChunks(file, () => {}),
        encoding,
      ),
    )
    await pipeline(text, createWriteStream(to), signal ? { signal } : {})
  } finally {
    await file.close()
  }
}
