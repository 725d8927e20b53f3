import { z } from '@hono/zod-openapi'
import {
  DOCUMENT_KINDS,
  DOCUMENT_STATES,
  LANGUAGES,
  RENDITIONS,
  REVOCATION_REASONS,
} from '../../domain/index.ts'
import { anyone, everyRow, only, type Rows, route, signedIn } from './policy.ts'
import { IsoDate, json, Names, problems } from './shared.ts'

const tags = ['documents']
const id = z.object({ id: z.uuid() })

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const shown = {
  kind: z.enum(DOCUMENT_KINDS),
  number: z.string().openapi({ example: '12/2026' }),
  date: IsoDate,
  issuer: Names,
  state: z.enum(DOCUMENT_STATES),
  since: z.string().openapi({ description: 'When the document came into this state' }),
  reason: z.enum(REVOCATION_REASONS).nullable().openapi({ description: 'Why it was revoked, as a kind' }),
  supersededBy: z
    .object({ code: z.string(), number: z.string() })
    .nullable()
    .openapi({ description: 'The document that has taken its place' }),
  signer: z.string().openapi({ description: "Name in the signature's certificate" }),
  demoSignature: z.boolean().openapi({ description: 'Signed with a certificate that proves nothing' }),
}

export const Verification = z
  .object({
    ...shown,
    code: z.string(),
    sha256: Sha256.openapi({ description: 'Of the signed file' }),
    archiveSha256: Sha256.openapi({ description: 'Of the signed copy for archives (PDF/A)' }),
    copies: z
      .array(z.object({ language: z.enum(LANGUAGES), sha256: Sha256 }))
      .openapi({ description: 'Courtesy copies in other languages, which are not signed' }),
  })
  .openapi('Verification')

export const verifyDocument = route(anyone, {
  method: 'get',
  path: '/api/verify/{code}',
  tags,
  summary:
    'State and fingerprints of a document, for whoever holds its code; nothing that it says of a person',
  request: { params: z.object({ code: z.string().max(60) }) },
  responses: { 200: json(Verification, 'The document'), ...problems(404, 429) },
})

export const DocumentSummary = z
  .object({
    id: z.uuid(),
    ...shown,
    code: z.string(),
    files: z.array(
      z.object({
        rendition: z.enum(RENDITIONS),
        language: z.enum(LANGUAGES),
        sha256: Sha256,
        size: z.number().int(),
        path: z.string(),
      }),
    ),
  })
  .openapi('DocumentSummary')

const officeRows: Rows = { all: ['official', 'clerk', 'admin', 'auditor'] }

export const listDocuments = route(
  signedIn,
  {
    method: 'get',
    path: '/api/documents',
    tags,
    summary:
      'Documents of the caller and of the organisations that they act for, newest first; the office sees all',
    request: {
      query: z.object({
        person: z.string().max(64).optional(),
        of: z.literal('me').optional().openapi({ description: 'Leaves out what only the office sees' }),
        q: z
          .string()
          .max(60)
          .optional()
          .openapi({ description: 'A verification code, or part of a registration number' }),
        state: z.enum(DOCUMENT_STATES).optional(),
      }),
    },
    responses: {
      200: json(
        z.object({ items: z.array(DocumentSummary) }).openapi('DocumentList'),
        'At most 200 documents',
      ),
      ...problems(400, 401),
    },
  },
  officeRows,
)

export const downloadDocument = route(
  signedIn,
  {
    method: 'get',
    path: '/api/documents/{id}/file',
    tags,
    summary: 'A file of a document: the signed original, its copy for archives, or a courtesy copy',
    request: {
      params: id,
      query: z.object({
        rendition: z.enum(RENDITIONS).default('official'),
        language: z.enum(LANGUAGES).optional().openapi({ description: 'Of a courtesy copy: hu or en' }),
      }),
    },
    responses: {
      200: { description: 'A PDF', content: { 'application/octet-stream': { schema: z.any() } } },
      ...problems(400, 401, 404),
    },
  },
  officeRows,
)

export const revokeDocument = route(
  only('official', 'admin'),
  {
    method: 'post',
    path: '/api/documents/{id}/revoke',
    tags,
    summary: 'Take a document out of force, for good',
    request: {
      params: id,
      body: {
        required: true,
        content: { 'application/json': { schema: z.object({ reason: z.enum(REVOCATION_REASONS) }) } },
      },
    },
    responses: { 200: json(DocumentSummary, 'Revoked'), ...problems(400, 401, 403, 404, 409) },
  },
  everyRow,
)
