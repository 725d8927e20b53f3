import { useEffect, useState } from 'react'
import type { Preview } from '../api-types.ts'
import { refusalOf } from '../institution/refusal.tsx'
import { Select } from '../parts/forms/field.tsx'
import { Note, Skeleton } from '../parts/states.tsx'
import { SheetGrid } from '../parts/tables/sheet-grid.tsx'
import { useApp, useHref } from '../shell/app-context.ts'
import { readAnswer, type Sent } from '../shell/send.ts'
import type { PreviewState } from './preview-state.ts'

/** Not an address, as tables have. */
const WHOLE = 'sheet'

/** What a workbook holds, as the server finds it; it keeps nothing of the file. */
export function WorkbookPreview({ file, onState }: { file: File; onState(state: PreviewState): void }) {
  const { t, language, session, path } = useApp()
  const href = useHref()
  const [answer, setAnswer] = useState<Sent<Preview> | null>(null)
  const [sheet, setSheet] = useState<string | null>(null)
  useEffect(() => {
    const controller = new AbortController()
    setAnswer(null)
    setSheet(null)
    const form = new FormData()
    form.set('file', file)
    fetch(`/api/reporting/preview?lang=${language}`, {
      method: 'POST',
      body: form,
      headers: { accept: 'application/json', 'x-csrf-token': session?.csrfToken ?? '' },
      signal: controller.signal,
    })
      .then(response => readAnswer<Preview>(response))
      .catch((): Sent<Preview> => ({ ok: false, reason: 'network' }))
      .then(result => {
        if (!controller.signal.aborted) setAnswer(result)
      })
    return () => controller.abort()
  }, [file, language, session])
  // A preview that fails keeps nobody from sending: the file is judged when it arrives.
  useEffect(() => onState(answer === null ? 'loading' : 'ready'), [answer, onState])

  if (answer === null) return <Skeleton rows={6} label={t.preview.loading} />
  if (!answer.ok)
    return (
      <Note tone="signal" live>
        {t.preview.failed} {refusalOf(answer, t, href('sign-in', {}, new URLSearchParams({ next: path })))}
      </Note>
    )
  const { sheets, report, issues } = answer.value
  const shown =
    sheets.find(({ name }) => name === (sheet ?? report)) ?? sheets.find(({ hidden }) => !hidden) ?? sheets[0]
  return (
    <>
      {issues.map(issue => (
        <Note
          key={`${issue.code} ${issue.message}`}
          tone={issue.severity === 'error' ? 'error' : 'signal'}
          live
        >
          {issue.message} {issue.fix}
        </Note>
      ))}
      {report === null && sheets.length > 0 ? <Note tone="signal">{t.preview.noReport}</Note> : null}
      {sheets.length > 1 && shown ? (
        <Select
          label={t.preview.sheet}
          value={shown.name}
          onChange={setSheet}
          options={sheets.map(({ name, hidden }) => ({
            id: name,
            text: [
              name,
              ...(hidden ? [`(${t.submission.hiddenSheet})`] : []),
              ...(name === report ? [`– ${t.preview.theReport}`] : []),
            ].join(' '),
          }))}
        />
      ) : null}
      {shown ? <Sheet key={shown.name} sheet={shown} isReport={shown.name === report} /> : null}
    </>
  )
}

function Sheet({ sheet, isReport }: { sheet: Preview['sheets'][number]; isReport: boolean }) {
  const { t } = useApp()
  const { name, rows, columns, hiddenRows, hiddenColumns, merges, formulas, errors, tables } = sheet
  const [part, setPart] = useState(WHOLE)
  const table = tables.find(({ from }) => from === part)
  const window = table?.window ?? sheet.window
  const found = t.preview.found
  const facts = [
    ...(isReport ? [found.report] : []),
    found.size(rows, columns),
    ...(tables.length > 1 ? [found.tables(tables.map(({ from, to }) => `${from}:${to}`))] : []),
    ...(formulas > 0 ? [found.formulas(formulas)] : []),
    ...(merges > 0 ? [found.merges(merges)] : []),
    ...(errors > 0 ? [found.errors(errors)] : []),
    ...(hiddenRows + hiddenColumns > 0 ? [found.hidden(hiddenRows, hiddenColumns)] : []),
  ]
  if (rows === 0) return <p>{t.preview.emptySheet}</p>
  return (
    <>
      <ul className="found" aria-label={t.preview.foundIn(name)}>
        {facts.map(fact => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {tables.length > 1 ? (
        <Select
          label={t.preview.part}
          value={part}
          onChange={setPart}
          options={[
            { id: WHOLE, text: t.preview.wholeSheet },
            ...tables.map(({ from, to, rows: count }) => ({
              id: from,
              text: t.preview.tablePart(`${from}:${to}`, count),
            })),
          ]}
        />
      ) : null}
      <SheetGrid
        window={window}
        caption={`${name}: ${t.preview.firstRows(window.rows.length)}`}
        rowLabel={t.trace.row}
        marks={new Map()}
      />
    </>
  )
}
