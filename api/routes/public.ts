import type { OpenAPIHono } from '@hono/zod-openapi'
import { ALL_SUBMISSIONS, findReportType, findSubmission } from '../../services/index.ts'
import { budgetFile } from '../budget/download.ts'
import { describeEntity, searchEntities } from '../budget/entities.ts'
import { loadBudget } from '../budget/load-budget.ts'
import { loadTrace } from '../budget/load-trace.ts'
import { pinSlice } from '../budget/pin-slice.ts'
import {
  downloadBudget,
  getBudget,
  getEntity,
  getExcerpt,
  getTrace,
  listEntities,
  publishedFile,
} from '../contract/public.ts'
import type { AppEnv } from '../http/environment.ts'
import { ProblemError } from '../http/problem.ts'
import { PUBLIC_CONTEXT } from '../http/security-context.ts'
import type { System } from '../instance/system.ts'
import { sendFile } from './send-file.ts'
import { headerRow, sheetWindow } from './sheet-window.ts'

export function publicRoutes(app: OpenAPIHono<AppEnv>, system: System): void {
  app.openapi(listEntities, async c =>
    c.json({ items: await searchEntities(system, c.req.valid('query').q ?? '') }, 200),
  )

  app.openapi(getEntity, async c =>
    c.json(await describeEntity(system, c.req.valid('param').cui, system.publication()), 200),
  )

  app.openapi(getBudget, async c => {
    const { by, level, ...query } = c.req.valid('query')
    const pinned = await pinSlice(system, c.req.valid('param').cui, query)
    return c.json(await loadBudget(system, pinned, { by, level }, PUBLIC_CONTEXT), 200)
  })

  app.openapi(downloadBudget, async c => {
    const { by, level, format, lang, ...query } = c.req.valid('query')
    const pinned = await pinSlice(system, c.req.valid('param').cui, query)
    const budget = await loadBudget(system, pinned, { by, level }, PUBLIC_CONTEXT)
    const file = await budgetFile(budget, format, lang)
    return c.body(new Uint8Array(file.content), 200, {
      'content-type': file.type,
      'content-disposition': `attachment; filename="${file.name}"`,
    })
  })

  app.openapi(getTrace, async c => {
    const { offset, limit, ...query } = c.req.valid('query')
    const pinned = await pinSlice(system, c.req.valid('param').cui, query)
    return c.json(await loadTrace(system, pinned, { offset, limit }, PUBLIC_CONTEXT), 200)
  })

  /** A file is public once its report is published, and stays so when a correction replaces it. */
  const published = async (id: string) => {
    const submission = await findSubmission(system.db, id, ALL_SUBMISSIONS)
    const visible =
      submission &&
      (submission.status === 'published' || submission.status === 'superseded') &&
      submission.reportType !== null &&
      findReportType(submission.reportType)?.visibility === 'public'
    if (!visible) throw new ProblemError('submission_unknown')
    return submission
  }

  app.openapi(getExcerpt, async c => {
    const submission = await published(c.req.valid('param').id)
    const { sheet, cell, around } = c.req.valid('query')
    const row = Number(cell.replace(/^[A-Z]+/, ''))
    return c.json(
      await sheetWindow(
        system,
        submission,
        sheet,
        [Math.max(1, row - around), row + around],
        await headerRow(system, submission, sheet),
      ),
      200,
    )
  })

  app.openapi(publishedFile, async c => {
    const submission = await published(c.req.valid('param').id)
    return sendFile(c, system.files.path(submission.sha256), submission.fileName)
  })
}
