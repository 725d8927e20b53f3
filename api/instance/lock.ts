import fs from 'node:fs'
import path from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'

/** Another process uses the data folder. */
export class DataFolderInUse extends Error {
  override readonly name = 'DataFolderInUse'

  constructor(dataFolder: string, pid: string | null) {
    super(
      `The data folder ${dataFolder} is in use by another instance${pid ? ` (process ${pid})` : ''}: stop that one, or give this one another DATA_DIR.`,
    )
  }
}

/**
 * Takes the data folder for this process. The lock is the operating system's own on an empty DuckDB file: it is gone
 * with the process, however that ends, and needs no clean-up.
 */
export async function lockDataFolder(dataFolder: string): Promise<() => void> {
  fs.mkdirSync(dataFolder, { recursive: true, mode: 0o755 })
  const file = path.join(dataFolder, 'instance.lock')
  try {
    const instance = await DuckDBInstance.create(file, { threads: '1', memory_limit: '64MB' })
    return () => instance.closeSync()
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    if (!/lock/i.test(text))
      throw new Error(`The data folder ${dataFolder} can't be used: ${text}`, { cause: error })
    throw new DataFolderInUse(dataFolder, /PID (\d+)/.exec(text)?.[1] ?? null)
  }
}
