import { z } from '@hono/zod-openapi'
import { ERASURE_REASONS, parseRegistrationNumber } from '../../domain/index.ts'
import { LEGAL_BASES } from '../../services/index.ts'
import { anyone, only, route, signedIn } from './policy.ts'
import { json, Names, problems } from './shared.ts'

const tags = ['privacy']

const Retention = z
  .object({
    kind: z.enum(['account', 'days', 'years', 'permanent']),
    days: z.number().int().nullable(),
    years: z.number().int().nullable(),
    after: z.enum(['writing', 'end']).nullable(),
    law: z.string().nullable(),
  })
  .openapi('Retention')

const ProcessedField = z
  .object({ what: Names, retention: Retention, onErasure: z.enum(['deleted', 'pseudonymised']) })
  .openapi('ProcessedField')

const Processing = z
  .object({
    code: z.string(),
    name: Names,
    purpose: Names,
    basis: z.array(z.object({ gdpr: z.enum(LEGAL_BASES), law: z.string().nullable() })),
    people: Names,
    recipients: Names,
    fields: z.array(ProcessedField),
  })
  .openapi('Processing')

export const getPrivacyRegister = route(anyone, {
  method: 'get',
  path: '/api/privacy/register',
  tags,
  summary: 'The register of processing: what is kept about people, why, and for how long',
  responses: {
    200: json(z.object({ items: z.array(Processing) }).openapi('PrivacyRegister'), 'The register'),
  },
})

const DataExport = z
  .object({
    person: z.string(),
    exportedAt: z.string(),
    entries: z.array(
      z.object({ code: z.string(), name: Names, purpose: Names, data: z.record(z.string(), z.unknown()) }),
    ),
  })
  .openapi('DataExport')

export const exportMyData = route(signedIn, {
  method: 'get',
  path: '/api/me/data-export',
  tags,
  summary: 'Everything that is held about the signed-in person: as JSON, or as a page to read',
  request: {
    query: z.object({
      format: z.enum(['json', 'html']).default('json'),
      lang: z.enum(['ro', 'hu', 'en']).optional(),
    }),
  },
  responses: {
    200: {
      description: 'The data',
      content: { 'application/json': { schema: DataExport }, 'text/html': { schema: z.string() } },
    },
    ...problems(400, 401),
  },
})

const Erased = z
  .object({
    erasure: z.object({ id: z.string(), at: z.string() }),
    kept: z
      .array(ProcessedField)
      .openapi({ description: 'What the law keeps, without anything that leads to the person' }),
  })
  .openapi('Erased')

export const eraseMe = route(signedIn, {
  method: 'post',
  path: '/api/me/erasure',
  tags,
  summary:
    'Erase the signed-in person for good; a short while after the sign-in or a confirmation by password',
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.object({
            email: z.string().max(254).openapi({ description: 'The own e-mail address, typed to confirm' }),
          }),
        },
      },
    },
  },
  responses: { 200: json(Erased, 'Erased'), ...problems(400, 401, 403, 409, 422) },
})

export const erasePerson = route(only('admin'), {
  method: 'post',
  path: '/api/erasures',
  tags,
  summary: 'Erase a person who asked for it in writing',
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.object({
            email: z.string().max(254),
            reason: z
              .enum(ERASURE_REASONS)
              .openapi({ description: 'The ground of GDPR art. 17 (1), written into the audit' }),
            reference: z
              .string()
              .max(30)
              .refine(text => parseRegistrationNumber(text) !== null)
              .nullable()
              .default(null)
              .openapi({
                description: 'Registration number of the written request',
                example: '12/02.03.2026',
              }),
          }),
        },
      },
    },
  },
  responses: { 200: json(Erased, 'Erased'), ...problems(400, 401, 403, 404, 409) },
})
