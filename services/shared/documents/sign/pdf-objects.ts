/** Just enough of a PDF to add to it: the objects of a file with one classic table of references, as Typst writes it. */
export interface PdfObjects {
  /** Number of the catalog. */
  readonly root: number
  /** The next free number. */
  readonly size: number
  /** Entries of the trailer that go on to the next one: Info, ID. */
  readonly kept: string
  readonly startOfTable: number
  /** Text of an object without "obj" and "endobj". Throws when there is none. */
  read(number: number): string
}

export function readPdfObjects(pdf: Buffer): PdfObjects {
  const text = pdf.toString('latin1')
  const startOfTable = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1])
  const table = /^xref\s+0 (\d+)\s+((?:\d{10} \d{5} [nf]\s+)+)trailer\s*<<([\s\S]*?)>>\s*startxref/.exec(
    text.slice(startOfTable),
  )
  const [, , entries = '', trailer = ''] = table ?? []
  const root = Number(/\/Root (\d+) 0 R/.exec(trailer)?.[1])
  const size = Number(/\/Size (\d+)/.exec(trailer)?.[1])
  if (!table || !Number.isInteger(root) || !Number.isInteger(size))
    throw new Error('a PDF without a classic table of references can not be signed here')
  const offsets = [...entries.matchAll(/(\d{10}) \d{5} ([nf])/g)].map(([, offset, state]) =>
    state === 'n' ? Number(offset) : -1,
  )
  return {
    root,
    size,
    startOfTable,
    kept: [/\/Info \d+ 0 R/, /\/ID \[[\s\S]*?\]/].flatMap(entry => entry.exec(trailer) ?? []).join(' '),
    read: number => {
      const offset = offsets[number] ?? -1
      const found = new RegExp(`^${number} 0 obj\\s+([\\s\\S]*?)\\s+endobj`).exec(
        offset < 0 ? '' : text.slice(offset),
      )
      if (!found?.[1]) throw new Error(`the PDF has no object ${number}`)
      return found[1]
    },
  }
}

/** Number of the object that an entry points to. Throws when it points to none. */
export function referenceOf(object: string, entry: RegExp): number {
  const number = Number(entry.exec(object)?.[1])
  if (!Number.isInteger(number)) throw new Error(`the PDF lacks ${entry.source}`)
  return number
}

/** A text as PDF writes it in any language: UTF-16 with its mark, in hex. */
export function pdfText(text: string): string {
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
  return `<${utf16.toString('hex').toUpperCase()}>`
}

/** A moment as PDF writes it, in UTC. */
export const pdfDate = (at: Date): string =>
  `(D:${at.toISOString().replaceAll(/\D/g, '').slice(0, 14)}+00'00')`
