import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { checkDefinition, fromTableSchema, type Role, toTableSchema } from '../../domain/index.ts'
import {
  createReportType,
  type DraftOutcome,
  dropReportTypeDraft,
  fieldsOfReportTypes,
  findReportTypeOn,
  listPublishedReportTypes,
  listReportTypeDrafts,
  listReportTypeVersions,
  publishReportType,
  type ReportTypeVersion,
  saveReportTypeDraft,
} from '../../services/index.ts'
import {
  checkType,
  createType,
  dropDraft,
  exportType,
  getType,
  listTypes,
  listVersions,
  publishType,
  readSchema,
  saveDraft,
} from '../contract/report-types.ts'
import { actorOf } from '../http/acting.ts'
import type { AppEnv } from '../http/environment.ts'
import { type PartProblem, ProblemError } from '../http/problem.ts'
import type { System } from '../instance/system.ts'

const view = ({ savedBy: _, savedAt, publishedAt, ...version }: ReportTypeVersion) => ({
  ...version,
  savedAt: savedAt.toISOString(),
  publishedAt: publishedAt?.toISOString() ?? null,
})

const partProblem = ({ path, code, given }: { path: string; code: string; given: string }): PartProblem => ({
  path,
  message: given === '' ? code : `${code}: ${given}`,
})

const draftConflict = (revision: number) =>
  new ProblemError('draft_conflict', `The draft has revision ${revision} now.`)

/** Whoever writes types, and the auditor. */
const DRAFT_READERS: readonly Role[] = ['official', 'admin', 'auditor']

function draftOf(outcome: DraftOutcome): ReportTypeVersion {
  switch (outcome.outcome) {
    case 'saved':
      return outcome.draft
    case 'exists':
      throw new ProblemError('report_type_exists')
    case 'unknown':
      throw new ProblemError('report_type_missing')
    case 'conflict':
      throw draftConflict(outcome.revision)
  }
}

/** Types of report: read by who reports and who evaluates, written by the office. */
export function reportTypeRoutes(app: OpenAPIHono<AppEnv>, system: System): void {
  const { db } = system
  const seesDrafts = async (c: Context<AppEnv>): Promise<boolean> =>
    (await actorOf(c)).roles.some(role => DRAFT_READERS.includes(role))

  /** The last published version; its draft where there is none and the caller may see drafts. */
  const lastOf = async (code: string, withDraft: boolean): Promise<ReportTypeVersion> => {
    const versions = await listReportTypeVersions(db, code)
    const found = versions.find(({ state }) => state === 'published') ?? (withDraft ? versions[0] : undefined)
    if (!found) throw new ProblemError('report_type_missing')
    return found
  }

  app.openapi(listTypes, async c => {
    const [items, drafts] = await Promise.all([listPublishedReportTypes(db), listReportTypeDrafts(db)])
    return c.json({ items: items.map(view), drafts: (await seesDrafts(c)) ? drafts.map(view) : [] }, 200)
  })

  app.openapi(createType, async c => {
    const { code, definition } = c.req.valid('json')
    const outcome = await createReportType(db, code, definition, (await actorOf(c)).id, system.now())
    return c.json(view(draftOf(outcome)), 201)
  })

  app.openapi(checkType, async c =>
    c.json(
      {
        mistakes: checkDefinition(c.req.valid('json').definition, await fieldsOfReportTypes(db)),
      },
      200,
    ),
  )

  app.openapi(readSchema, async c => {
    const read = fromTableSchema(c.req.valid('json'))
    if (!read.ok) throw new ProblemError('table_schema_invalid', null, {}, read.mistakes.map(partProblem))
    return c.json({ fields: read.fields }, 200)
  })

  app.openapi(getType, async c => {
    const { code } = c.req.valid('param')
    const { on } = c.req.valid('query')
    const found = on ? await findReportTypeOn(db, code, on) : await lastOf(code, await seesDrafts(c))
    if (!found) throw new ProblemError('report_type_missing')
    return c.json(view(found), 200)
  })

  app.openapi(listVersions, async c => {
    const withDraft = await seesDrafts(c)
    const versions = await listReportTypeVersions(db, c.req.valid('param').code)
    const items = versions.filter(({ state }) => withDraft || state === 'published')
    if (items.length === 0) throw new ProblemError('report_type_missing')
    return c.json({ items: items.map(view) }, 200)
  })

  app.openapi(saveDraft, async c => {
    const { revision, definition } = c.req.valid('json')
    const { code } = c.req.valid('param')
    const by = (await actorOf(c)).id
    return c.json(
      view(draftOf(await saveReportTypeDraft(db, code, definition, revision, by, system.now()))),
      200,
    )
  })

  app.openapi(dropDraft, async c => {
    const { code } = c.req.valid('param')
    if (!(await dropReportTypeDraft(db, code, (await actorOf(c)).id, system.now())))
      throw new ProblemError('report_type_missing')
    return c.body(null, 204)
  })

  app.openapi(publishType, async c => {
    const { code } = c.req.valid('param')
    const { revision } = c.req.valid('json')
    const outcome = await publishReportType(db, code, revision, (await actorOf(c)).id, system.now())
    switch (outcome.outcome) {
      case 'published':
        return c.json(view(outcome.version), 200)
      case 'no_draft':
        throw new ProblemError('report_type_missing')
      case 'conflict':
        throw draftConflict(outcome.revision)
      case 'too_early':
        throw new ProblemError('report_type_too_early', `The last version applies from ${outcome.after} on.`)
      case 'faulty':
        throw new ProblemError('report_type_faulty', null, {}, outcome.mistakes.map(partProblem))
    }
  })

  app.openapi(exportType, async c => {
    const { code } = c.req.valid('param')
    const { format } = c.req.valid('query')
    const { definition } = await lastOf(code, await seesDrafts(c))
    const name = format === 'json' ? `${code}.json` : `${code}.schema.json`
    c.header('content-disposition', `attachment; filename="${name}"`)
    return c.json(format === 'json' ? { code, ...definition } : toTableSchema(definition), 200)
  })
}
