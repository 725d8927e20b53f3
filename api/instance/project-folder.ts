import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** Folder of the project: the bundle lies in dist/server/…, the sources in api/…. */
export function projectFolder(): string {
  const here = path.dirname(fileURLToPath(import.meta.url))
  const dist = here.lastIndexOf(`${path.sep}dist${path.sep}`)
  return dist >= 0 ? here.slice(0, dist) : path.resolve(here, '../..')
}

/** Path of a built file, such as a worker. */
export const built = (file: string): string => path.join(projectFolder(), 'dist/server', file)

export const modelFolder = (): string => path.join(projectFolder(), 'semantic-layer/model')

export const COMPILER_WORKER = 'semantic-layer/gateway/compiler.worker.js'
