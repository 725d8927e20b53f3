import fs from 'node:fs'
import { createRequire } from 'node:module'

/** Cube's memory of model files that it has transpiled: their code by a hash of their text. */
export interface TranspiledFiles {
  entries(): Iterable<[string, string]>
  set(hash: string, code: string): unknown
}

/** Other code of Cube's may transpile the same text to something else. */
const version = (): string =>
  (createRequire(import.meta.url)('@cubejs-backend/schema-compiler/package.json') as { version: string })
    .version

/**
 * Gives Cube what an earlier start transpiled, since that is most of its work: expressions are read by a parser of Python.
 * Returns what keeps the rest for the next start, once the model has compiled. A file that can't be read or written only costs time.
 */
export function recallTranspiled(cache: TranspiledFiles, file: string): () => void {
  const known = read(file)
  for (const [hash, code] of Object.entries(known)) cache.set(hash, code)
  return () => {
    const entries = [...cache.entries()]
    if (entries.every(([hash]) => Object.hasOwn(known, hash))) return
    const side = `${file}.${process.pid}`
    try {
      fs.writeFileSync(side, JSON.stringify({ version: version(), files: Object.fromEntries(entries) }))
      fs.renameSync(side, file)
    } catch {
      fs.rmSync(side, { force: true })
    }
  }
}

function read(file: string): Readonly<Record<string, string>> {
  try {
    const kept = JSON.parse(fs.readFileSync(file, 'utf8')) as {
      version: string
      files: Record<string, string>
    }
    return kept.version === version() ? (kept.files ?? {}) : {}
  } catch {
    return {}
  }
}
