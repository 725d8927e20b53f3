import { fileTypeFromBuffer } from 'file-type'
import { type AttachmentProblem, extensionsOf, kindOfMediaType } from '../../../domain/index.ts'
import { type KindOrProblem, type ReadRange, readOfficePackage } from './office-package.ts'
import { createTextCheck } from './plain-text.ts'

/** As much as file-type needs to know a type by its beginning. */
const HEAD_BYTES = 4100
/** Written in letters, and yet programs of a kind. */
const NO_PLAIN_TEXT: Record<string, AttachmentProblem> = {
  'application/xml': 'markup',
  'image/svg+xml': 'markup',
  'application/rtf': 'type_not_allowed',
  'application/postscript': 'type_not_allowed',
  'application/eps': 'type_not_allowed',
}

/** What content is, by itself: its name only says whether a text is a table. */
export async function detectKind(size: number, fileName: string, read: ReadRange): Promise<KindOrProblem> {
  const head = await collect(read(0, Math.min(size, HEAD_BYTES)))
  if (head.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) return readOfficePackage(size, read)
  const known = await fileTypeFromBuffer(head).catch(() => undefined)
  const kind = known ? kindOfMediaType(known.mime) : null
  if (kind) return { kind }
  const problem = known && NO_PLAIN_TEXT[known.mime]
  if (problem) return { problem }
  const text = await textKind(size, fileName, read)
  // Two letters are enough to look like some type ("BM" like a bitmap): what is text to its end is text.
  return known && 'problem' in text && text.problem === 'type_unknown'
    ? { problem: 'type_not_allowed' }
    : text
}

async function textKind(size: number, fileName: string, read: ReadRange): Promise<KindOrProblem> {
  const check = createTextCheck()
  for await (const chunk of read(0, size)) {
    check.add(chunk)
    if (!check.isText()) return { problem: 'type_unknown' }
  }
  if (check.isMarkup()) return { problem: 'markup' }
  const extension = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase()
  return { kind: extensionsOf('csv').includes(extension) ? 'csv' : 'text' }
}

async function collect(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = []
  for await (const chunk of source) all.push(chunk)
  return Buffer.concat(all)
}
