import { type ReactNode, useId, useState } from 'react'
import type { Attachment } from '../api-types.ts'
import { Button } from '../parts/button.tsx'
import { ConfirmDialog } from '../parts/dialog.tsx'
import { AttachmentField, AttachmentStatus } from '../parts/forms/attachment-field.tsx'
import type { UploadStep } from '../parts/forms/attachment-upload.ts'
import { ComboBox } from '../parts/forms/combobox.tsx'
import { Checkbox, Select, TextField } from '../parts/forms/field.tsx'
import { FileDrop } from '../parts/forms/file-drop.tsx'
import { NativeSelect } from '../parts/forms/native-select.tsx'
import { Progress } from '../parts/progress.tsx'
import { notify } from '../parts/toast.tsx'
import { useApp } from '../shell/app-context.ts'

export function Specimen({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="specimen">
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

const COLOURS = ['paper', 'card', 'ink', 'muted', 'line', 'accent', 'accent-soft', 'signal', 'error', 'bar']
const HUES = ['blue', 'orange', 'sky', 'purple', 'green', 'yellow', 'vermilion', 'other']

export function Colours() {
  return (
    <div className="swatches">
      {[...COLOURS, ...HUES.map(hue => `hue-${hue}`)].map(name => (
        <div key={name}>
          <i style={{ background: `var(--${name})` }} />
          {name}
        </div>
      ))}
    </div>
  )
}

export function TypeScale() {
  const { t } = useApp()
  return (
    <div className="type-scale">
      {[40, 32, 25, 20, 16, 14].map(size => (
        <p key={size} style={{ fontSize: `${size / 16}rem` }}>
          {t.design.sampleText}
        </p>
      ))}
    </div>
  )
}

export function Buttons() {
  const { t } = useApp()
  const { design } = t
  return (
    <div className="row">
      <Button kind="primary">{design.primary}</Button>
      <Button>{design.normal}</Button>
      <Button kind="quiet">{design.quiet}</Button>
      <Button kind="danger">{design.danger}</Button>
      <Button isDisabled>{design.disabled}</Button>
      <Button kind="primary" busyText={design.busy}>
        {design.primary}
      </Button>
    </div>
  )
}

export function Forms() {
  const { t } = useApp()
  const { design } = t
  const [choice, setChoice] = useState('a')
  const [ticked, setTicked] = useState(true)
  const options = ['A', 'B', 'C'].map(letter => ({ id: letter.toLowerCase(), text: design.option(letter) }))
  return (
    <div className="thirds">
      <TextField label={design.label} help={design.help} />
      <TextField label={design.label} error={design.error} defaultValue="12.48O,00" />
      <TextField label={design.label} isDisabled defaultValue={design.disabled} />
      <Select label={design.sections.forms} options={options} value={choice} onChange={setChoice} />
      <ComboBox
        label={t.home.search}
        help={t.home.searchHelp}
        name="part"
        empty={t.home.noneFound}
        showAll={t.home.all}
        suggestions={options.map(({ id, text }) => ({ id, text, content: text }))}
        onChoose={() => undefined}
      />
      <form>
        <NativeSelect
          label={t.budget.choosePeriod}
          name="choice"
          defaultValue="a"
          options={options.map(({ id, text }) => ({ value: id, text }))}
          submit={t.budget.show}
        />
      </form>
      <Checkbox isSelected={ticked} onChange={setTicked}>
        {t.submission.confirmWarnings}
      </Checkbox>
      <Checkbox isSelected={false} onChange={() => undefined} error={t.submission.confirmWarningsMissing}>
        {t.submission.confirmWarnings}
      </Checkbox>
    </div>
  )
}

export function Drop() {
  const { t } = useApp()
  const [name, setName] = useState<string | null>(null)
  const part = (isDisabled: boolean) => (
    <FileDrop
      label={t.upload.drop}
      or={t.upload.or}
      choose={t.upload.choose}
      formats={name ?? t.upload.formats}
      accept={['.xlsx', '.csv']}
      isDisabled={isDisabled}
      onFiles={files => setName(files[0]?.name ?? null)}
    />
  )
  return (
    <>
      <div className="thirds">
        {part(false)}
        {part(true)}
      </div>
      <Progress label={t.submission.progress} text={t.submission.progressNow(62)} value={62} />
    </>
  )
}

const ATTACHED: Attachment = {
  id: '00000000-0000-4000-8000-000000000001',
  purpose: 'photo',
  fileName: 'fatada.jpg',
  size: 812_345,
  mediaType: 'image/jpeg',
  state: 'ready',
  scan: 'clean',
  problem: null,
  createdAt: '2026-07-01T10:00:00.000Z',
  links: { self: '#parts', content: '#parts' },
}
const UPLOAD_STEPS: readonly UploadStep[] = [
  { step: 'sending', percent: 62 },
  { step: 'paused', percent: 62 },
  { step: 'lost', percent: 62 },
  { step: 'checking' },
  { step: 'settled', attachment: ATTACHED },
  { step: 'settled', attachment: { ...ATTACHED, state: 'waiting', scan: 'not_scanned' } },
]

export function Attachments() {
  const { t } = useApp()
  const nothing = () => undefined
  return (
    <div className="thirds">
      <AttachmentField label={t.attachment.field} help={t.design.help} purpose="photo" onChange={nothing} />
      <AttachmentField
        label={t.attachment.field}
        purpose="document"
        error={t.attachment.problems.macros}
        onChange={nothing}
      />
      {UPLOAD_STEPS.map((step, index) => (
        <AttachmentStatus
          // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list
          key={index}
          name="fatada.png"
          step={step}
          onPause={nothing}
          onResume={nothing}
          onCancel={nothing}
          onRemove={nothing}
        />
      ))}
    </div>
  )
}

export function Feedback() {
  const { t } = useApp()
  const { design } = t
  return (
    <div className="row">
      <ConfirmDialog
        open={design.openDialog}
        title={design.dialogTitle}
        confirm={t.submission.withdrawYes}
        confirmKind="danger"
        cancel={t.submission.withdrawNo}
        onConfirm={() => notify(t.submission.withdrawn)}
      >
        <p>{design.dialogText}</p>
      </ConfirmDialog>
      <Button onPress={() => notify(design.toast)}>{design.showToast}</Button>
    </div>
  )
}
