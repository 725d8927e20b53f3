import { Piscina } from 'piscina'
import type { DocumentSource } from './document-source.ts'

/** A document that could not be made within its limits. */
export class RenderingStopped extends Error {
  override readonly name = 'RenderingStopped'
}

export interface DocumentRenderer {
  /** A whole PDF. Throws RenderingStopped past the limits of time, memory or size. */
  render(source: DocumentSource): Promise<Buffer>
  close(): Promise<void>
}

export interface RendererOptions {
  /** The built services/shared/documents/render/render-document.worker.js. */
  readonly workerFile: string
  /** Folder with one <kind>.typ each. */
  readonly templates: string
  /** After this many milliseconds a document is given up (default 20,000). */
  readonly timeLimit?: number
}

/** Typst's memory is not the thread's heap: what goes in is bounded instead. A letter has some hundred characters. */
const MAX_CHARS = 100_000
const HEAP_MB = 128

/** Makes PDFs in a thread of its own, which starts with the first document and ends when none comes. */
export function createDocumentRenderer(options: RendererOptions): DocumentRenderer {
  const timeLimit = options.timeLimit ?? 20_000
  const pool = new Piscina({
    filename: options.workerFile,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 60_000,
    workerData: { templates: options.templates },
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 16 },
  })
  // A failure of the thread is answered where its task was given; this only keeps it from ending the process.
  pool.on('error', () => {})
  return {
    render: async source => {
      if (JSON.stringify(source).length > MAX_CHARS)
        throw new RenderingStopped(`the facts of a document have at most ${MAX_CHARS} characters`)
      const limit = AbortSignal.timeout(timeLimit)
      try {
        return Buffer.from((await pool.run(source, { signal: limit })) as Uint8Array)
      } catch (cause) {
        if (limit.aborted)
          throw new RenderingStopped(`the document took more than ${timeLimit} ms`, { cause })
        throw cause
      }
    },
    close: () => pool.destroy(),
  }
}
