import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { mediaTypeOf } from '../../domain/index.ts'
import { type Attachment, deleteAttachment, findAttachment } from '../../services/index.ts'
import {
  attachmentContent,
  createAttachment,
  getAttachment,
  idParam,
  removeAttachment,
  sendAttachment,
} from '../contract/attachments.ts'
import { personOf } from '../http/acting.ts'
import { requestedRange } from '../http/byte-range.ts'
import { attachmentNamed } from '../http/content-disposition.ts'
import type { AppEnv } from '../http/environment.ts'
import { ProblemError } from '../http/problem.ts'
import type { RateLimits } from '../http/rate-limits.ts'
import { createTusServer } from '../http/tus-server.ts'
import type { System } from '../instance/system.ts'

const PATH = '/api/attachments'

export function attachmentRoutes(app: OpenAPIHono<AppEnv>, system: System, limits: RateLimits): void {
  const tus = createTusServer(system, PATH)
  const { files, mayRead } = system.attachments

  const find = async (c: Context<AppEnv>, id: string) => {
    const actor = await personOf(c)
    const attachment = await findAttachment(system.db, system.keyring, id)
    if (!attachment) throw new ProblemError('attachment_unknown')
    return { actor, attachment }
  }
  const readable = async (c: Context<AppEnv>, id: string): Promise<Attachment> => {
    const { actor, attachment } = await find(c, id)
    if (!(await mayRead(actor, attachment))) throw new ProblemError('attachment_unknown')
    return attachment
  }
  const own = async (c: Context<AppEnv>, id: string) => {
    const found = await find(c, id)
    if (found.attachment.uploadedBy !== found.actor.id) throw new ProblemError('attachment_unknown')
    return found
  }

  app.openapi(createAttachment, async c => {
    const actor = await personOf(c)
    if (!(await limits.allowAttachment(c, actor.id))) throw new ProblemError('too_many_requests')
    return tus(c.req.raw, actor.id)
  })

  // HEAD arrives as GET: with tus's header it asks for the offset of an upload.
  app.on('GET', getAttachment.getRoutingPath(), async (c, next) => {
    if (c.req.method !== 'HEAD' || !c.req.header('tus-resumable')) return next()
    const id = idParam.shape.id.safeParse(c.req.param('id'))
    if (!id.success) throw new ProblemError('attachment_unknown')
    const { actor } = await own(c, id.data)
    return tus(c.req.raw, actor.id)
  })
  app.openapi(getAttachment, async c => {
    c.header('cache-control', 'no-store')
    return c.json(viewAttachment(await readable(c, c.req.valid('param').id)), 200)
  })

  app.openapi(sendAttachment, async c => {
    const { actor, attachment } = await own(c, c.req.valid('param').id)
    if (attachment.state !== 'uploading') throw new ProblemError('upload_complete')
    return tus(c.req.raw, actor.id)
  })

  app.openapi(removeAttachment, async c => {
    const { actor, attachment } = await own(c, c.req.valid('param').id)
    const deleted = await system.db
      .transaction()
      .execute(store =>
        deleteAttachment(store, attachment.id, { by: actor.id, reason: 'withdrawn', at: system.now() }),
      )
    if (!deleted) throw new ProblemError('attachment_final')
    await files.remove(attachment.storageKey)
    return c.body(null, 204, { 'tus-resumable': '1.0.0' })
  })

  app.openapi(attachmentContent, async c => sendContent(c, await readable(c, c.req.valid('param').id)))

  function sendContent(c: Context<AppEnv>, attachment: Attachment): Response {
    const { state, kind, size, sha256, fileName } = attachment
    if (state !== 'ready' || !kind) throw new ProblemError('attachment_not_ready', `It is ${state}.`)
    const etag = `"${sha256}"`
    const range = requestedRange(
      { range: c.req.header('range'), ifRange: c.req.header('if-range') },
      size,
      etag,
    )
    const headers = { 'accept-ranges': 'bytes', etag, 'cache-control': 'private, no-store' }
    if (range === 'unsatisfiable') {
      c.header('content-range', `bytes */${size}`)
      throw new ProblemError('range_not_satisfiable')
    }
    const { from, to } = range ?? { from: 0, to: size }
    return c.body(streamOf(files.read(attachment, { from, to })), range ? 206 : 200, {
      ...headers,
      'content-type': mediaTypeOf(kind),
      'content-length': String(to - from),
      'content-disposition': attachmentNamed(fileName ?? 'file'),
      ...(range ? { 'content-range': `bytes ${from}-${to - 1}/${size}` } : {}),
    })
  }
}

/** Nothing is read before somebody takes it: an answer to HEAD opens no file. */
function streamOf(source: AsyncGenerator<Buffer>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      pull: async controller => {
        const { done, value } = await source.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      cancel: async () => {
        await source.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
}

export const viewAttachment = (attachment: Attachment) => ({
  id: attachment.id,
  purpose: attachment.purpose,
  fileName: attachment.fileName,
  size: attachment.size,
  mediaType: attachment.kind && mediaTypeOf(attachment.kind),
  state: attachment.state,
  scan: attachment.scan,
  problem: attachment.problem,
  createdAt: attachment.createdAt.toISOString(),
  links: {
    self: `${PATH}/${attachment.id}`,
    content: attachment.state === 'ready' ? `${PATH}/${attachment.id}/content` : null,
  },
})
