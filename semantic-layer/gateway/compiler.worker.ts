import { fileURLToPath } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { compileModel } from './compiler/compile-model.ts'
import { canUseRollup } from './compiler/cube-parts.ts'
import { extendedMeta } from './compiler/extended-meta.ts'
import { planQuery } from './compiler/plan-query.ts'
import type { Done, MatchReply, WorkerReply, WorkerRequest, WorkerStart } from './compiler/protocol.ts'

// Cube's compiler holds its thread for a second at start and for milliseconds per plan, so it has a thread of its own.
const port = parentPort
if (!port) throw new Error('compiler.worker runs as a worker thread')
const { modelFolder } = workerData as WorkerStart
// Beside this file, as the rest of what is built.
const model = compileModel(modelFolder, fileURLToPath(new URL('./transpiled-model.json', import.meta.url)))

port.on('message', (request: WorkerRequest) => {
  answer(request).then(
    done => reply({ id: request.id, done }),
    (error: unknown) =>
      reply({
        id: request.id,
        failed: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
  )
})

async function answer(request: WorkerRequest): Promise<Done> {
  const compiled = await model
  if (request.do === 'extend') return extendedMeta(compiled)
  if (request.do === 'match') return match(request.transformed, request.references)
  return request.do === 'describe' ? compiled.description : planQuery(compiled, request.request)
}

/** Cube reads what its own dry-run gave; over anything else it trips. */
function match(transformed: unknown, references: unknown): MatchReply {
  try {
    // Half a question makes Cube answer with half a function.
    return { canUse: JSON.parse(JSON.stringify(canUseRollup(transformed, references))) }
  } catch {
    return null
  }
}

function reply(message: WorkerReply): void {
  port?.postMessage(message)
  // Cube keeps caches in plain objects. The gate lets no text become a key; if one ever did, this thread would answer
  // wrongly from here on, so it ends and the next query gets a new one.
  for (const key in {}) throw new Error(`Object.prototype has been given the key ${key}`)
}
