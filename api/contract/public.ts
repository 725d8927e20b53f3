import { z } from '@hono/zod-openapi'
import { anyone, route } from './policy.ts'
import { SheetWindow } from './reporting.ts'
import { Amount, CuiParam, IsoDate, json, Names, problems } from './shared.ts'

const tags = ['public budgets']

export const Period = z
  .object({
    at: z.string().openapi({ description: 'Date of the state' }),
    reportType: z.string(),
    version: z.number().int(),
    publication: z.number().int(),
    publishedAt: z.string(),
    monthsCovered: z.number().int().openapi({ description: 'Months since the previous report of the year' }),
    revenue: Amount,
    expenditure: Amount,
    ownRevenue: Amount.openapi({
      description: "The period's own amount: difference from the previous report of the year",
    }),
    ownExpenditure: Amount,
  })
  .openapi('Period')

export const EntitySummary = z
  .object({
    cui: z.string().nullable().openapi({ description: 'Null while the fiscal code is not known' }),
    siruta: z.string().nullable(),
    names: Names,
    kind: z
      .string()
      .openapi({ description: 'county_council, municipality, town, commune, institution kinds' }),
    county: z.string(),
    demo: z.boolean().openapi({ description: 'Generated data of a fictional institution' }),
    sample: z.boolean().openapi({ description: 'Published totals, rebuilt split' }),
    latest: z.object({ at: z.string(), revenue: Amount, expenditure: Amount }).nullable(),
  })
  .openapi('EntitySummary')

export const Entity = EntitySummary.extend({
  parent: z.object({ cui: z.string(), names: Names }).nullable(),
  population: z.object({ value: z.number().int(), year: z.number().int(), basis: z.string() }).nullable(),
  periods: z.array(Period).openapi({ description: 'Published reports, newest first' }),
}).openapi('Entity')

export const listEntities = route(anyone, {
  method: 'get',
  path: '/api/public/entities',
  tags,
  summary: 'Institutions and town halls, searched in Romanian and Hungarian without regard to diacritics',
  request: { query: z.object({ q: z.string().max(100).optional() }) },
  responses: {
    200: json(z.object({ items: z.array(EntitySummary) }).openapi('EntityList'), 'Entities'),
    ...problems(400),
  },
})

export const getEntity = route(anyone, {
  method: 'get',
  path: '/api/public/entities/{cui}',
  tags,
  summary: 'One institution with its published periods',
  request: { params: z.object({ cui: CuiParam }) },
  responses: { 200: json(Entity, 'Entity'), ...problems(400, 404) },
})

export const DIMENSIONS = ['functional', 'economic', 'section', 'source'] as const

/** Slice of a budget: the same parameters address the figure, its trace and its download. */
export const Slice = z.object({
  at: IsoDate.optional().openapi({ description: 'Date of the state; the latest published when absent' }),
  kind: z.enum(['expenditure', 'revenue']).default('expenditure'),
  mode: z
    .enum(['cumulative', 'own'])
    .default('cumulative')
    .openapi({ description: "Cumulative since 1 January, or the period's own amounts" }),
  functional: z
    .string()
    .regex(/^\d{2}(\d{2}){0,2}$/)
    .optional()
    .openapi({ description: 'Only lines below this functional code: 65, 6503 or 650301' }),
  economic: z
    .string()
    .regex(/^\d{2}(\d{2}){0,2}$/)
    .optional()
    .openapi({ description: 'Only lines below this economic code: 10, 1001 or 100101' }),
  source: z
    .string()
    .regex(/^[A-Z]$/)
    .optional(),
  section: z.enum(['F', 'D', 'none']).optional(),
  reportType: z.string().max(40).optional(),
  asOf: z
    .string()
    .regex(/^(\d{1,15}|\d{4}-\d{2}-\d{2}(T[\d:.]+Z?)?)$/, 'a publication number, a date or an instant')
    .optional()
    .openapi({
      description: 'Publication number, date (its end) or instant: the figures as they were known then',
    }),
})

const BudgetQuery = Slice.extend({
  by: z.enum(DIMENSIONS).default('functional'),
  level: z.coerce.number().int().min(1).max(4).default(1).openapi({
    description:
      'functional: chapter, sub-chapter, paragraph, line (functional × economic); economic: title, article, line, line (economic × functional)',
  }),
})

export const BudgetRow = z
  .object({
    code: z.string().openapi({ example: '65' }),
    display: z.string().openapi({ example: '65.02' }),
    names: Names,
    amount: Amount,
    share: z
      .number()
      .nullable()
      .openapi({ description: 'Part of the total, 0–1; null when the total is zero' }),
    trace: z.string().openapi({ description: 'Path of the cells behind the amount' }),
    children: z.boolean().openapi({ description: 'Whether a deeper level has more than this row' }),
  })
  .openapi('BudgetRow')

export const Budget = z
  .object({
    entity: EntitySummary,
    at: z.string(),
    asOf: z.number().int().openapi({ description: 'The publication that the answer is pinned to' }),
    kind: z.enum(['expenditure', 'revenue']),
    mode: z.enum(['cumulative', 'own']),
    by: z.enum(DIMENSIONS),
    level: z.number().int(),
    unit: z.literal('RON'),
    total: Amount,
    totalTrace: z.string(),
    rows: z.array(BudgetRow),
    path: z
      .array(z.object({ dimension: z.enum(DIMENSIONS), code: z.string(), display: z.string(), names: Names }))
      .openapi({ description: 'The slice, outermost first: the breadcrumb' }),
    report: z.object({
      reportType: z.string(),
      version: z.number().int(),
      publication: z.number().int(),
      publishedAt: z.string(),
      submission: z.string(),
      fileName: z.string(),
      sha256: z.string(),
      monthsCovered: z.number().int(),
      current: z.boolean(),
    }),
  })
  .openapi('Budget')

export const getBudget = route(anyone, {
  method: 'get',
  path: '/api/public/budget/{cui}',
  tags,
  summary: 'Revenue or expenditure of an institution at a date, by one classification',
  request: { params: z.object({ cui: CuiParam }), query: BudgetQuery },
  responses: { 200: json(Budget, 'Budget'), ...problems(400, 404) },
})

export const downloadBudget = route(anyone, {
  method: 'get',
  path: '/api/public/budget/{cui}/download',
  tags,
  summary: 'The same answer as a CSV, XLSX or JSON file',
  request: {
    params: z.object({ cui: CuiParam }),
    query: BudgetQuery.extend({
      format: z.enum(['csv', 'xlsx', 'json']),
      lang: z.enum(['ro', 'hu', 'en']).default('ro'),
    }),
  },
  responses: {
    200: { description: 'The file', content: { 'application/octet-stream': { schema: z.any() } } },
    ...problems(400, 404),
  },
})

export const TraceRow = z
  .object({
    line: z.string(),
    amount: Amount.openapi({
      description: 'What the cell adds to the figure: negative where an earlier report is subtracted',
    }),
    sign: z.union([z.literal(1), z.literal(-1)]),
    functional: z.object({ code: z.string(), display: z.string(), names: Names }),
    economic: z.object({ code: z.string(), display: z.string(), names: Names }).nullable(),
    source: z.string(),
    section: z.string().nullable(),
    submission: z.string(),
    fileName: z.string(),
    sha256: z.string(),
    sheet: z.string(),
    cell: z.string(),
    rawValue: z.string(),
    version: z.number().int(),
    publication: z.number().int(),
    periodEnd: z.string(),
    excerpt: z.string().openapi({ description: 'Path of the rows around the cell' }),
  })
  .openapi('TraceRow')

export const Trace = z
  .object({
    entity: EntitySummary,
    at: z.string(),
    asOf: z.number().int(),
    kind: z.enum(['expenditure', 'revenue']),
    mode: z.enum(['cumulative', 'own']),
    total: Amount.openapi({ description: 'Sum of all rows, on this page and the others' }),
    count: z.number().int(),
    rows: z.array(TraceRow),
    next: z.string().nullable().openapi({ description: 'Path of the next page' }),
  })
  .openapi('Trace')

export const getTrace = route(anyone, {
  method: 'get',
  path: '/api/public/trace/{cui}',
  tags,
  summary: 'The cells behind a figure; their sum is the figure',
  request: {
    params: z.object({ cui: CuiParam }),
    query: Slice.extend({
      offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
      limit: z.coerce.number().int().min(1).max(1000).default(100),
    }),
  },
  responses: { 200: json(Trace, 'Cells'), ...problems(400, 404) },
})

export const getExcerpt = route(anyone, {
  method: 'get',
  path: '/api/public/submissions/{id}/excerpt',
  tags,
  summary: 'The rows of the published file around one cell',
  request: {
    params: z.object({ id: z.uuid() }),
    query: z.object({
      sheet: z.string().max(200),
      cell: z.string().regex(/^[A-Z]{1,3}[1-9]\d{0,6}$/),
      around: z.coerce.number().int().min(0).max(20).default(3),
    }),
  },
  responses: { 200: json(SheetWindow, 'Rows, the header row first'), ...problems(400, 404) },
})

export const publishedFile = route(anyone, {
  method: 'get',
  path: '/api/public/submissions/{id}/file',
  tags,
  summary: 'A published file as the institution sent it',
  request: { params: z.object({ id: z.uuid() }) },
  responses: {
    200: { description: 'The file', content: { 'application/octet-stream': { schema: z.any() } } },
    ...problems(400, 404),
  },
})
