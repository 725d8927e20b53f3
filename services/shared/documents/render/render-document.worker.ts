import path from 'node:path'
import { workerData } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import QrCode from 'qrcode'
import { printable } from '../../../../domain/index.ts'
import type { DocumentSource } from './document-source.ts'

const { templates } = workerData as { templates: string }

// Typst reads files below the templates only.
const compiler = NodeCompiler.create({ workspace: templates })
/** Results that the last so many documents did not use are forgotten. */
const CACHED_DOCUMENTS = 10
/** How many kinds of letters that the font lacks are replaced in one document. */
const MAX_REPLACED = 50
const REPLACEMENT = '\ufffd'

export default async function render(source: DocumentSource): Promise<Uint8Array> {
  const { kind, standard, at, ...data } = source
  const qr = await QrCode.toString(source.address, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' })
  try {
    return draw({ data, qr, kind, standard, at }, [])
  } finally {
    compiler.evictCache(CACHED_DOCUMENTS)
  }
}

interface Drawing extends Pick<DocumentSource, 'kind' | 'standard' | 'at'> {
  readonly data: object
  readonly qr: string
}

/** A letter that the font lacks is no ground for refusing a document: it is shown as one that could not be shown. */
function draw(drawing: Drawing, lacking: readonly string[]): Uint8Array {
  const { data, qr, kind, standard, at } = drawing
  const shown = JSON.stringify(data, (_, value) =>
    typeof value === 'string'
      ? lacking.reduce((text, one) => text.replaceAll(one, REPLACEMENT), printable(value))
      : value,
  )
  try {
    return compiler.pdf(
      { mainFilePath: path.join(templates, `${kind}.typ`), inputs: { data: shown, qr } },
      { pdfStandard: standard, creationTimestamp: Math.floor(at.getTime() / 1000) },
    )
  } catch (error) {
    const text = diagnosticsOf(error)
    const missing = missingLetters(text).filter(one => !lacking.includes(one))
    if (missing.length > 0 && lacking.length < MAX_REPLACED) return draw(drawing, [...lacking, ...missing])
    throw new Error(`the template ${kind} failed: ${text}`)
  }
}

/** Typst's diagnostics come as the error's code, beside an empty message. */
function diagnosticsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.message || ('code' in error ? String(error.code) : error.name)
}

/** The letters that the diagnostics of PDF/UA or PDF/A say can't be shown. */
const missingLetters = (diagnostics: string): string[] =>
  [...diagnostics.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/g)].map(([, quoted = '']) =>
    quoted.replaceAll(/\\+u\{([0-9a-f]+)\}/g, (_, hex: string) =>
      String.fromCodePoint(Number.parseInt(hex, 16)),
    ),
  )
