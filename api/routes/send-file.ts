import fs from 'node:fs'
import { Readable } from 'node:stream'
import type { Context } from 'hono'

/** Streams a stored file as an attachment: a browser saves it and never runs it. */
export function sendFile(c: Context, path: string, fileName: string): Response {
  const { size } = fs.statSync(path)
  const ascii = fileName.replace(/[^\x20-\x7e]/g, '_').replace(/["\\]/g, '_')
  return c.body(Readable.toWeb(fs.createReadStream(path)) as ReadableStream, 200, {
    'content-type': 'application/octet-stream',
    'content-length': String(size),
    'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
  })
}
