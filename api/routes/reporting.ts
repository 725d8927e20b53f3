import crypto from 'node:crypto'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { type ChoiceTexts, cleanFileName, parseCui } from '../../domain/index.ts'
import {
  type ActedBy,
  type Actor,
  actedBy,
  confirmSubmission as confirm,
  countIssues,
  findOrganisation,
  findReportType,
  findSubmission,
  listSubmissions as list,
  listIssues,
  mayReportFor,
  readAgain,
  receiveSubmission,
  type Submission,
  type SubmissionScope,
  seesAllSubmissions,
  visibleOrganisations,
  withdrawSubmission as withdraw,
} from '../../services/index.ts'
import {
  confirmSubmission,
  createSubmission,
  getSubmission,
  listSubmissions,
  readSubmissionAgain,
  submissionFile,
  submissionIssues,
  submissionRows,
  withdrawSubmission,
} from '../contract/reporting.ts'
import { actorOf } from '../http/acting.ts'
import { csvChoices } from '../http/csv-choices.ts'
import type { AppEnv } from '../http/environment.ts'
import { readerLanguage } from '../http/language.ts'
import { ProblemError } from '../http/problem.ts'
import type { System } from '../instance/system.ts'
import { issuesCsv } from './issues-csv.ts'
import { sendFile } from './send-file.ts'
import { sheetWindow } from './sheet-window.ts'
import { reportedIssue, viewSubmission, viewWithoutIssues } from './submission-view.ts'

/** How long a confirmation waits for its publication before it answers "accepted". */
const PUBLISH_WAIT_MS = 10_000
const PAGE_SIZE = 50

export const scopeOf = (actor: Actor): SubmissionScope =>
  seesAllSubmissions(actor)
    ? { kind: 'all' }
    : { kind: 'own', organisations: visibleOrganisations(actor), uploadedBy: actor.id }

/** Whoever reports for the institution, in whose place as it may be. */
const reportedBy = (actor: Actor, organisationId: string | null | undefined): ActedBy =>
  actedBy(actor, [null, organisationId ?? null], ['official', 'admin', 'reporter', 'approver'])

export function reportingRoutes(app: OpenAPIHono<AppEnv>, system: System): void {
  const visible = async (c: Context<AppEnv>, id: string): Promise<Submission> => {
    const submission = await findSubmission(system.db, id, scopeOf(await actorOf(c)))
    if (!submission) throw new ProblemError('submission_unknown')
    return submission
  }
  /** Reading is open to analysts and auditors; changing is for those who report for the institution. */
  const changeable = async (c: Context<AppEnv>, id: string): Promise<Submission> => {
    const submission = await visible(c, id)
    const actor = await actorOf(c)
    const own = submission.organisation
      ? mayReportFor(actor, submission.organisation.id)
      : submission.uploadedBy === actor.id
    if (!own) throw new ProblemError('entity_not_permitted')
    return submission
  }

  app.openapi(createSubmission, async c => {
    const actor = await actorOf(c)
    const form = c.req.valid('form')
    const { file } = form
    if (!(file instanceof File) || file.size === 0) throw new ProblemError('file_missing')
    const { submission, duplicate } = await receiveFile(system, actor, file.name, form, async () => ({
      sha256: await system.files.put(new Uint8Array(await file.arrayBuffer())),
      size: file.size,
    }))
    c.header('location', `/api/reporting/submissions/${submission.id}`)
    return c.json(await viewSubmission(system, submission, readerLanguage(c), { duplicate }), 202)
  })

  app.openapi(listSubmissions, async c => {
    const query = c.req.valid('query')
    if (query.cursor && !/^\d{1,18}$/.test(query.cursor)) throw new ProblemError('request_invalid', 'cursor')
    const found = await list(system.db, scopeOf(await actorOf(c)), {
      cui: query.entity,
      status: query.status,
      periodEnd: query.periodEnd,
      before: query.cursor,
      limit: PAGE_SIZE + 1,
    })
    const page = found.slice(0, PAGE_SIZE)
    const counts = await countIssues(
      system.db,
      page.map(({ id }) => id),
    )
    const none = { error: 0, warning: 0, information: 0 }
    return c.json(
      {
        items: page.map(submission =>
          viewWithoutIssues(system, submission, counts.get(submission.id) ?? none),
        ),
        next: found.length > PAGE_SIZE ? (page.at(-1)?.sequence ?? null) : null,
      },
      200,
    )
  })

  app.openapi(getSubmission, async c =>
    c.json(await viewSubmission(system, await visible(c, c.req.valid('param').id), readerLanguage(c)), 200),
  )

  app.openapi(confirmSubmission, async c => {
    const submission = await changeable(c, c.req.valid('param').id)
    const { id } = submission
    const actor = await actorOf(c)
    const reading = c.req.valid('query').reading ?? null
    const result = await confirm(
      system.db,
      id,
      reportedBy(actor, submission.organisation?.id),
      system.now(),
      reading,
    )
    if (result.outcome === 'read_again') throw new ProblemError('submission_read_again')
    if (result.outcome === 'not_ready')
      throw new ProblemError('submission_not_ready', `It is ${result.status}.`)
    system.relay.wake()
    await Promise.race([
      system.relay.idle(),
      new Promise(resolve => setTimeout(resolve, PUBLISH_WAIT_MS).unref()),
    ])
    return c.json(await viewSubmission(system, await visible(c, id), readerLanguage(c)), 200)
  })

  app.openapi(readSubmissionAgain, async c => {
    const submission = await changeable(c, c.req.valid('param').id)
    const { id } = submission
    const csv = csvChoices(c.req.valid('json'))
    const actor = await actorOf(c)
    await system.reading.settled(id)
    if (!(await readAgain(system.db, id, csv, reportedBy(actor, submission.organisation?.id), system.now())))
      throw new ProblemError('submission_not_readable')
    system.reading.enqueue(id)
    return c.json(await viewSubmission(system, await visible(c, id), readerLanguage(c)), 202)
  })

  app.openapi(withdrawSubmission, async c => {
    const submission = await changeable(c, c.req.valid('param').id)
    const { id } = submission
    const actor = await actorOf(c)
    if (!(await withdraw(system.db, id, reportedBy(actor, submission.organisation?.id), system.now())))
      throw new ProblemError('submission_final')
    system.reading.cancel(id)
    return c.json(await viewSubmission(system, await visible(c, id), readerLanguage(c)), 200)
  })

  app.openapi(submissionFile, async c => {
    const submission = await visible(c, c.req.valid('param').id)
    return sendFile(c, system.files.path(submission.sha256), submission.fileName)
  })

  app.openapi(submissionRows, async c => {
    const submission = await visible(c, c.req.valid('param').id)
    const { sheet, from, to } = c.req.valid('query')
    return c.json(await sheetWindow(system, submission, sheet, [from, Math.min(to, from + 199)]), 200)
  })

  app.openapi(submissionIssues, async c => {
    const submission = await visible(c, c.req.valid('param').id)
    const language = readerLanguage(c)
    const issues = await listIssues(system.db, submission.id, null)
    const csv = issuesCsv(issues.map(issue => reportedIssue(issue, language)))
    c.header('content-disposition', `attachment; filename="issues-${submission.id}.csv"`)
    return c.body(csv, 200, { 'content-type': 'text/csv; charset=utf-8' })
  })
}

/** The institution named with the upload, or the only one that the sender reports for. */
/** Keeps a file as a submission and has it read, unless it is there already. */
export async function receiveFile(
  system: System,
  actor: Actor,
  fileName: string,
  asked: ChoiceTexts & { readonly entity?: string | undefined; readonly reportType?: string | undefined },
  store: () => Promise<{ sha256: string; size: number }>,
) {
  const target = await requestedEntity(system, actor, asked.entity)
  if (asked.reportType && !findReportType(asked.reportType)) throw new ProblemError('report_type_unknown')
  const csv = csvChoices(asked)
  const { sha256, size } = await store()
  const received = await receiveSubmission(
    system.db,
    {
      id: crypto.randomUUID(),
      fileName: cleanFileName(fileName),
      sha256,
      size,
      organisationId: target.organisationId,
      requestedCui: target.requestedCui,
      requestedType: asked.reportType ?? null,
      csv,
      uploadedBy: actor.id,
      deputyFor: reportedBy(actor, target.organisationId).deputyFor,
      sample: false,
      at: system.now(),
    },
    scopeOf(actor),
  )
  if (!received.duplicate) system.reading.enqueue(received.submission.id)
  return received
}

async function requestedEntity(system: System, actor: Actor, entity: string | undefined) {
  if (entity) {
    const cui = parseCui(entity)
    const organisation = cui ? await findOrganisation(system.db, { cui }) : null
    if (!organisation) throw new ProblemError('entity_unknown')
    if (!mayReportFor(actor, organisation.id)) throw new ProblemError('entity_not_permitted')
    return { organisationId: organisation.id, requestedCui: cui }
  }
  const [only, ...others] = visibleOrganisations(actor)
  return { organisationId: only && others.length === 0 ? only : null, requestedCui: null }
}
