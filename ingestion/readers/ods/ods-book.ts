import { type Issue, makeIssue, WHOLE_FILE } from '../../../domain/index.ts'
import { cellAddress } from '../address.ts'
import type { Book, Cell, SheetRow } from '../cell.ts'
import type { ReadLimits } from '../limits.ts'
import { fail } from '../read-failure.ts'
import { unsavedFormulas } from '../unsaved-formulas.ts'
import { counter } from '../xlsx/workbook-parts.ts'
import { parseXml, readXml } from '../xml/xml-events.ts'
import type { Archive } from '../zip/archive.ts'
import { type OdsContent, odsContent, type RepeatedCell, type RepeatedRow } from './ods-content.ts'
import { headsListener } from './ods-sheets.ts'

const CONTENT = 'content.xml'
const MANIFEST = 'META-INF/manifest.xml'
const BATCH_CELLS = 5_000

/** Whether an archive is an OpenDocument file, of whatever kind. */
export const isOpenDocument = (archive: Archive): boolean =>
  archive.find('_rels/.rels') === null &&
  archive.find(MANIFEST) !== null &&
  (archive.find(CONTENT) !== null || archive.find('encrypted-package') !== null)

/** Opens an OpenDocument spreadsheet. Formulas and macros are not run, linked files not looked at. */
export async function openOds(archive: Archive, limits: ReadLimits): Promise<Book> {
  if (archive.find('encrypted-package') || (await isEncrypted(archive))) throw fail('file_protected', {})
  const part = archive.find(CONTENT) ?? CONTENT
  const listener = headsListener(counter(part, limits.sheets))
  await readXml(part, archive.chunks(part), listener)
  const { sheets, isSpreadsheet, hasLinks } = listener.heads()
  if (!isSpreadsheet) throw fail('file_type_unknown', { kind: 'odf' })
  if (sheets.length === 0) throw fail('file_empty', {})

  const unsaved = unsavedFormulas()
  let reading: Reading | null = null

  async function* rows(index: number): AsyncGenerator<readonly SheetRow[]> {
    const name = sheets[index]?.name
    if (name === undefined) return
    // All sheets are one part. Whoever reads them in their order reads it once; going back begins again.
    if (!reading?.isAhead(index)) reading = startReading(archive, part, limits)
    const onUnsaved = unsaved.start(name)
    for await (const some of reading.rowsOf(index)) yield* multiply(some, name, onUnsaved)
  }

  return {
    format: 'ods',
    sheets,
    rows,
    merges: index => reading?.content.merges(index) ?? [],
    issues: () => [...fileIssues(archive, hasLinks), ...unsaved.issues()],
    progress: () => (reading ? archive.progress([part]) : 0),
    close: async () => archive.close(),
  }
}

async function isEncrypted(archive: Archive): Promise<boolean> {
  const manifest = archive.find(MANIFEST)
  let found = false
  if (manifest)
    await readXml(manifest, archive.chunks(manifest), {
      open(tag) {
        if (tag === 'encryption-data') found = true
      },
    })
  return found
}

function fileIssues(archive: Archive, hasLinks: boolean): Issue[] {
  const hasMacros = [...archive.names()].some(
    name =>
      /^(?:Basic|Scripts)\/.*\.(?:xml|py|js|bsh|java|class|jar)$/i.test(name) && !/-lc\.xml$/i.test(name),
  )
  return [
    ...(hasMacros ? [makeIssue('macros_ignored', WHOLE_FILE, {})] : []),
    ...(hasLinks ? [makeIssue('links_not_followed', WHOLE_FILE, {})] : []),
  ]
}

interface Reading {
  readonly content: OdsContent
  /** Whether nothing of the sheet has been handed on yet. */
  isAhead(sheet: number): boolean
  rowsOf(sheet: number): AsyncGenerator<readonly RepeatedRow[]>
}

function startReading(archive: Archive, part: string, limits: ReadLimits): Reading {
  const content = odsContent(part, limits)
  const steps = parseXml(part, archive.chunks(part), content)
  let waiting: readonly RepeatedRow[] = []
  let next = 0
  return {
    content,
    isAhead: sheet => next <= sheet,
    async *rowsOf(sheet) {
      next = sheet + 1
      for (;;) {
        const some = waiting.filter(row => row.sheet === sheet)
        waiting = waiting.filter(row => row.sheet > sheet)
        if (some.length > 0) yield some
        if (waiting.length > 0 || content.sheet() > sheet) return
        if ((await steps.next()).done) return
        waiting = content.take()
      }
    },
  }
}

/** Writes rows and cells out as often as they are repeated, in batches of a bounded size. */
function* multiply(
  rows: readonly RepeatedRow[],
  sheet: string,
  onUnsaved: (address: string) => void,
): Generator<SheetRow[]> {
  let batch: SheetRow[] = []
  let size = 0
  for (const repeated of rows) {
    for (let at = 0; at < repeated.rows; at++) {
      const cells = cellsOf(repeated.cells, repeated.row + at, sheet, onUnsaved)
      batch.push({ row: repeated.row + at, hidden: repeated.hidden, cells })
      size += cells.length
      if (size < BATCH_CELLS) continue
      yield batch
      batch = []
      size = 0
    }
  }
  if (batch.length > 0) yield batch
}

function cellsOf(
  repeated: readonly RepeatedCell[],
  row: number,
  sheet: string,
  onUnsaved: (address: string) => void,
): Cell[] {
  const cells: Cell[] = []
  for (const { column: first, columns, value: typed, formula, unsaved, hidden } of repeated) {
    for (let column = first; column < first + columns; column++) {
      const cell = cellAddress(column, row)
      if (unsaved) onUnsaved(cell)
      const { type, value, raw } = typed
      const written: Written = { sheet, cell, row, column, type, value, raw }
      if (formula) written.formula = true
      if (hidden) written.hidden = true
      cells.push(written)
    }
  }
  return cells
}

/** Marks that most cells do not have are put on afterwards: an object that is spread costs several times one that is written. */
type Written = { -readonly [Key in keyof Cell]: Cell[Key] }
