import type { FileHandle } from 'node:fs/promises'
import { fail } from './read-failure.ts'

const ascii = (bytes: Buffer, from: number, to: number): string => bytes.toString('latin1', from, to)
const startsWith = (bytes: Buffer, ...magic: number[]): boolean =>
  magic.every((byte, at) => bytes[at] === byte)

/** What the file is, by its bytes: an extension is only a wish. Throws ReadFailure on what is neither archive nor text. */
export async function sniffContent(file: FileHandle): Promise<'zip' | 'text'> {
  const head = Buffer.alloc(8192)
  const { bytesRead } = await file.read(head, 0, head.length, 0)
  const bytes = head.subarray(0, bytesRead)
  if (bytes.length === 0) throw fail('file_empty', {})
  if (startsWith(bytes, 0x50, 0x4b, 3, 4) || startsWith(bytes, 0x50, 0x4b, 5, 6)) return 'zip'
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw await oldOfficeFailure(file)
  const kind = otherFormat(bytes)
  if (kind) throw fail('file_type_unknown', { kind })
  return 'text'
}

function otherFormat(bytes: Buffer): string | null {
  const start = ascii(bytes, 0, 5)
  if (start === '%PDF-') return 'pdf'
  if (startsWith(bytes, 0x1f, 0x8b) || startsWith(bytes, 0x28, 0xb5, 0x2f, 0xfd)) return 'archive'
  if (
    start.startsWith('Rar!') ||
    startsWith(bytes, 0x37, 0x7a, 0xbc, 0xaf) ||
    startsWith(bytes, 0xfd, 0x37, 0x7a)
  )
    return 'archive'
  if (
    startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) ||
    startsWith(bytes, 0xff, 0xd8, 0xff) ||
    start.startsWith('GIF8')
  )
    return 'image'
  if (/^\{\\rtf/.test(start)) return 'word'
  // Excel before 1993 wrote bare BIFF records; the first is a beginning-of-file record of versions 2 to 5.
  if (bytes[0] === 9 && [0, 2, 4, 8].includes(bytes[1] ?? -1) && (bytes[2] ?? 99) <= 16 && bytes[3] === 0)
    return 'xls'
  if (bytes.length > 4 && startsWith(bytes, 0xff, 0xfe, 0, 0)) return 'binary'
  const isUtf16 = startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)
  const text = bytes
    .toString(isUtf16 && bytes[0] === 0xff ? 'utf16le' : 'latin1')
    .replace(/[\0\ufeff\xef\xbb\xbf\xfe\xff]/g, '')
  if (/^\s*<(?:!doctype\s+html|html|head|body|table|meta|style)/i.test(text)) return 'html'
  if (/^\s*<(?:\?xml|!DOCTYPE|[a-z]+:?[a-z]+ xmlns)/i.test(text)) return 'xml'
  return null
}

/**
 * Whether a text has nothing that could separate columns. Programs do call their CSV "report.xls"; a message that a mail system
 * left in place of an attachment has the same name and is no table.
 */
export async function isProse(file: FileHandle): Promise<boolean> {
  const head = Buffer.alloc(8192)
  const { bytesRead } = await file.read(head, 0, head.length, 0)
  return !/[;,\t|]/.test(head.toString('latin1', 0, bytesRead))
}

/** Old Office files share one container; an encrypted workbook is also kept in it. */
async function oldOfficeFailure(file: FileHandle): Promise<Error> {
  const bytes = Buffer.alloc(Math.min((await file.stat()).size, 4 * 1024 * 1024))
  await file.read(bytes, 0, bytes.length, 0)
  const has = (name: string): boolean => bytes.includes(Buffer.from(name, 'utf16le'))
  if (has('EncryptedPackage') || has('EncryptionInfo') || isProtectedXls(bytes))
    return fail('file_protected', {})
  if (has('WordDocument')) return fail('file_type_unknown', { kind: 'word' })
  return fail('file_type_unknown', { kind: has('Workbook') || has('Book') ? 'xls' : 'binary' })
}

/** A protected .xls has a FILEPASS record (0x2F) close behind the beginning of its workbook stream. */
function isProtectedXls(bytes: Buffer): boolean {
  for (let start = 512; start + 4 < bytes.length; start += 64) {
    if (bytes.readUInt16LE(start) !== 0x0809) continue
    let at = start
    for (let records = 0; records < 12 && at + 4 <= bytes.length; records++) {
      const type = bytes.readUInt16LE(at)
      if (type === 0x2f) return true
      at += 4 + bytes.readUInt16LE(at + 2)
    }
  }
  return false
}
