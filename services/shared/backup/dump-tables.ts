import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { PassThrough, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import type pg from 'pg'
import { from as copyFromStdin, to as copyToStdout } from 'pg-copy-streams'
import { type CopiedTable, copyOut, qualified, quoted } from './catalog.ts'

/** A part of a backup on the disk. */
export interface Part {
  /** Path in the backup. */
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

export interface DumpedTable extends CopiedTable {
  readonly rows: number
  /** Of the rows themselves, so that what was restored can be compared. */
  readonly content: string
  readonly part: Part
}

/** Sees bytes on their way. */
export function measured(): { readonly stream: Transform; result(): { bytes: number; sha256: string } } {
  const hash = crypto.createHash('sha256')
  let bytes = 0
  const stream = new Transform({
    transform: (chunk: Buffer, _, done) => {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  return { stream, result: () => ({ bytes, sha256: hash.digest('hex') }) }
}

/** Writes a table's rows into the folder, in the transaction of the client. */
export async function dumpTable(
  client: pg.ClientBase,
  table: CopiedTable,
  folder: string,
  signal: AbortSignal,
): Promise<DumpedTable> {
  const part = path.posix.join('tables', `${table.schema}.${table.name}.copy.gz`)
  const content = measured()
  const packed = measured()
  const copy = client.query(copyToStdout(copyOut(table)))
  await pipeline(
    copy,
    content.stream,
    createGzip({ level: 3 }),
    packed.stream,
    fs.createWriteStream(path.join(folder, part), { flags: 'wx', mode: 0o600, flush: true }),
    { signal },
  )
  return {
    ...table,
    rows: copy.rowCount,
    content: content.result().sha256,
    part: { path: part, ...packed.result() },
  }
}

/** Hash of the rows as they are now. */
export async function contentOf(
  client: pg.ClientBase,
  table: CopiedTable,
): Promise<{ rows: number; content: string }> {
  const content = measured()
  const copy = client.query(copyToStdout(copyOut(table)))
  const nowhere = new PassThrough()
  nowhere.resume()
  await pipeline(copy, content.stream, nowhere)
  return { rows: copy.rowCount, content: content.result().sha256 }
}

/** Loads a table's rows from the folder. */
export async function loadTable(client: pg.ClientBase, table: DumpedTable, folder: string): Promise<void> {
  const columns = table.columns.map(quoted).join(', ')
  await pipeline(
    fs.createReadStream(path.join(folder, table.part.path)),
    createGunzip(),
    client.query(copyFromStdin(`copy ${qualified(table)} (${columns}) from stdin`)),
  )
}
