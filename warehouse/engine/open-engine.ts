import { type DuckDBOptions, openDuckDB } from './duckdb-engine.ts'
import type { Engine } from './engine.ts'
import { WarehouseError } from './warehouse-error.ts'

export type EngineOptions = Omit<DuckDBOptions, 'file'> & {
  /** "duckdb:<file>" or "duckdb::memory:". */
  readonly url: string
}

/** Opens the engine that the address names; the message never repeats the address, which may hold a password. */
export async function openEngine({ url, ...options }: EngineOptions): Promise<Engine> {
  const [, scheme = url.split(/[:/@]/)[0] ?? '', rest = ''] = /^([a-z]+):(.*)$/is.exec(url) ?? []
  const file = rest.replace(/^\/\/(?=\/)/, '')
  if (scheme.toLowerCase() !== 'duckdb' || file === '')
    throw new WarehouseError({ code: 'url_unsupported', scheme, supported: ['duckdb:<file>'] })
  return openDuckDB({ file, ...options })
}
