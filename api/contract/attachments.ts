import { z } from '@hono/zod-openapi'
import {
  ATTACHMENT_PROBLEMS,
  ATTACHMENT_PURPOSES,
  ATTACHMENT_STATES,
  SCAN_RESULTS,
} from '../../domain/index.ts'
import { forTokens, ownRows, route, signedIn } from './policy.ts'
import { json, problems } from './shared.ts'

const tags = ['attachments']
export const idParam = z.object({ id: z.uuid() })
const TUS = 'The protocol is tus 1.0.0: see https://tus.io/protocols/resumable-upload'

export const Attachment = z
  .object({
    id: z.string(),
    purpose: z.enum(ATTACHMENT_PURPOSES),
    fileName: z.string().nullable().openapi({
      description:
        'null once it is deleted. Its extension follows the content: one that said something else is changed',
    }),
    size: z.number().int(),
    mediaType: z.string().nullable().openapi({ description: 'By content; null until it is known' }),
    state: z.enum(ATTACHMENT_STATES),
    scan: z
      .enum(SCAN_RESULTS)
      .openapi({ description: 'not_scanned: no virus scanner is set up, or not yet' }),
    problem: z.enum(ATTACHMENT_PROBLEMS).nullable().openapi({ description: 'Why it was refused' }),
    createdAt: z.string(),
    links: z.object({ self: z.string(), content: z.string().nullable() }),
  })
  .openapi('Attachment')

const empty = (description: string) => ({ description })
const tusHeaders = z.object({ 'tus-resumable': z.string().optional() })

const inOwnName = forTokens('personal', signedIn)

export const createAttachment = route(inOwnName, {
  method: 'post',
  path: '/api/attachments',
  tags,
  summary: 'Begin an upload',
  description: `${TUS}. Upload-Metadata names "filename" and "purpose" (${ATTACHMENT_PURPOSES.join(', ')}).`,
  request: {
    headers: tusHeaders.extend({
      'upload-length': z.string().optional(),
      'upload-metadata': z.string().optional(),
    }),
  },
  responses: { 201: empty('Begun; Location is its address'), ...problems(400, 401, 403, 413, 422, 429) },
})

export const getAttachment = route(
  signedIn,
  {
    method: 'get',
    path: '/api/attachments/{id}',
    tags,
    summary: 'An attachment and its state. HEAD with Tus-Resumable gives the offset of the upload',
    request: { params: idParam },
    responses: { 200: json(Attachment, 'The attachment'), ...problems(400, 401, 404) },
  },
  ownRows,
)

export const sendAttachment = route(
  inOwnName,
  {
    method: 'patch',
    path: '/api/attachments/{id}',
    tags,
    summary: 'Send content from an offset on',
    description: TUS,
    request: { params: idParam, headers: tusHeaders.extend({ 'upload-offset': z.string().optional() }) },
    responses: {
      204: empty('Arrived up to Upload-Offset'),
      ...problems(400, 401, 403, 404, 409, 410, 413, 415),
    },
  },
  ownRows,
)

export const removeAttachment = route(
  inOwnName,
  {
    method: 'delete',
    path: '/api/attachments/{id}',
    tags,
    summary: 'Cancel an upload, or remove what is not attached to anything',
    request: { params: idParam },
    responses: { 204: empty('Removed'), ...problems(400, 401, 403, 404, 409) },
  },
  ownRows,
)

export const attachmentContent = route(
  signedIn,
  {
    method: 'get',
    path: '/api/attachments/{id}/content',
    tags,
    summary: 'Download the content; ranges of bytes are served',
    request: { params: idParam },
    responses: {
      200: empty('The content'),
      206: empty('The range asked for'),
      ...problems(400, 401, 404, 409, 416),
    },
  },
  ownRows,
)
