import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
// @ts-expect-error a plain script without types
import { buildBrowser, buildServer } from '../../scripts/build.mjs'
import { startEmbeddedPostgres } from '../../services/index.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Owner's connection of the test run's PostgreSQL server. */
    postgresUrl: string
    /** Data folder with the sample data; made by the first test file that wants it. */
    seededFolder: string
  }
}

/** Builds what tests run in workers and processes, and starts one real PostgreSQL for all test files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await Promise.all([buildServer(), buildBrowser()])
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'open-county-test-'))
  fs.chmodSync(folder, 0o755)
  const server = await startEmbeddedPostgres({ dataFolder: folder })
  project.provide('postgresUrl', server.url)
  project.provide('seededFolder', path.join(folder, 'seeded'))
  return async () => {
    await server.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
