import { openArchive } from './archive.ts'
import type { Book, MergedRange, SheetRow } from './cell.ts'
import type { ReadLimits } from './limits.ts'
import { readDateStyles, readSharedStrings, readWorkbookParts } from './workbook-parts.ts'
import { worksheetListener } from './worksheet.ts'
import { parseXml } from './xml-events.ts'

/** Opens an XLSX or XLSM. Formulas are not run, macros, links and drawings are not looked at. */
export async function openXlsx(file: string | Buffer, limits: ReadLimits): Promise<Book> {
  const archive = await openArchive(file, limits)
  try {
    const parts = await readWorkbookParts(archive)
    const counted = [parts.sharedStrings, ...parts.sheets.map(sheet => sheet.part)].filter(
      part => part !== null,
    )
    const merges: (readonly MergedRange[])[] = []
    const count = { cells: 0 }
    let tables: Promise<[string[], boolean[]]> | null = null
    const readTables = (): Promise<[string[], boolean[]]> =>
      Promise.all([
        parts.sharedStrings ? readSharedStrings(archive, parts.sharedStrings, limits) : [],
        parts.styles ? readDateStyles(archive, parts.styles) : [],
      ])

    async function* rows(index: number): AsyncGenerator<readonly SheetRow[]> {
      const sheet = parts.sheets[index]
      if (!sheet) return
      tables ??= readTables()
      const [strings, dateStyles] = await tables
      const listener = worksheetListener({
        sheet: sheet.name,
        part: sheet.part,
        strings,
        dateStyles,
        date1904: parts.date1904,
        limits,
        count,
      })
      for await (const _ of parseXml(sheet.part, archive.chunks(sheet.part), listener)) {
        const batch = listener.take()
        if (batch.length > 0) yield batch
      }
      merges[index] = listener.merges
    }

    return {
      format: 'xlsx',
      sheets: parts.sheets.map(({ name, hidden }) => ({ name, hidden })),
      rows,
      merges: index => merges[index] ?? [],
      issues: () => [],
      progress: () => archive.progress(counted),
      close: async () => archive.close(),
    }
  } catch (error) {
    archive.close()
    throw error
  }
}
