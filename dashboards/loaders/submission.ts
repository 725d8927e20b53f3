import type { Language } from '../../domain/index.ts'
import type { SheetWindow, Submission, SubmissionPage } from '../api-types.ts'
import { rowOf } from '../institution/issue-groups.ts'
import { PREVIEW_ROWS } from '../institution/sheet-preview.tsx'
import { isMoving } from '../institution/state-tag.tsx'
import type { SubmissionData } from '../page-types.ts'
import { type Api, read, readOptional } from './api.ts'

const ABOVE = 8

const positive = (text: string | null): number | null =>
  text !== null && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : null

/** Which rows of which sheet to show: those asked for, or those around the first issue that has a cell. */
function windowOf(
  submission: Submission,
  query: URLSearchParams,
): { sheet: string; from: number; to: number } | null {
  const asked = submission.sheets.find(sheet => sheet.name === query.get('sheet'))
  const issue = submission.issues.find(one => one.cell !== null && one.severity !== 'information')
  const marked = asked ? null : submission.sheets.find(sheet => sheet.name === issue?.sheet)
  const sheet = asked ?? marked ?? submission.sheets.find(one => !one.hidden) ?? submission.sheets[0]
  if (!sheet) return null
  const row = positive(query.get('row')) ?? (marked && issue ? rowOf(issue.cell) : null)
  const from = positive(query.get('from')) ?? Math.max(1, (row ?? 1) - ABOVE)
  return { sheet: sheet.name, from, to: from + PREVIEW_ROWS - 1 }
}

export async function loadSubmission(
  id: string,
  language: Language,
  query: URLSearchParams,
  api: Api,
): Promise<SubmissionData> {
  const base = `/api/reporting/submissions/${id}`
  const submission = await read<Submission>(api, `${base}?lang=${language}`)
  const window = isMoving(submission.status) ? null : windowOf(submission, query)
  const rows = window
    ? new URLSearchParams({ sheet: window.sheet, from: String(window.from), to: String(window.to) })
    : null
  const others =
    submission.entity && submission.periodEnd !== null
      ? new URLSearchParams({
          entity: submission.entity.cui,
          periodEnd: submission.periodEnd,
          lang: language,
        })
      : null
  const [preview, versions] = await Promise.all([
    rows ? readOptional<SheetWindow>(api, `${base}/rows?${rows}`) : null,
    others ? readOptional<SubmissionPage>(api, `/api/reporting/submissions?${others}`) : null,
  ])
  return {
    submission,
    versions: versions?.items ?? [],
    preview,
    sheet: window?.sheet ?? null,
    from: window?.from ?? 1,
  }
}
