import { useEffect, useMemo, useState } from 'react'
import {
  type CsvDialect,
  DELIMITER_NAMES,
  type DetectedDialect,
  parseCsvChoices,
  QUOTE_NAMES,
} from '../../domain/index.ts'
import type { Texts } from '../i18n/index.ts'
import { Note, Skeleton } from '../parts/states.tsx'
import { SheetGrid } from '../parts/tables/sheet-grid.tsx'
import { useApp } from '../shell/app-context.ts'
import { DialectFields, type DialectTexts } from './dialect-fields.tsx'
import type { PreviewState } from './preview-state.ts'
import { type CsvPreview as Preview, readCsv } from './read-csv.ts'

/** So much of a file shows how it is written; the server reads all of it. */
const SLICE = 1024 * 1024

interface Props {
  readonly file: File
  readonly chosen: DialectTexts
  onChange(chosen: DialectTexts): void
  onState(state: PreviewState): void
}

/** The first rows of a CSV and how they were read, all of it in the browser: nothing has been sent yet. */
export function CsvPreview({ file, chosen, onChange, onState }: Props) {
  const { t } = useApp()
  const [bytes, setBytes] = useState<Uint8Array | 'unreadable' | null>(null)
  useEffect(() => {
    let isCurrent = true
    setBytes(null)
    file
      .slice(0, SLICE)
      .arrayBuffer()
      .then(
        buffer => isCurrent && setBytes(new Uint8Array(buffer)),
        () => isCurrent && setBytes('unreadable'),
      )
    return () => {
      isCurrent = false
    }
  }, [file])
  const preview = useMemo(() => {
    const parsed = parseCsvChoices(chosen)
    if (!(bytes instanceof Uint8Array) || 'wrong' in parsed) return null
    return readCsv(bytes, file.size > bytes.length, parsed.choices)
  }, [bytes, chosen, file.size])
  const isAsked = bytes instanceof Uint8Array && (preview === null || preview.questions.length > 0)
  const state = bytes === null ? 'loading' : isAsked ? 'asked' : 'ready'
  useEffect(() => onState(state), [state, onState])

  if (bytes === null) return <Skeleton rows={6} label={t.preview.loading} />
  if (bytes === 'unreadable') return <Note tone="error">{t.preview.unreadable}</Note>
  if (bytes.length === 0) return <Note tone="error">{t.preview.empty}</Note>
  const asked = new Map(preview?.questions.map(question => [question.about, askedText(t, question)]))
  return (
    <>
      {preview === null ? (
        <Note tone="error" live>
          {t.preview.otherEncoding}
        </Note>
      ) : (
        <Explained preview={preview} isCut={file.size > bytes.length} />
      )}
      <DialectFields
        chosen={chosen}
        detected={preview ? namesOf(preview.dialect) : chosen}
        asked={asked}
        onChange={onChange}
      />
      {preview === null ? null : (
        <SheetGrid
          window={preview.window}
          caption={t.preview.firstRows(preview.window.rows.length)}
          rowLabel={t.trace.row}
          marks={new Map()}
        />
      )}
    </>
  )
}

function Explained({ preview, isCut }: { preview: Preview; isCut: boolean }) {
  const { t } = useApp()
  const { dialect, columns, rows, differing, brokenRow } = preview
  const names = namesOf(dialect)
  return (
    <>
      <p role="status" className="explained">
        {t.csv.explained(
          [
            t.csv.names.encoding[names.encoding as keyof typeof t.csv.names.encoding],
            t.csv.delimited[names.delimiter as keyof typeof t.csv.delimited],
            dialect.decimal.alternatives.length > 0 && dialect.decimal.value !== null
              ? t.csv.bothDecimals
              : t.csv.names.decimal[names.decimal as keyof typeof t.csv.names.decimal],
          ].filter(part => part !== undefined),
          columns,
          rows,
          isCut,
        )}
      </p>
      {brokenRow === null ? null : <Note tone="signal">{t.csv.broken(brokenRow)}</Note>}
      {differing === '' ? null : <Note tone="signal">{t.csv.differing(differing, columns)}</Note>}
    </>
  )
}

const namesOf = ({ encoding, delimiter, quote, decimal }: DetectedDialect): DialectTexts => ({
  encoding: encoding.value,
  delimiter: DELIMITER_NAMES[delimiter.value],
  quote: QUOTE_NAMES[quote.value],
  decimal: decimal.value ?? '',
})

function askedText(t: Texts, { about, examples }: Preview['questions'][number]): string {
  const texts: Readonly<Record<keyof CsvDialect, string>> = t.csv.questions
  const names: Readonly<Record<string, string>> = t.csv.names.encoding
  const list = examples.map(({ choice, text }) => `${names[choice] ?? choice}: „${text}”`)
  return [texts[about], ...list].join(' ')
}
