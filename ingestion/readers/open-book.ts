import { open } from 'node:fs/promises'
import type { CsvChoices } from '../../domain/index.ts'
import type { Book } from './cell.ts'
import { openCsv } from './csv/csv-book.ts'
import { megabytes, READ_LIMITS, type ReadLimits } from './limits.ts'
import { isOpenDocument, openOds } from './ods/ods-book.ts'
import { fail } from './read-failure.ts'
import { isProse, sniffContent } from './sniff-content.ts'
import { openXlsx } from './xlsx/xlsx-book.ts'
import { openArchive } from './zip/archive.ts'

const SPREADSHEET_NAME = /\.(?:xls[xmb]?|xlt[xm]?|ods|ots)$/i

export interface OpenOptions {
  /** The name that the file was sent with, which `path` need not have. */
  readonly fileName?: string
  readonly limits?: ReadLimits
  /** What its sender says of a text file; the rest is detected. */
  readonly csv?: CsvChoices
}

/** Opens a spreadsheet by its content, whatever its name says. Throws ReadFailure with the issue to show. */
export async function openBook(path: string, options: OpenOptions = {}): Promise<Book> {
  const limits = options.limits ?? READ_LIMITS
  const content = await contentOf(path, options)
  return content === 'zip' ? openZipped(path, limits) : openCsv(path, limits, options.csv ?? {})
}

/** What a file holds. Throws ReadFailure for what is no spreadsheet, or too large. */
export async function contentOf(path: string, options: OpenOptions): Promise<'zip' | 'text'> {
  const limits = options.limits ?? READ_LIMITS
  const file = await open(path)
  try {
    const { size } = await file.stat()
    if (size === 0) throw fail('file_empty', {})
    if (size > limits.fileBytes)
      throw fail('file_too_large', { what: 'file', limit: megabytes(limits.fileBytes) })
    const content = await sniffContent(file)
    if (content === 'text' && SPREADSHEET_NAME.test(options.fileName ?? path) && (await isProse(file)))
      throw fail('file_type_unknown', { kind: 'text' })
    return content
  } finally {
    await file.close()
  }
}

/** Opens an XLSX, XLSM or ODS. */
export async function openZipped(file: string | Buffer, limits: ReadLimits): Promise<Book> {
  const archive = await openArchive(file, limits)
  try {
    return await (isOpenDocument(archive) ? openOds(archive, limits) : openXlsx(archive, limits))
  } catch (error) {
    archive.close()
    throw error
  }
}
