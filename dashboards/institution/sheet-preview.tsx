import type { Submission } from '../api-types.ts'
import type { SubmissionData } from '../page-types.ts'
import { NativeSelect } from '../parts/forms/native-select.tsx'
import { type CellMark, SheetGrid } from '../parts/tables/sheet-grid.tsx'
import { useApp, useHref } from '../shell/app-context.ts'
import { issueAnchor } from './issue-groups.ts'

export const PREVIEW_ROWS = 28

/** The worst issue of each cell of the sheet. */
function marksOf(submission: Submission, sheet: string): ReadonlyMap<string, CellMark> {
  const order = ['information', 'warning', 'error']
  const marks = new Map<string, CellMark>()
  for (const [number, issue] of submission.issues.entries()) {
    if (issue.cell === null || (issue.sheet !== null && issue.sheet !== sheet)) continue
    const before = marks.get(issue.cell)
    if (before && order.indexOf(before.kind) >= order.indexOf(issue.severity)) continue
    marks.set(issue.cell, { kind: issue.severity, text: issue.message, href: `#${issueAnchor(number)}` })
  }
  return marks
}

/** Rows of the file as it was sent, with the cells that need attention marked; each mark leads to its explanation. */
export function SheetPreview({ data: { submission, preview, sheet, from } }: { data: SubmissionData }) {
  const { t } = useApp()
  const href = useHref()
  const marked = submission.issues.some(issue => issue.cell !== null)
  const heading = marked ? t.submission.sheetHeading : t.submission.sheetPlain
  const current = submission.sheets.find(one => one.name === sheet)
  const count = current?.rows ?? 0
  const first = preview?.rows[0]?.row ?? from
  const last = preview?.rows.at(-1)?.row ?? from
  const page = (row: number) =>
    `${href('submission', { id: submission.id }, new URLSearchParams({ sheet: sheet ?? '', from: String(row) }))}#sheet`
  return (
    <section aria-labelledby="sheet">
      <h2 id="sheet" tabIndex={-1}>
        {heading}
      </h2>
      {submission.sheets.length > 1 ? (
        <form action={href('submission', { id: submission.id })} data-nav="" className="row">
          <NativeSelect
            key={sheet}
            label={t.submission.sheetChoice}
            name="sheet"
            defaultValue={sheet ?? ''}
            options={submission.sheets.map(one => ({
              value: one.name,
              text: one.hidden ? `${one.name} (${t.submission.hiddenSheet})` : one.name,
            }))}
            submit={t.reports.apply}
          />
        </form>
      ) : null}
      {preview && sheet !== null ? (
        <>
          <SheetGrid
            window={preview}
            caption={`${t.submission.sheetChoice}: ${sheet}`}
            rowLabel={t.trace.row}
            marks={marksOf(submission, sheet)}
          />
          <p className="row source">
            {t.submission.rowsShown(first, last, count)}
            {first > 1 ? (
              <a href={page(Math.max(1, first - PREVIEW_ROWS))} data-nav="">
                {t.submission.previousRows}
              </a>
            ) : null}
            {last < count ? (
              <a href={page(last + 1)} data-nav="">
                {t.submission.nextRows}
              </a>
            ) : null}
          </p>
        </>
      ) : (
        <p>{t.submission.noPreview}</p>
      )}
    </section>
  )
}
