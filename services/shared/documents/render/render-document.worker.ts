import path from 'node:path'
import { workerData } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import QrCode from 'qrcode'
import type { DocumentSource } from './document-source.ts'

const { templates } = workerData as { templates: string }

// Typst reads files below the templates only, and of the network nothing.
const compiler = NodeCompiler.create({ workspace: templates })
/** Results that the last so many documents did not use are forgotten. */
const CACHED_DOCUMENTS = 10

export default async function render(source: DocumentSource): Promise<Uint8Array> {
  const { kind, standard, at, ...data } = source
  const qr = await QrCode.toString(source.address, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' })
  try {
    return compiler.pdf(
      {
        mainFilePath: path.join(templates, `${kind}.typ`),
        inputs: { data: JSON.stringify(data), qr },
      },
      { pdfStandard: standard, creationTimestamp: Math.floor(at.getTime() / 1000) },
    )
  } catch (error) {
    // Typst's errors are no Error and would reach the other side empty.
    throw error instanceof Error ? error : new Error(`the template ${kind} failed: ${describe(error)}`)
  } finally {
    compiler.evictCache(CACHED_DOCUMENTS)
  }
}

function describe(error: unknown): string {
  const isDiagnosed = typeof error === 'object' && error !== null && 'shortDiagnostics' in error
  return JSON.stringify(isDiagnosed ? error.shortDiagnostics : String(error))
}
