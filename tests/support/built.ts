import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** Path of a built file, e.g. `built('ingestion/read-report.worker.js')`; the test run's global set-up builds it. */
export const built = (file: string): string => path.join(projectRoot, 'dist/server', file)
