import { useEffect, useId, useRef, useState } from 'react'
import { type AttachmentPurpose, acceptedTypes, extensionsOf, purposeRule } from '../../../domain/index.ts'
import type { Attachment } from '../../api-types.ts'
import type { Texts } from '../../i18n/index.ts'
import { useApp } from '../../shell/app-context.ts'
import { send } from '../../shell/send.ts'
import { Button } from '../button.tsx'
import { Progress } from '../progress.tsx'
import { type RunningUpload, startUpload, type UploadStep } from './attachment-upload.ts'
import { FileDrop } from './file-drop.tsx'

interface Props {
  label: string
  help?: string
  purpose: AttachmentPurpose
  /** Of the form that it belongs to, such as that the file is missing. */
  error?: string | null
  /** Id of the attachment that can be attached; null while there is none. */
  onChange(id: string | null): void
  /** While the file is on its way: a form that is sent then would go without it. */
  onBusy?(busy: boolean): void
}

const MEGABYTE = 1024 * 1024

/** A file that is sent while the rest of the form is filled in: with pause, resume and cancel, and what came of it. */
export function AttachmentField({ label, help, purpose, error = null, onChange, onBusy }: Props) {
  const { t, session } = useApp()
  const id = useId()
  const [name, setName] = useState<string | null>(null)
  const [step, setStep] = useState<UploadStep | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const running = useRef<RunningUpload | null>(null)
  const { kinds, maxBytes } = purposeRule(purpose)
  const limit = maxBytes / MEGABYTE
  const shown = refusal ?? error

  useEffect(() => {
    if (step?.step !== 'lost') return
    const resume = () => running.current?.resume()
    window.addEventListener('online', resume)
    return () => window.removeEventListener('online', resume)
  }, [step])
  // Sending goes no further than the page.
  useEffect(() => () => running.current?.pause(), [])

  const clear = (why: string | null) => {
    running.current = null
    setName(null)
    setStep(null)
    setRefusal(why)
    onBusy?.(false)
    onChange(null)
  }
  const take = async (files: readonly File[]) => {
    const [file, ...others] = files
    if (!file) return
    if (others.length > 0) return setRefusal(t.attachment.oneFile)
    if (file.size === 0) return setRefusal(t.attachment.empty)
    if (file.size > maxBytes) return setRefusal(t.attachment.tooLarge(limit))
    if (!session) return setRefusal(t.attachment.signIn)
    setRefusal(null)
    setName(file.name)
    onBusy?.(true)
    setStep({ step: 'sending', percent: 0 })
    running.current = await startUpload(file, { purpose, csrfToken: session.csrfToken }, next => {
      const why = refusalOf(next, t, limit)
      if (why !== null) return clear(why)
      setStep(next)
      if (next.step !== 'settled') return
      onChange(next.attachment.id)
      onBusy?.(false)
    })
  }
  const remove = (attachment: Attachment) => {
    void send('DELETE', attachment.links.self, session?.csrfToken ?? null)
    clear(null)
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would take the label out of the row of the form
    <div className="field" role="group" aria-labelledby={id}>
      <span id={id}>{label}</span>
      {help === undefined ? null : <span className="field-help">{help}</span>}
      {step === null || name === null ? (
        <FileDrop
          label={t.attachment.drop}
          or={t.attachment.or}
          choose={t.attachment.choose}
          formats={t.attachment.limits(
            kinds.map(kind => extensionsOf(kind)[0]?.toUpperCase()).join(', '),
            limit,
          )}
          accept={acceptedTypes(purpose)}
          onFiles={files => void take(files)}
        />
      ) : (
        <AttachmentStatus
          name={name}
          step={step}
          onPause={() => running.current?.pause()}
          onResume={() => running.current?.resume()}
          onCancel={() => {
            running.current?.cancel()
            clear(null)
          }}
          onRemove={remove}
        />
      )}
      <span aria-live="assertive">
        {shown === null ? null : <span className="field-error">{shown}</span>}
      </span>
    </div>
  )
}

/** What is wrong with the file and what to do; null while all is well. */
function refusalOf(step: UploadStep, t: Texts, limit: number): string | null {
  if (step.step === 'settled') {
    const { state, problem } = step.attachment
    if (state === 'infected') return t.attachment.infected
    return problem === null ? null : t.attachment.problems[problem]
  }
  if (step.step !== 'failed') return null
  switch (step.status) {
    case 401:
      return t.attachment.signIn
    case 410:
      return t.attachment.expired
    case 413:
      return t.attachment.tooLarge(limit)
    case 429:
      return t.attachment.tooMany
    default:
      return (step.code && t.refusals[step.code]) || t.attachment.failed
  }
}

interface StatusProps {
  name: string
  step: UploadStep
  onPause(): void
  onResume(): void
  onCancel(): void
  onRemove(attachment: Attachment): void
}

/** One file under way, or attached. */
export function AttachmentStatus({ name, step, onPause, onResume, onCancel, onRemove }: StatusProps) {
  const { t } = useApp()
  const { attachment: texts } = t
  if (step.step === 'settled') {
    const { attachment } = step
    const stored = attachment.fileName ?? name
    const scan = attachment.scan === 'clean' ? texts.clean : texts.notScanned
    return (
      <div className="chosen" aria-live="polite">
        <p>
          <b>{stored}</b>
          {' — '}
          {attachment.state === 'waiting' ? texts.waiting : `${texts.ready}, ${scan}`}
        </p>
        {stored === name ? null : <p className="field-help">{texts.renamed(stored)}</p>}
        <Button onPress={() => onRemove(attachment)}>{texts.remove}</Button>
      </div>
    )
  }
  if (step.step === 'checking' || step.step === 'failed')
    return <Progress label={name} text={texts.checking} value={null} />
  return (
    <div className="chosen">
      <Progress label={name} text={texts[step.step](step.percent)} value={step.percent} />
      <p className="row">
        {step.step === 'sending' ? (
          <Button onPress={onPause}>{texts.pause}</Button>
        ) : (
          <Button onPress={onResume}>{texts.resume}</Button>
        )}
        <Button onPress={onCancel}>{texts.cancel}</Button>
      </p>
    </div>
  )
}
