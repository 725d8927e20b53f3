import { useState } from 'react'
import type { RegisterEntry } from '../api-types.ts'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/forms/field.tsx'
import { Form } from '../parts/forms/form.tsx'
import { useApp } from '../shell/app-context.ts'
import { useCommand } from '../shell/use-command.ts'

/** Asks for the reason before a line is annulled; it cannot be taken back. */
export function AnnulEntry({ entry, onClose }: { entry: RegisterEntry; onClose(): void }) {
  const { t } = useApp()
  const words = t.registers.annul
  const { busy, problem, run } = useCommand(t.registers.refusals)
  const [reason, setReason] = useState('')
  const [mistake, setMistake] = useState<string | null>(null)

  const submit = async () => {
    const missing = reason.trim() === '' ? words.reasonMissing : null
    setMistake(missing)
    if (missing !== null) return
    const path = `/api/registers/${entry.register}/entries/${entry.id}/annulment`
    if (await run('POST', path, { reason: reason.trim() }, words.done(entry.text))) onClose()
  }
  return (
    <Form onSubmit={submit} problem={problem} className="stack line-form" label={words.openFor(entry.text)}>
      <p>{words.text}</p>
      <TextField
        label={words.reason}
        name="reason"
        autoComplete="off"
        maxLength={500}
        value={reason}
        onChange={setReason}
        error={mistake}
        isRequired
        autoFocus
      />
      <div className="row">
        <Button type="submit" kind="danger" busyText={busy ? words.saving : null}>
          {words.save}
        </Button>
        <Button onPress={onClose}>{words.cancel}</Button>
      </div>
    </Form>
  )
}
