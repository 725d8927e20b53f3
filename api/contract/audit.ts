import { z } from '@hono/zod-openapi'
import { CHAIN_FAULTS } from '../../services/index.ts'
import { only, route } from './policy.ts'
import { IsoDate, json, problems } from './shared.ts'

const tags = ['audit']
const readers = only('auditor', 'admin')
const word = z.string().max(200).optional()

const search = {
  actor: word.openapi({ description: 'Id of a person, their e-mail address, or the name of a program' }),
  action: word.openapi({ description: 'An action, or its first part', example: 'submission' }),
  subjectKind: word,
  subjectId: word,
  from: IsoDate.optional().openapi({ description: 'First day' }),
  to: IsoDate.optional().openapi({ description: 'Last day' }),
  q: word.openapi({ description: 'Words of action, subject or detail' }),
}

const AuditEvent = z
  .object({
    number: z.number().int().openapi({ description: 'Place in the chain, without gaps' }),
    at: z.string(),
    actor: z.object({ id: z.string(), name: z.string().nullable(), email: z.string().nullable() }),
    action: z.string(),
    subjectKind: z.string(),
    subjectId: z.string(),
    detail: z.record(z.string(), z.unknown()),
    personal: z.object({
      state: z.enum(['none', 'readable', 'erased']),
      detail: z.record(z.string(), z.unknown()).nullable(),
    }),
    hash: z.string(),
  })
  .openapi('AuditEvent')

const AuditPage = z
  .object({
    items: z.array(AuditEvent),
    next: z.number().int().nullable().openapi({ description: 'Value of "before" for the next page' }),
    actions: z.array(z.string()),
    head: z.object({ number: z.number().int(), hash: z.string() }),
    lastCheck: z
      .object({
        at: z.string(),
        links: z.number().int(),
        broken: z.object({ number: z.number().int(), fault: z.enum(CHAIN_FAULTS) }).nullable(),
      })
      .nullable(),
  })
  .openapi('AuditPage')

export const readAudit = route(readers, {
  method: 'get',
  path: '/api/audit',
  tags,
  summary: 'Events of the audit, the newest first, and what the last check of the chain found',
  request: { query: z.object({ ...search, before: z.coerce.number().int().min(1).max(1e15).optional() }) },
  responses: { 200: json(AuditPage, 'Events'), ...problems(400, 401, 403) },
})

export const exportAudit = route(readers, {
  method: 'get',
  path: '/api/audit/export.csv',
  tags,
  summary: 'The events that a search finds, as a file; each export is itself recorded',
  request: { query: z.object(search) },
  responses: {
    200: { description: 'The file', content: { 'text/csv': { schema: z.string() } } },
    ...problems(400, 401, 403),
  },
})
