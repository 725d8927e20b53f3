import type { SheetHead } from '../cell.ts'
import type { ReadLimits } from '../limits.ts'
import { megabytes } from '../limits.ts'
import { damaged, fail } from '../read-failure.ts'
import { ownElements } from '../xml/own-elements.ts'
import { readXml } from '../xml/xml-events.ts'
import type { XmlListener } from '../xml/xml-scanner.ts'
import type { Archive } from '../zip/archive.ts'
import { isDateFormat } from './excel-date.ts'

const readOwn = (archive: Archive, part: string, listener: XmlListener): Promise<void> =>
  readXml(part, archive.chunks(part), ownElements(listener))

interface Relation {
  readonly type: string
  readonly target: string
}

/** Resolves a relation's target against the part that names it. */
function resolveTarget(part: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path = part.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.') path.push(step)
  }
  return path.join('/')
}

async function readRelations(
  archive: Archive,
  part: string,
  limits: ReadLimits,
): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>()
  const count = counter(part, limits.listed)
  const slash = part.lastIndexOf('/') + 1
  const name = archive.find(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`)
  if (!name) return relations
  await readOwn(archive, name, {
    open(tag, attributes) {
      if (tag !== 'Relationship') return
      count()
      if (attributes.get('TargetMode') === 'External') return
      const [Id, Type, Target] = [attributes.get('Id'), attributes.get('Type'), attributes.get('Target')]
      if (!Id || !Type || !Target) return
      relations.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target: resolveTarget(part, Target) })
    },
  })
  return relations
}

/** Counts what a part lists, and calls it damaged when that has no end. */
export function counter(part: string, most: number): () => void {
  let count = 0
  return () => {
    if (++count > most) throw damaged(part, new Error(`more than ${most}`))
  }
}

/** Excel has 31 characters, other programs more. It goes with every cell, so that a long one costs what cells cost. */
const LONGEST_NAME = 255

export function sheetName(part: string, name = ''): string {
  if (name.length > LONGEST_NAME) throw damaged(part, new Error(`a name of ${name.length} characters`))
  return name
}

export interface WorkbookParts {
  readonly sheets: readonly (SheetHead & { readonly part: string })[]
  readonly date1904: boolean
  readonly sharedStrings: string | null
  readonly styles: string | null
}

/** Finds the sheets of an XLSX or XLSM by its relations. What is another kind of archive fails as a file of that kind. */
export async function readWorkbookParts(archive: Archive, limits: ReadLimits): Promise<WorkbookParts> {
  const root = await readRelations(archive, '', limits)
  const target =
    [...root.values()].find(relation => relation.type === 'officeDocument')?.target ?? 'xl/workbook.xml'
  const part = archive.find(target)
  if (!part || !/\.xml$/i.test(part)) throw otherArchive(archive)
  const relations = await readRelations(archive, part, limits)
  const sheets: (SheetHead & { part: string })[] = []
  let date1904 = false
  let isWorkbook = false
  const countSheet = counter(part, limits.sheets)
  await readOwn(archive, part, {
    open(tag, attributes) {
      if (tag === 'workbook') isWorkbook = true
      if (tag === 'workbookPr') date1904 = isTrue(attributes.get('date1904'))
      if (tag !== 'sheet') return
      countSheet()
      const id =
        attributes.get('r:id') ??
        Object.entries(attributes.toRecord()).find(([name]) => name.endsWith(':id'))?.[1]
      const relation = relations.get(id ?? '')
      if (relation && relation.type !== 'worksheet') return
      const name = sheetName(part, attributes.get('name'))
      const found = relation && archive.find(relation.target)
      if (!found) throw fail('file_unreadable', { reason: 'part_missing', detail: name })
      sheets.push({ name, hidden: (attributes.get('state') ?? 'visible') !== 'visible', part: found })
    },
  })
  if (!isWorkbook) throw otherArchive(archive)
  const partOf = (type: string): string | null => {
    const relation = [...relations.values()].find(candidate => candidate.type === type)
    return relation ? archive.find(relation.target) : null
  }
  return { sheets, date1904, sharedStrings: partOf('sharedStrings'), styles: partOf('styles') }
}

function otherArchive(archive: Archive): Error {
  const has = (part: string): boolean => archive.find(part) !== null
  if (has('xl/workbook.bin')) return fail('file_type_unknown', { kind: 'xlsb' })
  if (has('word/document.xml')) return fail('file_type_unknown', { kind: 'word' })
  if ([...archive.names()].some(name => /^xl\//i.test(name)))
    return fail('file_unreadable', { reason: 'part_missing', detail: 'workbook.xml' })
  return fail('file_type_unknown', { kind: 'archive' })
}

export const isTrue = (text: string | undefined): boolean => text === '1' || text === 'true'

/** Excel writes characters that XML cannot hold as _x000D_, and a literal underscore in front of such a pattern as _x005F_. */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text

/** A cut of a longer string keeps all of that alive, here the whole part: a copy does not. */
const detached = (text: string): string =>
  text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le')

/** The shared strings in order; phonetic readings (rPh) are left out. */
export async function readSharedStrings(
  archive: Archive,
  part: string,
  limits: ReadLimits,
): Promise<string[]> {
  const strings: string[] = []
  let text = ''
  let chars = 0
  let inText = false
  let inPhonetic = false
  await readOwn(archive, part, {
    open(tag) {
      if (tag === 'si') text = ''
      else if (tag === 'rPh') inPhonetic = true
      else if (tag === 't') inText = !inPhonetic
    },
    text(piece) {
      if (!inText) return
      text += piece
      chars += piece.length
      if (chars > limits.textChars)
        throw fail('file_too_large', { what: 'texts', limit: megabytes(limits.textChars) })
    },
    close(tag) {
      if (tag === 't') inText = false
      else if (tag === 'rPh') inPhonetic = false
      else if (tag === 'si') {
        strings.push(detached(unescapeText(text)))
        if (strings.length > limits.sharedStrings)
          throw fail('file_too_large', { what: 'cells', limit: String(limits.sharedStrings) })
      }
    },
  })
  return strings
}

/** For each cell style, whether its number format shows dates. */
export async function readDateStyles(archive: Archive, part: string, limits: ReadLimits): Promise<boolean[]> {
  const count = counter(part, limits.listed)
  const codes = new Map<number, string>()
  const formats: number[] = []
  let inCellFormats = false
  await readOwn(archive, part, {
    open(tag, attributes) {
      if (tag === 'numFmt' || (tag === 'xf' && inCellFormats)) count()
      if (tag === 'numFmt') codes.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '')
      else if (tag === 'cellXfs') inCellFormats = true
      else if (tag === 'xf' && inCellFormats) formats.push(Number(attributes.get('numFmtId') ?? 0))
    },
    close(tag) {
      if (tag === 'cellXfs') inCellFormats = false
    },
  })
  return formats.map(id => isDateFormat(id, codes.get(id) ?? null))
}
