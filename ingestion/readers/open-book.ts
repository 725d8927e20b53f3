import { open } from 'node:fs/promises'
import type { Book } from './cell.ts'
import { openCsv } from './csv-book.ts'
import { megabytes, READ_LIMITS, type ReadLimits } from './limits.ts'
import { fail } from './read-failure.ts'
import { sniffContent } from './sniff-content.ts'
import { openXlsx } from './xlsx-book.ts'

/** Opens a spreadsheet by its content, whatever its name says. Throws ReadFailure with the issue to show. */
export async function openBook(path: string, limits: ReadLimits = READ_LIMITS): Promise<Book> {
  const file = await open(path)
  let content: 'zip' | 'text'
  try {
    const { size } = await file.stat()
    if (size === 0) throw fail('file_empty', {})
    if (size > limits.fileBytes)
      throw fail('file_too_large', { what: 'file', limit: megabytes(limits.fileBytes) })
    content = await sniffContent(file)
  } finally {
    await file.close()
  }
  return content === 'zip' ? openXlsx(path, limits) : openCsv(path, limits)
}
