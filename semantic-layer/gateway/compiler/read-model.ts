import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export interface ModelFile {
  readonly fileName: string
  readonly content: string
}

/** The model's YAML files in a steady order. */
export function readModelFiles(folder: string): ModelFile[] {
  const names = readdirSync(folder)
    .filter(name => /\.ya?ml$/.test(name))
    .sort()
  if (names.length === 0) throw new Error(`no model files in ${folder}`)
  return names.map(fileName => ({ fileName, content: readFileSync(path.join(folder, fileName), 'utf8') }))
}
