import { type ReactNode, useRef, useState } from 'react'
import type { PageModule } from '../page-types.ts'
import { Breadcrumb } from '../parts/breadcrumb.tsx'
import { Button } from '../parts/button.tsx'
import { Select } from '../parts/forms/field.tsx'
import { FileDrop } from '../parts/forms/file-drop.tsx'
import { Progress } from '../parts/progress.tsx'
import { Note } from '../parts/states.tsx'
import { StepList } from '../parts/step-list.tsx'
import { notify } from '../parts/toast.tsx'
import { ALL_DETECTED } from '../preview/dialect-fields.tsx'
import { FilePreview, isAccepted } from '../preview/file-preview.tsx'
import type { PreviewState } from '../preview/preview-state.ts'
import { useApp, useHref } from '../shell/app-context.ts'
import { refusalOf } from './refusal.tsx'
import { uploadReport } from './upload.ts'

const TYPES = [
  '.xlsx',
  '.xlsm',
  '.ods',
  '.csv',
  '.tsv',
  '.txt',
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
]
const AUTOMATIC = 'file'

function UploadPage() {
  const { t, language, session, path, go } = useApp()
  const href = useHref()
  const [file, setFile] = useState<File | null>(null)
  const [entity, setEntity] = useState(AUTOMATIC)
  const [csv, setCsv] = useState(ALL_DETECTED)
  const [state, setState] = useState<PreviewState>('loading')
  const [sent, setSent] = useState<number | null>(null)
  const [problem, setProblem] = useState<ReactNode | null>(null)
  const running = useRef<ReturnType<typeof uploadReport> | null>(null)
  const organisations = session?.user.organisations ?? []

  const take = (files: readonly File[]) => {
    const [first, ...others] = files
    if (!first) return
    setProblem(null)
    if (others.length > 0) setProblem(t.upload.oneFile)
    else if (!isAccepted(first.name)) setProblem(t.upload.wrongType(first.name))
    else {
      setFile(first)
      setCsv(ALL_DETECTED)
      setState('loading')
    }
  }

  const start = async () => {
    if (!file || !session) return setProblem(t.upload.fileMissing)
    setProblem(null)
    setSent(0)
    running.current = uploadReport(
      file,
      { entity: entity === AUTOMATIC ? null : entity, language, csrfToken: session.csrfToken, csv },
      setSent,
    )
    const answer = await running.current.done
    if (answer !== 'cancelled' && answer.ok) {
      if (answer.value.duplicateOf !== null) notify(t.submission.duplicate)
      return go(href('submission', { id: answer.value.id }))
    }
    setSent(null)
    setProblem(
      answer === 'cancelled'
        ? t.upload.cancelled
        : refusalOf(answer, t, href('sign-in', {}, new URLSearchParams({ next: path }))),
    )
  }

  return (
    <>
      <div className="narrow">
        <Breadcrumb
          label={t.site.breadcrumbs}
          steps={[{ text: t.site.reports, href: href('reports') }]}
          here={t.upload.title}
        />
        <h1>{t.upload.heading}</h1>
        <p>{t.upload.lead}</p>
        <StepList
          label={t.upload.stepsLabel}
          steps={t.upload.steps}
          current={0}
          done={t.upload.done}
          now={t.upload.now}
        />
        <noscript>
          <Note tone="signal">{t.site.needsScripts}</Note>
        </noscript>
        {organisations.length > 1 ? (
          <Select
            label={t.upload.entity}
            help={t.upload.entityHelp}
            value={entity}
            onChange={setEntity}
            isDisabled={sent !== null}
            options={[
              { id: AUTOMATIC, text: t.upload.entityAuto },
              ...organisations.flatMap(({ cui, names }) => (cui ? [{ id: cui, text: names[language] }] : [])),
            ]}
          />
        ) : null}
        {problem === null ? null : (
          <Note tone="error" live>
            {problem}
          </Note>
        )}
        {file === null ? (
          <FileDrop
            label={t.upload.drop}
            or={t.upload.or}
            choose={t.upload.choose}
            formats={t.upload.formats}
            accept={TYPES}
            onFiles={take}
          />
        ) : (
          <div className="chosen">
            <p ref={focusOnce} tabIndex={-1}>
              {t.upload.chosen}: <b>{file.name}</b>
            </p>
            {sent === null ? (
              <p className="row">
                <Button kind="primary" onPress={start} isDisabled={state !== 'ready'}>
                  {t.upload.send}
                </Button>
                <Button onPress={() => setFile(null)}>{t.upload.remove}</Button>
                {state === 'asked' ? <span>{t.preview.answerFirst}</span> : null}
              </p>
            ) : (
              <>
                <Progress
                  label={file.name}
                  value={sent}
                  text={sent < 100 ? t.upload.sending(sent) : t.upload.sent}
                />
                <Button onPress={() => running.current?.cancel()} isDisabled={sent >= 100}>
                  {t.upload.cancel}
                </Button>
              </>
            )}
          </div>
        )}
      </div>
      {file !== null && sent === null ? (
        <FilePreview
          key={`${file.name} ${file.lastModified}`}
          file={file}
          chosen={csv}
          onChange={setCsv}
          onState={setState}
        />
      ) : null}
    </>
  )
}

/** The button that was pressed is gone once a file is chosen: the focus goes to what took its place. */
const focusOnce = (element: HTMLElement | null): void => element?.focus()

export const uploadPage: PageModule<null> = {
  Page: UploadPage,
  head: (_, { t }) => ({ title: t.upload.title, description: t.upload.lead }),
}
