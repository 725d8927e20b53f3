import { lazy, Suspense } from 'react'
import { Skeleton } from '../parts/states.tsx'
import { useApp } from '../shell/app-context.ts'
import type { DialectTexts } from './dialect-fields.tsx'
import type { PreviewState } from './preview-state.ts'
import { WorkbookPreview } from './workbook-preview.tsx'

/** Brings the parser of CSV with it, which no other page needs. */
const CsvPreview = lazy(async () => ({ default: (await import('./csv-preview.tsx')).CsvPreview }))

export const isTextFile = (name: string): boolean => /\.(?:csv|tsv|txt)$/i.test(name)
export const isAccepted = (name: string): boolean => isTextFile(name) || /\.(?:xlsx|xlsm|ods)$/i.test(name)

interface Props {
  readonly file: File
  readonly chosen: DialectTexts
  onChange(chosen: DialectTexts): void
  onState(state: PreviewState): void
}

/** What will be sent: its first rows, and what can be told of it beforehand. */
export function FilePreview(props: Props) {
  const { t } = useApp()
  const { file, onState } = props
  return (
    <section className="preview" aria-labelledby="preview">
      <h2 id="preview">{t.preview.heading}</h2>
      {isTextFile(file.name) ? (
        <Suspense fallback={<Skeleton rows={6} label={t.preview.loading} />}>
          <CsvPreview {...props} />
        </Suspense>
      ) : (
        <WorkbookPreview file={file} onState={onState} />
      )}
    </section>
  )
}
