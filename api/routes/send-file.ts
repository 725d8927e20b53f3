import fs from 'node:fs'
import { Readable } from 'node:stream'
import type { Context } from 'hono'
import { attachmentNamed } from '../http/content-disposition.ts'

/** Streams a stored file as an attachment: a browser saves it and never runs it. */
export function sendFile(c: Context, path: string, fileName: string): Response {
  const { size } = fs.statSync(path)
  return c.body(Readable.toWeb(fs.createReadStream(path)) as ReadableStream, 200, {
    'content-type': 'application/octet-stream',
    'content-length': String(size),
    'content-disposition': attachmentNamed(fileName),
  })
}
