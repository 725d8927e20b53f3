import { Readable } from 'node:stream'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import type { AttachmentProblem, ContentKind } from '../../../domain/index.ts'

export type KindOrProblem = { readonly kind: ContentKind } | { readonly problem: AttachmentProblem }

/** Gives bytes of stored content. */
export type ReadRange = (from: number, to: number) => AsyncIterable<Buffer>

const MOST_ENTRIES = 20_000
const ENCRYPTED = 1
const LONGEST_MIMETYPE = 200

/** Part that only a file of this kind has. */
const OOXML: readonly (readonly [string, ContentKind])[] = [
  ['word/document.xml', 'docx'],
  ['xl/workbook.xml', 'xlsx'],
  ['ppt/presentation.xml', 'pptx'],
]
const OPEN_DOCUMENT: Record<string, ContentKind> = {
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
}
/** Programs in a document: those of Microsoft's and of LibreOffice's, in the places where they look for them. */
const MACRO = /(^|\/)(vbaProject\.bin|vbaData\.xml)$|^(Basic|Scripts)\/.+|^xl\/macrosheets\/.+/i

/**
 * Tells the office files apart that are all zip archives, by their directory alone: of the content only the few bytes are
 * unpacked in which OpenDocument names its kind.
 */
export async function readOfficePackage(size: number, read: ReadRange): Promise<KindOrProblem> {
  let zip: ZipFile
  try {
    zip = await openZip(size, read)
  } catch {
    return { problem: 'damaged' }
  }
  try {
    const entries = new Map<string, Entry>()
    for await (const entry of zip.eachEntry()) {
      if (entry.generalPurposeBitFlag & ENCRYPTED) return { problem: 'protected' }
      // Two parts of one name are read differently by different programs: what was looked at would not be what is opened.
      if (entries.has(entry.fileName.toLowerCase())) return { problem: 'damaged' }
      if (MACRO.test(entry.fileName)) return { problem: 'macros' }
      entries.set(entry.fileName.toLowerCase(), entry)
      if (entries.size > MOST_ENTRIES) return { problem: 'damaged' }
    }
    const kind = entries.has('[content_types].xml')
      ? OOXML.find(([part]) => entries.has(part))?.[1]
      : await openDocumentKind(zip, entries.get('mimetype'))
    return kind ? { kind } : { problem: 'type_unknown' }
  } catch {
    return { problem: 'damaged' }
  } finally {
    zip.close()
  }
}

async function openDocumentKind(zip: ZipFile, entry: Entry | undefined): Promise<ContentKind | undefined> {
  if (!entry || entry.uncompressedSize > LONGEST_MIMETYPE || entry.compressionMethod !== 0) return undefined
  let text = ''
  for await (const chunk of await zip.openReadStreamPromise(entry)) text += String(chunk)
  return OPEN_DOCUMENT[text.trim()]
}

class SealedRanges extends yauzl.RandomAccessReader {
  private readonly range: ReadRange

  constructor(range: ReadRange) {
    super()
    this.range = range
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.range(start, end))
  }
}

function openZip(size: number, read: ReadRange): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.fromRandomAccessReader(
      new SealedRanges(read),
      size,
      { autoClose: false, lazyEntries: true, validateEntrySizes: true },
      (error, zip) => (error ? reject(error) : resolve(zip)),
    )
  })
}
