import { z } from '@hono/zod-openapi'
import { CSV_ENCODINGS, SUBMISSION_STATES } from '../../domain/index.ts'
import { only, type Rows, route } from './policy.ts'
import { Amount, CuiParam, IsoDate, json, Names, problems } from './shared.ts'

const reporters = only('reporter', 'approver', 'official', 'admin')
const readers = only('reporter', 'approver', 'official', 'admin', 'analyst', 'auditor')
/** An institution's people see and change its own submissions. */
const reportersRows: Rows = { all: ['official', 'admin'] }
const readersRows: Rows = { all: ['official', 'admin', 'analyst', 'auditor'] }
const tags = ['reporting']
const id = z.object({ id: z.uuid() })

export const ReportedIssue = z
  .object({
    code: z.string(),
    severity: z.enum(['error', 'warning', 'information']),
    sheet: z.string().nullable(),
    cell: z.string().nullable(),
    value: z.string().nullable(),
    message: z.string().openapi({ description: 'In the language of Accept-Language or ?lang' }),
    fix: z.string(),
  })
  .openapi('ReportedIssue')

export const SheetWindow = z
  .object({
    sheet: z.string(),
    columns: z.array(z.string()).openapi({ description: 'Letters of the columns shown, in order' }),
    rows: z.array(
      z.object({
        row: z.number().int(),
        hidden: z.boolean(),
        cells: z.array(z.object({ cell: z.string(), type: z.string(), value: z.string() })),
      }),
    ),
  })
  .openapi('SheetWindow')

const CSV_PROPERTIES = ['encoding', 'delimiter', 'quote', 'decimal'] as const

/** How a CSV is written, by name; what is left out is detected. */
export const csvFields = {
  encoding: z
    .string()
    .max(40)
    .optional()
    .openapi({ description: `A CSV's encoding: ${CSV_ENCODINGS.join(', ')}` }),
  delimiter: z.string().max(40).optional().openapi({ description: 'semicolon, comma, tab or bar' }),
  quote: z.string().max(40).optional().openapi({ description: 'double, single or none' }),
  decimal: z
    .string()
    .max(40)
    .optional()
    .openapi({ description: 'Decimal mark of the amounts: comma or point' }),
}

export const ReadAs = z
  .object({
    encoding: z.string(),
    delimiter: z.string().openapi({ description: 'semicolon, comma, tab or bar' }),
    quote: z.string().openapi({ description: 'double, single or none' }),
    decimal: z.string().openapi({
      description: 'comma or point; both, open when it is to be chosen, empty when no amount shows one',
    }),
    columns: z.number().int(),
    rows: z.number().int(),
    given: z
      .array(z.enum(CSV_PROPERTIES))
      .openapi({ description: 'What the sender said; the rest was detected' }),
  })
  .openapi('ReadAs', { description: 'How a CSV was read' })

export const Submission = z
  .object({
    id: z.uuid(),
    status: z.enum(SUBMISSION_STATES),
    progress: z.number().int().min(0).max(100),
    fileName: z.string(),
    sha256: z.string(),
    size: z.number().int(),
    entity: z.object({ cui: z.string(), names: Names }).nullable(),
    reportType: z.string().nullable(),
    periodEnd: z.string().nullable(),
    lines: z.number().int().nullable(),
    totals: z.object({ revenue: Amount, expenditure: Amount }).nullable(),
    controlTotals: z.object({ revenue: Amount.nullable(), expenditure: Amount.nullable() }).nullable(),
    issues: z.array(ReportedIssue).openapi({ description: 'At most 1,000; all of them under links.issues' }),
    issueCounts: z.object({
      error: z.number().int(),
      warning: z.number().int(),
      information: z.number().int(),
    }),
    sheets: z.array(
      z.object({ name: z.string(), hidden: z.boolean(), rows: z.number().int(), columns: z.number().int() }),
    ),
    readAs: ReadAs.nullable(),
    version: z.number().int().nullable(),
    publication: z.number().int().nullable(),
    duplicateOf: z.uuid().nullable().openapi({ description: 'An earlier submission with the same file' }),
    uploadedBy: z
      .string()
      .nullable()
      .openapi({ description: 'E-mail address of the sender; null when the account is gone' }),
    receivedAt: z.string(),
    publishedAt: z.string().nullable(),
    links: z.record(z.string(), z.string()),
  })
  .openapi('Submission')

export const createSubmission = route(reporters, {
  method: 'post',
  path: '/api/reporting/submissions',
  tags,
  summary: 'Upload a report',
  request: {
    query: z.object({ lang: z.enum(['ro', 'hu', 'en']).optional() }),
    body: {
      required: true,
      content: {
        'multipart/form-data': {
          schema: z.object({
            file: z.any().openapi({ type: 'string', format: 'binary' }),
            entity: z.string().optional().openapi({ description: 'Fiscal code (CUI) of the institution' }),
            reportType: z.string().optional(),
            ...csvFields,
          }),
        },
      },
    },
  },
  responses: {
    202: json(Submission, 'Received; read it at links.self'),
    ...problems(400, 401, 403, 413, 415, 422, 429),
  },
})

const PreviewSheet = z.object({
  name: z.string(),
  hidden: z.boolean(),
  rows: z.number().int(),
  columns: z.number().int(),
  hiddenRows: z.number().int(),
  hiddenColumns: z.number().int(),
  merges: z.number().int(),
  formulas: z.number().int(),
  errors: z.number().int(),
  tables: z
    .array(
      z.object({
        from: z.string(),
        to: z.string(),
        rows: z.number().int(),
        columns: z.number().int(),
        headerRow: z.number().int().nullable(),
        window: SheetWindow.openapi({ description: 'Its upper left corner' }),
      }),
    )
    .openapi({ description: 'Blocks of cells between blank rows and columns' }),
  window: SheetWindow.openapi({ description: 'The upper left corner of the sheet' }),
})

export const Preview = z
  .object({
    format: z
      .enum(['xlsx', 'ods', 'csv'])
      .nullable()
      .openapi({ description: 'null when it cannot be opened' }),
    report: z.string().nullable().openapi({ description: 'The sheet that holds an execution report' }),
    sheets: z.array(PreviewSheet),
    issues: z.array(ReportedIssue),
  })
  .openapi('Preview')

export const previewFile = route(reporters, {
  method: 'post',
  path: '/api/reporting/preview',
  tags,
  summary: 'What a file holds, before it is sent; nothing of it is kept',
  request: {
    query: z.object({ lang: z.enum(['ro', 'hu', 'en']).optional() }),
    body: {
      required: true,
      content: {
        'multipart/form-data': {
          schema: z.object({ file: z.any().openapi({ type: 'string', format: 'binary' }), ...csvFields }),
        },
      },
    },
  },
  responses: { 200: json(Preview, 'What was found'), ...problems(400, 401, 403, 413, 415, 422, 429) },
})

export const getSubmission = route(
  readers,
  {
    method: 'get',
    path: '/api/reporting/submissions/{id}',
    tags,
    summary: 'State, detected report, totals and issues of a submission',
    request: { params: id, query: z.object({ lang: z.enum(['ro', 'hu', 'en']).optional() }) },
    responses: { 200: json(Submission, 'The submission'), ...problems(400, 401, 404) },
  },
  readersRows,
)

export const confirmSubmission = route(
  reporters,
  {
    method: 'post',
    path: '/api/reporting/submissions/{id}/confirm',
    tags,
    summary: 'Confirm what was read; the report is submitted and, without approval levels, published',
    request: {
      params: id,
      query: z.object({
        lang: z.enum(['ro', 'hu', 'en']).optional(),
        reading: z.coerce.number().int().min(1).max(2_147_483_647).optional().openapi({
          description:
            'The reading that was looked at, as in links.confirm: 409 when the file was read again since',
        }),
      }),
    },
    responses: { 200: json(Submission, 'Confirmed'), ...problems(400, 401, 403, 404, 409) },
  },
  reportersRows,
)

export const readSubmissionAgain = route(
  reporters,
  {
    method: 'post',
    path: '/api/reporting/submissions/{id}/read-again',
    tags,
    summary: 'Read the file again, as the sender says that it is written; only before it is confirmed',
    request: {
      params: id,
      query: z.object({ lang: z.enum(['ro', 'hu', 'en']).optional() }),
      body: {
        required: true,
        content: { 'application/json': { schema: z.object(csvFields).openapi('CsvChoices') } },
      },
    },
    responses: { 202: json(Submission, 'It is being read'), ...problems(400, 401, 403, 404, 409, 422) },
  },
  reportersRows,
)

export const withdrawSubmission = route(
  reporters,
  {
    method: 'delete',
    path: '/api/reporting/submissions/{id}',
    tags,
    summary: 'Cancel reading, or give up a submission that was not confirmed',
    request: { params: id },
    responses: { 200: json(Submission, 'Withdrawn'), ...problems(400, 401, 403, 404, 409) },
  },
  reportersRows,
)

export const submissionFile = route(
  readers,
  {
    method: 'get',
    path: '/api/reporting/submissions/{id}/file',
    tags,
    summary: 'The file as it was sent',
    request: { params: id },
    responses: {
      200: { description: 'The file', content: { 'application/octet-stream': { schema: z.any() } } },
      ...problems(400, 401, 404),
    },
  },
  readersRows,
)

export const submissionIssues = route(
  readers,
  {
    method: 'get',
    path: '/api/reporting/submissions/{id}/issues.csv',
    tags,
    summary: 'All issues as CSV',
    request: { params: id, query: z.object({ lang: z.enum(['ro', 'hu', 'en']).optional() }) },
    responses: {
      200: { description: 'CSV', content: { 'text/csv': { schema: z.string() } } },
      ...problems(400, 401, 404),
    },
  },
  readersRows,
)

export const submissionRows = route(
  readers,
  {
    method: 'get',
    path: '/api/reporting/submissions/{id}/rows',
    tags,
    summary: 'Rows of the file as it was sent, for the preview grid (at most 200 at a time)',
    request: {
      params: id,
      query: z.object({
        sheet: z.string().max(200),
        from: z.coerce.number().int().min(1).max(2_000_000),
        to: z.coerce.number().int().min(1).max(2_000_000),
      }),
    },
    responses: { 200: json(SheetWindow, 'Rows'), ...problems(400, 401, 404) },
  },
  readersRows,
)

export const listSubmissions = route(
  readers,
  {
    method: 'get',
    path: '/api/reporting/submissions',
    tags,
    summary: 'Submissions that the caller may see, newest first',
    request: {
      query: z.object({
        entity: CuiParam.optional(),
        status: z.enum(SUBMISSION_STATES).optional(),
        periodEnd: IsoDate.optional(),
        cursor: z.string().max(200).optional(),
        lang: z.enum(['ro', 'hu', 'en']).optional(),
      }),
    },
    responses: {
      200: json(
        z.object({ items: z.array(Submission), next: z.string().nullable() }).openapi('SubmissionPage'),
        'A page of submissions (issues are left out)',
      ),
      ...problems(400, 401),
    },
  },
  readersRows,
)
