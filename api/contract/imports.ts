import { z } from '@hono/zod-openapi'
import { LIST_KINDS } from '../../domain/index.ts'
import { only, route } from './policy.ts'
import { csvFields } from './reporting.ts'
import { json, problems } from './shared.ts'

const tags = ['imports']
const editors = only('official', 'admin')
const admins = only('admin')
const lang = z.object({ lang: z.enum(['ro', 'hu', 'en']).optional() })

const ListResult = z
  .object({
    kind: z.enum(LIST_KINDS),
    rows: z.number().int().openapi({ description: 'Rows under the header' }),
    counts: z.object({ add: z.number().int(), change: z.number().int(), same: z.number().int() }),
    items: z
      .array(
        z.object({
          row: z.number().int(),
          outcome: z.enum(['add', 'change', 'same']),
          title: z.string(),
          changes: z.array(z.object({ column: z.string(), before: z.string(), after: z.string() })),
        }),
      )
      .openapi({ description: 'What comes of each row, in the order of the file' }),
    ignored: z.array(z.string()).openapi({ description: 'Columns that this list does not have' }),
    mistakes: z
      .array(
        z.object({
          code: z.string(),
          row: z.number().int().nullable(),
          cell: z.string().nullable().openapi({ description: 'Address in the file, e.g. "B7"' }),
          column: z.string().nullable().openapi({ description: 'Header in the reader’s language' }),
          value: z.string(),
          message: z.string(),
          fix: z.string(),
        }),
      )
      .openapi({ description: 'With any, nothing of the list is taken over' }),
    plan: z.string().openapi({
      description: 'Names what would be done: sent with the import, nothing else is done than what was shown',
    }),
    done: z.boolean(),
  })
  .openapi('ListResult')

const form = <S extends z.ZodRawShape>(more: S) => ({
  required: true,
  content: {
    'multipart/form-data': {
      schema: z.object({
        file: z.any().openapi({ type: 'string', format: 'binary' }),
        ...csvFields,
        ...more,
      }),
    },
  },
})
const refusals = problems(400, 401, 403, 409, 413, 415, 422, 429)

const preview = <P extends string>(path: P, policy: typeof admins, summary: string) =>
  route(policy, {
    method: 'post',
    path,
    tags,
    summary: `What ${summary} would change, row by row; nothing is changed and nothing kept`,
    request: { query: lang, body: form({}) },
    responses: { 200: json(ListResult, 'What would be done, or what is to be put right'), ...refusals },
  })

const take = <P extends string>(path: P, policy: typeof admins, summary: string) =>
  route(policy, {
    method: 'post',
    path,
    tags,
    summary: `Take over ${summary}, all of it or nothing`,
    request: { query: lang, body: form({ plan: z.string().max(100).optional() }) },
    responses: { 200: json(ListResult, 'What was done'), ...refusals },
  })

const ORGANISATIONS = 'a list of organisations'
const CONTACTS = 'a list of contacts of organisations'
const MEMBERS = 'a list of people with their roles'

export const previewOrganisations = preview('/api/imports/organisations/preview', editors, ORGANISATIONS)
export const importOrganisations = take('/api/imports/organisations', editors, ORGANISATIONS)
export const previewContacts = preview('/api/imports/contacts/preview', editors, CONTACTS)
export const importContacts = take('/api/imports/contacts', editors, CONTACTS)
export const previewMembers = preview('/api/imports/members/preview', admins, MEMBERS)
export const importMembers = take('/api/imports/members', admins, MEMBERS)

/** Where files come in. */
export const listUploads = [
  previewOrganisations,
  importOrganisations,
  previewContacts,
  importContacts,
  previewMembers,
  importMembers,
].map(uploaded => uploaded.getRoutingPath())

const csv = (description: string) => ({
  200: { description, content: { 'text/csv': { schema: z.string() } } },
})

export const listTemplateRoute = route(only('official', 'admin', 'auditor'), {
  method: 'get',
  path: '/api/imports/template.csv',
  tags,
  summary: 'A list with its header and one row as an example',
  request: { query: lang.extend({ kind: z.enum(LIST_KINDS) }) },
  responses: { ...csv('A CSV with semicolons, UTF-8'), ...problems(400, 401, 403) },
})

export const exportOrganisationsRoute = route(only('official', 'admin', 'analyst', 'auditor'), {
  method: 'get',
  path: '/api/imports/organisations.csv',
  tags,
  summary: 'All organisations on record in the columns of their import: importing it changes nothing',
  request: { query: lang },
  responses: { ...csv('A CSV with semicolons, UTF-8'), ...problems(400, 401, 403) },
})
