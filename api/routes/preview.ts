import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { isHeaderRow } from '../../ingestion/index.ts'
import { previewFile } from '../contract/reporting.ts'
import { csvChoices } from '../http/csv-choices.ts'
import type { AppEnv } from '../http/environment.ts'
import { readerLanguage } from '../http/language.ts'
import { ProblemError } from '../http/problem.ts'
import type { System } from '../instance/system.ts'
import { windowOf } from './sheet-window.ts'
import { reportedIssue } from './submission-view.ts'

/** Shows what a file holds before anything of it is sent on. The file is on the disk only while it is read. */
export function previewRoutes(app: OpenAPIHono<AppEnv>, system: System): void {
  app.openapi(previewFile, async c => {
    const form = c.req.valid('form')
    const { file } = form
    if (!(file instanceof File) || file.size === 0) throw new ProblemError('file_missing')
    const csv = csvChoices(form)
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'open-county-preview-'))
    try {
      const source = path.join(folder, 'file')
      await fs.writeFile(source, new Uint8Array(await file.arrayBuffer()), { mode: 0o600 })
      const { format, sheets, issues } = await system.reader.inspect({
        path: source,
        fileName: file.name,
        csv,
      })
      const language = readerLanguage(c)
      const report = sheets.find(({ hidden, preview }) => !hidden && preview.some(isHeaderRow))
      return c.json(
        {
          format,
          report: report?.name ?? null,
          sheets: sheets.map(({ preview, tables, ...sheet }) => ({
            ...sheet,
            tables: tables.map(({ start, ...table }) => ({ ...table, window: windowOf(sheet.name, start) })),
            window: windowOf(sheet.name, preview),
          })),
          issues: issues.map(issue => reportedIssue(issue, language)),
        },
        200,
      )
    } finally {
      await fs.rm(folder, { recursive: true, force: true })
    }
  })
}
