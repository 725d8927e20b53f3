import { z } from '@hono/zod-openapi'
import { everyRow, only, route } from './policy.ts'
import { Definition, Mistake, TableSchema } from './report-definition.ts'
import { body, IsoDate, json, problems } from './shared.ts'

const tags = ['report types']
const readers = only('reporter', 'approver', 'analyst', 'official', 'admin', 'auditor')
const editors = only('official', 'admin')

const Code = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]{1,59}$/, 'a letter, then letters, digits, - and _')
  .openapi({ example: 'public-posts' })

const Version = z
  .object({
    code: Code,
    version: z.number().int(),
    state: z.enum(['draft', 'published']),
    revision: z.number().int().openapi({ description: 'Counts how often the draft was saved' }),
    appliesFrom: IsoDate.openapi({ description: 'The first day of the first period that it applies to' }),
    savedAt: z.string(),
    publishedAt: z.string().nullable(),
    definition: Definition,
  })
  .openapi('ReportTypeVersion')

const params = z.object({ code: Code })
const Revision = z.number().int().min(1)

export const listTypes = route(readers, {
  method: 'get',
  path: '/api/reporting/types',
  tags,
  summary: 'The types of report; with their drafts for whoever may write them',
  responses: {
    200: json(
      z.object({ items: z.array(Version), drafts: z.array(Version) }).openapi('ReportTypeList'),
      'The last published version of each type, and drafts',
    ),
    ...problems(401, 403),
  },
})

export const createType = route(editors, {
  method: 'post',
  path: '/api/reporting/types',
  tags,
  summary: 'Begin a type of report: nothing is asked of anybody before it is published',
  request: body(z.object({ code: Code, definition: Definition }).openapi('NewReportType')),
  responses: { 201: json(Version, 'Begun'), ...problems(400, 401, 403, 409) },
})

export const getType = route(
  readers,
  {
    method: 'get',
    path: '/api/reporting/types/{code}',
    tags,
    summary: 'The version of a type that applies to periods that begin on a day, or the last one',
    request: { params, query: z.object({ on: IsoDate.optional() }) },
    responses: { 200: json(Version, 'The version'), ...problems(400, 401, 403, 404) },
  },
  everyRow,
)

export const listVersions = route(
  readers,
  {
    method: 'get',
    path: '/api/reporting/types/{code}/versions',
    tags,
    summary: 'Every version of a type, the newest first',
    request: { params },
    responses: {
      200: json(z.object({ items: z.array(Version) }).openapi('ReportTypeVersions'), 'Versions'),
      ...problems(400, 401, 403, 404),
    },
  },
  everyRow,
)

export const saveDraft = route(
  editors,
  {
    method: 'put',
    path: '/api/reporting/types/{code}/draft',
    tags,
    summary: 'Save the draft that was read, or begin one after the last published version',
    request: {
      params,
      ...body(
        z
          .object({
            revision: Revision.nullable().openapi({
              description: 'Of the draft that was read; null begins one',
            }),
            definition: Definition,
          })
          .openapi('ReportTypeDraft'),
      ),
    },
    responses: { 200: json(Version, 'Saved'), ...problems(400, 401, 403, 404, 409) },
  },
  everyRow,
)

export const dropDraft = route(
  editors,
  {
    method: 'delete',
    path: '/api/reporting/types/{code}/draft',
    tags,
    summary: 'Give the draft up',
    request: { params },
    responses: { 204: { description: 'Gone' }, ...problems(400, 401, 403, 404) },
  },
  everyRow,
)

const Faults = z.object({ mistakes: z.array(Mistake).readonly() }).openapi('ReportTypeFaults')

export const checkType = route(editors, {
  method: 'post',
  path: '/api/reporting/types/check',
  tags,
  summary: 'Everything that would keep a definition from being published',
  request: body(z.object({ definition: Definition })),
  responses: { 200: json(Faults, 'Mistakes; none: it can be published'), ...problems(400, 401, 403) },
})

export const publishType = route(
  editors,
  {
    method: 'post',
    path: '/api/reporting/types/{code}/publish',
    tags,
    summary: 'Publish the draft: from its first period on the version holds, and never changes',
    request: { params, ...body(z.object({ revision: Revision })) },
    responses: { 200: json(Version, 'Published'), ...problems(400, 401, 403, 404, 409, 422) },
  },
  everyRow,
)

export const exportType = route(
  readers,
  {
    method: 'get',
    path: '/api/reporting/types/{code}/export',
    tags,
    summary: 'The last version as a file: all of it, or its fields as a Frictionless Table Schema',
    request: { params, query: z.object({ format: z.enum(['json', 'table-schema']).default('json') }) },
    responses: {
      200: {
        description: 'The file',
        content: {
          'application/json': { schema: z.union([Definition.extend({ code: Code }), TableSchema]) },
        },
      },
      ...problems(400, 401, 403, 404),
    },
  },
  everyRow,
)

export const readSchema = route(editors, {
  method: 'post',
  path: '/api/reporting/types/from-table-schema',
  tags,
  summary: 'The fields that a Frictionless Table Schema describes, for a draft',
  request: body(z.record(z.string(), z.unknown()).openapi('AnyTableSchema')),
  responses: {
    200: json(z.object({ fields: Definition.shape.fields }).openapi('DraftedFields'), 'Fields'),
    ...problems(400, 401, 403, 422),
  },
})
