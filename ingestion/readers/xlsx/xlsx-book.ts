import { type Issue, makeIssue, WHOLE_FILE } from '../../../domain/index.ts'
import type { Book, MergedRange, SheetRow } from '../cell.ts'
import type { ReadLimits } from '../limits.ts'
import { fail } from '../read-failure.ts'
import { unsavedFormulas } from '../unsaved-formulas.ts'
import { ownElements } from '../xml/own-elements.ts'
import { parseXml } from '../xml/xml-events.ts'
import type { Archive } from '../zip/archive.ts'
import { readDateStyles, readSharedStrings, readWorkbookParts } from './workbook-parts.ts'
import { worksheetListener } from './worksheet.ts'

/** Opens an XLSX or XLSM. Formulas and macros are not run, links not followed, drawings not looked at. */
export async function openXlsx(archive: Archive, limits: ReadLimits): Promise<Book> {
  const parts = await readWorkbookParts(archive, limits)
  if (parts.sheets.length === 0) throw fail('file_empty', {})
  const counted = [parts.sharedStrings, ...parts.sheets.map(sheet => sheet.part)].filter(
    part => part !== null,
  )
  const unsaved = unsavedFormulas()
  const merges: (readonly MergedRange[])[] = []
  const count = { cells: 0 }
  let tables: Promise<[string[], boolean[]]> | null = null
  const readTables = (): Promise<[string[], boolean[]]> =>
    Promise.all([
      parts.sharedStrings ? readSharedStrings(archive, parts.sharedStrings, limits) : [],
      parts.styles ? readDateStyles(archive, parts.styles, limits) : [],
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
      onUnsaved: unsaved.start(sheet.name),
    })
    for await (const _ of parseXml(sheet.part, archive.chunks(sheet.part), ownElements(listener))) {
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
    issues: () => [...fileIssues(archive), ...unsaved.issues()],
    progress: () => archive.progress(counted),
    close: async () => archive.close(),
  }
}

function fileIssues(archive: Archive): Issue[] {
  const names = [...archive.names()]
  const hasMacros = names.some(name => /(?:^|\/)(?:vbaProject\.bin|macrosheets\/[^/]+\.xml)$/i.test(name))
  const hasLinks = names.some(name => /(?:^|\/)(?:externalLinks\/[^/]+\.xml|connections\.xml)$/i.test(name))
  return [
    ...(hasMacros ? [makeIssue('macros_ignored', WHOLE_FILE, {})] : []),
    ...(hasLinks ? [makeIssue('links_not_followed', WHOLE_FILE, {})] : []),
  ]
}
