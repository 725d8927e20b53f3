import { DEFAULT_BYTE_RANGE_PLACEHOLDER, SUBFILTER_ETSI_CADES_DETACHED } from '@signpdf/utils'
import { type PdfObjects, pdfDate, pdfText, readPdfObjects, referenceOf } from './pdf-objects.ts'

export interface SignatureField {
  /** Name in the certificate. */
  readonly signer: string
  /** What a screen reader says of the field. */
  readonly tooltip: string
  readonly at: Date
  /** Bytes that the signature may take. */
  readonly room: number
}

/** Printed and locked (ISO 19005-2, 6.3.2 wants Print set and Hidden clear). */
const ANNOTATION_FLAGS = 4 | 128
/** Signatures exist; whoever saves the file appends to it. */
const SIGNATURE_FLAGS = 3
const UNKNOWN = `/${DEFAULT_BYTE_RANGE_PLACEHOLDER}`

/**
 * Appends a signature field with room for the signature; the bytes before stay as they are. The field has no extent, and
 * stands in the structure as PDF/UA-1 (7.18) and PDF/A-2a want of a widget: in a Form element, with a tooltip.
 */
export function addSignatureField(pdf: Buffer, field: SignatureField): Buffer {
  const objects = readPdfObjects(pdf)
  const signature = objects.size
  const widget = signature + 1
  const element = signature + 2
  const catalog = objects.read(objects.root)
  const page = lastPage(objects, referenceOf(catalog, /\/Pages (\d+) 0 R/))
  const treeNumber = referenceOf(catalog, /\/StructTreeRoot (\d+) 0 R/)
  const tree = objects.read(treeNumber)
  const root = referenceOf(tree, /\/K \[(\d+) 0 R\]/)
  const place = Number(/\/ParentTreeNextKey (\d+)/.exec(tree)?.[1])

  const pageText = objects.read(page)
  const changed = new Map<number, string>([
    [objects.root, into(catalog, `/AcroForm << /Fields [${widget} 0 R] /SigFlags ${SIGNATURE_FLAGS} >>`)],
    [
      page,
      /\/Annots \[/.test(pageText)
        ? replace(pageText, /\/Annots \[([^\]]*)\]/, `/Annots [$1 ${widget} 0 R]`)
        : into(pageText, `/Annots [${widget} 0 R] /Tabs /S`),
    ],
    [
      treeNumber,
      replace(
        replace(tree, /(\/ParentTree <<\s*\/Nums \[[^\]]*)\]/, `$1 ${place} ${element} 0 R]`),
        /\/ParentTreeNextKey \d+/,
        `/ParentTreeNextKey ${place + 1}`,
      ),
    ],
    [root, replace(objects.read(root), /(\/K \[[^\]]*)\]/, `$1 ${element} 0 R]`)],
    [
      signature,
      `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /${SUBFILTER_ETSI_CADES_DETACHED} ` +
        `/ByteRange [0 ${UNKNOWN} ${UNKNOWN} ${UNKNOWN}] /Contents <${'0'.repeat(field.room * 2)}> ` +
        `/Name ${pdfText(field.signer)} /M ${pdfDate(field.at)} >>`,
    ],
    [
      widget,
      `<< /Type /Annot /Subtype /Widget /FT /Sig /Rect [0 0 0 0] /F ${ANNOTATION_FLAGS} /P ${page} 0 R ` +
        `/T (Signature1) /TU ${pdfText(field.tooltip)} /Contents ${pdfText(field.tooltip)} ` +
        `/V ${signature} 0 R /StructParent ${place} >>`,
    ],
    [
      element,
      `<< /Type /StructElem /S /Form /P ${root} 0 R /Pg ${page} 0 R /Alt ${pdfText(field.tooltip)} ` +
        `/K [<< /Type /OBJR /Pg ${page} 0 R /Obj ${widget} 0 R >>] >>`,
    ],
  ])
  return append(pdf, changed, element + 1)
}

/** The page that ends the document, below a tree of any depth. */
function lastPage(objects: PdfObjects, node: number): number {
  const text = objects.read(node)
  if (!/\/Type \/Pages\b/.test(text)) return node
  return lastPage(objects, referenceOf(text, /\/Kids \[[^\]]*?(\d+) 0 R\s*\]/))
}

/** The changed objects, their table and a trailer that leads to the one before. */
function append(pdf: Buffer, changed: ReadonlyMap<number, string>, size: number): Buffer {
  const { root, kept, startOfTable } = readPdfObjects(pdf)
  let body = pdf.at(-1) === 0x0a ? '' : '\n'
  const entries: string[] = []
  for (const [number, object] of [...changed].sort(([a], [b]) => a - b)) {
    entries.push(`${number} 1\n${String(pdf.length + body.length).padStart(10, '0')} 00000 n \n`)
    body += `${number} 0 obj\n${object}\nendobj\n`
  }
  const table = pdf.length + body.length
  body += `xref\n${entries.join('')}trailer\n<< /Size ${size} /Root ${root} 0 R ${kept} /Prev ${startOfTable} >>\n`
  return Buffer.concat([pdf, Buffer.from(`${body}startxref\n${table}\n%%EOF\n`, 'latin1')])
}

const into = (dictionary: string, entry: string): string => replace(dictionary, />>$/, `${entry} >>`)

function replace(object: string, pattern: RegExp, by: string): string {
  if (!pattern.test(object)) throw new Error(`the PDF lacks ${pattern.source}`)
  return object.replace(pattern, by)
}
