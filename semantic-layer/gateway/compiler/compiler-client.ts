import { Worker } from 'node:worker_threads'
import type {
  Done,
  ExtendedMeta,
  MatchReply,
  ModelDescription,
  PlanReply,
  PlanRequest,
  WorkerReply,
  WorkerStart,
} from './protocol.ts'

export interface CompilerOptions {
  /** Path of the built `compiler.worker.js`. */
  readonly workerFile: string
  readonly modelFolder: string
}

interface Waiting {
  readonly resolve: (value: Done) => void
  readonly reject: (reason: Error) => void
}

type Asked =
  | { readonly do: 'describe' }
  | { readonly do: 'extend' }
  | { readonly do: 'match'; readonly transformed: unknown; readonly references: unknown }
  | { readonly do: 'plan'; readonly request: PlanRequest }

/** The compiler's worker thread. One that ends is replaced at the next query. */
export class CompilerClient {
  readonly #options: CompilerOptions
  readonly #waiting = new Map<number, Waiting>()
  #worker: Worker | null = null
  #next = 1
  #closed = false

  constructor(options: CompilerOptions) {
    this.#options = options
  }

  describe(): Promise<ModelDescription> {
    return this.#ask({ do: 'describe' }) as Promise<ModelDescription>
  }

  extend(): Promise<ExtendedMeta> {
    return this.#ask({ do: 'extend' }) as Promise<ExtendedMeta>
  }

  match(transformed: unknown, references: unknown): Promise<MatchReply> {
    return this.#ask({ do: 'match', transformed, references }) as Promise<MatchReply>
  }

  plan(request: PlanRequest): Promise<PlanReply> {
    return this.#ask({ do: 'plan', request }) as Promise<PlanReply>
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#worker?.terminate()
    this.#failAll(new Error('the gateway is closed'))
  }

  #ask(asked: Asked): Promise<Done> {
    if (this.#closed) return Promise.reject(new Error('the gateway is closed'))
    const id = this.#next++
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      const worker = this.#running()
      // The thread keeps the process alive only while it owes an answer.
      worker.ref()
      worker.postMessage({ id, ...asked })
    })
  }

  #running(): Worker {
    if (this.#worker) return this.#worker
    const start: WorkerStart = { modelFolder: this.#options.modelFolder }
    const worker = new Worker(this.#options.workerFile, {
      workerData: start,
      // Cube's newer planner is a native binary that is not installed; the JavaScript one is chosen before it loads.
      env: { ...process.env, CUBEJS_TESSERACT_SQL_PLANNER: 'false', CUBEJS_DB_QUERY_LIMIT: '50000' },
      resourceLimits: { maxOldGenerationSizeMb: 512 },
      stderr: true,
      stdout: true,
    })
    // Cube warns there about the planner at each query.
    worker.stdout.resume()
    worker.stderr.resume()
    worker.on('message', (reply: WorkerReply) => {
      const waiting = this.#waiting.get(reply.id)
      this.#waiting.delete(reply.id)
      if (this.#waiting.size === 0) worker.unref()
      if ('done' in reply) waiting?.resolve(reply.done)
      else waiting?.reject(new Error(reply.failed))
    })
    worker.on('error', error => this.#lost(worker, error instanceof Error ? error : new Error(String(error))))
    worker.on('exit', code => this.#lost(worker, new Error(`the compiler's thread ended with code ${code}`)))
    this.#worker = worker
    return worker
  }

  #lost(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return
    this.#worker = null
    this.#failAll(error)
  }

  #failAll(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}
