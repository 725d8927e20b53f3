import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** Path of a file beside the sources (SQL, reference data). Bundled code lies elsewhere in the package, so the folder is
 * looked for upwards from the running file. */
export function warehouseFolder(relative: string): string {
  const start = path.dirname(fileURLToPath(import.meta.url))
  for (let folder = start; ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, 'warehouse', relative)
    if (fs.existsSync(candidate)) return candidate
    if (folder === path.dirname(folder)) throw new Error(`warehouse/${relative} not found above ${start}`)
  }
}
