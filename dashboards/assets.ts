import { readFile } from 'node:fs/promises'
import path from 'node:path'

interface Chunk {
  file: string
  css?: string[]
  assets?: string[]
  imports?: string[]
  isEntry?: boolean
}

/** Files of the browser's build, as its manifest names them. */
export interface BrowserAssets {
  readonly entry: string
  readonly styles: readonly string[]
  readonly fonts: readonly string[]
  /** Scripts to fetch early for a source file (the page's chunk and what it imports). */
  preloads(source: string): readonly string[]
}

const BASE = '/assets/'
const ENTRY = 'dashboards/browser.tsx'

/** Reads the manifest that Vite wrote. The folder is that of the build, e.g. dist/browser. */
export async function loadAssets(distFolder: string): Promise<BrowserAssets> {
  const text = await readFile(path.join(distFolder, 'manifest.json'), 'utf8')
  const manifest = JSON.parse(text) as Record<string, Chunk>
  const entry = manifest[ENTRY]
  if (!entry) throw new Error(`${ENTRY} is missing from the browser's manifest: run the build`)
  const address = (file: string): string => BASE + file.replace(/^assets\//, '')
  const collect = (source: string, seen: Set<string>): Set<string> => {
    const chunk = manifest[source]
    if (!chunk || seen.has(chunk.file)) return seen
    seen.add(chunk.file)
    for (const imported of chunk.imports ?? []) collect(imported, seen)
    return seen
  }
  const ofEntry = collect(ENTRY, new Set())
  const fonts = (entry.assets ?? []).filter(file => /latin(-ext)?-wght-normal.*\.woff2$/.test(file))
  return {
    entry: address(entry.file),
    styles: (entry.css ?? []).map(address),
    fonts: fonts.map(address),
    preloads: source =>
      [...new Set([...ofEntry, ...collect(source, new Set())])]
        .filter(file => file !== entry.file)
        .map(address),
  }
}
